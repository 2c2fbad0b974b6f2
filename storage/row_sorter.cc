#include "storage/row_sorter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "storage/temporary_file.h"

namespace casus::storage {
namespace {

constexpr std::uint32_t kErased = 0xFFFFFFFF;
constexpr std::size_t kLeastBlock = 1 << 20;

// What stands before a row.
struct Head {
  std::uint32_t key_bytes = 0;
  std::uint32_t value_bytes = 0;  // or kErased
  std::size_t row_bytes() const { return key_bytes + (value_bytes == kErased ? 0 : value_bytes); }
};

struct RowView {
  std::string_view key;
  std::optional<std::string_view> value;
};

RowView view(const char* bytes, const Head& head) {
  RowView row{{bytes, head.key_bytes}, std::nullopt};
  if (head.value_bytes != kErased) row.value = {bytes + head.key_bytes, head.value_bytes};
  return row;
}

// The first 16 bytes as numbers that compare as the bytes do: few pairs need more.
using Prefix = std::array<std::uint64_t, 2>;
Prefix prefix_of(std::string_view key) {
  std::array<unsigned char, sizeof(Prefix)> bytes{};
  std::memcpy(bytes.data(), key.data(), std::min(key.size(), bytes.size()));
  Prefix prefix{};
  for (std::size_t i = 0; i < bytes.size(); ++i) prefix[i / 8] = prefix[i / 8] << 8 | bytes[i];
  return prefix;
}

}  // namespace

// Rows in memory.
class RowSorter::Block {
 public:
  void add(std::string_view key, std::optional<std::string_view> value) {
    const Head head{static_cast<std::uint32_t>(key.size()),
                    value ? static_cast<std::uint32_t>(value->size()) : kErased};
    order_.push_back({prefix_of(key), bytes_.size()});
    bytes_.append(reinterpret_cast<const char*>(&head), sizeof head);
    bytes_.append(key);
    if (value) bytes_.append(*value);
  }
  std::size_t bytes() const { return bytes_.size() + order_.size() * sizeof(Place); }
  std::size_t size() const { return order_.size(); }
  void sort() {
    std::sort(order_.begin(), order_.end(), [this](const Place& a, const Place& b) {
      return a.prefix != b.prefix ? a.prefix < b.prefix : row(a).key < row(b).key;
    });
  }
  RowView row(std::size_t place) const { return row(order_[place]); }
  std::string_view stored(std::size_t place) const {
    const std::size_t at = order_[place].at;
    return {bytes_.data() + at, sizeof(Head) + head(at).row_bytes()};
  }

 private:
  struct Place {
    Prefix prefix;
    std::size_t at;
  };
  Head head(std::size_t at) const {
    Head head;
    std::memcpy(&head, bytes_.data() + at, sizeof head);
    return head;
  }
  RowView row(const Place& place) const {
    return view(bytes_.data() + place.at + sizeof(Head), head(place.at));
  }

  std::string bytes_;
  std::vector<Place> order_;
};

// Sorted rows, in memory or in a file, gone through once.
class RowSorter::Run {
 public:
  explicit Run(std::unique_ptr<Block> block) : block_(std::move(block)) { block_->sort(); }

  void write(const std::filesystem::path& dir) {
    file_.emplace(dir);
    for (std::size_t i = 0; i < block_->size(); ++i) file_->write(block_->stored(i));
    file_->rewind();
    block_.reset();
  }

  // False at the end.
  bool advance() {
    if (block_ != nullptr) {
      if (place_ == block_->size()) return false;
      row_ = block_->row(place_++);
      return true;
    }
    Head head;
    if (!file_->read(reinterpret_cast<char*>(&head), sizeof head)) return false;
    bytes_.resize(head.row_bytes());
    file_->read(bytes_.data(), bytes_.size());
    row_ = view(bytes_.data(), head);
    return true;
  }
  const RowView& row() const { return row_; }

 private:
  std::unique_ptr<Block> block_;
  std::size_t place_ = 0;
  std::optional<TemporaryFile> file_;
  std::string bytes_;
  RowView row_;
};

// One block is filled while another is sorted and written.
RowSorter::RowSorter(std::filesystem::path dir, std::size_t memory_bytes)
    : dir_(std::move(dir)),
      block_bytes_(std::max(memory_bytes / 2, kLeastBlock)),
      block_(std::make_unique<Block>()) {}

RowSorter::~RowSorter() {
  if (sorting_.valid()) sorting_.wait();
}

void RowSorter::add(std::string_view key, std::optional<std::string_view> value) {
  block_->add(key, value);
  if (block_->bytes() >= block_bytes_) spill();
}

void RowSorter::spill() {
  if (sorting_.valid()) runs_.push_back(sorting_.get());
  sorting_ = std::async(std::launch::async, [this, block = std::move(block_)]() mutable {
    auto run = std::make_unique<Run>(std::move(block));
    run->write(dir_);
    return run;
  });
  block_ = std::make_unique<Block>();
}

void RowSorter::start() {
  merging_ = true;
  if (sorting_.valid()) runs_.push_back(sorting_.get());
  runs_.push_back(std::make_unique<Run>(std::move(block_)));
  std::erase_if(runs_, [](const std::unique_ptr<Run>& run) { return !run->advance(); });
  std::make_heap(runs_.begin(), runs_.end(),
                 [](const auto& a, const auto& b) { return a->row().key > b->row().key; });
}

bool RowSorter::next(std::string_view& key, std::optional<std::string_view>& value) {
  const auto later = [](const auto& a, const auto& b) { return a->row().key > b->row().key; };
  if (!merging_) start();
  if (last_taken_) {
    std::pop_heap(runs_.begin(), runs_.end(), later);
    if (runs_.back()->advance()) {
      std::push_heap(runs_.begin(), runs_.end(), later);
    } else {
      runs_.pop_back();
    }
  }
  last_taken_ = !runs_.empty();
  if (!last_taken_) return false;
  key = runs_.front()->row().key;
  value = runs_.front()->row().value;
  return true;
}

}  // namespace casus::storage

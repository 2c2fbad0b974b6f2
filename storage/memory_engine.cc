#include "storage/memory_engine.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "graph/error.h"

namespace casus::storage {
namespace {

using Entries = std::map<std::string, std::string, std::less<>>;

// A map and the number of snapshots that look at it, counted under the engine's mutex so that a
// writer that sees none may change the map in place.
struct Version {
  Entries entries;
  std::size_t readers = 0;
};

class MemoryCursor final : public Cursor {
 public:
  MemoryCursor(const Entries& entries, std::string_view begin, std::string_view end)
      : entries_(entries), begin_(begin), end_(end), at_(entries.lower_bound(begin)) {}

  bool valid() const override {
    return at_ != entries_.end() && at_->first >= begin_ && (end_.empty() || at_->first < end_);
  }
  void next() override { ++at_; }
  void seek(std::string_view key) override {
    at_ = entries_.lower_bound(std::max<std::string_view>(key, begin_));
  }
  void seek_before(std::string_view key) override {
    const bool bounded = !end_.empty() && end_ < key;
    at_ = entries_.lower_bound(bounded ? std::string_view(end_) : key);
    at_ = at_ == entries_.begin() ? entries_.end() : std::prev(at_);
  }
  std::string_view key() const override { return at_->first; }
  std::string_view value() const override { return at_->second; }

 private:
  const Entries& entries_;
  const std::string begin_;
  const std::string end_;
  Entries::const_iterator at_;
};

class MemorySnapshot final : public EngineSnapshot {
 public:
  MemorySnapshot(std::shared_ptr<std::mutex> mutex, std::shared_ptr<Version> version)
      : mutex_(std::move(mutex)), version_(std::move(version)) {}
  MemorySnapshot(const MemorySnapshot&) = delete;
  MemorySnapshot& operator=(const MemorySnapshot&) = delete;
  ~MemorySnapshot() override {
    const std::lock_guard lock(*mutex_);
    --version_->readers;
  }

  std::optional<std::string> get(std::string_view key) const override {
    const auto found = version_->entries.find(key);
    if (found == version_->entries.end()) return std::nullopt;
    return found->second;
  }
  std::vector<std::optional<std::string>> multi_get(
      std::span<const std::string> keys) const override {
    std::vector<std::optional<std::string>> values;
    values.reserve(keys.size());
    for (const std::string& key : keys) values.push_back(get(key));
    return values;
  }
  std::unique_ptr<Cursor> scan(std::string_view begin, std::string_view end) const override {
    return std::make_unique<MemoryCursor>(version_->entries, begin, end);
  }

 private:
  std::shared_ptr<std::mutex> mutex_;
  std::shared_ptr<Version> version_;
};

class MemoryEngine final : public Engine {
 public:
  std::shared_ptr<const EngineSnapshot> snapshot() const override {
    const std::lock_guard lock(*mutex_);
    auto snapshot = std::make_shared<MemorySnapshot>(mutex_, version_);
    ++version_->readers;
    return snapshot;
  }

  void write(const Batch& batch, Sync /*sync*/) override {
    const std::lock_guard lock(*mutex_);
    Entries& entries = writable();
    for (const Batch::Operation& operation : batch.operations()) {
      if (operation.value) {
        entries.insert_or_assign(operation.key, *operation.value);
      } else {
        entries.erase(operation.key);
      }
    }
  }

  void bulk_load(const NextEntry& next) override {
    std::map<std::string, std::optional<std::string>> loaded;
    std::string key;
    std::optional<std::string> value;
    while (next(key, value)) {
      if (!loaded.empty() && key <= loaded.rbegin()->first) {
        throw StoreError("Entries to load in bulk must come in ascending order of their keys.");
      }
      loaded.emplace_hint(loaded.end(), key, value);
    }
    Batch batch;
    for (const auto& [loaded_key, loaded_value] : loaded) {
      if (loaded_value) {
        batch.put(loaded_key, *loaded_value);
      } else {
        batch.erase(loaded_key);
      }
    }
    write(batch, Sync::none);
  }

  std::filesystem::path scratch() const override { return std::filesystem::temp_directory_path(); }

  void erase_range(std::string_view begin, std::string_view end) override {
    const std::lock_guard lock(*mutex_);
    Entries& entries = writable();
    const auto last = end.empty() ? entries.end() : entries.lower_bound(end);
    if (end.empty() || begin < end) entries.erase(entries.lower_bound(begin), last);
  }

  void compact() override {}
  std::uint64_t bytes_on_disk() const override { return 0; }
  bool read_only() const override { return false; }

 private:
  Entries& writable() {
    if (version_->readers > 0) {
      auto copy = std::make_shared<Version>();
      copy->entries = version_->entries;
      version_ = std::move(copy);
    }
    return version_->entries;
  }

  std::shared_ptr<std::mutex> mutex_ = std::make_shared<std::mutex>();
  std::shared_ptr<Version> version_ = std::make_shared<Version>();
};

}  // namespace

std::unique_ptr<Engine> make_memory_engine() { return std::make_unique<MemoryEngine>(); }

}  // namespace casus::storage

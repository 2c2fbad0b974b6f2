#include "storage/check.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "graph/error.h"
#include "storage/coding.h"
#include "storage/describe.h"
#include "storage/expected_rows.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

// Rows are compared as multisets: every row has a weight, which is how many articles say a
// contribution, and 1 for all others. What is stored and what follows are summed up by the hash of
// the key; only where two sums differ are rows looked at one by one.
constexpr std::size_t kBuckets = 1 << 16;
constexpr std::size_t kMaxRowsShown = 1 << 20;  // held in memory to be compared one by one

std::size_t bucket_of(std::string_view key) {
  return XXH3_64bits(key.data(), key.size()) % kBuckets;
}

class Sums {
 public:
  void add(const Row& row, std::uint64_t weight) {
    const std::uint64_t key = XXH3_64bits(row.key.data(), row.key.size());
    sums_[key % kBuckets] += weight * XXH3_64bits_withSeed(row.value.data(), row.value.size(), key);
  }
  std::set<std::size_t> differences(const Sums& other) const {
    std::set<std::size_t> buckets;
    for (std::size_t at = 0; at < kBuckets; ++at) {
      if (sums_[at] != other.sums_[at]) buckets.insert(at);
    }
    return buckets;
  }

 private:
  std::vector<std::uint64_t> sums_ = std::vector<std::uint64_t>(kBuckets);
};

class Checker {
 public:
  Checker(const EngineSnapshot& snapshot, std::size_t limit) : snapshot_(snapshot), limit_(limit) {}

  CheckReport run(const ArticleProgress& progress) {
    const auto all = snapshot_.scan("", "");
    if (!all->valid() || !check_meta()) return std::move(report_);
    Sums stored;
    Sums expected;
    scan([&](const Row& row, std::uint64_t weight) { stored.add(row, weight); },
         [this](const std::string& what) { find(what); });
    report_.articles = expected_rows(
        snapshot_, [&](const Row& row, std::uint64_t weight) { expected.add(row, weight); },
        [this](const std::string& what) { find(what); }, progress);
    std::set<std::size_t> buckets = stored.differences(expected);
    if (!buckets.empty()) show(std::move(buckets));
    return std::move(report_);
  }

 private:
  void find(std::string what) {
    ++report_.findings_total;
    if (report_.findings.size() < limit_) report_.findings.push_back({std::move(what)});
  }

  // False if the rest cannot be judged.
  bool check_meta() {
    const auto number = [this](std::string_view name) -> std::optional<std::uint32_t> {
      const std::optional<std::string> value = snapshot_.get(meta_key(name));
      if (!value || value->size() != sizeof(std::uint32_t)) return std::nullopt;
      return Reader(*value).u32();
    };
    const auto format = number(kMetaFormat);
    const auto assembly = number(kMetaAssembly);
    if (format == kFormatVersion && assembly == static_cast<std::uint32_t>(kAssemblyVersion)) {
      return true;
    }
    find("The store has format " + (format ? std::to_string(*format) : "unknown") +
         " and was derived by rules " + (assembly ? std::to_string(*assembly) : "unknown") +
         "; this version of casus can check format " + std::to_string(kFormatVersion) +
         " and rules " + std::to_string(kAssemblyVersion) + ".");
    return false;
  }

  static bool is_meta_key(std::string_view key) {
    return key == meta_key(kMetaFormat) || key == meta_key(kMetaAssembly) ||
           key == meta_key(kMetaNextId);  // a store that is being rebuilt is not checked
  }

  // All rows that are stored, but those of the meta table.
  void scan(const RowSink& sink, const FindingSink& find) {
    try {
      report_.entries = 0;
      for (const auto cursor = snapshot_.scan("", ""); cursor->valid(); cursor->next()) {
        ++report_.entries;
        const char table = cursor->key().empty() ? '\0' : cursor->key().front();
        Row row{std::string(cursor->key()), std::string(cursor->value())};
        if (table == static_cast<char>(Table::meta)) {
          if (!is_meta_key(row.key)) find(describe(snapshot_, row.key) + " is unknown.");
          continue;
        }
        if (table == static_cast<char>(Table::contribution) && row.value.size() == 8) {
          const std::uint64_t count = Reader(row.value).u64();
          row.value.clear();
          sink(row, count);
        } else {
          sink(row, 1);
        }
      }
    } catch (const StoreError& error) {
      find(error.what());
    }
  }

  // Names the rows that differ, as far as they lie in the first of the buckets.
  void show(std::set<std::size_t> buckets) {
    const std::size_t shown =
        std::min<std::size_t>(buckets.size(), kMaxRowsShown / (report_.entries / kBuckets + 1) + 1);
    const std::size_t more = buckets.size() - shown;
    while (buckets.size() > shown) buckets.erase(std::prev(buckets.end()));
    struct Weights {
      std::uint64_t stored = 0;
      std::uint64_t expected = 0;
    };
    std::map<std::string, std::map<std::string, Weights>> rows;
    const auto collect = [&](std::uint64_t Weights::*side) {
      return [&rows, &buckets, side](const Row& row, std::uint64_t weight) {
        if (buckets.count(bucket_of(row.key)) > 0) rows[row.key][row.value].*side += weight;
      };
    };
    const FindingSink told_before = [](const std::string&) {};
    scan(collect(&Weights::stored), told_before);
    expected_rows(snapshot_, collect(&Weights::expected), told_before);

    for (const auto& [key, values] : rows) {
      std::uint64_t stored = 0;
      std::uint64_t expected = 0;
      bool equal = true;
      for (const auto& [value, weights] : values) {
        stored += weights.stored;
        expected += weights.expected;
        equal = equal && weights.stored == weights.expected;
      }
      if (equal) continue;
      const std::string what = describe(snapshot_, key);
      if (stored == 0) {
        find(what + " is missing, but follows from the annotations.");
      } else if (expected == 0) {
        find(what + " is stored, but follows from no annotation.");
      } else if (stored != expected) {
        find(what + " is stored for " + std::to_string(stored) + " articles, but " +
             std::to_string(expected) + " say so.");
      } else {
        find(what + " is stored, but not as it follows from the annotations.");
      }
    }
    if (more > 0) {
      find("Entries differ in at least " + std::to_string(more) +
           " places more. Ingest the articles into a new store, or restore a backup.");
    }
  }

  const EngineSnapshot& snapshot_;
  const std::size_t limit_;
  CheckReport report_;
};

}  // namespace

CheckReport check_store(const EngineSnapshot& snapshot, std::size_t limit,
                        const ArticleProgress& progress) {
  return Checker(snapshot, limit).run(progress);
}

}  // namespace casus::storage

#ifndef CASUS_STORAGE_LEADERS_H_
#define CASUS_STORAGE_LEADERS_H_

// The first members of groups of fingerprints, read and ready to be compared, kept from one write
// to the next: what is news is compared again and again. Private to storage. Belongs to the one
// writer, who forgets what a write changes. Memory: some 30 MB at most.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/same_as.h"
#include "storage/key_layout.h"

namespace casus::storage {

struct Leader {
  explicit Leader(FingerprintEntry of) : entry(std::move(of)), compared(entry.fingerprint) {
    Filing filed = filing(entry.fingerprint);
    alike = std::move(filed.group);
    alike_hash = std::hash<std::string>()(alike);
    any_day = filed.any_day;
  }
  bool is_alike(const Leader& other) const {
    return alike_hash == other.alike_hash && alike == other.alike;
  }
  FingerprintEntry entry;
  Comparable compared;
  std::string alike;  // what all members have in common, see Filing
  std::size_t alike_hash = 0;
  bool any_day = false;  // see Filing
};

class Leaders {
 public:
  // nullptr: not known.
  std::shared_ptr<const Leader> find(const std::string& group) const {
    const auto found = known_.find(group);
    return found == known_.end() ? nullptr : found->second;
  }
  void keep(const std::string& group, std::shared_ptr<const Leader> leader) {
    if (known_.size() >= kMost) known_.clear();
    known_[group] = std::move(leader);
  }
  void forget(const std::string& group) { known_.erase(group); }

 private:
  static constexpr std::size_t kMost = 1 << 14;
  std::unordered_map<std::string, std::shared_ptr<const Leader>> known_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LEADERS_H_

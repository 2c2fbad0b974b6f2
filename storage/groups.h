#ifndef CASUS_STORAGE_GROUPS_H_
#define CASUS_STORAGE_GROUPS_H_

// Fingerprints by group, as they are stored or as they will be once a write is done. Private to
// storage. One thread; must not outlive its snapshot. Each question costs a seek or two.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "storage/engine.h"
#include "storage/key_layout.h"

namespace casus::storage {

class Groups {
 public:
  explicit Groups(const EngineSnapshot& snapshot);

  // On top of what is stored. An entry that is taken out and brought in again is there.
  void take_out(const FingerprintEntry& entry);
  void bring_in(const FingerprintEntry& entry);

  bool contains(const FingerprintEntry& entry) const;
  // The first member, of those published on `from` or later; of all, if it is unknown.
  std::optional<FingerprintEntry> first(std::string_view group, Day from) const;
  // The members of its group beside an entry, whether or not it is one itself.
  std::optional<FingerprintEntry> before(const FingerprintEntry& entry) const;
  std::optional<FingerprintEntry> after(const FingerprintEntry& entry) const;

 private:
  std::optional<FingerprintEntry> next(std::string_view group, std::string key) const;
  bool is_stored(std::string_view group) const;

  std::unique_ptr<Cursor> cursor_;  // over all fingerprints
  // Of groups that were asked about: what is new has a group of its own most often.
  mutable std::map<std::string, bool, std::less<>> stored_;
  std::set<std::string> out_;
  std::map<std::string, std::string, std::less<>> in_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_GROUPS_H_

#ifndef CASUS_STORAGE_SAME_GROUPS_H_
#define CASUS_STORAGE_SAME_GROUPS_H_

// Which groups are the same, and which is the earlier one: of groups that are the same whenever
// their members were published, so that their earliest members decide. Two of which one has members
// of any day and the other is bound to its news are not told here. Keeps what it was told: at most
// one seek a group, one comparison a pair. Private to storage. One thread; must not outlive
// what it was made of.

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/groups.h"
#include "storage/leaders.h"
#include "storage/verdicts.h"

namespace casus::storage {

class SameGroups {
 public:
  SameGroups(const Groups& groups, Verdicts& verdicts, Leaders& leaders)
      : groups_(groups), verdicts_(verdicts), leaders_(&leaders) {}

  // The other side of a change, on which only `changed` groups differ: the rest is looked up and
  // compared once for both. `verdicts` may differ.
  SameGroups(const Groups& groups, Verdicts& verdicts, SameGroups& twin,
             std::function<bool(const std::string&)> changed)
      : groups_(groups), verdicts_(verdicts), twin_(&twin), changed_(std::move(changed)) {}

  // A group; stays where it is.
  struct One {
    std::string group;
    std::shared_ptr<const Leader> leader;  // nullptr if it is not there
    const FingerprintEntry& first() const { return leader->entry; }
    bool before(const One& other) const { return time < other.time; }

    std::uint64_t number = 0;
    std::tuple<bool, Day, std::string> time = {true, Day::unknown(), {}};
  };
  const One& of(const std::string& group);

  // Those that are there, the earliest first.
  std::vector<const One*> there(const std::set<std::string>& groups);

  bool same(const One& a, const One& b);

  // Of `others`, those that are the same as `one`, the earliest first.
  std::vector<const One*> same_as_one(const One& one, const std::vector<std::string>& others);

  // Whether one of `witnesses`, the earliest first, joins the two.
  bool joined(const std::vector<const One*>& witnesses, const One& a, const One& b);

  // Calls `visit` with each two of `some` that are the same and that no earlier group joins. Both
  // lists have the earliest first.
  // `around` gives all groups that may be the same as one; it is asked about few where those of
  // `near` join most of them.
  void each_unjoined(const std::vector<const One*>& near, const std::vector<const One*>& some,
                     const std::function<std::vector<std::string>(const One&)>& around,
                     const std::function<void(const One&, const One&)>& visit);

 private:
  bool rule(const One& a, const One& b);

  const Groups& groups_;
  Verdicts& verdicts_;
  Leaders* leaders_ = nullptr;
  SameGroups* twin_ = nullptr;
  std::function<bool(const std::string&)> changed_;
  std::unordered_map<std::string, One> known_;
  std::unordered_map<std::uint64_t, bool> rule_;  // by the numbers of two
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_SAME_GROUPS_H_

#ifndef CASUS_STORAGE_LINKS_H_
#define CASUS_STORAGE_LINKS_H_

// Which SAME_AS edges are stored. Private to storage.
//
// The rule of graph/same_as.h says of any two nodes whether they are the same; to store each pair
// of fifty copies of one report would take 1,225 edges. What is stored is a part of these pairs
// that has the same connected components:
// - a chain through each group, in the order of publication (undated members last);
// - one link between two groups that are the same, between the earliest members of either (of a
//   group with members of any day, the earliest that the news of the other reaches);
// - but none between two groups that an earlier group is the same as both: it joins them. A
//   thousand reports that differ in their words so have a thousand links, not half a million. (Not
//   so between a group of members of any day and one that is bound to its news.)
// Because the earliest are linked, the same holds of every day: what of a cluster had been
// published by then is joined by links that had been, too. Two groups whose earliest members are of
// one article are told apart by it, and are not linked.
//
// What persons said wins over the rule (see verdicts.h): a merge is a link besides these, of any
// two nodes of one kind; what was split off stands by itself, not in the chain of its group.
//
// Which links are stored depends on the sets of articles and corrections alone. Cost of a change: a
// few seeks for a fingerprint that has a copy already; for a new one, a seek and a comparison for
// each group under its tokens. Tokens must therefore be rare; that is up to graph/same_as.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "storage/derive.h"
#include "storage/groups.h"
#include "storage/leaders.h"
#include "storage/verdicts.h"

namespace casus::storage {

// What one write does to the links and to the block tokens of groups.
class LinkChange {
 public:
  // By the corrections as they are and as they will be; `leaders` are those of the snapshot.
  LinkChange(const EngineSnapshot& snapshot, const Corrections& before, const Corrections& after,
             Leaders& leaders);

  void take_out(const Contribution& contribution, const Ids& ids);
  void bring_in(const Contribution& contribution, const Ids& ids);

  // The rows that may change, before and after it; some come twice. To be called once.
  void derive_rows(std::vector<Row>& before, std::vector<Row>& after);

 private:
  struct Side;
  class Known;
  std::vector<std::string> around(const std::vector<FingerprintEntry>& entries,
                                  const Filing& filing, bool joined);
  void derive_joined(const std::string& group, const std::vector<std::string>& partners,
                     Known& known, Side (&sides)[2]);
  void derive_chain(const FingerprintEntry& entry, Side& side) const;
  bool has_others(const std::string& group) const;
  std::vector<std::string> partners(const std::string& group, const Filing& filing);
  const std::vector<std::string>& filed(const std::string& token, Day since, Day until);

  const EngineSnapshot& snapshot_;
  Leaders& leaders_;
  Groups before_;
  Groups after_;
  Verdicts verdicts_before_;
  Verdicts verdicts_after_;
  std::vector<Row> merges_before_;
  std::vector<Row> merges_after_;
  std::map<std::string, std::vector<FingerprintEntry>> touched_;  // by group
  // Of those, the ones that articles have which do not change; all, and by token. Only with these
  // can a touched group be linked: two that the changing article has alone are two of one article.
  std::set<std::string> joined_groups_;
  std::map<std::string, std::set<std::string>> joined_;
  std::map<std::string, std::set<std::string>> touched_by_token_;
  // Stored groups by token and days, without those that the changing article has alone.
  std::map<std::tuple<std::string, Day, Day>, std::vector<std::string>> filed_;
};

// The rows of links and block tokens that an entry of the store answers for, each row answered for
// by one entry; gives the number of links. `leaders` are those of this snapshot.
std::int64_t derive_link_rows(const EngineSnapshot& snapshot, Verdicts& verdicts, Leaders& leaders,
                              const FingerprintEntry& entry, std::vector<Row>& rows);

// The same of the merges that an article answers for.
std::int64_t derive_merge_rows(const EngineSnapshot& snapshot, Verdicts& verdicts,
                               const std::string& article, std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LINKS_H_

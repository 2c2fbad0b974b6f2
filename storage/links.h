#ifndef CASUS_STORAGE_LINKS_H_
#define CASUS_STORAGE_LINKS_H_

// Which SAME_AS edges are stored. Private to storage.
//
// The rule of graph/same_as.h says of any two nodes whether they are the same; to store each pair
// of fifty copies of one report would take 1,225 edges. What is stored is a part of these pairs
// that has the same connected components:
// - a chain through each group, in the order of publication (undated members last);
// - one link between two groups that are the same, between the earliest members of either (of a
//   group with members of any day, the earliest that the news of the other reaches).
// Because the earliest are linked, the same holds of every day: what of a cluster had been
// published by then is joined by links that had been, too. Two groups whose earliest members are of
// one article are told apart by it, and are not linked.
//
// Which links are stored depends on the set of articles alone. Cost of a change: a few seeks for a
// fingerprint that has a copy already; for a new one, a seek and a comparison for each group
// under its tokens. Tokens must therefore be rare; that is up to graph/same_as.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "storage/derive.h"
#include "storage/groups.h"

namespace casus::storage {

// What one write does to the links and to the block tokens of groups.
class LinkChange {
 public:
  explicit LinkChange(const EngineSnapshot& snapshot);

  // Entries with their ids.
  void take_out(const FingerprintEntry& entry);
  void bring_in(const FingerprintEntry& entry);

  // The rows that may change, before and after it; gives how many more links there are after it.
  // To be called once, after all entries.
  std::int64_t derive_rows(std::vector<Row>& before, std::vector<Row>& after) const;

 private:
  struct Side;
  void derive_chain(const FingerprintEntry& entry, Side& side) const;
  std::set<std::string> partners(
      const std::string& group, const Filing& filing,
      const std::map<std::string, std::set<std::string>>& touched_by_token) const;

  const EngineSnapshot& snapshot_;
  Groups before_;
  Groups after_;
  std::map<std::string, std::vector<FingerprintEntry>> touched_;  // by group
};

// The rows of links and block tokens that an entry of the store answers for, each row answered for
// by one entry; gives the number of links.
std::int64_t derive_link_rows(const EngineSnapshot& snapshot, const FingerprintEntry& entry,
                              std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LINKS_H_

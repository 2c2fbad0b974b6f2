#ifndef CASUS_QUERY_SAME_CLAIMS_H_
#define CASUS_QUERY_SAME_CLAIMS_H_

// What says the same as a claim: its SAME_AS links, and, if it says that somebody did an event, the
// other claims that he did what is the same event. So claims follow an event when its reports are
// linked, merged or split.
//
// Keeps what it has looked up, so use one for one question; one thread; must not outlive its
// snapshot.

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/claim_index.h"
#include "storage/snapshot.h"

namespace casus::query {

class SameClaims {
 public:
  explicit SameClaims(const storage::Snapshot& snapshot);

  // Calls `visit` with claims that say the same, one step away, itself perhaps among them, as of a
  // day (unknown: now). Of claims that one did one event, all are given by the first that is asked
  // about, and none by the others. Costs a few seeks, and one for each report of the event.
  void each(storage::NodeId claim, Day as_of,
            const std::function<void(storage::NodeId other)>& visit);

  // All that say the same, itself included, by id.
  std::vector<storage::NodeId> all(storage::NodeId claim, Day as_of);
  // The reports of one event, itself included, in no order. Valid as long as the object.
  using Reports = std::vector<storage::NodeId>;
  const Reports& reports(storage::NodeId event, Day as_of);

 private:
  storage::NodeId named(storage::NodeId doer);

  const storage::Snapshot& snapshot_;
  const storage::ClaimIndex index_;
  const storage::EdgeCursor edges_;
  std::unordered_map<storage::NodeId, std::shared_ptr<const Reports>> reports_[2];  // now, as of
  std::unordered_map<storage::NodeId, storage::NodeId> named_;
  std::set<std::pair<const Reports*, storage::NodeId>> given_;  // with their doer
};

}  // namespace casus::query

#endif  // CASUS_QUERY_SAME_CLAIMS_H_

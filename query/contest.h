#ifndef CASUS_QUERY_CONTEST_H_
#define CASUS_QUERY_CONTEST_H_

// Whether an event or a statement is contested: who did it denies it, or a claim that it makes, or
// that is about it, is asserted by some and denied by others. Keeps what it has learned of claims.
// One thread; must not outlive its snapshot.

#include <unordered_map>

#include "query/claim_candidates.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

class Contest {
 public:
  // As had been published by then.
  Contest(const storage::Snapshot& snapshot, Day as_of);

  bool over(storage::NodeId id, const v1::Node& event_or_statement);

 private:
  bool over_claim(storage::NodeId claim);

  const storage::Snapshot& snapshot_;
  const Filter filter_;
  ClaimCandidates candidates_;
  std::unordered_map<storage::NodeId, bool> known_;  // by claim
};

}  // namespace casus::query

#endif  // CASUS_QUERY_CONTEST_H_

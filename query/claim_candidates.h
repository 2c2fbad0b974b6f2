#ifndef CASUS_QUERY_CLAIM_CANDIDATES_H_
#define CASUS_QUERY_CLAIM_CANDIDATES_H_

// Claim clusters that may be answers, ranked by what storage's claim index says of them, so that
// thousands cost milliseconds; only those that are shown are put together. One thread; must not
// outlive its snapshot.

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/questions.h"
#include "query/same_claims.h"
#include "storage/claim_index.h"
#include "storage/snapshot.h"

namespace casus::query {

struct ClaimCandidate {
  storage::NodeId claim = 0;
  std::vector<storage::NodeId> members;  // known by the filter's as-of day
  std::size_t asserting = 0;             // statements in the filter's window
  std::size_t denying = 0;
  std::size_t own = 0;  // articles that assert it themselves, in the window
  Day last;             // publication
  double rank = 0;      // the lower the better
  bool certain = true;  // else only its voices tell whether it is an answer

  bool contested() const { return asserting + own > 0 && denying > 0; }
};

class ClaimCandidates {
 public:
  // `filter` must outlive the object.
  ClaimCandidates(const storage::Snapshot& snapshot, const Filter& filter);

  // What is known of a claim needs not be looked up when its cluster is added.
  void note(const storage::ClaimRow& row);
  // The cluster of a claim, unless it has been given before, or was not known, or nobody spoke in
  // the filter's window. The result is valid until the next call. Costs least by ascending id.
  ClaimCandidate* add(storage::NodeId claim);
  void drop_last() { found_.pop_back(); }

  // The traces of those with the lowest rank, then the last published, then the smallest key; as
  // many as the filter's limit allows. Of those that are not certain `wanted` decides, by the keys
  // of who speaks on them, and for whom.
  using Speakers = std::unordered_set<std::string>;
  std::vector<v1::Trace> trace(const std::function<bool(const Speakers&)>& wanted);

 private:
  struct Heard {
    Day published;
    std::uint32_t asserting = 0;
    std::uint32_t denying = 0;
    bool own = false;
  };
  Heard heard(const storage::ClaimRow& row) const;
  // Adds what is known of the claim to the candidate; gives whether it was known by then.
  bool look_at(storage::NodeId claim, ClaimCandidate& candidate) const;
  // The first of the candidate's keys.
  std::string key_of(const ClaimCandidate& candidate) const;

  const storage::Snapshot& snapshot_;
  const Filter& filter_;
  const storage::ClaimIndex index_;
  SameClaims same_;
  std::unordered_map<storage::NodeId, Heard> heard_;
  std::unordered_set<storage::NodeId> seen_;
  std::vector<ClaimCandidate> found_;
};

}  // namespace casus::query

#endif  // CASUS_QUERY_CLAIM_CANDIDATES_H_

#ifndef CASUS_QUERY_CLAIM_SEARCH_H_
#define CASUS_QUERY_CLAIM_SEARCH_H_

// Claims by what they say, in other words than theirs. A word of the question is matched by any
// form of it in the claim's wording, its predicate or its event, or as part of a name or alias of
// an actor or place that the claim is about; rarer words weigh more. Of the best matches the event
// counts as all its reports tell it. Thread-safe.

#include <string>
#include <string_view>
#include <vector>

#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

struct ClaimMatch {
  storage::NodeId claim = 0;
  std::string key;
  double share = 0;    // of the question's weight that the claim holds, 0 to 1
  double fit = 0;      // of the claim's own words that the question holds, 0 to 1
  bool about = false;  // the question begins with whom the claim is about
};

// Best first (share, then fit, then key). Of the claims that the index finds, and that had been
// published by then, the `most` whose own words and actors hold most of the question are looked at,
// of equals those that most are heard on in their article, then the newest; 0: all. Cost: the index
// entries of the question's words, and a few look-ups for each claim that is looked at.
std::vector<ClaimMatch> search_claims(const storage::Snapshot& snapshot, std::string_view question,
                                      std::size_t most = 0, Day as_of = Day::unknown());

}  // namespace casus::query

#endif  // CASUS_QUERY_CLAIM_SEARCH_H_

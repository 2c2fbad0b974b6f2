#ifndef CASUS_QUERY_RANK_H_
#define CASUS_QUERY_RANK_H_

// Who stands at the centre of what happened. Thread-safe, no state.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/centrality.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

enum class RankBy : std::uint8_t {
  page_rank,    // in events with many who are in events with many
  neighbours,   // in events with many others
  events,       // in many events
  betweenness,  // on the shortest paths between others
  components,   // linked with many, by any number of steps
};

struct Ranking {
  std::vector<v1::Rank> ranks;
  std::size_t actors = 0;  // among which they were ranked
};

// The actors that events of the filter's days name, the highest first, equals by key; as many as
// the filter's limit says. By components those of the largest come first, one after the other, and
// among them those with the most neighbours. Cost: that of an ActorNetwork, and of the measure.
Ranking rank(const storage::Snapshot& snapshot, RankBy by, const Filter& filter,
             const Sampling& sampling = {});

}  // namespace casus::query

#endif  // CASUS_QUERY_RANK_H_

#ifndef CASUS_QUERY_RANK_H_
#define CASUS_QUERY_RANK_H_

// Who stands at the centre of what happened. Thread-safe, no state.

#include <cstdint>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

enum class RankBy : std::uint8_t {
  page_rank,   // in events with many who are in events with many
  neighbours,  // in events with many others
  events,      // in many events
};

// The actors that events of the filter's days name, the highest first, equals by key; as many as
// the filter's limit says. Cost: that of an ActorNetwork, a scan of the edges of all actors.
std::vector<v1::Rank> rank(const storage::Snapshot& snapshot, RankBy by, const Filter& filter);

}  // namespace casus::query

#endif  // CASUS_QUERY_RANK_H_

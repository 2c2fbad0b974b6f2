#ifndef CASUS_QUERY_PATH_H_
#define CASUS_QUERY_PATH_H_

// How two nodes are linked: the shortest chain of edges between them.

#include <optional>

#include "casus/v1/answer.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

// Chains of what actors do, say, are said to have done and belong to go before those that lead
// through a place, and these before those that lead through an article that merely names both. Of
// equally short ones the one with the newest evidence is taken, then the one with the smallest
// keys. Nothing if no chain of what had been published by `as_of` has at most `max_hops` edges.
// Thread-safe.
// Cost: the edges of what lies around both ends, within half the way of each, or of all that one of
// them is linked to. Throws InputError if that is more than `kMaxPathVertices` nodes.
inline constexpr unsigned kMaxHops = 20;  // that may be asked for
inline constexpr std::size_t kMaxPathVertices = 100'000;
std::optional<v1::Path> path(const storage::Snapshot& snapshot, storage::NodeId a,
                             storage::NodeId b, unsigned max_hops, Day as_of);

}  // namespace casus::query

#endif  // CASUS_QUERY_PATH_H_

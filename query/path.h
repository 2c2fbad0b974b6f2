#ifndef CASUS_QUERY_PATH_H_
#define CASUS_QUERY_PATH_H_

// How two nodes are linked: chains of edges between them, each a different explanation.

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

inline constexpr unsigned kMaxHops = 20;  // that may be asked for
inline constexpr std::size_t kMaxPathVertices = 100'000;

struct PathQuestion {
  unsigned max_hops = 6;
  Day as_of = Day::unknown();  // what had been published by then
  // Actors of these kinds are led through by no chain; both ends may be such.
  std::set<v1::ActorKind::Value> without;
};

// Chains of what actors do, say, are said to have done and belong to go before those that lead
// through a place, and these before those that lead through an article that merely names both. Of
// equally short ones the one with the newest evidence is taken, then the one with the smallest
// keys. Nothing if no chain of what had been published by then has at most `max_hops` edges.
// Thread-safe.
// Cost: the edges of what lies around both ends, within half the way of each, or of all that one of
// them is linked to. Throws InputError if that is more than `kMaxPathVertices` nodes.
std::optional<v1::Path> path(const storage::Snapshot& snapshot, storage::NodeId a,
                             storage::NodeId b, const PathQuestion& question);

// The best few, at most `count`: each leads through other events, statements and claims than those
// before it, or, where it needs none of them, through other actors. First that whose weakest link
// most articles report, if it is not much longer: twice as many articles make up for half a step.
// Cost: that of `path`, and less for each more.
std::vector<v1::Path> paths(const storage::Snapshot& snapshot, storage::NodeId a, storage::NodeId b,
                            const PathQuestion& question, std::size_t count);

}  // namespace casus::query

#endif  // CASUS_QUERY_PATH_H_

#ifndef CASUS_QUERY_SAME_ACTOR_H_
#define CASUS_QUERY_SAME_ACTOR_H_

// Actors that the rule has joined (graph/same_actor.h), and actors and places that people have
// joined (`casus merge`), count as one in every question, at any time. The one that names them is
// an entry of the lexicon before others, then the one with the smallest key. Thread-safe. Cost: two
// seeks where nothing is joined.

#include <string>
#include <string_view>
#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

// All that are one with it, itself included; first the one that names them.
std::vector<storage::NodeId> same_actors(const storage::Snapshot& snapshot, storage::NodeId id);

// The one that names them.
storage::NodeId naming_actor(const storage::Snapshot& snapshot, storage::NodeId id);

}  // namespace casus::query

#endif  // CASUS_QUERY_SAME_ACTOR_H_

#ifndef CASUS_QUERY_INVOLVED_H_
#define CASUS_QUERY_INVOLVED_H_

// What an actor takes part in, and what happened at a place: from the keys of edges alone, so that
// thousands cost milliseconds. Members and offices of an actor count as the actor, what lies within
// a place as the place, as had been published by `as_of`, and merged ones count as one; the items
// themselves are not filtered, so that what is undated can be counted (`published_by`).
// Thread-safe.

#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

struct Item {
  storage::NodeId node = 0;
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  Day day;  // by which it is ordered, see order_day
  Day published;
  storage::NodeId article = 0;
};

// Whether it had been published by then; an unknown `as_of` is any time.
inline bool published_by(Day published, Day as_of) {
  return !as_of.known() || (published.known() && published <= as_of);
}

// Each once; newest first, then by id.

// Events that the actor did or suffered, statements that it made or that are addressed to it,
// claims about it.
std::vector<Item> items_of_actor(const storage::Snapshot& snapshot, storage::NodeId actor,
                                 Day as_of);
// Events there.
std::vector<Item> items_at_place(const storage::Snapshot& snapshot, storage::NodeId place,
                                 Day as_of);
// Articles that mention the actor or place, a member of it or a part of it.
std::vector<Item> articles_mentioning(const storage::Snapshot& snapshot, storage::NodeId node,
                                      Day as_of);

}  // namespace casus::query

#endif  // CASUS_QUERY_INVOLVED_H_

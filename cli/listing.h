#ifndef CASUS_CLI_LISTING_H_
#define CASUS_CLI_LISTING_H_

// Nodes of one kind that a filter lets through, in an order that does not depend on how they were
// ingested: events and statements newest first, then by key; the others by key.

#include <functional>
#include <optional>

#include "casus/v1/graph.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::cli {

struct Listing {
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  query::Filter filter;
  // Who did, said or suffered it; members and offices of an actor count as the actor.
  std::optional<storage::NodeId> actor;
  // Where it happened; what lies within a place counts as the place.
  std::optional<storage::NodeId> place;
  // What the node itself must be; empty: anything.
  std::function<bool(const v1::Node&)> matches;
};

// Calls `visit` for each; gives their number. With an actor or a place the cost grows with what is
// known of these, else with the number of nodes of the kind, until the limit.
std::size_t list(const storage::Snapshot& snapshot, const Listing& listing,
                 const std::function<void(const v1::Node&)>& visit);

}  // namespace casus::cli

#endif  // CASUS_CLI_LISTING_H_

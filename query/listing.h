#ifndef CASUS_QUERY_LISTING_H_
#define CASUS_QUERY_LISTING_H_

// Nodes of one kind that a filter lets through, in an order that does not depend on how they were
// ingested: articles, events, statements and claims newest first, then as their articles list them;
// actors and places by key. Thread-safe.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "casus/v1/graph.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

struct Listing {
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  // The window is one of when it happened; of articles and claims, of when they were published. It
  // says nothing of actors and places.
  Filter filter;
  // Who did, said or suffered it, or what the article mentions; members and offices of an actor
  // count as the actor.
  std::optional<storage::NodeId> actor;
  // Where it happened, or what the article mentions; what lies within a place counts as the place.
  std::optional<storage::NodeId> place;
  // Of events: the country in which they happened, by its ISO 3166-1 alpha-3 code; empty: any.
  std::string country;
  // What the node itself must be; empty: anything.
  std::function<bool(const v1::Node&)> matches;
  // What is the same in several articles is one, and stands for all: of its newest day the node
  // that was published first.
  bool joined = false;
  std::size_t skip = 0;  // so many are left out at the beginning
};

struct Listed {
  std::size_t count = 0;
  bool more = false;  // the limit left some out
};

// Calls `visit` for each. Cost: the keys of what is known of the actor and the place, and a look-up
// for each node that is visited or that `matches` turns away; with a limit it ends soon.
Listed list(const storage::Snapshot& snapshot, const Listing& listing,
            const std::function<void(storage::NodeId, const v1::Node&)>& visit);

}  // namespace casus::query

#endif  // CASUS_QUERY_LISTING_H_

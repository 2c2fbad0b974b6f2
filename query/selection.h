#ifndef CASUS_QUERY_SELECTION_H_
#define CASUS_QUERY_SELECTION_H_

// Which part of the graph leaves, as a stream of frames (see casus/v1/subgraph.proto): nodes by
// key, then edges by kind, from, to, article. The union of the frames is a graph: every edge's ends
// are in it.

#include <functional>
#include <vector>

#include "casus/v1/subgraph.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

using Sink = std::function<void(const v1::Subgraph&)>;

// Everything that the filter lets through: with an as-of day what had been published by then; with
// a window the events and statements of that time, the claims that they are on or that were
// published then, the articles that tell these, and whom and what they are about. The filter's
// limit says nothing here. Memory: one frame (about a thousand nodes or edges), references to the
// edges of one kind that start at one node, and with a window the ids of the part.
void select_all(const storage::Snapshot& snapshot, const Filter& filter, const Sink& sink);

// What lies within `hops` steps of a node, edges taken in both directions; articles are evidence
// and are not walked through, but those that the edges name are included. Boost's
// breadth_first_visit on GraphView. The edges are those walked: of two nodes that both lie `hops`
// away, the edges between them are not. The filter's limit says nothing here. Memory: the part.
// Throws InputError if the walk grows beyond the view's budget.
void select_around(const storage::Snapshot& snapshot, storage::NodeId centre, unsigned hops,
                   const Filter& filter, const Sink& sink);

// What two actors did and said to each other, the claims that they made by it, and the articles
// that tell it. Memory: the part.
void select_relation(const storage::Snapshot& snapshot, storage::NodeId a, storage::NodeId b,
                     const Filter& filter, const Sink& sink);

// A claim cluster with its statements in the filter's window, speakers, events and articles.
void select_trace(const storage::Snapshot& snapshot, storage::NodeId claim, const Filter& filter,
                  const Sink& sink);

}  // namespace casus::query

#endif  // CASUS_QUERY_SELECTION_H_

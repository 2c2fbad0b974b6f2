#ifndef CASUS_QUERY_PATH_SEARCH_H_
#define CASUS_QUERY_PATH_SEARCH_H_

// The search behind `path`, on any view of the graph, from both ends at once: the one around which
// less lies goes on, until they meet. Deterministic.

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "query/graph_view.h"

namespace casus::query {

// Whether an edge may be walked; empty: any.
using EdgeGate = std::function<bool(const ViewEdge&)>;

// The cheapest chain of edges from `from` to `to`, which must differ: fewest edges, then newest,
// then smallest keys. Each edge starts where the last one ended, and is of one of the kinds (none
// given: any kind) that `open` lets through, both ways alike. Nothing if there is none of at most
// `max_hops` edges, which must be below 256. The view must be one with Directedness::both. Throws
// what the view throws.
std::optional<std::vector<ViewEdge>> cheapest_path(const GraphView& view, storage::NodeId from,
                                                   storage::NodeId to, unsigned max_hops,
                                                   std::span<const v1::EdgeKind::Value> kinds = {},
                                                   const EdgeGate& open = {});

}  // namespace casus::query

#endif  // CASUS_QUERY_PATH_SEARCH_H_

#ifndef CASUS_QUERY_PATH_SEARCH_H_
#define CASUS_QUERY_PATH_SEARCH_H_

// The search behind `path`, on any view of the graph. Deterministic.

#include <optional>
#include <vector>

#include "query/graph_view.h"

namespace casus::query {

// The cheapest chain of edges from `from` to `to`, which must differ: fewest edges, then newest,
// then smallest keys. Each edge starts where the last one ended. Nothing if there is none of at
// most `max_hops` edges, which must be below 256. The view must be one with Directedness::both.
// Throws what the view throws.
std::optional<std::vector<ViewEdge>> cheapest_path(const GraphView& view, storage::NodeId from,
                                                   storage::NodeId to, unsigned max_hops);

}  // namespace casus::query

#endif  // CASUS_QUERY_PATH_SEARCH_H_

#include "query/claims_of.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;

std::vector<NodeId> claims_of(const storage::Snapshot& snapshot, NodeId node) {
  std::vector<NodeId> claims;
  for (const EdgeFilter& filter :
       {EdgeFilter{Direction::in, {v1::EdgeKind::about}, {}, {}},
        EdgeFilter{Direction::out, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}}}) {
    snapshot.edges(node, filter, [&](const EdgeRef& edge) {
      if (edge.other_kind == v1::NodeKind::claim) claims.push_back(edge.other);
      return true;
    });
  }
  return claims;
}

}  // namespace casus::query

#include "query/same_as_path.h"

#include <algorithm>
#include <map>
#include <queue>
#include <string>

namespace casus::query {

using storage::Direction;
using storage::NodeId;
using storage::Snapshot;

std::vector<NodeId> same_as_neighbours(const Snapshot& snapshot, NodeId id) {
  std::map<std::string, NodeId> by_key;
  for (const Direction direction : {Direction::out, Direction::in}) {
    snapshot.edges(id, {direction, {v1::EdgeKind::same_as}, {}, Day::unknown()},
                   [&](const storage::EdgeRef& edge) {
                     by_key.emplace(snapshot.key(edge.other), edge.other);
                     return true;
                   });
  }
  std::vector<NodeId> neighbours;
  for (const auto& [key, neighbour] : by_key) neighbours.push_back(neighbour);
  return neighbours;
}

std::vector<NodeId> same_as_path(const Snapshot& snapshot, NodeId from, NodeId to) {
  std::map<NodeId, NodeId> reached_from{{from, 0}};
  std::queue<NodeId> open({from});
  while (!open.empty() && !reached_from.contains(to)) {
    const NodeId next = open.front();
    open.pop();
    for (const NodeId neighbour : same_as_neighbours(snapshot, next)) {
      if (reached_from.emplace(neighbour, next).second) open.push(neighbour);
    }
  }
  std::vector<NodeId> path;
  if (!reached_from.contains(to)) return path;
  for (NodeId at = to; at != 0; at = reached_from[at]) path.push_back(at);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace casus::query

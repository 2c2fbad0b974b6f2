#include "query/cluster.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "graph/keys.h"
#include "query/same_claims.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

bool by_key(const ClusterMember& a, const ClusterMember& b) { return a.node.key() < b.node.key(); }

}  // namespace

std::vector<NodeId> same_items(const Snapshot& snapshot, NodeId id, Day as_of) {
  if (snapshot.kind(id) != v1::NodeKind::claim) return snapshot.cluster(id, as_of);
  return SameClaims(snapshot).all(id, as_of);
}

Cluster cluster_of(const Snapshot& snapshot, std::span<const NodeId> members) {
  Cluster cluster;
  auto nodes = snapshot.nodes(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (nodes[i]) cluster.members.push_back({members[i], *std::move(nodes[i])});
  }
  std::sort(cluster.members.begin(), cluster.members.end(), by_key);
  return cluster;
}

Cluster cluster_as_of(const Snapshot& snapshot, NodeId id, Day as_of) {
  const std::vector<NodeId> all = same_items(snapshot, id, Day::unknown());
  if (!as_of.known()) return cluster_of(snapshot, all);
  Cluster cluster;
  bool visible = false;
  auto nodes = snapshot.nodes(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const NodeId member = all[i];
    auto& node = nodes[i];
    if (!node) continue;
    const auto published = parse_day(node->published());
    if (!published) cluster.undated_articles.insert(node->source());
    if (!published || *published > as_of) continue;
    visible = visible || member == id;
    cluster.members.push_back({member, std::move(*node)});
  }
  if (visible) {
    const auto joined = same_items(snapshot, id, as_of);
    const std::unordered_set<NodeId> known(joined.begin(), joined.end());
    std::erase_if(cluster.members,
                  [&](const ClusterMember& member) { return !known.contains(member.id); });
  }
  std::sort(cluster.members.begin(), cluster.members.end(), by_key);
  return cluster;
}

const v1::Claim& representative(const Cluster& claims) {
  // Members are sorted by key, and the first of equals is found.
  const auto shortest = std::min_element(
      claims.members.begin(), claims.members.end(), [](const auto& a, const auto& b) {
        return a.node.claim().text().size() < b.node.claim().text().size();
      });
  return shortest->node.claim();
}

std::string event_of(const v1::Claim& claim) {
  if (!claim.event().empty()) return claim.event();
  return kind_of_key(claim.object()) == v1::NodeKind::event ? claim.object() : std::string();
}

}  // namespace casus::query

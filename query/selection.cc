#include "query/selection.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/keys.h"
#include "graph/kinds.h"
#include "query/cluster.h"
#include "query/collector.h"
#include "query/graph_view.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Kinds = std::vector<v1::EdgeKind::Value>;

// The steps of a walk: all but those to articles, which are evidence.
const Kinds& walked() {
  static const Kinds kinds = [] {
    Kinds all;
    for (int kind = v1::EdgeKind::reports; kind <= v1::EdgeKind::Value_MAX; ++kind) {
      const auto value = static_cast<v1::EdgeKind::Value>(kind);
      if (value != v1::EdgeKind::reports && value != v1::EdgeKind::mentions) all.push_back(value);
    }
    return all;
  }();
  return kinds;
}

std::vector<EdgeRef> edges_of(const Snapshot& snapshot, NodeId node, Direction direction,
                              const Kinds& kinds, Day as_of) {
  EdgeFilter filter;
  filter.direction = direction;
  filter.kinds = kinds;
  filter.as_of = as_of;
  std::vector<EdgeRef> found;
  snapshot.edges(node, filter, [&](const EdgeRef& ref) {
    found.push_back(ref);
    return true;
  });
  return found;
}

bool is_evidence(v1::NodeKind::Value kind) {
  return kind == v1::NodeKind::actor || kind == v1::NodeKind::place ||
         kind == v1::NodeKind::article;
}

}  // namespace

void select_around(const Snapshot& snapshot, NodeId centre, unsigned hops, const Filter& filter,
                   const Sink& sink) {
  Collector collector(snapshot);
  collector.add_node(centre);
  std::vector<NodeId> sources{centre};
  // What an article reports and mentions is one step away from it.
  if (hops > 0 && snapshot.kind(centre) == v1::NodeKind::article) {
    sources.clear();
    --hops;
    for (const auto& ref :
         edges_of(snapshot, centre, Direction::out, {v1::EdgeKind::reports, v1::EdgeKind::mentions},
                  filter.as_of)) {
      collector.add_edge(ref);
      sources.push_back(ref.other);
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  }

  GraphViewOptions options;
  options.directedness = Directedness::both;
  options.kinds = walked();
  options.window = filter.window;
  options.as_of = filter.as_of;
  const GraphView view(snapshot, options);
  breadth_first(view, sources, hops, [&](NodeId node, unsigned distance) {
    collector.add_node(node);
    if (distance == hops) return true;
    for (const auto& edge : view.out(node)) collector.add_edge(edge.ref);
    return true;
  });
  collector.add_reports();
  collector.emit(sink);
}

void select_trace(const Snapshot& snapshot, NodeId claim, const Filter& filter, const Sink& sink) {
  Collector collector(snapshot);
  // The claims, the statements on them, and the events that they are about.
  std::unordered_set<NodeId> core;
  std::vector<NodeId> speakers;
  for (const auto& member : cluster_as_of(snapshot, claim, filter.as_of).members) {
    core.insert(member.id);
    for (const auto& ref : edges_of(snapshot, member.id, Direction::in,
                                    {v1::EdgeKind::asserts, v1::EdgeKind::denies}, filter.as_of)) {
      core.insert(ref.other);
      for (const auto& made :
           edges_of(snapshot, ref.other, Direction::in, {v1::EdgeKind::made}, filter.as_of)) {
        speakers.push_back(made.other);
      }
    }
    const auto event = snapshot.find(event_of(member.node.claim()));
    if (!event || core.contains(*event)) continue;
    for (const auto& reported : cluster_as_of(snapshot, *event, filter.as_of).members) {
      core.insert(reported.id);
    }
  }

  std::unordered_set<NodeId> articles;
  Kinds kinds = walked();
  kinds.push_back(v1::EdgeKind::reports);
  for (const NodeId node : core) {
    collector.add_node(node);
    for (const Direction direction : {Direction::out, Direction::in}) {
      // No as-of here: the links between what is in the core are not published by anybody.
      for (const auto& ref : edges_of(snapshot, node, direction, kinds, Day::unknown())) {
        if (!core.contains(ref.other) && !is_evidence(ref.other_kind)) continue;
        collector.add_edge(ref);
        articles.insert(ref.article);
      }
    }
  }
  // Whom a speaker speaks for, as these articles say it.
  std::unordered_set<NodeId> seen;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    if (!seen.insert(speakers[i]).second) continue;
    for (const auto& ref : edges_of(snapshot, speakers[i], Direction::out,
                                    {v1::EdgeKind::affiliated}, filter.as_of)) {
      if (!articles.contains(ref.article)) continue;
      collector.add_edge(ref);
      speakers.push_back(ref.other);
    }
  }
  collector.emit(sink);
}

}  // namespace casus::query

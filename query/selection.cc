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
#include "query/same_actor.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeCursor;
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

std::vector<EdgeRef> edges_of(const EdgeCursor& cursor, NodeId node, Direction direction,
                              const Kinds& kinds, Day as_of) {
  std::vector<EdgeRef> found;
  cursor.edges(node, {direction, kinds, {}, as_of}, [&](const EdgeRef& ref) {
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
         edges_of(snapshot.edge_cursor(), centre, Direction::out,
                  {v1::EdgeKind::reports, v1::EdgeKind::mentions}, filter.as_of)) {
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

namespace {

// What lies at the heart of a selection: nodes of articles. Their edges to one another, to actors
// and places, and from their articles come along.
class Core {
 public:
  Core(const Snapshot& snapshot, Day as_of)
      : cursor_(snapshot.edge_cursor()), as_of_(as_of), collector_(snapshot) {}

  bool add(NodeId node) { return nodes_.insert(node).second; }
  bool contains(NodeId node) const { return nodes_.contains(node); }

  // `speaking` are the edges whose actors are shown with whom they speak for.
  void emit(const Kinds& speaking, const Sink& sink) {
    Kinds kinds = walked();
    kinds.push_back(v1::EdgeKind::reports);
    // By id: as they lie in the store.
    std::vector<NodeId> nodes(nodes_.begin(), nodes_.end());
    std::sort(nodes.begin(), nodes.end());
    for (const NodeId node : nodes) {
      collector_.add_node(node);
      // No as-of here: the links between what is in the core are not published by anybody.
      cursor_.around(node, {{}, kinds, {}, {}}, [&](const EdgeRef& ref) {
        if (!contains(ref.other) && !is_evidence(ref.other_kind)) return true;
        collector_.add_edge(ref);
        articles_.insert(ref.article);
        const bool speaks = std::find(speaking.begin(), speaking.end(), ref.kind) != speaking.end();
        if (speaks && ref.other_kind == v1::NodeKind::actor) speakers_.push_back(ref.other);
        return true;
      });
    }
    add_affiliations();
    collector_.emit(sink);
  }

 private:
  // Whom a speaker speaks for, as these articles say it.
  void add_affiliations() {
    std::unordered_set<NodeId> seen;
    for (std::size_t i = 0; i < speakers_.size(); ++i) {
      if (!seen.insert(speakers_[i]).second) continue;
      for (const auto& ref :
           edges_of(cursor_, speakers_[i], Direction::out, {v1::EdgeKind::affiliated}, as_of_)) {
        if (!articles_.contains(ref.article)) continue;
        collector_.add_edge(ref);
        speakers_.push_back(ref.other);
      }
    }
  }

  const EdgeCursor cursor_;
  const Day as_of_;
  Collector collector_;
  std::unordered_set<NodeId> nodes_;
  std::unordered_set<NodeId> articles_;
  std::vector<NodeId> speakers_;
};

bool in_window(const EdgeRef& ref, const DayWindow& window) {
  return window.contains(ref.day.known() ? ref.day : ref.published);
}

}  // namespace

void select_trace(const Snapshot& snapshot, NodeId claim, const Filter& filter, const Sink& sink) {
  const EdgeCursor cursor = snapshot.edge_cursor();
  Core core(snapshot, filter.as_of);
  // The claims, the statements on them, and the events that they are about.
  for (const auto& member : cluster_as_of(snapshot, claim, filter.as_of).members) {
    core.add(member.id);
    for (const auto& ref : edges_of(cursor, member.id, Direction::in,
                                    {v1::EdgeKind::asserts, v1::EdgeKind::denies}, filter.as_of)) {
      if (in_window(ref, filter.window)) core.add(ref.other);
    }
    const auto event = snapshot.find(event_of(member.node.claim()));
    if (!event || core.contains(*event)) continue;
    for (const auto& reported : cluster_as_of(snapshot, *event, filter.as_of).members) {
      core.add(reported.id);
    }
  }
  core.emit({v1::EdgeKind::made}, sink);
}

void select_relation(const Snapshot& snapshot, NodeId a, NodeId b, const Filter& filter,
                     const Sink& sink) {
  Core core(snapshot, filter.as_of);
  const auto all_a = same_actors(snapshot, a);
  const auto all_b = same_actors(snapshot, b);
  std::vector<NodeId> between;
  const auto add = [&](const storage::RelationRef& ref) {
    if (core.add(ref.node)) between.push_back(ref.node);
    return true;
  };
  for (const NodeId one : all_a) {
    for (const NodeId other : all_b) {
      snapshot.relations(one, other, filter.window, filter.as_of, add);
    }
  }
  const EdgeCursor cursor = snapshot.edge_cursor();
  for (const NodeId node : between) {
    for (const auto& ref : edges_of(cursor, node, Direction::out,
                                    {v1::EdgeKind::asserts, v1::EdgeKind::denies}, filter.as_of)) {
      core.add(ref.other);
    }
  }
  core.emit({v1::EdgeKind::made, v1::EdgeKind::initiated, v1::EdgeKind::targeted,
             v1::EdgeKind::addresses},
            sink);
}

}  // namespace casus::query

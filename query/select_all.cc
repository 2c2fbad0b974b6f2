// The whole graph, or all of it that a filter lets through, in the order of its keys, without
// holding it in memory.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/kinds.h"
#include "query/collector.h"
#include "query/involved.h"
#include "query/selection.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Visit = std::function<void(NodeId)>;

// What the filter lets through.
class Part {
 public:
  Part(const Snapshot& snapshot, const Filter& filter) : snapshot_(snapshot), filter_(filter) {
    if (bounded(filter.window)) gather();
  }

  // By what its edges say; cheap.
  bool holds(const EdgeRef& edge) const {
    return known(edge) && in(edge.self) && in(edge.other) &&
           (edge.article == 0 || in(edge.article));
  }
  bool in(NodeId node) const { return !bounded(filter_.window) || ids_.contains(node); }
  bool holds(NodeId id, const v1::Node& node) const {
    if (!in(id)) return false;
    if (!filter_.as_of.known() || bounded(filter_.window)) return true;
    if (!node.has_actor() && !node.has_place()) {
      return published_by(parse_day(node.published()).value_or(Day::unknown()), filter_.as_of);
    }
    // Actors and places belong to no article: what counts is whether one had named them by then.
    bool named = false;
    snapshot_.edges(id, {Direction::in, {v1::EdgeKind::mentions}, {}, filter_.as_of},
                    [&](const EdgeRef&) {
                      named = true;
                      return false;
                    });
    return named;
  }

 private:
  bool known(const EdgeRef& edge) const {
    const bool timeless =
        edge.kind == v1::EdgeKind::same_as &&
        (edge.other_kind == v1::NodeKind::actor || edge.other_kind == v1::NodeKind::place);
    return timeless || published_by(edge.published, filter_.as_of);
  }

  void gather() {
    std::vector<NodeId> open;
    for (const auto kind : {v1::NodeKind::event, v1::NodeKind::statement, v1::NodeKind::claim}) {
      snapshot_.newest(kind, filter_.window, [&](NodeId id, Day) {
        open.push_back(id);
        return true;
      });
    }
    const storage::EdgeCursor cursor = snapshot_.edge_cursor();
    for (std::size_t i = 0; i < open.size(); ++i) {
      std::vector<EdgeRef> edges;
      cursor.around(open[i], {}, [&](const EdgeRef& edge) {
        if (edge.kind != v1::EdgeKind::same_as && known(edge)) edges.push_back(edge);
        return true;
      });
      if (edges.empty()) continue;  // it was not known then
      ids_.insert(open[i]);
      for (const EdgeRef& edge : edges) {
        const bool item = is_a(edge.other_kind, v1::NodeKind::event) ||
                          is_a(edge.other_kind, v1::NodeKind::statement);
        if (item) continue;  // of another time, or found by itself
        if (ids_.insert(edge.other).second && edge.other_kind == v1::NodeKind::claim) {
          open.push_back(edge.other);
        }
      }
    }
  }

  const Snapshot& snapshot_;
  const Filter& filter_;
  std::unordered_set<NodeId> ids_;  // with a window
};

std::vector<EdgeRef> edges_of(const Snapshot& snapshot, NodeId node, v1::EdgeKind::Value kind) {
  EdgeFilter filter;
  filter.kinds = {kind};
  std::vector<EdgeRef> found;
  snapshot.edges(node, filter, [&](const EdgeRef& ref) {
    found.push_back(ref);
    return true;
  });
  return found;
}

// The nodes of a kind by key. Keys of events, statements and claims begin with their article's
// digits, so that articles in order, and of each what it reports in order, are in order too.
void each_by_key(const Snapshot& snapshot, const Part& part, v1::NodeKind::Value kind,
                 const Visit& visit) {
  if (kind == v1::NodeKind::article || kind == v1::NodeKind::actor || kind == v1::NodeKind::place) {
    snapshot.each(kind, [&](NodeId id) {
      if (part.in(id)) visit(id);
      return true;
    });
    return;
  }
  snapshot.each(v1::NodeKind::article, [&](NodeId article) {
    if (!part.in(article)) return true;
    std::vector<std::pair<std::string, NodeId>> reported;
    for (const auto& ref : edges_of(snapshot, article, v1::EdgeKind::reports)) {
      if (is_a(ref.other_kind, kind) && part.in(ref.other))
        reported.emplace_back(snapshot.key(ref.other), ref.other);
    }
    std::sort(reported.begin(), reported.end());
    for (const auto& [key, id] : reported) visit(id);
    return true;
  });
}

std::vector<v1::NodeKind::Value> sources_of(v1::EdgeKind::Value kind) {
  switch (kind) {
    case v1::EdgeKind::reports:
    case v1::EdgeKind::mentions:
      return {v1::NodeKind::article};
    case v1::EdgeKind::initiated:
    case v1::EdgeKind::made:
    case v1::EdgeKind::affiliated:
      return {v1::NodeKind::actor};
    case v1::EdgeKind::targeted:
    case v1::EdgeKind::located_at:
      return {v1::NodeKind::event};
    case v1::EdgeKind::within:
      return {v1::NodeKind::place};
    case v1::EdgeKind::addresses:
    case v1::EdgeKind::asserts:
    case v1::EdgeKind::denies:
      return {v1::NodeKind::statement};
    case v1::EdgeKind::about:
      return {v1::NodeKind::claim};
    default:  // SAME_AS, in the order of keys' prefixes
      return {v1::NodeKind::actor, v1::NodeKind::article, v1::NodeKind::claim,
              v1::NodeKind::event, v1::NodeKind::place,   v1::NodeKind::statement};
  }
}

void add_edges_of(const Snapshot& snapshot, const Part& part, NodeId node, v1::EdgeKind::Value kind,
                  Frames& frames) {
  std::vector<std::tuple<std::string, std::string, EdgeRef>> sorted;
  for (const auto& ref : edges_of(snapshot, node, kind)) {
    if (!part.holds(ref)) continue;
    sorted.emplace_back(snapshot.key(ref.other),
                        ref.article == 0 ? std::string() : snapshot.key(ref.article), ref);
  }
  const auto order = [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  };
  std::sort(sorted.begin(), sorted.end(), order);
  for (const auto& [to, article, ref] : sorted) frames.add(snapshot.load(ref));
}

}  // namespace

void select_all(const Snapshot& snapshot, const Filter& filter, const Sink& sink) {
  const Part part(snapshot, filter);
  Frames frames(sink);
  for (const auto kind : {v1::NodeKind::actor, v1::NodeKind::article, v1::NodeKind::claim,
                          v1::NodeKind::event, v1::NodeKind::place, v1::NodeKind::statement}) {
    each_by_key(snapshot, part, kind, [&](NodeId id) {
      auto node = snapshot.node(id);
      if (node && part.holds(id, *node)) frames.add(std::move(*node));
    });
  }
  for (int value = v1::EdgeKind::reports; value <= v1::EdgeKind::Value_MAX; ++value) {
    const auto kind = static_cast<v1::EdgeKind::Value>(value);
    if (snapshot.count(kind) == 0) continue;
    for (const auto source : sources_of(kind)) {
      each_by_key(snapshot, part, source,
                  [&](NodeId id) { add_edges_of(snapshot, part, id, kind, frames); });
    }
  }
  frames.flush();
}

}  // namespace casus::query

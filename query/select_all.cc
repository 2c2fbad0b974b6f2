// The whole graph, or all of it that a filter lets through, in the order of its keys, without
// holding it in memory.

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
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
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Visit = std::function<void(const std::vector<NodeId>&)>;

constexpr std::size_t kBatch = 512;  // nodes, or edges, that are looked up together

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

// The nodes of a kind by key, some hundred at a time. Keys of events, statements and claims begin
// with their article's digits, so that articles in order, and of each what it reports in order, are
// in order too.
void each_by_key(const Snapshot& snapshot, const Part& part, v1::NodeKind::Value kind,
                 const Visit& visit) {
  std::vector<NodeId> some;
  const auto add = [&](NodeId id) {
    some.push_back(id);
    if (some.size() < kBatch) return;
    visit(some);
    some.clear();
  };
  if (kind == v1::NodeKind::article || kind == v1::NodeKind::actor || kind == v1::NodeKind::place) {
    snapshot.each(kind, [&](NodeId id) {
      if (part.in(id)) add(id);
      return true;
    });
  } else {
    const storage::EdgeCursor cursor = snapshot.edge_cursor();
    snapshot.each(v1::NodeKind::article, [&](NodeId article) {
      if (!part.in(article)) return true;
      std::vector<NodeId> reported;
      cursor.edges(article, {Direction::out, {v1::EdgeKind::reports}, {}, {}},
                   [&](const EdgeRef& ref) {
                     if (is_a(ref.other_kind, kind) && part.in(ref.other))
                       reported.push_back(ref.other);
                     return true;
                   });
      const std::vector<std::string> keys = snapshot.keys(reported);
      std::vector<std::pair<std::string_view, NodeId>> sorted;
      for (std::size_t i = 0; i < reported.size(); ++i) sorted.emplace_back(keys[i], reported[i]);
      std::sort(sorted.begin(), sorted.end());
      for (const auto& [key, id] : sorted) add(id);
      return true;
    });
  }
  if (!some.empty()) visit(some);
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

// The edges of a kind from nodes that come in the order of their keys.
class EdgesOut {
 public:
  EdgesOut(const Snapshot& snapshot, const Part& part, v1::EdgeKind::Value kind, Frames& frames)
      : snapshot_(snapshot),
        part_(part),
        kind_(kind),
        frames_(frames),
        cursor_(snapshot.edge_cursor()) {}

  void add(const std::vector<NodeId>& sources) {
    for (const NodeId source : sources) {
      cursor_.edges(source, {Direction::out, {kind_}, {}, {}}, [&](const EdgeRef& ref) {
        if (part_.holds(ref)) edges_.push_back({number_, ref});
        return true;
      });
      ++number_;
      if (edges_.size() >= kBatch) flush();
    }
    flush();
  }

 private:
  struct Edge {
    std::size_t source = 0;  // which of the nodes it starts at
    EdgeRef ref;
  };

  // Keys are looked up together: one at a time they would take most of an export.
  void flush() {
    std::vector<NodeId> ids;
    for (const auto& [source, ref] : edges_) {
      ids.insert(ids.end(), {ref.self, ref.other});
      if (ref.article != 0) ids.push_back(ref.article);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const std::vector<std::string> keys = snapshot_.keys(ids);
    static const std::string kNone;
    const auto key = [&](NodeId id) -> const std::string& {
      if (id == 0) return kNone;
      return keys[static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) -
                                           ids.begin())];
    };
    std::sort(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) {
      return std::tie(a.source, key(a.ref.other), key(a.ref.article)) <
             std::tie(b.source, key(b.ref.other), key(b.ref.article));
    });
    for (const auto& [source, ref] : edges_) {
      frames_.add(cursor_.load(ref, key(ref.self), key(ref.other), key(ref.article)));
    }
    edges_.clear();
  }

  const Snapshot& snapshot_;
  const Part& part_;
  const v1::EdgeKind::Value kind_;
  Frames& frames_;
  const storage::EdgeCursor cursor_;
  std::vector<Edge> edges_;
  std::size_t number_ = 0;
};

}  // namespace

void select_all(const Snapshot& snapshot, const Filter& filter, const Sink& sink) {
  const Part part(snapshot, filter);
  Frames frames(sink);
  for (const auto kind : {v1::NodeKind::actor, v1::NodeKind::article, v1::NodeKind::claim,
                          v1::NodeKind::event, v1::NodeKind::place, v1::NodeKind::statement}) {
    each_by_key(snapshot, part, kind, [&](const std::vector<NodeId>& ids) {
      auto nodes = snapshot.nodes(ids);
      for (std::size_t i = 0; i < ids.size(); ++i) {
        if (nodes[i] && part.holds(ids[i], *nodes[i])) frames.add(std::move(*nodes[i]));
      }
    });
  }
  for (int value = v1::EdgeKind::reports; value <= v1::EdgeKind::Value_MAX; ++value) {
    const auto kind = static_cast<v1::EdgeKind::Value>(value);
    if (snapshot.count(kind) == 0) continue;
    EdgesOut edges(snapshot, part, kind, frames);
    for (const auto source : sources_of(kind)) {
      each_by_key(snapshot, part, source, [&](const std::vector<NodeId>& ids) { edges.add(ids); });
    }
  }
  frames.flush();
}

}  // namespace casus::query

#include "query/path_search.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

// An edge counts one hop in the high byte, and below it how old it is, so that sums compare as
// pairs do.
using Cost = std::uint64_t;
constexpr Cost kHop = Cost{1} << 56U;
constexpr Cost kInfinite = std::numeric_limits<Cost>::max();
constexpr std::int32_t kLastDay = 2'932'896;    // 9999-12-31
constexpr std::int32_t kUnknownDay = -719'163;  // the day before 0001-01-01

Cost cost_of(const ViewEdge& edge) {
  const Day day = edge.ref.day.known() ? edge.ref.day : edge.ref.published;
  return kHop + static_cast<Cost>(kLastDay - (day.known() ? day.value : kUnknownDay));
}

using Costs = std::unordered_map<NodeId, Cost>;

// What may be walked of a view.
class Ways {
 public:
  Ways(const GraphView& view, std::span<const v1::EdgeKind::Value> kinds, const EdgeGate& gate)
      : view_(view), gate_(gate) {
    for (const v1::EdgeKind::Value kind : kinds) open_.set(static_cast<std::size_t>(kind));
    if (kinds.empty()) open_.set();
  }

  template <typename Visit>
  void each(NodeId vertex, const Visit& visit) const {
    for (const ViewEdge& edge : view_.out(vertex)) {
      if (!open_.test(static_cast<std::size_t>(edge.ref.kind))) continue;
      if (!gate_ || gate_(edge)) visit(edge);
    }
  }
  std::size_t degree(NodeId vertex) const {
    std::size_t count = 0;
    each(vertex, [&](const ViewEdge&) { ++count; });
    return count;
  }
  const Snapshot& snapshot() const { return view_.snapshot(); }

 private:
  const GraphView& view_;
  const EdgeGate& gate_;
  std::bitset<v1::EdgeKind::Value_ARRAYSIZE> open_;
};

// What lies within so many hops of one end, hop by hop, with the cheapest way there.
class Ball {
 public:
  explicit Ball(NodeId centre) : layers_{{centre}}, costs_{{centre, 0}} {}

  unsigned radius() const { return static_cast<unsigned>(layers_.size() - 1); }
  const std::vector<NodeId>& layer(unsigned hops) const { return layers_[hops]; }
  const std::vector<NodeId>& rim() const { return layers_.back(); }
  const Costs& costs() const { return costs_; }
  bool contains(NodeId vertex) const { return costs_.contains(vertex); }

  // All edges of the rim are looked at: what is cheapest of its neighbours is known then.
  void grow(const Ways& ways) {
    std::vector<NodeId> next;
    for (const NodeId vertex : rim()) {
      const Cost here = costs_.at(vertex);
      ways.each(vertex, [&](const ViewEdge& edge) {
        const auto [at, inserted] = costs_.try_emplace(edge.target, kInfinite);
        if (inserted) next.push_back(edge.target);
        at->second = std::min(at->second, here + cost_of(edge));
      });
    }
    std::sort(next.begin(), next.end());  // as they lie in the store
    layers_.push_back(std::move(next));
  }

 private:
  std::vector<std::vector<NodeId>> layers_;
  Costs costs_;
};

// The costs from the centre of `near` on all shortest ways to the centre of `far`, whose rims
// touch.
Costs costs_across(const Ways& ways, const Ball& near, const Ball& far) {
  Costs costs = near.costs();
  std::unordered_set<NodeId> reached;  // of the layer before
  for (const NodeId vertex : far.rim()) {
    if (near.contains(vertex)) reached.insert(vertex);
  }
  for (unsigned hops = far.radius(); hops-- > 0;) {
    std::unordered_set<NodeId> next;
    for (const NodeId vertex : far.layer(hops)) {
      ways.each(vertex, [&](const ViewEdge& edge) {
        if (!reached.contains(edge.target)) return;
        const auto [at, inserted] = costs.try_emplace(vertex, kInfinite);
        at->second = std::min(at->second, costs.at(edge.target) + cost_of(edge));
        next.insert(vertex);
      });
    }
    reached = std::move(next);
  }
  return costs;
}

bool touch(const Ball& a, const Ball& b) {
  const Ball& fewer = a.rim().size() < b.rim().size() ? a : b;
  const Ball& more = &fewer == &a ? b : a;
  return std::any_of(fewer.rim().begin(), fewer.rim().end(),
                     [&](NodeId vertex) { return more.contains(vertex); });
}

// Against the costs found, from `to` back to `from`.
std::vector<ViewEdge> trace_back(const Ways& ways, NodeId from, NodeId to, const Costs& costs) {
  const auto rank = [&](const ViewEdge& edge) {
    const NodeId article = edge.ref.article;
    return std::tuple(ways.snapshot().key(edge.target), edge.ref.kind, edge.ref.direction,
                      article == 0 ? std::string() : ways.snapshot().key(article));
  };
  std::vector<ViewEdge> chain;
  for (NodeId at = to; at != from;) {
    std::vector<const ViewEdge*> equals;
    ways.each(at, [&](const ViewEdge& edge) {
      const auto before = costs.find(edge.target);
      if (before != costs.end() && before->second + cost_of(edge) == costs.at(at)) {
        equals.push_back(&edge);
      }
    });
    const ViewEdge* best = equals.front();
    if (equals.size() > 1) {
      best = *std::min_element(equals.begin(), equals.end(),
                               [&](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    }
    chain.push_back(*best);
    at = best->target;
  }
  return chain;
}

// The same chain from its other end.
void turn(std::vector<ViewEdge>& chain) {
  std::reverse(chain.begin(), chain.end());
  for (ViewEdge& edge : chain) std::swap(edge.source, edge.target);
}

}  // namespace

std::optional<std::vector<ViewEdge>> cheapest_path(const GraphView& view, NodeId from, NodeId to,
                                                   unsigned max_hops,
                                                   std::span<const v1::EdgeKind::Value> kinds,
                                                   const EdgeGate& open) {
  const Ways ways(view, kinds, open);
  // Of equals those are chosen that are met first from the end with more edges.
  const bool turned = ways.degree(from) > ways.degree(to);
  const NodeId start = turned ? to : from;
  const NodeId target = turned ? from : to;
  Ball near(start);
  Ball far(target);
  // The smaller one grows: one that is all of its part of the graph ends the search.
  while (!touch(near, far)) {
    if (near.rim().empty() || far.rim().empty()) return std::nullopt;
    if (near.radius() + far.radius() == max_hops) return std::nullopt;
    (near.rim().size() <= far.rim().size() ? near : far).grow(ways);
  }
  auto chain = trace_back(ways, start, target, costs_across(ways, near, far));
  if (!turned) turn(chain);
  return chain;
}

}  // namespace casus::query

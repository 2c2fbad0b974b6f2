#include "query/path_search.h"

#include <algorithm>
#include <boost/graph/astar_search.hpp>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace casus::query {

using storage::NodeId;

namespace {

// An edge counts one hop in the high byte, and below it how old it is, so that sums compare as
// pairs do.
using Cost = std::uint64_t;
constexpr Cost kHop = Cost{1} << 56U;
constexpr Cost kInfinite = std::numeric_limits<Cost>::max();
constexpr std::int32_t kLastDay = 2'932'896;    // 9999-12-31
constexpr std::int32_t kUnknownDay = -719'163;  // the day before 0001-01-01
constexpr std::size_t kSmall = 200;

Cost cost_of(const ViewEdge& edge) {
  const Day day = edge.ref.day.known() ? edge.ref.day : edge.ref.published;
  return kHop + static_cast<Cost>(kLastDay - (day.known() ? day.value : kUnknownDay));
}

// Costs by vertex, infinite where nothing is known yet. Copies share what they hold.
class Costs {
 public:
  using key_type = NodeId;
  using value_type = Cost;
  using reference = Cost;
  using category = boost::read_write_property_map_tag;

  friend Cost get(const Costs& costs, NodeId vertex) {
    const auto found = costs.known_->find(vertex);
    return found == costs.known_->end() ? kInfinite : found->second;
  }
  friend void put(const Costs& costs, NodeId vertex, Cost cost) { (*costs.known_)[vertex] = cost; }

 private:
  std::shared_ptr<std::unordered_map<NodeId, Cost>> known_ =
      std::make_shared<std::unordered_map<NodeId, Cost>>();
};

struct EdgeCosts {
  using key_type = ViewEdge;
  using value_type = Cost;
  using reference = Cost;
  using category = boost::readable_property_map_tag;
  friend Cost get(const EdgeCosts& /*map*/, const ViewEdge& edge) { return cost_of(edge); }
};

// What is at least left to go: from the target's neighbours the edge to it, since any other way is
// two hops; from all others two hops. Consistent, so that no vertex gets cheaper once it has been
// examined.
class Remaining {
 public:
  Remaining(const GraphView& view, NodeId target) {
    for (const ViewEdge& edge : view.out(target)) {
      const auto [at, inserted] = direct_.try_emplace(edge.target, cost_of(edge));
      if (!inserted) at->second = std::min(at->second, cost_of(edge));
    }
    direct_[target] = 0;
  }

  Cost operator()(NodeId vertex) const {
    const auto found = direct_.find(vertex);
    return found == direct_.end() ? 2 * kHop : found->second;
  }

 private:
  std::unordered_map<NodeId, Cost> direct_;
};

// Boost's search knows no other way to end before its queue is empty.
struct Enough {};

class Visitor : public boost::default_astar_visitor {
 public:
  Visitor(NodeId target, Cost most, Costs costs, Costs estimates)
      : target_(target), most_(most), costs_(std::move(costs)), estimates_(std::move(estimates)) {}

  // Vertices come in the order of their estimates. What ties with the target is looked at too, so
  // that the choice among equals does not depend on the order of arrival.
  void examine_vertex(NodeId vertex, const GraphView& /*view*/) const {
    const Cost best = std::min(most_, get(costs_, target_));
    if (get(estimates_, vertex) > best) throw Enough{};
  }

 private:
  NodeId target_;
  Cost most_;
  Costs costs_;
  Costs estimates_;
};

// Against the costs found, from the target back to `from`.
std::vector<ViewEdge> trace_back(const GraphView& view, NodeId from, NodeId to,
                                 const Costs& costs) {
  const auto rank = [&](const ViewEdge& edge) {
    const NodeId article = edge.ref.article;
    return std::tuple(view.snapshot().key(edge.target), edge.ref.kind, edge.ref.direction,
                      article == 0 ? std::string() : view.snapshot().key(article));
  };
  std::vector<ViewEdge> chain;
  for (NodeId at = to; at != from;) {
    std::vector<const ViewEdge*> equals;
    for (const ViewEdge& edge : view.out(at)) {
      const Cost before = get(costs, edge.target);
      if (before != kInfinite && before + cost_of(edge) == get(costs, at)) equals.push_back(&edge);
    }
    const ViewEdge* best = equals.front();
    if (equals.size() > 1) {
      best = *std::min_element(equals.begin(), equals.end(),
                               [&](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    }
    chain.push_back(*best);
    at = best->target;
  }
  // Found from the far end: each edge is turned round.
  std::reverse(chain.begin(), chain.end());
  for (ViewEdge& edge : chain) std::swap(edge.source, edge.target);
  return chain;
}

// Whether all that can be reached from `from` is little, and `to` is not in it.
bool dead_end(const GraphView& view, NodeId from, NodeId to, unsigned max_hops) {
  std::size_t seen = 0;
  bool open = false;
  const std::vector<NodeId> sources{from};
  breadth_first(view, sources, max_hops, [&](NodeId vertex, unsigned) {
    open = vertex == to || ++seen > kSmall;
    return !open;
  });
  return !open;
}

}  // namespace

std::optional<std::vector<ViewEdge>> cheapest_path(const GraphView& view, NodeId from, NodeId to,
                                                   unsigned max_hops) {
  if (view.out(from).empty() || view.out(to).empty()) return std::nullopt;
  if (dead_end(view, from, to, max_hops) || dead_end(view, to, from, max_hops)) return std::nullopt;
  // From the end with fewer edges: those of the other one are the estimates.
  const bool turned = view.out(from).size() > view.out(to).size();
  const NodeId start = turned ? to : from;
  const NodeId target = turned ? from : to;

  const Remaining remaining(view, target);
  const Costs costs;
  const Costs estimates;
  put(costs, start, 0);
  put(estimates, start, remaining(start));
  try {
    boost::astar_search_no_init_tree(
        view, start, remaining, Visitor(target, (max_hops + Cost{1}) * kHop - 1, costs, estimates),
        boost::dummy_property_map(), estimates, costs, EdgeCosts{}, std::less<Cost>(),
        boost::closed_plus<Cost>(kInfinite), kInfinite, Cost{0});
  } catch (const Enough&) {
  }
  if (get(costs, target) >= (max_hops + Cost{1}) * kHop) return std::nullopt;
  auto chain = trace_back(view, start, target, costs);
  if (turned) {
    std::reverse(chain.begin(), chain.end());
    for (ViewEdge& edge : chain) std::swap(edge.source, edge.target);
  }
  return chain;
}

}  // namespace casus::query

#include "query/rank.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "query/actor_network.h"
#include "query/names.h"

namespace casus::query {
namespace {

using Vertex = ActorNetwork::Vertex;

std::uint32_t neighbours(const ActorNetwork& network, Vertex vertex) {
  return static_cast<std::uint32_t>(boost::out_degree(vertex, network.graph()));
}

// Of the vertices in their components.
struct Components {
  explicit Components(const ActorNetwork& network) : numbers(components(network)) {
    for (Vertex vertex = 0; vertex < numbers.size(); ++vertex) {
      if (numbers[vertex] == firsts.size()) {
        firsts.push_back(vertex);
        sizes.push_back(0);
      }
      ++sizes[numbers[vertex]];
    }
  }
  std::vector<Vertex> numbers;
  std::vector<Vertex> firsts;  // by number
  std::vector<std::uint32_t> sizes;
};

}  // namespace

Ranking rank(const storage::Snapshot& snapshot, RankBy by, const Filter& filter,
             const Sampling& sampling) {
  const ActorNetwork network = network_of(snapshot, filter.window, filter.as_of);
  const std::vector<double> page_ranks = page_rank(network);
  std::vector<double> between;
  if (by == RankBy::betweenness) between = betweenness(network, sampling);
  std::optional<Components> groups;
  if (by == RankBy::components) groups.emplace(network);

  // The measure, and what tells equals apart that are not to be told apart by key alone.
  using Measure = std::tuple<double, Vertex, std::uint32_t>;
  const auto measure = [&](Vertex vertex) -> Measure {
    switch (by) {
      case RankBy::neighbours:
        return {neighbours(network, vertex), 0, 0};
      case RankBy::events:
        return {static_cast<double>(network.events(vertex).size()), 0, 0};
      case RankBy::betweenness:
        return {between[vertex], 0, 0};
      case RankBy::components: {
        const Vertex group = groups->numbers[vertex];
        return {groups->sizes[group], static_cast<Vertex>(groups->firsts.size()) - group,
                neighbours(network, vertex)};
      }
      case RankBy::page_rank:
        break;
    }
    return {page_ranks[vertex], 0, 0};
  };
  std::vector<std::pair<Measure, Vertex>> order;
  order.reserve(network.size());
  for (Vertex vertex = 0; vertex < network.size(); ++vertex) {
    order.emplace_back(measure(vertex), vertex);
  }
  const bool all = filter.limit == 0 || filter.limit >= order.size();
  const auto end = all ? order.end() : order.begin() + static_cast<std::ptrdiff_t>(filter.limit);
  // Vertices are in the order of keys.
  std::partial_sort(order.begin(), end, order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  order.erase(end, order.end());

  const auto reference = [&](Vertex vertex, v1::NodeRef& ref) {
    ref.set_key(snapshot.key(network.actor(vertex)));
    ref.set_name(display_name(snapshot, network.actor(vertex)));
  };
  Ranking answer;
  answer.actors = network.size();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& [value, vertex] = order[i];
    const bool shared = i > 0 && std::get<0>(value) == std::get<0>(order[i - 1].first);
    v1::Rank& entry = answer.ranks.emplace_back();
    entry.set_place(shared ? answer.ranks[i - 1].place() : static_cast<std::uint32_t>(i + 1));
    reference(vertex, *entry.mutable_actor());
    entry.set_page_rank(page_ranks[vertex]);
    entry.set_neighbours(neighbours(network, vertex));
    entry.set_events(static_cast<std::uint32_t>(network.events(vertex).size()));
    if (by == RankBy::betweenness) entry.set_betweenness(between[vertex]);
    if (groups) {
      const Vertex group = groups->numbers[vertex];
      reference(groups->firsts[group], *entry.mutable_component());
      entry.set_component_size(groups->sizes[group]);
    }
  }
  return answer;
}

}  // namespace casus::query

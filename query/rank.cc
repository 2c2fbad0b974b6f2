#include "query/rank.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "query/actor_network.h"
#include "query/names.h"
#include "query/same_actor.h"

namespace casus::query {

std::vector<v1::Rank> rank(const storage::Snapshot& snapshot, RankBy by, const Filter& filter) {
  const ActorNetwork network(snapshot, filter.window, filter.as_of);
  const std::vector<double> page_ranks = page_rank(network);
  const auto neighbours = [&](ActorNetwork::Vertex v) {
    return static_cast<std::uint32_t>(boost::out_degree(v, network.graph()));
  };
  const auto measure = [&](ActorNetwork::Vertex v) {
    switch (by) {
      case RankBy::neighbours:
        return static_cast<double>(neighbours(v));
      case RankBy::events:
        return static_cast<double>(network.events(v).size());
      case RankBy::page_rank:
        break;
    }
    return page_ranks[v];
  };

  std::vector<std::pair<double, ActorNetwork::Vertex>> order;
  for (ActorNetwork::Vertex v = 0; v < network.size(); ++v) order.emplace_back(-measure(v), v);
  std::sort(order.begin(), order.end());
  // Those that share the last place are told apart by key.
  std::size_t size = order.size();
  if (filter.limit != 0 && size > filter.limit) {
    size = filter.limit;
    while (size < order.size() && order[size].first == order[size - 1].first) ++size;
  }
  std::vector<std::tuple<double, std::string, ActorNetwork::Vertex>> ranked;
  for (std::size_t i = 0; i < size; ++i) {
    const auto& [value, vertex] = order[i];
    ranked.emplace_back(value, snapshot.key(naming_actor(snapshot, network.actor(vertex))), vertex);
  }
  std::sort(ranked.begin(), ranked.end());
  if (filter.limit != 0 && ranked.size() > filter.limit) ranked.resize(filter.limit);

  std::vector<v1::Rank> answer;
  for (const auto& [value, key, vertex] : ranked) {
    v1::Rank& entry = answer.emplace_back();
    const bool shared = answer.size() > 1 && value == std::get<0>(ranked[answer.size() - 2]);
    entry.set_place(shared ? answer[answer.size() - 2].place()
                           : static_cast<std::uint32_t>(answer.size()));
    entry.mutable_actor()->set_key(key);
    entry.mutable_actor()->set_name(display_name(snapshot, *snapshot.find(key)));
    entry.set_page_rank(page_ranks[vertex]);
    entry.set_neighbours(neighbours(vertex));
    entry.set_events(static_cast<std::uint32_t>(network.events(vertex).size()));
  }
  return answer;
}

}  // namespace casus::query

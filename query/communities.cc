#include "query/communities.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "query/names.h"

namespace casus::query {
namespace {

using Vertex = ActorNetwork::Vertex;

// A network whose vertices are actors, or communities of the network before.
struct Level {
  std::vector<std::size_t> ends{0};
  std::vector<std::pair<Vertex, double>> ties;  // other vertices, and weights; both ways
  std::vector<double> strengths;  // of each vertex all its ties, those within it twice

  std::size_t size() const { return strengths.size(); }
  template <typename Visit>
  void each_tie(Vertex vertex, const Visit& visit) const {
    for (std::size_t i = ends[vertex]; i < ends[vertex + 1]; ++i) {
      visit(ties[i].first, ties[i].second);
    }
  }
};

Level level_of(const ActorNetwork& network) {
  Level level;
  const ActorNetwork::Graph& graph = network.graph();
  level.ties.reserve(boost::num_edges(graph));
  for (Vertex vertex = 0; vertex < network.size(); ++vertex) {
    double strength = 0;
    for (auto [at, end] = boost::out_edges(vertex, graph); at != end; ++at) {
      const auto weight = static_cast<double>(graph[*at].events);
      level.ties.emplace_back(static_cast<Vertex>(boost::target(*at, graph)), weight);
      strength += weight;
    }
    level.ends.push_back(level.ties.size());
    level.strengths.push_back(strength);
  }
  return level;
}

// Sums by community, emptied in the time that it took to fill them.
class Sums {
 public:
  explicit Sums(std::size_t size) : sums_(size, kNone) {}
  void add(Vertex community, double weight) {
    if (sums_[community] == kNone) {
      sums_[community] = 0;
      touched_.push_back(community);
    }
    sums_[community] += weight;
  }
  template <typename Visit>
  void drain(const Visit& visit) {
    for (const Vertex community : touched_)
      visit(community, std::exchange(sums_[community], kNone));
    touched_.clear();
  }

 private:
  static constexpr double kNone = -1;
  std::vector<double> sums_;
  std::vector<Vertex> touched_;
};

// The community of each vertex, once none would gain by moving.
std::vector<Vertex> settle(const Level& level) {
  // What the last rounds still move is next to nothing.
  constexpr int kMostRounds = 50;
  const double all = std::accumulate(level.strengths.begin(), level.strengths.end(), 0.0);
  std::vector<Vertex> communities(level.size());
  std::iota(communities.begin(), communities.end(), Vertex{0});
  std::vector<double> totals = level.strengths;
  Sums sums(level.size());
  bool moved = true;
  for (int round = 0; moved && round < kMostRounds; ++round) {
    moved = false;
    for (Vertex vertex = 0; vertex < level.size(); ++vertex) {
      const Vertex from = communities[vertex];
      const double strength = level.strengths[vertex];
      totals[from] -= strength;
      sums.add(from, 0);
      level.each_tie(vertex,
                     [&](Vertex other, double weight) { sums.add(communities[other], weight); });
      // More ties to a community than were to be expected by chance. Whoever would gain nothing
      // stays, whoever gains the same in two goes to the first.
      Vertex best = from;
      double most = -std::numeric_limits<double>::infinity();
      sums.drain([&](Vertex community, double weight) {
        const double gain = weight - totals[community] * strength / all;
        const bool better = gain > most || (gain == most && best != from && community < best);
        if (better) {
          best = community;
          most = gain;
        }
      });
      totals[best] += strength;
      communities[vertex] = best;
      moved = moved || best != from;
    }
  }
  return communities;
}

// Gives the communities numbers from 0 in the order of their first vertices; how many there are.
std::size_t number(std::vector<Vertex>& communities) {
  constexpr Vertex kNone = std::numeric_limits<Vertex>::max();
  std::vector<Vertex> numbers(communities.size(), kNone);
  Vertex next = 0;
  for (Vertex& community : communities) {
    if (numbers[community] == kNone) numbers[community] = next++;
    community = numbers[community];
  }
  return next;
}

// The network of these communities.
Level merged(const Level& level, const std::vector<Vertex>& communities, std::size_t count) {
  std::vector<std::vector<Vertex>> members(count);
  for (Vertex vertex = 0; vertex < level.size(); ++vertex) {
    members[communities[vertex]].push_back(vertex);
  }
  Level next;
  Sums sums(count);
  for (Vertex community = 0; community < count; ++community) {
    double strength = 0;
    for (const Vertex vertex : members[community]) {
      strength += level.strengths[vertex];
      level.each_tie(vertex, [&](Vertex other, double weight) {
        if (communities[other] != community) sums.add(communities[other], weight);
      });
    }
    sums.drain([&](Vertex other, double weight) { next.ties.emplace_back(other, weight); });
    next.ends.push_back(next.ties.size());
    next.strengths.push_back(strength);
  }
  return next;
}

}  // namespace

std::vector<Vertex> communities_of(const ActorNetwork& network) {
  std::vector<Vertex> all(network.size());
  std::iota(all.begin(), all.end(), Vertex{0});
  Level level = level_of(network);
  for (;;) {
    std::vector<Vertex> communities = settle(level);
    const std::size_t count = number(communities);
    for (Vertex& community : all) community = communities[community];
    if (count == level.size()) return all;
    level = merged(level, communities, count);
  }
}

std::vector<v1::Community> communities(const storage::Snapshot& snapshot,
                                       const CommunityQuestion& question) {
  const ActorNetwork network = network_of(snapshot, question.filter.window, question.filter.as_of);
  const std::vector<Vertex> of_vertex = communities_of(network);
  const ActorNetwork::Graph& graph = network.graph();

  struct Member {
    Vertex vertex = 0;
    std::uint64_t inside = 0;
    std::uint64_t outside = 0;
  };
  std::vector<std::vector<Member>> groups;
  double all = 0;
  for (Vertex vertex = 0; vertex < network.size(); ++vertex) {
    Member member{vertex};
    for (auto [at, end] = boost::out_edges(vertex, graph); at != end; ++at) {
      const bool inside = of_vertex[boost::target(*at, graph)] == of_vertex[vertex];
      (inside ? member.inside : member.outside) += graph[*at].events;
    }
    all += static_cast<double>(member.inside + member.outside);
    if (groups.size() <= of_vertex[vertex]) groups.resize(of_vertex[vertex] + 1);
    groups[of_vertex[vertex]].push_back(member);
  }
  std::erase_if(groups, [](const std::vector<Member>& group) { return group.size() < 2; });
  std::stable_sort(groups.begin(), groups.end(),
                   [](auto& a, auto& b) { return a.size() > b.size(); });

  std::vector<v1::Community> answer;
  const std::optional<Vertex> wanted =
      question.actor == 0 ? std::nullopt : network.vertex(question.actor);
  if (question.actor != 0 && !wanted) return answer;
  for (std::size_t place = 0; place < groups.size(); ++place) {
    std::vector<Member>& group = groups[place];
    if (question.filter.limit != 0 && answer.size() == question.filter.limit) break;
    if (wanted && of_vertex[group.front().vertex] != of_vertex[*wanted]) continue;
    v1::Community& community = answer.emplace_back();
    community.set_place(static_cast<std::uint32_t>(place + 1));
    community.set_size(static_cast<std::uint32_t>(group.size()));
    std::uint64_t inside = 0;
    std::uint64_t outside = 0;
    for (const Member& member : group) {
      inside += member.inside;
      outside += member.outside;
    }
    community.set_ties_inside(inside / 2);
    community.set_ties_outside(outside);
    const double expected = static_cast<double>(inside + outside) / all;
    community.set_modularity(static_cast<double>(inside) / all - expected * expected);
    std::stable_sort(group.begin(), group.end(),
                     [](const Member& a, const Member& b) { return a.inside > b.inside; });
    if (question.members != 0 && group.size() > question.members) group.resize(question.members);
    for (const Member& member : group) {
      const storage::NodeId id = network.actor(member.vertex);
      v1::CommunityMember& entry = *community.add_members();
      entry.mutable_actor()->set_key(snapshot.key(id));
      entry.mutable_actor()->set_name(display_name(snapshot, id));
      entry.set_ties_inside(static_cast<std::uint32_t>(member.inside));
      entry.set_ties_outside(static_cast<std::uint32_t>(member.outside));
    }
  }
  return answer;
}

}  // namespace casus::query

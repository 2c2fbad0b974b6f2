#include "query/centrality.h"

#include <catch2/catch.hpp>
#include <limits>
#include <numeric>
#include <set>

#include "query/rank.h"
#include "tests/storage/synthetic.h"
#include "world.h"

namespace casus::query {
namespace {

using Vertex = ActorNetwork::Vertex;

std::vector<Vertex> neighbours(const ActorNetwork& network, Vertex vertex) {
  const auto [begin, end] = boost::adjacent_vertices(vertex, network.graph());
  return {begin, end};
}

// Steps and numbers of shortest paths between all pairs, by following all edges again and again.
struct AllPaths {
  static constexpr unsigned kFar = std::numeric_limits<unsigned>::max() / 4;

  explicit AllPaths(const ActorNetwork& network)
      : steps(network.size(), std::vector<unsigned>(network.size(), kFar)),
        paths(network.size(), std::vector<double>(network.size())) {
    for (Vertex from = 0; from < network.size(); ++from) {
      steps[from][from] = 0;
      paths[from][from] = 1;
      for (unsigned step = 1; step <= network.size(); ++step) {
        for (Vertex at = 0; at < network.size(); ++at) {
          if (steps[from][at] != step - 1) continue;
          for (const Vertex next : neighbours(network, at)) {
            if (steps[from][next] < step) continue;
            steps[from][next] = step;
            paths[from][next] += paths[from][at];
          }
        }
      }
    }
  }
  std::vector<std::vector<unsigned>> steps;
  std::vector<std::vector<double>> paths;
};

std::vector<double> naive_betweenness(const ActorNetwork& network) {
  const AllPaths all(network);
  const std::size_t size = network.size();
  std::vector<double> between(size);
  for (Vertex over = 0; over < size; ++over) {
    for (Vertex from = 0; from < size; ++from) {
      for (Vertex to = 0; to < size; ++to) {
        const bool apart = from != to && from != over && to != over;
        if (!apart || all.steps[from][to] >= AllPaths::kFar) continue;
        if (all.steps[from][over] + all.steps[over][to] != all.steps[from][to]) continue;
        between[over] += all.paths[from][over] * all.paths[over][to] / all.paths[from][to];
      }
    }
    between[over] /= static_cast<double>((size - 1) * (size - 2));
  }
  return between;
}

// Of events of few days only, so that not everybody is linked with everybody.
ActorNetwork network(const storage::Store& store) {
  const DayWindow window = GENERATE(DayWindow{}, DayWindow{Day{19696}, Day{19696}});
  return {*store.snapshot(), window, Day::unknown()};
}

}  // namespace

TEST_CASE("ranks sum up to one, and follow from the neighbours' ranks") {
  const auto store = storage::filled(25);
  const ActorNetwork network(*store->snapshot(), {}, Day::unknown());
  const std::vector<double> rank = page_rank(network, 200);
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1));
  for (Vertex v = 0; v < network.size(); ++v) {
    double sum = 0;
    for (const Vertex other : neighbours(network, v)) {
      sum += rank[other] / static_cast<double>(boost::out_degree(other, network.graph()));
    }
    CHECK(rank[v] == Approx(0.15 / static_cast<double>(network.size()) + 0.85 * sum));
  }
}

TEST_CASE("who has no neighbours passes nothing on") {
  test::Report alone("w1", "Gazette", "2031-03-02", "Lund marched.");
  alone.actor("actor:lund", "Lund", v1::ActorKind::person);
  alone.event("e1", "PROTEST", "2031-03-01", "marched").add_initiators()->set_actor("actor:lund");
  const auto store = test::store_of({alone});
  const ActorNetwork network(*store->snapshot(), {}, Day::unknown());
  CHECK(page_rank(network) == std::vector<double>{1 - 0.85});
}

TEST_CASE("who stands between others is on their shortest paths") {
  const auto store = storage::filled(12);
  const ActorNetwork actors = network(*store);
  const std::vector<double> expected = naive_betweenness(actors);
  const std::vector<double> found = betweenness(actors, {0, 1});
  REQUIRE(found.size() == expected.size());
  for (Vertex v = 0; v < actors.size(); ++v) CHECK(found[v] == Approx(expected[v]).margin(1e-12));
  CHECK(betweenness(actors, {actors.size(), 9}) == found);
}

TEST_CASE("an estimate of who stands between others depends on the seed and on nothing else") {
  const auto store = storage::filled(25);
  const ActorNetwork actors(*store->snapshot(), {}, Day::unknown());
  REQUIRE(actors.size() > 4);
  CHECK(betweenness(actors, {3, 5}) == betweenness(actors, {3, 5}));
  // Over enough seeds the estimates come to what they estimate.
  const std::vector<double> all = betweenness(actors, {0, 0});
  std::vector<double> sums(actors.size());
  constexpr int kSeeds = 2000;
  for (int seed = 0; seed < kSeeds; ++seed) {
    const std::vector<double> some = betweenness(actors, {2, static_cast<std::uint64_t>(seed)});
    for (Vertex v = 0; v < actors.size(); ++v) sums[v] += some[v] / kSeeds;
  }
  for (Vertex v = 0; v < actors.size(); ++v) CHECK(sums[v] == Approx(all[v]).margin(0.01));
}

TEST_CASE("a component is all that is linked by any number of steps") {
  const auto store = storage::filled(12);
  const ActorNetwork actors = network(*store);
  const std::vector<Vertex> numbers = components(actors);
  const AllPaths all(actors);
  Vertex next = 0;
  for (Vertex a = 0; a < actors.size(); ++a) {
    CHECK(numbers[a] <= next);
    if (numbers[a] == next) ++next;
    for (Vertex b = 0; b < actors.size(); ++b) {
      CHECK((numbers[a] == numbers[b]) == (all.steps[a][b] < AllPaths::kFar));
    }
  }
}

TEST_CASE("no events have no centre") {
  const auto store = storage::filled(0);
  const ActorNetwork actors(*store->snapshot(), {}, Day::unknown());
  CHECK(page_rank(actors).empty());
  CHECK(betweenness(actors).empty());
  CHECK(components(actors).empty());
  CHECK(rank(*store->snapshot(), RankBy::betweenness, {}).ranks.empty());
}

TEST_CASE("actors are ranked by each measure, and equals by key") {
  const auto store = storage::filled(25);
  const auto snapshot = store->snapshot();
  const RankBy by = GENERATE(RankBy::page_rank, RankBy::neighbours, RankBy::events,
                             RankBy::betweenness, RankBy::components);
  const auto measure = [by](const v1::Rank& rank) -> double {
    switch (by) {
      case RankBy::neighbours:
        return rank.neighbours();
      case RankBy::events:
        return rank.events();
      case RankBy::betweenness:
        return rank.betweenness();
      case RankBy::components:
        return rank.component_size();
      case RankBy::page_rank:
        break;
    }
    return rank.page_rank();
  };
  const Ranking all = rank(*snapshot, by, {});
  REQUIRE(all.ranks.size() == all.actors);
  for (std::size_t i = 1; i < all.ranks.size(); ++i) {
    const v1::Rank& before = all.ranks[i - 1];
    const v1::Rank& one = all.ranks[i];
    CHECK(measure(before) >= measure(one));
    const bool equal = measure(before) == measure(one);
    CHECK(one.place() == (equal ? before.place() : i + 1));
    if (equal && by != RankBy::components) CHECK(before.actor().key() < one.actor().key());
    CHECK(one.has_betweenness() == (by == RankBy::betweenness));
    CHECK(one.has_component() == (by == RankBy::components));
  }
  Filter filter;
  filter.limit = 3;
  const Ranking first = rank(*snapshot, by, filter);
  CHECK(first.actors == all.actors);
  REQUIRE(first.ranks.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(first.ranks[i].SerializeAsString() == all.ranks[i].SerializeAsString());
  }
}

}  // namespace casus::query

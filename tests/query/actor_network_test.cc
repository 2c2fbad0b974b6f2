#include "query/actor_network.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "query/network_walk.h"
#include "query/same_actor.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::query {
namespace {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;
using Pairs = std::map<std::pair<NodeId, NodeId>, std::set<NodeId>>;

// Who is in one event with whom, event by event, each with its first report.
Pairs naive(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  std::map<NodeId, std::set<NodeId>> parties;
  snapshot.each(v1::NodeKind::event, [&](NodeId event) {
    for (const Direction direction : {Direction::out, Direction::in}) {
      snapshot.edges(event,
                     {direction, {v1::EdgeKind::initiated, v1::EdgeKind::targeted}, window, as_of},
                     [&](const EdgeRef& ref) {
                       if (ref.other_kind != v1::NodeKind::actor) return true;
                       const auto reports = snapshot.cluster(event, as_of);
                       parties[*std::min_element(reports.begin(), reports.end())].insert(
                           same_actors(snapshot, ref.other).front());
                       return true;
                     });
    }
    return true;
  });
  Pairs pairs;
  for (const auto& [event, actors] : parties) {
    for (const NodeId a : actors) {
      for (const NodeId b : actors) {
        if (a != b) pairs[{a, b}].insert(event);
      }
    }
  }
  return pairs;
}

// Steps from one to all others.
std::map<NodeId, unsigned> naive_distances(const Pairs& pairs, NodeId from) {
  std::map<NodeId, unsigned> distances{{from, 0}};
  for (bool more = true; more;) {
    more = false;
    for (const auto& [pair, events] : pairs) {
      const auto at = distances.find(pair.first);
      if (at == distances.end()) continue;
      const auto [other, inserted] = distances.try_emplace(pair.second, at->second + 1);
      if (!inserted && other->second <= at->second + 1) continue;
      other->second = at->second + 1;
      more = true;
    }
  }
  return distances;
}

std::size_t count_within(const Pairs& pairs, NodeId from, unsigned hops) {
  const auto distances = naive_distances(pairs, from);
  return static_cast<std::size_t>(
      std::count_if(distances.begin(), distances.end(),
                    [&](const auto& entry) { return entry.second > 0 && entry.second <= hops; }));
}

// All that can be asked of a network.
bool equal(const ActorNetwork& a, const ActorNetwork& b) {
  if (a.size() != b.size() || boost::num_edges(a.graph()) != boost::num_edges(b.graph())) {
    return false;
  }
  for (ActorNetwork::Vertex v = 0; v < a.size(); ++v) {
    if (a.actor(v) != b.actor(v) || a.vertex(a.actor(v)) != b.vertex(a.actor(v))) return false;
    const auto parts = b.events(v);
    std::size_t at = 0;
    for (const ActorNetwork::Part& part : a.events(v)) {
      const auto& other = parts[at++];
      if (part.day != other.day || part.event != other.event) return false;
      const auto here = a.parties(part.event);
      const auto there = b.parties(part.event);
      if (!std::equal(here.begin(), here.end(), there.begin(), there.end())) return false;
    }
    if (at != parts.size()) return false;
  }
  auto [there, end] = boost::edges(b.graph());
  for (auto [at, last] = boost::edges(a.graph()); at != last; ++at, ++there) {
    if (boost::source(*at, a.graph()) != boost::source(*there, b.graph()) ||
        boost::target(*at, a.graph()) != boost::target(*there, b.graph()) ||
        a.graph()[*at].events != b.graph()[*there].events) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a network is kept beside its store until that changes") {
  const storage::TempDir dir;
  const std::filesystem::path file = dir.path() / "actor-network.derived";
  const auto store = storage::Store::open(dir.path(), {});
  for (std::uint32_t i = 0; i < 20; ++i) store->put(storage::synthetic(i, 0));
  const auto made = [&] { return ActorNetwork(*store->snapshot(), {}, Day::unknown()); };
  CHECK(equal(ActorNetwork::kept(*store->snapshot()), made()));
  CHECK_FALSE(std::filesystem::exists(file));  // too small to be worth it

  CHECK(equal(ActorNetwork::kept(*store->snapshot(), 0), made()));
  REQUIRE(std::filesystem::exists(file));
  const auto written = std::filesystem::last_write_time(file);
  CHECK(equal(ActorNetwork::kept(*store->snapshot(), 0), made()));
  CHECK(std::filesystem::last_write_time(file) == written);
  CHECK(equal(network_of(*store->snapshot(), {}, Day::unknown()), made()));

  store->put(storage::synthetic(20, 0));
  CHECK(equal(ActorNetwork::kept(*store->snapshot(), 0), made()));
  std::ofstream(file) << "no network";
  CHECK(equal(ActorNetwork::kept(*store->snapshot(), 0), made()));
}

TEST_CASE("vertices follow each other by key") {
  const auto store = storage::filled(25);
  const auto snapshot = store->snapshot();
  const ActorNetwork network(*snapshot, {}, Day::unknown());
  for (ActorNetwork::Vertex v = 1; v < network.size(); ++v) {
    CHECK(snapshot->key(network.actor(v - 1)) < snapshot->key(network.actor(v)));
  }
}

TEST_CASE("the network of actors is who is in one event with whom") {
  const auto store = storage::filled(25);
  const auto snapshot = store->snapshot();
  const DayWindow window =
      GENERATE(DayWindow{}, DayWindow{Day{19696}, Day{19697}}, DayWindow{Day{19698}, {}});
  const Day as_of = GENERATE(Day::unknown(), Day{19702});
  const ActorNetwork network(*snapshot, window, as_of);
  const Pairs expected = naive(*snapshot, window, as_of);
  std::map<std::pair<NodeId, NodeId>, std::size_t> weights;
  for (auto [at, end] = boost::edges(network.graph()); at != end; ++at) {
    const auto from = network.actor(boost::source(*at, network.graph()));
    weights[{from, network.actor(boost::target(*at, network.graph()))}] =
        network.graph()[*at].events;
  }
  CHECK(weights.size() == expected.size());
  for (const auto& [pair, events] : expected) CHECK(weights[pair] == events.size());

  NetworkWalk walk(network);
  for (ActorNetwork::Vertex from = 0; from < network.size(); ++from) {
    const auto distances = naive_distances(expected, network.actor(from));
    for (ActorNetwork::Vertex to = 0; to < network.size(); ++to) {
      const auto wanted = distances.find(network.actor(to));
      const auto found = walk.distance(from, to);
      CHECK(found.has_value() == (wanted != distances.end()));
      if (found) CHECK(*found == wanted->second);
    }
    for (unsigned hops = 0; hops < 4; ++hops) {
      CHECK(walk.within(from, hops) == count_within(expected, network.actor(from), hops));
    }
  }
}

TEST_CASE("a walk in a window is a walk in the network of that window") {
  const auto store = storage::filled(6);
  const auto snapshot = store->snapshot();
  const DayWindow window{Day{19696}, Day{19697}};
  const ActorNetwork all(*snapshot, {}, Day::unknown());
  const ActorNetwork some(*snapshot, window, Day::unknown());
  NetworkWalk walk(all);
  NetworkWalk inside(some);
  for (ActorNetwork::Vertex from = 0; from < some.size(); ++from) {
    for (unsigned hops = 0; hops < 3; ++hops) {
      CHECK(walk.within(*all.vertex(some.actor(from)), hops, window) == inside.within(from, hops));
    }
  }
}

TEST_CASE("no events make an empty network") {
  const auto store = storage::filled(0);
  const ActorNetwork network(*store->snapshot(), {}, Day::unknown());
  CHECK(network.size() == 0);
  CHECK_FALSE(network.vertex(1));
}

}  // namespace casus::query

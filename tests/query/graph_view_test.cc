#include "query/graph_view.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/pending/queue.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "graph/error.h"
#include "graph/keys.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Directedness;
using query::GraphView;
using query::GraphViewOptions;
using query::ViewEdge;
using storage::NodeId;
using storage::Snapshot;

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<GraphView, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<GraphView, NodeId, query::vertex_kind_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<GraphView, NodeId, query::vertex_key_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<GraphView, ViewEdge, query::edge_kind_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<GraphView, ViewEdge, query::edge_day_t>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<boost::reverse_graph<GraphView>>));
static_assert(!std::is_convertible_v<GraphView::traversal_category, boost::vertex_list_graph_tag>);

// Random affiliations: a directed graph in which we choose every edge.
struct RandomGraph {
  std::unique_ptr<storage::Store> store;
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<NodeId> ids;               // by number
  std::map<NodeId, std::size_t> number;  // by id
  std::vector<std::pair<std::size_t, std::size_t>> edges;
};

std::string actor_key(std::size_t i) { return "actor:n" + std::to_string(i); }

RandomGraph random_graph(std::uint32_t seed, std::size_t vertices, std::size_t edges) {
  std::mt19937 random(seed);
  RandomGraph graph;
  std::set<std::pair<std::size_t, std::size_t>> chosen;
  for (std::size_t i = 0; i < edges; ++i) {
    const std::size_t a = random() % vertices;
    const std::size_t b = random() % vertices;
    if (a != b) chosen.emplace(a, b);
  }
  graph.edges.assign(chosen.begin(), chosen.end());
  std::shuffle(graph.edges.begin(), graph.edges.end(), random);
  std::vector<Report> reports;
  for (const auto& [a, b] : graph.edges) {
    const std::string name = "r" + std::to_string(reports.size());
    Report report(name, "", "2030-01-01", "x");
    report.actor(actor_key(a), "x", v1::ActorKind::party, actor_key(b));
    report.actor(actor_key(b), "x", v1::ActorKind::party);
    reports.push_back(std::move(report));
  }
  graph.store = store_of(reports);
  graph.snapshot = graph.store->snapshot();
  for (std::size_t i = 0; i < vertices; ++i) {
    // A vertex without edges is in no article.
    graph.ids.push_back(graph.snapshot->find(actor_key(i)).value_or(0));
    if (graph.ids.back() != 0) graph.number[graph.ids.back()] = i;
  }
  return graph;
}

GraphView view_of(const RandomGraph& graph, Directedness directedness) {
  GraphViewOptions options;
  options.directedness = directedness;
  options.kinds = {v1::EdgeKind::affiliated};
  return {graph.snapshot, options};
}

using Reference = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using UndirectedReference = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

// Hops from `start` to each vertex that Boost's own search reaches.
template <class Graph, class Vertex>
std::map<Vertex, int> hops(const Graph& graph, Vertex start) {
  std::map<Vertex, int> distance{{start, 0}};
  std::map<Vertex, boost::default_color_type> colors;
  boost::queue<Vertex> queue;
  const auto record =
      boost::record_distances(boost::make_assoc_property_map(distance), boost::on_tree_edge());
  boost::breadth_first_visit(graph, start, queue, boost::make_bfs_visitor(record),
                             boost::make_assoc_property_map(colors));
  return distance;
}

std::map<std::size_t, int> numbered(const RandomGraph& graph, const std::map<NodeId, int>& by_id) {
  std::map<std::size_t, int> by_number;
  for (const auto& [id, distance] : by_id) by_number[graph.number.at(id)] = distance;
  return by_number;
}

int weight(std::size_t a, std::size_t b) { return static_cast<int>(a * 7 + b * 13) % 10 + 1; }

}  // namespace

TEST_CASE("Boost's breadth-first search gives on a view what it gives on Boost's own graph") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const auto graph = random_graph(seed, 40, 70);
    const Reference reference(graph.edges.begin(), graph.edges.end(), 40);
    const UndirectedReference undirected(graph.edges.begin(), graph.edges.end(), 40);
    const auto stored = view_of(graph, Directedness::stored);
    const auto both = view_of(graph, Directedness::both);
    for (const auto& [id, number] : graph.number) {
      CHECK(numbered(graph, hops(stored, id)) == hops(reference, number));
      CHECK(numbered(graph, hops(both, id)) == hops(undirected, number));
      CHECK(numbered(graph, hops(boost::make_reverse_graph(stored), id)) ==
            hops(boost::make_reverse_graph(reference), number));
    }
  }
}

TEST_CASE("Boost's Dijkstra finds the same distances on a view, with maps that grow") {
  for (const std::uint32_t seed : {4U, 5U}) {
    const auto graph = random_graph(seed, 30, 80);
    const Reference reference(graph.edges.begin(), graph.edges.end(), 30);
    const auto view = view_of(graph, Directedness::stored);
    const auto [start_id, start] = *graph.number.begin();

    constexpr int kFar = std::numeric_limits<int>::max();
    std::vector<int> expected(30);
    const auto reference_weight = boost::make_function_property_map<Reference::edge_descriptor>(
        [](const Reference::edge_descriptor& e) { return weight(e.m_source, e.m_target); });
    boost::dijkstra_shortest_paths(
        reference, start, boost::distance_map(expected.data()).weight_map(reference_weight));

    // A vertex that was not seen yet is far away.
    std::map<NodeId, int> distances;
    std::map<NodeId, NodeId> parents;
    for (const auto& [id, number] : graph.number) distances[id] = kFar;
    distances[start_id] = 0;
    const auto view_weight = boost::make_function_property_map<ViewEdge>([&](const ViewEdge& e) {
      return weight(graph.number.at(e.source), graph.number.at(e.target));
    });
    boost::dijkstra_shortest_paths_no_color_map_no_init(
        view, start_id, boost::make_assoc_property_map(parents),
        boost::make_assoc_property_map(distances), view_weight, get(boost::vertex_index, view),
        std::less<>(), boost::closed_plus<int>(kFar), kFar, 0, boost::dijkstra_visitor<>());
    for (const auto& [id, number] : graph.number) CHECK(distances[id] == expected[number]);
  }
}

TEST_CASE("Out edges, in edges and neighbours agree with one another") {
  const auto graph = random_graph(6, 25, 60);
  const auto view = view_of(graph, Directedness::stored);
  std::multiset<std::pair<std::size_t, std::size_t>> seen_out;
  std::multiset<std::pair<std::size_t, std::size_t>> seen_in;
  for (const auto& [id, number] : graph.number) {
    const auto [begin, end] = out_edges(id, view);
    auto [neighbour, last] = adjacent_vertices(id, view);
    CHECK(out_degree(id, view) == static_cast<std::size_t>(end - begin));
    CHECK(degree(id, view) == out_degree(id, view) + in_degree(id, view));
    for (auto e = begin; e != end; ++e) {
      REQUIRE(neighbour != last);
      CHECK(*neighbour++ == target(*e, view));
      seen_out.emplace(number, graph.number.at(target(*e, view)));
      // The same edge from its other end is the same edge.
      const auto from_there = view.in(target(*e, view));
      CHECK(std::count(from_there.begin(), from_there.end(), *e) == 1);
    }
    for (const auto& e : view.in(id)) seen_in.emplace(graph.number.at(source(e, view)), number);
  }
  CHECK(seen_out == seen_in);
  CHECK(seen_out.size() == graph.edges.size());
}

TEST_CASE("Copies of a view share what was fetched, and it stays where it is") {
  const auto graph = random_graph(7, 25, 60);
  const auto view = view_of(graph, Directedness::both);
  const GraphView copy = view;
  const auto first = view.out(graph.ids[graph.edges.front().first]);
  for (const auto& [id, number] : graph.number) copy.out(id);
  CHECK(view.vertices_fetched() == graph.number.size());
  CHECK(view.out(graph.ids[graph.edges.front().first]).data() == first.data());
}

TEST_CASE("Kinds, window and as-of bound what a view sees") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const NodeId lantern = *snapshot->find("actor:red-lantern");
  GraphViewOptions options;
  options.directedness = Directedness::both;

  const GraphView all(snapshot, options);
  CHECK(out_degree(lantern, all) > 2);
  options.kinds = {v1::EdgeKind::initiated};
  const GraphView initiated(snapshot, options);
  REQUIRE(out_degree(lantern, initiated) == 1);
  const ViewEdge edge = initiated.out(lantern).front();
  CHECK(get(query::edge_kind_t{}, initiated, edge) == v1::EdgeKind::initiated);
  CHECK(get(query::edge_day_t{}, initiated, edge) == *parse_day("2031-03-01"));
  CHECK(get(query::vertex_kind_t{}, initiated, edge.target) == v1::NodeKind::attack);
  CHECK(get(query::vertex_key_t{}, initiated, edge.target) ==
        event_key(article_key("courier-2"), "e1"));
  CHECK(get(get(boost::vertex_index, initiated), lantern) == lantern);

  options.window.since = *parse_day("2031-03-02");
  CHECK(out_degree(lantern, GraphView(snapshot, options)) == 0);
  options.window = {};
  options.as_of = *parse_day("2031-03-09");
  CHECK(out_degree(lantern, GraphView(snapshot, options)) == 0);
}

TEST_CASE("A spent budget ends the walk with an error that says what to do") {
  const auto graph = random_graph(8, 30, 80);
  GraphViewOptions options;
  options.directedness = Directedness::both;
  options.kinds = {v1::EdgeKind::affiliated};
  options.max_vertices = 5;
  const NodeId start = graph.number.begin()->first;
  CHECK_THROWS_WITH(hops(GraphView(graph.snapshot, options), start),
                    Catch::Contains("5 nodes") && Catch::Contains("fewer hops"));
  options.max_vertices = 1000;
  options.max_edges = 7;
  CHECK_THROWS_AS(hops(GraphView(graph.snapshot, options), start), InputError);
}

TEST_CASE("A walk visits what lies within its hops, nearest first, and fetches no more") {
  const auto graph = random_graph(9, 60, 80);
  const UndirectedReference reference(graph.edges.begin(), graph.edges.end(), 60);
  const auto [start_id, start] = *graph.number.begin();
  const auto distance = hops(reference, start);
  for (unsigned limit = 0; limit < 5; ++limit) {
    const auto view = view_of(graph, Directedness::both);
    std::map<std::size_t, int> visited;
    unsigned last = 0;
    query::breadth_first(view, std::vector{start_id}, limit, [&](NodeId id, unsigned hop) {
      CHECK(hop >= last);
      last = hop;
      visited[graph.number.at(id)] = static_cast<int>(hop);
      return true;
    });
    std::map<std::size_t, int> expected;
    std::size_t inner = 0;
    for (const auto& [number, hop] : distance) {
      if (hop <= static_cast<int>(limit)) expected[number] = hop;
      if (hop < static_cast<int>(limit)) ++inner;
    }
    CHECK(visited == expected);
    CHECK(view.vertices_fetched() == inner);
  }
  std::size_t calls = 0;
  query::breadth_first(view_of(graph, Directedness::both), std::vector{start_id}, 5,
                       [&](NodeId, unsigned) { return ++calls < 3; });
  CHECK(calls == 3);
}

TEST_CASE("What no key can express goes through filtered_graph") {
  const auto graph = random_graph(10, 20, 50);
  const auto view = view_of(graph, Directedness::stored);
  const auto even = [&](const ViewEdge& e) { return graph.number.at(e.target) % 2 == 0; };
  const boost::filtered_graph filtered(view, std::function<bool(const ViewEdge&)>(even));
  std::size_t kept = 0;
  for (const auto& [id, number] : graph.number) {
    const auto [begin, end] = out_edges(id, filtered);
    kept += static_cast<std::size_t>(std::distance(begin, end));
  }
  const auto expected = std::count_if(graph.edges.begin(), graph.edges.end(),
                                      [](const auto& edge) { return edge.second % 2 == 0; });
  CHECK(kept == static_cast<std::size_t>(expected));
}

}  // namespace casus::test

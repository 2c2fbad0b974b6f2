#include "query/centrality.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <numeric>
#include <random>
#include <utility>

namespace casus::query {
namespace {

using Vertex = ActorNetwork::Vertex;
using Graph = ActorNetwork::Graph;

// All vertices, or as many as are wanted: the same for the same seed on every machine, which
// std::sample does not promise.
std::vector<Vertex> sources_of(std::size_t size, const Sampling& sampling) {
  std::vector<Vertex> vertices(size);
  std::iota(vertices.begin(), vertices.end(), Vertex{0});
  if (sampling.sources == 0 || sampling.sources >= size) return vertices;
  std::mt19937_64 random(sampling.seed);
  for (std::size_t i = 0; i < sampling.sources; ++i) {
    std::swap(vertices[i], vertices[i + random() % (size - i)]);
  }
  vertices.resize(sampling.sources);
  return vertices;
}

// The shortest paths from one vertex, as a search by breadth finds them. Boost's betweenness knows
// no sample of sources.
class Paths : public boost::default_bfs_visitor {
 public:
  struct Tables {
    explicit Tables(std::size_t size) : steps(size), paths(size), passed_on(size), colours(size) {}
    std::vector<std::uint32_t> steps;
    std::vector<double> paths;      // shortest ones that lead there
    std::vector<double> passed_on;  // of the vertices behind, what depends on this one
    std::vector<boost::default_color_type> colours;
    std::vector<Vertex> order;  // in which they were met
  };

  explicit Paths(Tables& tables) : tables_(&tables) {}

  void discover_vertex(Vertex vertex, const Graph&) const { tables_->order.push_back(vertex); }
  template <typename Edge>
  void tree_edge(const Edge& edge, const Graph& graph) const {
    const auto [from, to] = ends(edge, graph);
    tables_->steps[to] = tables_->steps[from] + 1;
    tables_->paths[to] = tables_->paths[from];
  }
  template <typename Edge>
  void non_tree_edge(const Edge& edge, const Graph& graph) const {
    const auto [from, to] = ends(edge, graph);
    if (tables_->steps[to] == tables_->steps[from] + 1) {
      tables_->paths[to] += tables_->paths[from];
    }
  }

 private:
  template <typename Edge>
  static std::pair<Vertex, Vertex> ends(const Edge& edge, const Graph& graph) {
    return {boost::source(edge, graph), boost::target(edge, graph)};
  }

  Tables* tables_;
};

}  // namespace

std::vector<double> page_rank(const ActorNetwork& network, unsigned rounds) {
  constexpr double kDamping = 0.85;
  const Graph& graph = network.graph();
  const auto size = static_cast<double>(network.size());
  std::vector<double> rank(network.size(), 1 / size);
  std::vector<double> given(network.size());
  for (; rounds > 0; --rounds) {
    for (Vertex v = 0; v < network.size(); ++v) {
      const auto degree = static_cast<double>(boost::out_degree(v, graph));
      given[v] = degree > 0 ? rank[v] / degree : 0;
    }
    for (Vertex v = 0; v < network.size(); ++v) {
      double sum = 0;
      for (auto [at, end] = boost::adjacent_vertices(v, graph); at != end; ++at) sum += given[*at];
      rank[v] = (1 - kDamping) / size + kDamping * sum;
    }
  }
  return rank;
}

std::vector<double> betweenness(const ActorNetwork& network, const Sampling& sampling) {
  const std::size_t size = network.size();
  std::vector<double> between(size);
  if (size < 3) return between;
  const Graph& graph = network.graph();
  const auto index = boost::get(boost::vertex_index, graph);
  const std::vector<Vertex> sources = sources_of(size, sampling);
  Paths::Tables tables(size);
  boost::queue<Vertex> queue;
  for (const Vertex source : sources) {
    tables.steps[source] = 0;
    tables.paths[source] = 1;
    boost::breadth_first_visit(graph, source, queue, Paths(tables),
                               boost::make_iterator_property_map(tables.colours.begin(), index));
    // Back from the farthest: what depends on a vertex is spread over those before it by their
    // parts in the paths to it.
    for (auto at = tables.order.rbegin(); at != tables.order.rend(); ++at) {
      const Vertex vertex = *at;
      const double share = (1 + tables.passed_on[vertex]) / tables.paths[vertex];
      for (auto [other, end] = boost::adjacent_vertices(vertex, graph); other != end; ++other) {
        if (tables.steps[*other] + 1 == tables.steps[vertex]) {
          tables.passed_on[*other] += tables.paths[*other] * share;
        }
      }
      if (vertex != source) between[vertex] += tables.passed_on[vertex];
    }
    for (const Vertex vertex : tables.order) {
      tables.passed_on[vertex] = 0;
      tables.colours[vertex] = boost::white_color;
    }
    tables.order.clear();
  }
  const auto all = static_cast<double>(size);
  const double pairs = (all - 1) * (all - 2) * static_cast<double>(sources.size()) / all;
  for (double& share : between) share /= pairs;
  return between;
}

std::vector<Vertex> components(const ActorNetwork& network) {
  std::vector<Vertex> numbers(network.size());
  const Graph& graph = network.graph();
  // Each pair is there in both directions, so that the search sees it as an undirected one.
  boost::connected_components(graph, boost::make_iterator_property_map(
                                         numbers.begin(), boost::get(boost::vertex_index, graph)));
  return numbers;
}

}  // namespace casus::query

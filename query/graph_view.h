#ifndef CASUS_QUERY_GRAPH_VIEW_H_
#define CASUS_QUERY_GRAPH_VIEW_H_

// The store as a Boost graph: a read-only model of IncidenceGraph, BidirectionalGraph,
// AdjacencyGraph and ReadablePropertyGraph over one snapshot, so that Boost's algorithms, and
// yours, run on it as it lies on disk.
//
//   GraphView view(snapshot, {.directedness = Directedness::both});
//   std::unordered_map<NodeId, boost::default_color_type> colors;
//   boost::queue<NodeId> queue;
//   boost::breadth_first_visit(view, start, queue, visitor,
//                              boost::make_assoc_property_map(colors));
//
// Vertices are NodeIds; 0 is the null vertex. The set of all vertices is deliberately not offered
// (no VertexListGraph): give an algorithm colour and distance maps that grow as it goes, such as
// associative_property_map over a hash map, and take the variants that do not initialise every
// vertex (breadth_first_visit, dijkstra_shortest_paths_no_color_map_no_init).
// Property maps: boost::vertex_index (the id itself), vertex_kind, vertex_key, edge_kind, edge_day.
//
// Adjacency is fetched once a vertex and direction, in one scan whose bounds are the kinds, the
// time window and the as-of day, and is kept for as long as the view or a copy of it lives: the
// iterators are multi-pass and edge descriptors stay valid that long. Copies share what was
// fetched. What no key can express belongs into boost::filtered_graph.
//
// Threads: a view and its copies belong to one thread. Ownership: shares the snapshot.
// Cost: a scan at the first look at a vertex, a hash look-up after it; memory: 88 bytes an edge.
// Errors: InputError when the budget is spent, so that a question about a hub ends in a sentence
// rather than in swap; StoreError from the store. Both pass through Boost's algorithms.

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

enum class Directedness : std::uint8_t {
  stored,  // out edges are the edges that start at a vertex
  both,    // edges lead both ways, each seen from the vertex asked: for neighbourhoods and paths
};

struct GraphViewOptions {
  Directedness directedness = Directedness::stored;
  std::vector<v1::EdgeKind::Value> kinds;  // empty: every kind
  DayWindow window;                        // when it happened
  Day as_of = Day::unknown();              // what had been published by then
  std::size_t max_vertices = 1'000'000;    // budget: vertices whose edges are fetched
  std::size_t max_edges = 20'000'000;      // budget: edges held
};

// An edge as a traversal sees it. With Directedness::both, `source` is the vertex asked; `ref`
// says which way it is stored.
struct ViewEdge {
  storage::NodeId source = 0;
  storage::NodeId target = 0;
  storage::EdgeRef ref;

  // The same edge, from whichever of its ends it was fetched.
  friend bool operator==(const ViewEdge& a, const ViewEdge& b) {
    return a.source == b.source && a.target == b.target && a.ref.kind == b.ref.kind &&
           a.ref.article == b.ref.article && a.ref.day == b.ref.day;
  }
};

struct vertex_kind_t {
  using kind = boost::vertex_property_tag;
};
struct vertex_key_t {
  using kind = boost::vertex_property_tag;
};
struct edge_kind_t {
  using kind = boost::edge_property_tag;
};
struct edge_day_t {
  using kind = boost::edge_property_tag;
};

class GraphView {
 public:
  // What boost::graph_traits reads.
  struct traversal_category : virtual boost::bidirectional_graph_tag,
                              virtual boost::adjacency_graph_tag {};
  using vertex_descriptor = storage::NodeId;
  using edge_descriptor = ViewEdge;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using out_edge_iterator = const ViewEdge*;
  using in_edge_iterator = const ViewEdge*;
  using adjacency_iterator =
      boost::adjacency_iterator_generator<GraphView, vertex_descriptor, out_edge_iterator>::type;
  using vertex_iterator = void;  // not a VertexListGraph
  using edge_iterator = void;    // not an EdgeListGraph
  static vertex_descriptor null_vertex() { return 0; }

  GraphView(std::shared_ptr<const storage::Snapshot> snapshot, GraphViewOptions options);
  // The caller keeps `snapshot` alive for as long as the view and its copies.
  GraphView(const storage::Snapshot& snapshot, GraphViewOptions options);

  std::span<const ViewEdge> out(vertex_descriptor v) const;
  std::span<const ViewEdge> in(vertex_descriptor v) const;
  const storage::Snapshot& snapshot() const;
  std::size_t vertices_fetched() const;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

// Walks breadth first from `sources` to all vertices at most `hops` edges away and calls `visit`
// once for each, nearest first; ends early when `visit` returns false. The edges of the vertices
// that are `hops` away are not fetched.
void breadth_first(const GraphView& view, std::span<const storage::NodeId> sources, unsigned hops,
                   const std::function<bool(storage::NodeId, unsigned distance)>& visit);

// The expressions of the concepts; Boost finds them by their argument.

inline storage::NodeId source(const ViewEdge& e, const GraphView&) { return e.source; }
inline storage::NodeId target(const ViewEdge& e, const GraphView&) { return e.target; }

inline std::pair<const ViewEdge*, const ViewEdge*> out_edges(storage::NodeId v,
                                                             const GraphView& view) {
  const auto edges = view.out(v);
  return {edges.data(), edges.data() + edges.size()};
}
inline std::pair<const ViewEdge*, const ViewEdge*> in_edges(storage::NodeId v,
                                                            const GraphView& view) {
  const auto edges = view.in(v);
  return {edges.data(), edges.data() + edges.size()};
}
inline std::size_t out_degree(storage::NodeId v, const GraphView& view) {
  return view.out(v).size();
}
inline std::size_t in_degree(storage::NodeId v, const GraphView& view) { return view.in(v).size(); }
inline std::size_t degree(storage::NodeId v, const GraphView& view) {
  return view.out(v).size() + view.in(v).size();
}
inline std::pair<GraphView::adjacency_iterator, GraphView::adjacency_iterator> adjacent_vertices(
    storage::NodeId v, const GraphView& view) {
  const auto [begin, end] = out_edges(v, view);
  return {GraphView::adjacency_iterator(begin, &view), GraphView::adjacency_iterator(end, &view)};
}

v1::NodeKind::Value read(vertex_kind_t tag, const GraphView& view, storage::NodeId v);
std::string read(vertex_key_t tag, const GraphView& view, storage::NodeId v);
v1::EdgeKind::Value read(edge_kind_t tag, const GraphView& view, const ViewEdge& e);
Day read(edge_day_t tag, const GraphView& view, const ViewEdge& e);
inline storage::NodeId read(boost::vertex_index_t /*tag*/, const GraphView& /*view*/,
                            storage::NodeId v) {
  return v;
}

// A readable property map; must not outlive the view it is of.
template <class Tag, class Key>
class ViewPropertyMap {
 public:
  using key_type = Key;
  using value_type =
      decltype(read(Tag{}, std::declval<const GraphView&>(), std::declval<const Key&>()));
  using reference = value_type;
  using category = boost::readable_property_map_tag;

  explicit ViewPropertyMap(const GraphView& view) : view_(&view) {}
  friend value_type get(const ViewPropertyMap& map, const Key& key) {
    return read(Tag{}, *map.view_, key);
  }

 private:
  const GraphView* view_;
};

template <class Tag>
using ViewPropertyMapOf =
    ViewPropertyMap<Tag, std::conditional_t<std::is_same_v<typename boost::property_kind<Tag>::type,
                                                           boost::edge_property_tag>,
                                            ViewEdge, storage::NodeId>>;

template <class Tag>
ViewPropertyMapOf<Tag> get(Tag /*tag*/, const GraphView& view) {
  return ViewPropertyMapOf<Tag>(view);
}
template <class Tag, class Key>
auto get(Tag tag, const GraphView& view, const Key& key) -> decltype(read(tag, view, key)) {
  return read(tag, view, key);
}

}  // namespace casus::query

template <class Tag>
struct boost::property_map<casus::query::GraphView, Tag> {
  using type = casus::query::ViewPropertyMapOf<Tag>;
  using const_type = type;
};

#endif  // CASUS_QUERY_GRAPH_VIEW_H_

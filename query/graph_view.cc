#include "query/graph_view.h"

#include <fmt/format.h>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/pending/queue.hpp>

#include "graph/error.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

struct GraphView::Shared {
  Shared(std::shared_ptr<const Snapshot> of, GraphViewOptions wanted)
      : snapshot(std::move(of)), cursor(snapshot->edge_cursor()), options(std::move(wanted)) {}

  std::shared_ptr<const Snapshot> snapshot;
  storage::EdgeCursor cursor;  // of the snapshot, and gone before it
  GraphViewOptions options;
  // Values of a node-based map do not move: iterators stay valid while more is fetched.
  std::unordered_map<NodeId, std::vector<ViewEdge>> out;
  std::unordered_map<NodeId, std::vector<ViewEdge>> in;
  std::size_t edges = 0;
  std::vector<ViewEdge> scanned;  // of one vertex; its room is used again

  std::span<const ViewEdge> fetch(NodeId v, Direction side) {
    auto& cache = side == Direction::out ? out : in;
    if (const auto found = cache.find(v); found != cache.end()) return found->second;
    if (out.size() + in.size() >= options.max_vertices) {
      throw InputError(fmt::format(
          "The walk would read the edges of more than {} nodes, which is its limit; ask for fewer "
          "hops, fewer kinds of edges, or a shorter time window.",
          options.max_vertices));
    }
    scanned.clear();
    scan(v, side);
    return cache.emplace(v, std::vector<ViewEdge>(scanned.begin(), scanned.end())).first->second;
  }

  void scan(NodeId v, Direction side) {
    const EdgeFilter filter{side, options.kinds, options.window, options.as_of};
    const auto add = [&](const EdgeRef& ref) {
      if (++edges > options.max_edges) {
        throw InputError(fmt::format(
            "The walk would hold more than {} edges, which is its limit; ask for fewer hops, "
            "fewer kinds of edges, or a shorter time window.",
            options.max_edges));
      }
      scanned.push_back(side == Direction::out ? ViewEdge{v, ref.other, ref}
                                               : ViewEdge{ref.other, v, ref});
      return true;
    };
    if (options.directedness == Directedness::both) {
      cursor.around(v, filter, add);
    } else {
      cursor.edges(v, filter, add);
    }
  }
};

GraphView::GraphView(std::shared_ptr<const Snapshot> snapshot, GraphViewOptions options)
    : shared_(std::make_shared<Shared>(std::move(snapshot), std::move(options))) {}

GraphView::GraphView(const Snapshot& snapshot, GraphViewOptions options)
    : GraphView(std::shared_ptr<const Snapshot>(std::shared_ptr<const Snapshot>(), &snapshot),
                std::move(options)) {}

std::span<const ViewEdge> GraphView::out(NodeId v) const {
  return shared_->fetch(v, Direction::out);
}
std::span<const ViewEdge> GraphView::in(NodeId v) const { return shared_->fetch(v, Direction::in); }
const Snapshot& GraphView::snapshot() const { return *shared_->snapshot; }
std::size_t GraphView::vertices_fetched() const { return shared_->out.size() + shared_->in.size(); }

v1::NodeKind::Value read(vertex_kind_t /*tag*/, const GraphView& view, NodeId v) {
  return view.snapshot().kind(v).value_or(v1::NodeKind::unspecified);
}
std::string read(vertex_key_t /*tag*/, const GraphView& view, NodeId v) {
  return view.snapshot().key(v);
}
v1::EdgeKind::Value read(edge_kind_t /*tag*/, const GraphView& /*view*/, const ViewEdge& e) {
  return e.ref.kind;
}
Day read(edge_day_t /*tag*/, const GraphView& /*view*/, const ViewEdge& e) { return e.ref.day; }

namespace {

// Boost's search knows no other way to end before its queue is empty.
struct Enough {};

using Distances = std::unordered_map<NodeId, unsigned>;

class HopVisitor : public boost::default_bfs_visitor {
 public:
  HopVisitor(unsigned hops, Distances& distances,
             const std::function<bool(NodeId, unsigned)>& visit)
      : hops_(hops), distances_(&distances), visit_(&visit) {}

  void discover_vertex(NodeId v, const GraphView& /*view*/) {
    if (!(*visit_)(v, (*distances_)[v])) throw Enough{};
  }
  // Vertices are examined nearest first: at the first that lies `hops` away, all are discovered.
  void examine_vertex(NodeId v, const GraphView& /*view*/) {
    if (distances_->at(v) >= hops_) throw Enough{};
  }
  void tree_edge(const ViewEdge& e, const GraphView& /*view*/) {
    (*distances_)[e.target] = distances_->at(e.source) + 1;
  }

 private:
  unsigned hops_;
  Distances* distances_;
  const std::function<bool(NodeId, unsigned)>* visit_;
};

}  // namespace

void breadth_first(const GraphView& view, std::span<const NodeId> sources, unsigned hops,
                   const std::function<bool(NodeId, unsigned)>& visit) {
  std::unordered_map<NodeId, boost::default_color_type> colors;
  Distances distances;
  boost::queue<NodeId> queue;
  try {
    boost::breadth_first_visit(view, sources.begin(), sources.end(), queue,
                               HopVisitor(hops, distances, visit),
                               boost::make_assoc_property_map(colors));
  } catch (const Enough&) {
    return;
  }
}

}  // namespace casus::query

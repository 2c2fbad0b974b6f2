// The actors that stand nearest to one, by Dijkstra's algorithm of Boost.Graph, with weights of our
// own, straight on the store:
//
//   nearest_actors STORE ACTOR      nearest_actors casus-store M23

#include <casus/graph/error.h>
#include <casus/query/graph_view.h>
#include <casus/query/names.h>
#include <casus/storage/store.h>

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <iostream>
#include <limits>
#include <memory>
#include <unordered_map>

namespace {

using casus::query::GraphView;
using casus::query::ViewEdge;
using casus::storage::NodeId;

constexpr std::size_t kWanted = 10;
constexpr double kFar = std::numeric_limits<double>::infinity();

// What one does to another brings them closer than what one says of another, and that closer than
// being named in one claim.
double weight(const ViewEdge& edge) {
  using Kind = casus::v1::EdgeKind;
  switch (edge.ref.kind) {
    case Kind::initiated:
    case Kind::targeted:
    case Kind::affiliated:
      return 1;
    case Kind::made:
    case Kind::addresses:
      return 2;
    default:
      return 4;
  }
}

// The distances found so far. The graph is never listed as a whole, so its maps grow as the
// algorithm goes, and a vertex that was not seen yet is infinitely far.
struct Distances {
  using key_type = NodeId;
  using value_type = double;
  using reference = double;
  using category = boost::read_write_property_map_tag;
  std::unordered_map<NodeId, double>* found;
};
double get(const Distances& map, NodeId node) {
  const auto known = map.found->find(node);
  return known == map.found->end() ? kFar : known->second;
}
void put(const Distances& map, NodeId node, double distance) { (*map.found)[node] = distance; }

struct Enough {};  // thrown: how one leaves an algorithm of Boost.Graph early

// Vertices are examined nearest first, once each.
class PrintActors : public boost::dijkstra_visitor<> {
 public:
  explicit PrintActors(const Distances& distances) : distances_(distances) {}

  void examine_vertex(NodeId node, const GraphView& view) {
    if (get(casus::query::vertex_kind_t{}, view, node) != casus::v1::NodeKind::actor) return;
    std::cout << get(distances_, node) << '\t' << casus::query::display_name(view.snapshot(), node)
              << '\n';
    if (++*printed_ > kWanted) throw Enough{};  // the actor itself is the first
  }

 private:
  Distances distances_;
  // Boost copies visitors.
  std::shared_ptr<std::size_t> printed_ = std::make_shared<std::size_t>(0);
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: nearest_actors STORE ACTOR\n";
    return 2;
  }
  try {
    const auto store = casus::storage::Store::open(argv[1], {.read_only = true});
    const auto snapshot = store->snapshot();
    const NodeId start = casus::query::resolve_actor(*snapshot, argv[2]);

    // Edges lead both ways. Articles and places, which join everybody, are left out by the kinds of
    // edges that are walked.
    using Kind = casus::v1::EdgeKind;
    const GraphView view(snapshot, {.directedness = casus::query::Directedness::both,
                                    .kinds = {Kind::initiated, Kind::targeted, Kind::made,
                                              Kind::addresses, Kind::asserts, Kind::denies,
                                              Kind::about, Kind::affiliated, Kind::same_as}});
    std::unordered_map<NodeId, double> found{{start, 0}};
    std::unordered_map<NodeId, NodeId> before;
    const Distances distances{&found};
    boost::dijkstra_shortest_paths_no_color_map_no_init(
        view, start, boost::make_assoc_property_map(before), distances,
        boost::make_function_property_map<ViewEdge>(&weight), get(boost::vertex_index, view),
        std::less<>{}, std::plus<>{}, kFar, 0.0, PrintActors(distances));
  } catch (const Enough&) {
  } catch (const casus::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

#ifndef CASUS_QUERY_ACTOR_NETWORK_H_
#define CASUS_QUERY_ACTOR_NETWORK_H_

// Who acts with or against whom, as one graph in memory for measures of the whole: two actors are
// neighbours if an event names both, as who did it or to whom it was done; the weight is how many
// events do. Actors that are the same (merged by persons, or by the rule) are one.
//
// `graph()` is Boost's compressed_sparse_row_graph, both ways along each pair, so that any Boost
// algorithm runs on it; vertices count from 0 in the order of node ids. Immutable and thread-safe.
// Cost: one scan of the edges of all actors; memory: 8 bytes a pair and direction, 12 a party of an
// event. Whether an event counts is up to what had been published by a day and when it happened.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

class ActorNetwork {
 public:
  using Vertex = std::uint32_t;
  struct Weight {
    std::uint32_t events = 0;
  };
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight,
                                                   boost::no_property, Vertex, std::size_t>;

  ActorNetwork(const storage::Snapshot& snapshot, const DayWindow& window, Day as_of);

  const Graph& graph() const { return graph_; }
  std::size_t size() const { return actors_.size(); }
  storage::NodeId actor(Vertex vertex) const { return actors_[vertex]; }
  std::optional<Vertex> vertex(storage::NodeId actor) const;  // nullopt: it is in no event

  // The events of an actor by day, and the actors of an event: the graph before it is projected.
  struct Part {
    std::int32_t day = 0;  // of the event; unknown ones come first
    std::uint32_t event = 0;
  };
  std::span<const Part> events(Vertex vertex) const {
    return {parts_.data() + part_ends_[vertex], parts_.data() + part_ends_[vertex + 1]};
  }
  std::span<const Vertex> parties(std::uint32_t event) const {
    return {parties_.data() + party_ends_[event], parties_.data() + party_ends_[event + 1]};
  }

 private:
  void read(const storage::Snapshot& snapshot, const DayWindow& window, Day as_of);
  void project();

  std::vector<storage::NodeId> actors_;
  std::unordered_map<storage::NodeId, Vertex> vertices_;
  std::vector<Part> parts_;
  std::vector<std::size_t> part_ends_;
  std::vector<Vertex> parties_;
  std::vector<std::size_t> party_ends_;
  Graph graph_;
};

// PageRank with damping 0.85 (Brin and Page 1998), weighted by nothing: each neighbour counts once.
// By vertex; they sum up to 1. Twenty rounds, or as many as are asked for.
std::vector<double> page_rank(const ActorNetwork& network, unsigned rounds = 20);

// Walks from one actor to others. One thread; the network must outlive it. It keeps its memory, 8
// bytes an actor, from one question to the next.
class NetworkWalk {
 public:
  using Vertex = ActorNetwork::Vertex;

  explicit NetworkWalk(const ActorNetwork& network);
  ~NetworkWalk();

  // Fewest steps between two, by a search from both ends; nullopt: they are not linked.
  std::optional<unsigned> distance(Vertex from, Vertex to);
  // How many others are at most so many steps away.
  std::size_t within(Vertex from, unsigned hops);
  // The same over events of these days alone.
  std::size_t within(Vertex from, unsigned hops, const DayWindow& window);

 private:
  class Marks;
  template <typename Step>
  std::size_t reached(Vertex from, unsigned hops, const Step& step);

  const ActorNetwork& network_;
  std::unique_ptr<Marks> near_;
  std::unique_ptr<Marks> far_;
  std::vector<Vertex> front_;
  std::vector<Vertex> back_;
  std::vector<Vertex> next_;
};

}  // namespace casus::query

#endif  // CASUS_QUERY_ACTOR_NETWORK_H_

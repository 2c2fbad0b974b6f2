#ifndef CASUS_QUERY_ACTOR_NETWORK_H_
#define CASUS_QUERY_ACTOR_NETWORK_H_

// Who acts with or against whom, as one graph in memory for measures of the whole: two actors are
// neighbours if an event names both, as who did it or to whom it was done; the weight is how many
// events do. Actors that are the same (merged by persons, or by the rule) are one, named as
// `naming_actor` names them.
//
// `graph()` is Boost's compressed_sparse_row_graph, both ways along each pair, so that any Boost
// algorithm runs on it; vertices count from 0 in the order of the keys of their actors, neighbours
// follow in that order, and so no measure depends on the order in which articles came. Immutable
// and thread-safe.
// Cost: one scan of the edges of all actors; memory: 8 bytes a pair and direction, 12 a party of an
// event. Whether an event counts is up to what had been published by a day and when it happened.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

  // That of all that happened: read from a file beside the store if one was kept of just this
  // state, which takes a small part of the time; else made, and kept if it has so many parties of
  // events. Where no file can be written none is.
  static constexpr std::size_t kWorthKeeping = 1 << 16;
  static ActorNetwork kept(const storage::Snapshot& snapshot, std::size_t least = kWorthKeeping);

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
  // The neighbours of all vertices, one after the other.
  struct Neighbours {
    std::vector<std::size_t> ends;  // where those of each begin, and at last where all end
    std::vector<Vertex> vertices;
    std::vector<Weight> weights;
  };

  ActorNetwork() = default;
  void read(const storage::Snapshot& snapshot, const DayWindow& window, Day as_of);
  void gather_parties(std::uint32_t events);
  Neighbours project() const;
  void take(const Neighbours& neighbours);
  bool load(const storage::Snapshot& snapshot);
  void keep(const storage::Snapshot& snapshot, const Neighbours& neighbours) const;
  bool sound(const Neighbours& neighbours) const;

  std::vector<storage::NodeId> actors_;
  // All actors in events, by id, also those that another stands for, and their vertices.
  std::vector<storage::NodeId> ids_;
  std::vector<Vertex> vertices_;
  std::vector<Part> parts_;
  std::vector<std::size_t> part_ends_;
  std::vector<Vertex> parties_;
  std::vector<std::size_t> party_ends_;
  Graph graph_;
};

// The kept one where neither a window nor a day leaves anything out, else one that is made.
ActorNetwork network_of(const storage::Snapshot& snapshot, const DayWindow& window, Day as_of);

}  // namespace casus::query

#endif  // CASUS_QUERY_ACTOR_NETWORK_H_

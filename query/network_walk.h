#ifndef CASUS_QUERY_NETWORK_WALK_H_
#define CASUS_QUERY_NETWORK_WALK_H_

// Walks from one actor to others. One thread; the network must outlive it. It keeps its memory, 8
// bytes an actor, from one question to the next.

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "graph/dates.h"
#include "query/actor_network.h"

namespace casus::query {

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

#endif  // CASUS_QUERY_NETWORK_WALK_H_

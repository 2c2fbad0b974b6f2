#ifndef CASUS_QUERY_CENTRALITY_H_
#define CASUS_QUERY_CENTRALITY_H_

// Measures of the actors of a whole network, by vertex. Thread-safe, no state; the same for the
// same articles, whatever the order in which they came.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/actor_network.h"

namespace casus::query {

// PageRank with damping 0.85 (Brin and Page 1998), weighted by nothing: each neighbour counts once.
// They sum up to 1, or to less if some have no neighbours to pass theirs on to. Twenty rounds, or
// as many as are asked for.
std::vector<double> page_rank(const ActorNetwork& network, unsigned rounds = 20);

// From which actors shortest paths are followed, where to follow them from all would take too long.
struct Sampling {
  std::size_t sources = 256;  // 0: all
  std::uint64_t seed = 1;     // which ones they are
};

// Of all pairs of others the share whose shortest paths lead over an actor, each of several paths
// counting its part (Freeman 1977, by Brandes 2001); estimated from a sample of sources (Brandes
// and Pich 2007) if there are more. Cost: a search through the network from each source.
std::vector<double> betweenness(const ActorNetwork& network, const Sampling& sampling = {});

// Who is linked with whom by any number of steps: a number for each such group, from 0 in the order
// of their first vertices.
std::vector<ActorNetwork::Vertex> components(const ActorNetwork& network);

}  // namespace casus::query

#endif  // CASUS_QUERY_CENTRALITY_H_

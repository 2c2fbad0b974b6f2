#ifndef CASUS_QUERY_COMMUNITIES_H_
#define CASUS_QUERY_COMMUNITIES_H_

// Which actors are more in events with one another than with others. Thread-safe, no state.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/actor_network.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

// The community of each vertex, by the method of Louvain (Blondel and others 2008): actors move to
// the neighbouring community that gives the most modularity, and communities then as actors do,
// until nothing gains. Boost.Graph has none but by betweenness of edges, which takes the cube of
// the actors. Weighted by events. Vertices are asked in their order, and of two communities that
// gain the same that of the lower number is taken, so that the same articles give the same
// communities. Numbered from 0 in the order of their first vertices.
// Cost: some tens of passes over the network.
std::vector<ActorNetwork::Vertex> communities_of(const ActorNetwork& network);

struct CommunityQuestion {
  Filter filter;              // `limit`: of communities
  std::size_t members = 0;    // of each, at most; 0: all
  storage::NodeId actor = 0;  // only the community of this one; 0: all communities
};

// The communities in the events of the filter's days, the largest first, equals by the key of their
// first member. An actor without neighbours is in none.
std::vector<v1::Community> communities(const storage::Snapshot& snapshot,
                                       const CommunityQuestion& question);

}  // namespace casus::query

#endif  // CASUS_QUERY_COMMUNITIES_H_

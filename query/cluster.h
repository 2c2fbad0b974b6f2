#ifndef CASUS_QUERY_CLUSTER_H_
#define CASUS_QUERY_CLUSTER_H_

// A cluster as it was known on a day: what is the same as an event or a claim, of the articles that
// had been published by then. Thread-safe.

#include <set>
#include <span>
#include <string>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

struct ClusterMember {
  storage::NodeId id = 0;
  v1::Node node;
};

struct Cluster {
  std::vector<ClusterMember> members;      // sorted by key
  std::set<std::string> undated_articles;  // keys; left out because of `as_of`
};

// With `as_of`, two members belong together only if a chain of members that were published by then
// joins them; a node that was not is only the handle by which its cluster is named.
Cluster cluster_as_of(const storage::Snapshot& snapshot, storage::NodeId id, Day as_of);

// The same of members that are known already.
Cluster cluster_of(const storage::Snapshot& snapshot, std::span<const storage::NodeId> members);

// All that is the same as an event, a statement or a claim, as far as links between what had been
// published by then tell; itself included, in some order.
std::vector<storage::NodeId> same_items(const storage::Snapshot& snapshot, storage::NodeId id,
                                        Day as_of = Day::unknown());

// The claim that speaks for a cluster, which must not be empty: the shortest wording, then the
// smallest key.
const v1::Claim& representative(const Cluster& claims);

// Key of the event that a claim is about; empty if there is none.
std::string event_of(const v1::Claim& claim);

}  // namespace casus::query

#endif  // CASUS_QUERY_CLUSTER_H_

#ifndef CASUS_QUERY_SAME_AS_PATH_H_
#define CASUS_QUERY_SAME_AS_PATH_H_

#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

// A shortest chain of SAME_AS links from one node to another, both included; of several the one
// through the smaller keys. Empty if they are not the same. Cost: the links of their cluster.
std::vector<storage::NodeId> same_as_path(const storage::Snapshot& snapshot, storage::NodeId from,
                                          storage::NodeId to);

// The nodes that are linked to a node directly, sorted by key.
std::vector<storage::NodeId> same_as_neighbours(const storage::Snapshot& snapshot,
                                                storage::NodeId id);

}  // namespace casus::query

#endif  // CASUS_QUERY_SAME_AS_PATH_H_

#ifndef CASUS_QUERY_CLAIMS_OF_H_
#define CASUS_QUERY_CLAIMS_OF_H_

#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

// The claims about a node, and those that it asserts or denies if it is a statement. Thread-safe.
std::vector<storage::NodeId> claims_of(const storage::Snapshot& snapshot, storage::NodeId node);

}  // namespace casus::query

#endif  // CASUS_QUERY_CLAIMS_OF_H_

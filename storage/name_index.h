#ifndef CASUS_STORAGE_NAME_INDEX_H_
#define CASUS_STORAGE_NAME_INDEX_H_

// Actors and places by how their names begin.

#include <cstddef>
#include <string_view>
#include <vector>

#include "storage/snapshot.h"

namespace casus::storage {

// Those of one kind that have a name, or another name, which begins so once both are normalised;
// each once, by the order of the names, at most `limit`. Cost: a scan of the names that begin so,
// of whatever kind, until there are enough.
std::vector<NodeId> with_name_prefix(const Snapshot& snapshot, std::string_view prefix,
                                     v1::NodeKind::Value kind, std::size_t limit);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_NAME_INDEX_H_

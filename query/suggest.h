#ifndef CASUS_QUERY_SUGGEST_H_
#define CASUS_QUERY_SUGGEST_H_

// "Did you mean": the names of the store that are nearest to one it does not know. Thread-safe.

#include <string>
#include <string_view>
#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

// At most three names, each with its key in brackets, nearest first. Looks at names that share the
// first two letters, else the first; a bounded number of them, so that a typing error costs
// milliseconds in a store of any size.
std::vector<std::string> nearest_names(const storage::Snapshot& snapshot, std::string_view text,
                                       bool actors_only);

}  // namespace casus::query

#endif  // CASUS_QUERY_SUGGEST_H_

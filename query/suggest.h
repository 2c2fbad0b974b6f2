#ifndef CASUS_QUERY_SUGGEST_H_
#define CASUS_QUERY_SUGGEST_H_

// Names of the store for who does not know them by heart: those nearest to one that it does not
// know ("did you mean"), and those that begin so. Thread-safe.

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

// The names and other names of actors, or of places, that begin with `prefix`, sorted: byte for
// byte if there are such, else once both are normalised. At most `limit` of them.
std::vector<std::string> names_beginning(const storage::Snapshot& snapshot, std::string_view prefix,
                                         v1::NodeKind::Value kind, std::size_t limit);

}  // namespace casus::query

#endif  // CASUS_QUERY_SUGGEST_H_

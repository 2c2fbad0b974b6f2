#ifndef CASUS_STORAGE_CLAIM_ROWS_H_
#define CASUS_STORAGE_CLAIM_ROWS_H_

// What an article says on its claims and on those of others, as claim_index.h gives it back.
// Private to storage. Pure.

#include <functional>
#include <map>
#include <string>

#include "graph/assemble.h"
#include "storage/claim_index.h"

namespace casus::storage {

// By the claim's key, then by that of the actor that has a part in it, or empty for the claim by
// itself. The ids of claims are to be filled in; `id` gives those of statements and speakers.
using ClaimRows = std::map<std::string, std::map<std::string, ClaimRow>>;
ClaimRows claim_rows(const GraphDelta& delta,
                     const std::function<NodeId(const std::string& key)>& id);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CLAIM_ROWS_H_

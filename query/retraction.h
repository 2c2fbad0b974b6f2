#ifndef CASUS_QUERY_RETRACTION_H_
#define CASUS_QUERY_RETRACTION_H_

#include "casus/v1/answer.pb.h"
#include "storage/snapshot.h"

namespace casus::query {

// What went with an article: what it reported in the store `before`, and the actors and places it
// mentioned that the store `after` no longer knows. Thread-safe.
v1::RetractReport retraction(const storage::Snapshot& before, const storage::Snapshot& after,
                             storage::NodeId article);

}  // namespace casus::query

#endif  // CASUS_QUERY_RETRACTION_H_

#ifndef CASUS_GRAPH_BOUNDS_H_
#define CASUS_GRAPH_BOUNDS_H_

#include <google/protobuf/message.h>

#include "graph/fault.h"

namespace casus {

// Checks every string, list and enum of a message and of the messages in it, whatever the field:
// sizes, UTF-8, no NUL, only known enum values. `where` is the message's own place. Cost: linear.
// Thread-safe.
void check_bounds(const google::protobuf::Message& message, const FieldPath& where,
                  FaultList& faults);

}  // namespace casus

#endif  // CASUS_GRAPH_BOUNDS_H_

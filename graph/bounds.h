#ifndef CASUS_GRAPH_BOUNDS_H_
#define CASUS_GRAPH_BOUNDS_H_

#include <google/protobuf/message.h>

#include <string>

namespace casus {

// Checks every string, list and enum of a message and of the messages in it, whatever the field:
// sizes, UTF-8, no NUL, only known enum values. Throws InputError that names the field, below
// `where`. Cost: linear. Thread-safe.
void check_bounds(const google::protobuf::Message& message, const std::string& where);

}  // namespace casus

#endif  // CASUS_GRAPH_BOUNDS_H_

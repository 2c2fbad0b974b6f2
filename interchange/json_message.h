#ifndef CASUS_INTERCHANGE_JSON_MESSAGE_H_
#define CASUS_INTERCHANGE_JSON_MESSAGE_H_

#include <google/protobuf/message.h>
#include <simdjson.h>

#include <string_view>

#include "graph/fault.h"

namespace casus::interchange {

// "a string", "an array": what an element is.
std::string_view type_name(simdjson::dom::element element);

// Reads an object into `message`, which is empty, as protobuf's JSON mapping has it: fields by
// their names in the .proto or in lowerCamelCase, enums by name or number, numbers also as strings,
// null as absent. All fields are gone through, of messages in it as well: what cannot be read is a
// fault that names the field, and is left out. Fields of type `bytes`, maps and protobuf's
// well-known types are not read. Cost: linear; depth is bounded by the message's type, which must
// not contain itself. Thread-safe.
void read_message(simdjson::dom::object object, google::protobuf::Message& message,
                  const FieldPath& where, FaultList& faults);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_JSON_MESSAGE_H_

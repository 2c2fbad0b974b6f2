#ifndef CASUS_INTERCHANGE_JSON_PRINTER_H_
#define CASUS_INTERCHANGE_JSON_PRINTER_H_

// Messages in protobuf's JSON mapping, byte for byte as protobuf prints them with its proto's field
// names and fields of default value, but without its detours: an export may be a million lines.
// Private to interchange. Thread-safe, no state.

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

namespace casus::interchange {

// Appends the object, on one line. Strings must be UTF-8. The proto must have no maps, bytes or
// well-known types, and ours has none.
void append_json(const google::protobuf::Message& message, std::string& out);

// Appends a string with its quotes, likewise.
void append_json_string(std::string_view text, std::string& out);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_JSON_PRINTER_H_

#ifndef CASUS_INTERCHANGE_UUID_H_
#define CASUS_INTERCHANGE_UUID_H_

// Identifiers that are made of names, always the same of the same, for formats that have no keys of
// ours. Private to interchange. Thread-safe, no state.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace casus::interchange {

using Sha1 = std::array<std::uint8_t, 20>;
Sha1 sha1(std::string_view bytes);
// In 40 hexadecimal digits.
std::string sha1_hex(std::string_view bytes);

// The UUID of version 5 (RFC 9562) of a name in the namespace of casus, which is that of
// "urn:casus" in the namespace of URLs.
std::string uuid_of(std::string_view name);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_UUID_H_

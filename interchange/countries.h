#ifndef CASUS_INTERCHANGE_COUNTRIES_H_
#define CASUS_INTERCHANGE_COUNTRIES_H_

// Private to interchange. Thread-safe.

#include <string_view>

namespace casus::interchange {

// ISO 3166's two letters of a country for its three ("DE"); empty if there is none.
std::string_view alpha2(std::string_view alpha3);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_COUNTRIES_H_

#ifndef CASUS_INTERCHANGE_TABLES_FIPS_H_
#define CASUS_INTERCHANGE_TABLES_FIPS_H_

#include <string_view>

namespace casus::interchange {

// ISO 3166-1 alpha-3 of a country code of FIPS 10-4 ("UP" is UKR); empty if it is none. Gaza and
// the West Bank, two in FIPS, are PSE. Thread-safe.
std::string_view iso3_of_fips(std::string_view fips);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_FIPS_H_

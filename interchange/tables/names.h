#ifndef CASUS_INTERCHANGE_TABLES_NAMES_H_
#define CASUS_INTERCHANGE_TABLES_NAMES_H_

// What is known of names by others than the table in which they stand, so that who stands in a
// table and who stands in the news is one node. Thread-safe.

#include <optional>
#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus::interchange {

class Names {
 public:
  virtual ~Names() = default;

  // The name of a country by its ISO 3166-1 alpha-3 code; empty if there is none.
  virtual std::string country(std::string_view iso3) const = 0;
  // Who or what has exactly this name, without evidence; nullopt if nobody known.
  virtual std::optional<v1::Actor> actor(std::string_view name) const = 0;
  virtual std::optional<v1::Place> place(std::string_view name) const = 0;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_NAMES_H_

#ifndef CASUS_INTERCHANGE_TABLES_RECORD_H_
#define CASUS_INTERCHANGE_TABLES_RECORD_H_

// One row with the names of its columns, and what its cells say. A cell that does not say what it
// must throws BadCell, which `code_row` makes a reject of. Thread-safe once made.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/dates.h"
#include "graph/error.h"

namespace casus::interchange {

class BadCell : public InputError {
 public:
  BadCell(std::string_view column, const std::string& reason)
      : InputError(reason), column_(column) {}
  const std::string& column() const { return column_; }

 private:
  std::string column_;
};

// The columns of a table, by name in any case.
class Columns {
 public:
  Columns() = default;
  explicit Columns(std::vector<std::string> names);

  const std::vector<std::string>& names() const { return names_; }
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> places_;  // by name in lower case
};

// Both must outlive it.
class Record {
 public:
  Record(const Columns& columns, const std::vector<std::string>& cells)
      : columns_(columns), cells_(cells) {}

  // Without space around it; empty if there is no such column.
  std::string_view operator[](std::string_view column) const;
  // The same, where it must be filled.
  std::string_view required(std::string_view column) const;

  // nullopt where the cell is empty.
  std::optional<double> number(std::string_view column) const;
  std::optional<std::uint32_t> count(std::string_view column) const;
  // Latitude and longitude, both or neither.
  struct Position {
    double latitude;
    double longitude;
  };
  std::optional<Position> position(std::string_view latitude, std::string_view longitude) const;
  // A day as 20240506, perhaps with a time behind it; unknown where the cell is empty.
  Day packed_day(std::string_view column) const;

 private:
  const Columns& columns_;
  const std::vector<std::string>& cells_;
};

// A cell's text in an error: short, in quotation marks.
std::string quoted_cell(std::string_view text);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_RECORD_H_

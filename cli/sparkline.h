#ifndef CASUS_CLI_SPARKLINE_H_
#define CASUS_CLI_SPARKLINE_H_

// Counts over time in one line of text: "▂·▁█". Thread-safe.

#include <string>
#include <vector>

#include "casus/v1/answer.pb.h"

namespace casus::cli {

// The columns that several lines share: months, or where there are too many of them quarters,
// years, or more years together.
class Columns {
 public:
  // Over all months of the standings, in at most `width` columns.
  Columns(const std::vector<v1::Standing>& standings, std::size_t width);

  // "by month, 2023-05 to 2024-11"; empty where there are fewer than two columns.
  std::string title() const;
  // One character a column, a dot where there is nothing; the highest is the standing's most.
  std::string line(const v1::Standing& standing) const;

 private:
  std::size_t column_of(const std::string& month) const;

  int first_ = 0;  // month, counted from year 0
  int last_ = 0;
  int months_a_column_ = 1;
  bool any_ = false;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_SPARKLINE_H_

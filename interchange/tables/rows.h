#ifndef CASUS_INTERCHANGE_TABLES_ROWS_H_
#define CASUS_INTERCHANGE_TABLES_ROWS_H_

// The rows of a table in text: comma-separated values with quotes (RFC 4180), in which a cell may
// hold line breaks, or tab-separated values, in which a quote is a character like others. Memory is
// bounded by the largest row that is taken.
// Threads: one. The source must outlive the reader; its ReadFailure comes out of `next`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interchange/bytes.h"

namespace casus::interchange {

enum class Dialect { csv, tsv };

struct RowLimits {
  std::size_t row_bytes = 1 << 20;
  std::size_t cell_bytes = 64 << 10;  // quotes and all
  std::size_t cells = 1024;
};

class RowReader {
 public:
  RowReader(ByteSource& in, Dialect dialect, const RowLimits& limits = {})
      : in_(in), dialect_(dialect), limits_(limits) {}

  // After `bad` reading goes on, behind the first line break of the row: quotes that do not fit may
  // have taken the rows after it in.
  enum class Outcome { row, bad, end };
  Outcome next();

  // Of the row that `next` gave, until the next call. Cells are UTF-8 without NUL: a row that is
  // not UTF-8 is read as ISO-8859-1, as which browsers read windows-1252. No byte order mark.
  const std::vector<std::string>& cells() const { return cells_; }
  std::uint64_t line() const { return line_; }           // on which it begins, from 1
  const std::string& reason() const { return reason_; }  // of a bad one
  std::size_t column() const { return column_; }         // of a bad one, from 1; 0: all of it

 private:
  enum class Scan { row, bad, more };

  bool fill();
  void begin();
  Scan scan(bool complete);
  Scan fail(std::string reason, std::size_t column);
  std::optional<std::size_t> end_of_line(std::size_t from) const;
  void pass_line();
  void drop(std::size_t bytes);
  char delimiter_in(std::string_view line) const;
  bool decode();

  ByteSource& in_;
  const Dialect dialect_;
  const RowLimits limits_;
  std::string buffer_;
  std::size_t at_ = 0;  // where what is not yet given begins
  bool ended_ = false;  // the source
  bool begun_ = false;
  char delimiter_ = '\t';
  std::uint64_t next_line_ = 1;
  std::uint64_t line_ = 0;
  std::vector<std::string> cells_;
  std::string reason_;
  std::size_t column_ = 0;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_ROWS_H_

#ifndef CASUS_EXTRACT_LEXICON_READER_H_
#define CASUS_EXTRACT_LEXICON_READER_H_

// The file format of the lexicon (docs/lexicon.md): tables of tab-separated cells. Cuts a file into
// rows, checks its shape, and says where a cell stands when something is wrong with it.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::extract {

// A table that a file may hold. The first `required` columns must be there and be filled.
struct TableShape {
  std::string_view name;
  std::vector<std::string_view> columns;
  std::size_t required = 1;
};

// Where a cell stands.
struct CellPlace {
  std::string file;
  std::uint32_t line = 0;
  std::string_view column;  // of a table's shape

  std::string text() const;  // FILE, line L, column "C"
};

// One line of a table; valid only while its file is being read.
class LexiconRow {
 public:
  LexiconRow(std::string_view file, std::uint32_t line, const TableShape& shape,
             std::vector<std::string_view> cells)
      : file_(file), line_(line), shape_(shape), cells_(std::move(cells)) {}

  std::string_view table() const { return shape_.name; }
  // Empty if the file does not have the column. `column` must be one of the shape's.
  std::string_view operator[](std::string_view column) const;
  // The pieces of a cell between semicolons, trimmed, empty ones left out.
  std::vector<std::string_view> list(std::string_view column) const;

  CellPlace place(std::string_view column) const;
  // Throws InputError: "FILE, line L, column "C": PROBLEM".
  [[noreturn]] void fail(std::string_view column, std::string_view problem) const;

 private:
  std::size_t index(std::string_view column) const;

  std::string_view file_;
  std::uint32_t line_;
  const TableShape& shape_;
  std::vector<std::string_view> cells_;
};

// Calls `take` for every row, in order. Throws InputError on the first thing that is wrong.
void read_lexicon_file(std::string_view file, std::string_view content,
                       std::span<const TableShape> shapes,
                       const std::function<void(const LexiconRow&)>& take);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_READER_H_

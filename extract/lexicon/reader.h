#ifndef CASUS_EXTRACT_LEXICON_READER_H_
#define CASUS_EXTRACT_LEXICON_READER_H_

// The file format of the lexicon (docs/lexicon.md): tables of tab-separated cells. Cuts a file into
// rows, checks its shape, and says where a cell stands when something is wrong with it.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon/problem.h"

namespace casus::extract {

// A table that a file may hold. The first `required` columns must be there and be filled.
struct TableShape {
  std::string_view name;
  std::vector<std::string_view> columns;
  std::size_t required = 1;
};

// One line of a table; valid only while its file is being read.
class LexiconRow {
 public:
  LexiconRow(std::string_view file, std::uint32_t line, const TableShape& shape,
             std::vector<std::string_view> cells)
      : file_(file), line_(line), shape_(shape), cells_(std::move(cells)) {}

  std::string_view table() const { return shape_.name; }
  std::uint32_t line() const { return line_; }
  // Empty if the file does not have the column. `column` must be one of the shape's.
  std::string_view operator[](std::string_view column) const;
  // The pieces of a cell between semicolons, trimmed, empty ones left out.
  std::vector<std::string_view> list(std::string_view column) const;

  // Leaves a cell empty, or a piece out of its list.
  void clear(std::string_view column, std::string_view piece = {});

  CellPlace place() const { return {std::string(file_), line_, {}}; }
  CellPlace place(std::string_view column) const;
  // Throws LexiconError; `piece`: that of a list which is wrong.
  [[noreturn]] void fail(std::string_view column, std::string_view problem,
                         std::string_view piece = {}) const;

 private:
  std::size_t index(std::string_view column) const;

  std::string_view file_;
  std::uint32_t line_;
  const TableShape& shape_;
  std::vector<std::string_view> cells_;
  std::vector<std::pair<std::size_t, std::string_view>> left_out_;  // pieces of lists
};

// Calls `take` for every row, in order, and `critic` for everything that is wrong. A row that
// `take` throws a LexiconError for is told of, and taken once more without what is wrong.
void read_lexicon_file(std::string_view file, std::string_view content,
                       std::span<const TableShape> shapes,
                       const std::function<void(const LexiconRow&)>& take,
                       const LexiconCritic& critic);

// The bytes of a user's file. Throws InputError if it cannot be read or is too large.
std::string read_lexicon_bytes(const std::filesystem::path& path);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_READER_H_

#ifndef CASUS_INTERCHANGE_TABLES_H_
#define CASUS_INTERCHANGE_TABLES_H_

// Tables of coded events, as analysts have them, to annotations: each row is a record of a coded
// data set (docs/formats.md says how each column is kept). Streams; memory is bounded by the
// largest row. A row that is not what it must be is a reject and does not stop those after it.
// Threads: a call belongs to one thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "interchange/tables/names.h"

namespace casus::interchange {

struct TableFormat {
  std::string_view name;  // "gdelt"
  std::string_view what;
};
std::span<const TableFormat> table_formats();

// What is wrong with a row, or with a source as a whole.
struct Reject {
  std::string source;      // the path as given; "standard input"
  std::uint64_t line = 0;  // on which the row begins, from 1; 0: the source as a whole
  std::string column;      // by its name; empty: the row as a whole
  std::string reason;      // goes on where "FILE, line 3, column NAME" ends

  std::string text() const;
};

struct TableCallbacks {
  // If it throws InputError, as of what no annotation may be, its row is a reject.
  std::function<void(v1::ArticleAnnotation&&)> on_annotation;
  std::function<void(Reject&&)> on_reject;
};

// Reads a file, or "-", standard input, gzip told by its first bytes. `format` is one of the names
// above; throws InputError for another, with the list. `dataset` is what the records are named by
// and their Article.dataset; empty: the format's name. The same row gives the same annotation,
// wherever it stands. Throws nothing else but what else the callbacks throw.
void read_table(const std::filesystem::path& path, std::string_view format,
                const std::string& dataset, const Names& names, const TableCallbacks& callbacks);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_H_

#include "interchange/tables.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

#include "interchange/bytes.h"
#include "interchange/gunzip.h"
#include "interchange/tables/format.h"

namespace casus::interchange {
namespace {

const auto& tables() {
  static const std::array kTables = {&gdelt_table(), &ucdp_table()};
  return kTables;
}

const CodedTable& table_named(std::string_view name) {
  const auto found = std::find_if(tables().begin(), tables().end(),
                                  [&](const CodedTable* table) { return table->name == name; });
  if (found != tables().end()) return **found;
  std::string names;
  for (const CodedTable* table : tables()) {
    names += (names.empty() ? "" : ", ") + std::string(table->name);
  }
  throw InputError(fmt::format("There is no table format '{}'; expected one of {}.", name, names));
}

// One file, row by row.
class Reading {
 public:
  Reading(std::string source, const CodedTable& table, const CodingContext& context,
          const TableCallbacks& callbacks)
      : source_(std::move(source)), table_(table), context_(context), callbacks_(callbacks) {
    extractor_.set_name("casus-import-" + std::string(table.name));
    extractor_.set_version(std::to_string(table.version));
  }

  void run(ByteSource& bytes) {
    PeekedBytes in(bytes);
    if (!is_gzip(in.peek(2))) return rows(in);
    GunzippedBytes inflated(in);
    rows(inflated);
  }

  void reject(std::uint64_t line, std::string column, std::string reason) const {
    callbacks_.on_reject({source_, line, std::move(column), std::move(reason)});
  }

 private:
  void rows(ByteSource& in) {
    RowReader reader(in, table_.dialect);
    std::optional<Layout> layout;
    constexpr int kRowsToTell = 100;
    int untold = 0;  // rows from which the layout could not be told
    bool any = false;
    for (auto outcome = reader.next(); outcome != RowReader::Outcome::end;
         outcome = reader.next()) {
      any = true;
      if (outcome == RowReader::Outcome::bad) {
        reject(reader.line(), layout ? column_name(*layout, reader.column()) : "", reader.reason());
        continue;
      }
      if (!layout) {
        try {
          layout = table_.layout(reader.cells());
        } catch (const InputError& error) {
          reject(reader.line(), "", error.what());
          if (++untold == kRowsToTell) return reject(0, "", "is no table of this format.");
          continue;
        }
        if (layout->has_header) continue;
      }
      take(reader, *layout);
    }
    if (!any) reject(0, "", "is empty.");
  }

  void take(const RowReader& row, const Layout& layout) {
    const std::size_t expected = layout.columns.names().size();
    if (row.cells().size() != expected) {
      return reject(
          row.line(), "",
          fmt::format("has {} cells; the table has {} columns.", row.cells().size(), expected));
    }
    try {
      v1::ArticleAnnotation annotation = table_.code(Record(layout.columns, row.cells()), context_);
      *annotation.mutable_extractor() = extractor_;
      callbacks_.on_annotation(std::move(annotation));
    } catch (const BadCell& bad) {
      reject(row.line(), bad.column(), bad.what());
    } catch (const InputError& error) {
      reject(row.line(), "", error.what());
    }
  }

  static std::string column_name(const Layout& layout, std::size_t column) {
    const auto& names = layout.columns.names();
    if (column == 0) return {};
    return column <= names.size() ? names[column - 1] : std::to_string(column);
  }

  const std::string source_;
  const CodedTable& table_;
  const CodingContext& context_;
  const TableCallbacks& callbacks_;
  v1::ExtractorInfo extractor_;
};

}  // namespace

std::span<const TableFormat> table_formats() {
  static const std::vector<TableFormat> kFormats = [] {
    std::vector<TableFormat> formats;
    for (const CodedTable* table : tables()) formats.push_back({table->name, table->what});
    return formats;
  }();
  return kFormats;
}

std::string Reject::text() const {
  std::string where = source;
  if (line > 0) where += fmt::format(", line {}", line);
  if (!column.empty()) where += fmt::format(", column {}", column);
  return fmt::format("{}: {}", where, reason);
}

void read_table(const std::filesystem::path& path, std::string_view format,
                const std::string& dataset, const Names& names, const TableCallbacks& callbacks) {
  const CodedTable& table = table_named(format);
  const CodingContext context{names, dataset.empty() ? std::string(table.name) : dataset};
  const bool standard_input = path == "-";
  Reading reading(standard_input ? "standard input" : path.string(), table, context, callbacks);
  std::error_code error;
  try {
    if (standard_input) {
      FileBytes bytes(STDIN_FILENO);
      reading.run(bytes);
    } else if (!std::filesystem::exists(path, error)) {
      reading.reject(0, "", "does not exist.");
    } else {
      FileBytes bytes(path);
      reading.run(bytes);
    }
  } catch (const ReadFailure& failure) {
    reading.reject(0, "", failure.what());
  }
}

}  // namespace casus::interchange

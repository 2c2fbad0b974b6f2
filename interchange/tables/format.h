#ifndef CASUS_INTERCHANGE_TABLES_FORMAT_H_
#define CASUS_INTERCHANGE_TABLES_FORMAT_H_

// What a format of coded events is: how its rows stand in a file, and what a row says. Private to
// interchange; the formats are registered in tables.cc.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "interchange/tables/names.h"
#include "interchange/tables/record.h"
#include "interchange/tables/rows.h"

namespace casus::interchange {

struct CodingContext {
  const Names& names;
  std::string dataset;  // what records are named by, and Article.dataset
};

// What the first row of a file tells.
struct Layout {
  Columns columns;
  bool has_header = false;  // the first row names the columns
};

struct CodedTable {
  std::string_view name;  // "gdelt"
  std::string_view what;
  int version;  // raised when the same row is read in another way
  Dialect dialect;
  // Throws InputError where the file is not of this format.
  Layout (*layout)(const std::vector<std::string>& first_row);
  // Pure. Throws BadCell.
  v1::ArticleAnnotation (*code)(const Record& record, const CodingContext& context);
};

const CodedTable& gdelt_table();
const CodedTable& ucdp_table();

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_FORMAT_H_

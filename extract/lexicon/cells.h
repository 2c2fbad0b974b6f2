#ifndef CASUS_EXTRACT_LEXICON_CELLS_H_
#define CASUS_EXTRACT_LEXICON_CELLS_H_

// Cells of the lexicon as values. Every function throws LexiconError with what was expected.
// Thread-safe, no state.

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/reader.h"

namespace casus::extract {

std::vector<std::string> strings(const std::vector<std::string_view>& views);

// "TITLE @ ACTOR FROM..TO; ...": FROM and TO each a year, YYYY-MM, YYYY-MM-DD or nothing. A year
// alone begins on its first day and ends on its last.
std::vector<Office> parse_offices(const LexiconRow& row, std::string_view column);

std::string parse_country(const LexiconRow& row, std::string_view column);  // may be empty
std::string parse_sector(const LexiconRow& row, std::string_view column);   // may be empty
std::string parse_type(const LexiconRow& row, std::string_view column);  // PLOVER's; may be empty
// PLOVER's for the type; may be empty.
std::string parse_mode(const LexiconRow& row, std::string_view column, std::string_view type);

// Where a place lies, by the columns "lat" and "lon"; both or none.
void parse_location(const LexiconRow& row, PlaceEntry& place);

// Semicolon-separated flags, each of which must be one of `known`. True for those that are there.
bool has_flag(const LexiconRow& row, std::string_view column, std::string_view flag);
void check_flags(const LexiconRow& row, std::string_view column,
                 std::initializer_list<std::string_view> known);

// A value of an enum of the vocabulary by its name; `fallback` for an empty cell.
template <class Message>
typename Message::Value parse_enum(const LexiconRow& row, std::string_view column,
                                   typename Message::Value fallback) {
  const std::string text(row[column]);
  typename Message::Value value = fallback;
  if (text.empty() || Message::Value_Parse(text, &value)) return value;
  std::string names;
  for (int i = 0; i < Message::Value_descriptor()->value_count(); ++i) {
    if (i > 0) names += ", ";
    names += Message::Value_descriptor()->value(i)->name();
  }
  row.fail(column, fmt::format("\"{}\" is not known here; expected one of: {}.", text, names));
}

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_CELLS_H_

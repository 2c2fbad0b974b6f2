#include "extract/lexicon/cells.h"

#include <algorithm>
#include <charconv>

#include "graph/codes.h"
#include "graph/kinds.h"

namespace casus::extract {
namespace {

constexpr std::string_view kWindowHelp =
    "expected FROM..TO, where each is a year, YYYY-MM, YYYY-MM-DD or nothing, as in "
    "2021-08-25..2024";

// The first day of a date of any precision, or its last.
Day boundary(const LexiconRow& row, std::string_view column, std::string_view text, bool last) {
  if (text.empty()) return Day::unknown();
  std::string full(text);
  if (full.size() == 4) full += last ? "-12" : "-01";
  if (full.size() == 7) {
    std::optional<Day> first = parse_day(full + "-01");
    if (first && last) {
      const Civil date = civil_from_day(*first);
      first->value += days_in_month(date.year, date.month) - 1;
    }
    if (first) return *first;
  }
  if (full.size() == 10)
    if (const std::optional<Day> day = parse_day(full)) return *day;
  row.fail(column, fmt::format("\"{}\" is no date; {}.", text, kWindowHelp));
}

double degrees(const LexiconRow& row, std::string_view column, double most) {
  const std::string_view text = row[column];
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > most || value < -most)
    row.fail(column,
             fmt::format("\"{}\" is no number of degrees between -{} and {}.", text, most, most));
  return value;
}

std::string listed(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

DayWindow parse_window(const LexiconRow& row, std::string_view column, std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos)
    row.fail(column, fmt::format("\"{}\" is no period; {}.", text, kWindowHelp));
  const DayWindow window{boundary(row, column, text.substr(0, dots), false),
                         boundary(row, column, text.substr(dots + 2), true)};
  if (window.since.known() && window.until.known() && window.until < window.since)
    row.fail(column, fmt::format("\"{}\" ends before it begins; {}.", text, kWindowHelp));
  return window;
}

std::vector<Office> parse_offices(const LexiconRow& row, std::string_view column) {
  std::vector<Office> offices;
  for (const std::string_view text : row.list(column)) {
    const std::size_t at = text.find(" @ ");
    if (at == std::string_view::npos || at == 0)
      row.fail(column, fmt::format("\"{}\" is no office; expected TITLE @ ACTOR FROM..TO, as in "
                                   "\"foreign minister @ IRN 2021..2024\".",
                                   text));
    const std::string_view rest = text.substr(at + 3);
    const std::size_t space = rest.find(' ');
    Office office;
    office.title = text.substr(0, at);
    office.affiliation = rest.substr(0, space);
    if (space != std::string_view::npos)
      office.held = parse_window(row, column, rest.substr(space + 1));
    offices.push_back(std::move(office));
  }
  return offices;
}

std::string parse_country(const LexiconRow& row, std::string_view column) {
  const std::string_view text = row[column];
  const bool code =
      text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!text.empty() && !code)
    row.fail(column, fmt::format("\"{}\" is no country; expected its ISO 3166-1 alpha-3 code, such "
                                 "as IRQ, or nothing.",
                                 text));
  return std::string(text);
}

std::string parse_sector(const LexiconRow& row, std::string_view column) {
  const std::string_view text = row[column];
  if (!text.empty() && std::ranges::count(sectors(), text) == 0)
    row.fail(column,
             fmt::format("\"{}\" is no sector; expected one of: {}.", text, listed(sectors())));
  return std::string(text);
}

std::string parse_type(const LexiconRow& row, std::string_view column) {
  const std::string_view text = row[column];
  if (!text.empty() && plover_type(text) == nullptr) {
    std::vector<std::string_view> codes;
    for (const PloverType& type : plover_types()) codes.push_back(type.code);
    row.fail(column, fmt::format("\"{}\" is no PLOVER event type; expected one of: {}.", text,
                                 listed(codes)));
  }
  return std::string(text);
}

std::string parse_mode(const LexiconRow& row, std::string_view column, std::string_view type) {
  const std::string_view text = row[column];
  const auto modes = plover_modes(type);
  if (!text.empty() && std::ranges::count(modes, text) == 0)
    row.fail(column, fmt::format("\"{}\" is no mode of {}; expected {}.", text, type,
                                 modes.empty() ? "nothing, this type has no modes"
                                               : "one of: " + listed(modes)));
  return std::string(text);
}

bool parse_location(const LexiconRow& row, double& latitude, double& longitude) {
  if (row["lat"].empty() && row["lon"].empty()) return false;
  latitude = degrees(row, "lat", 90);
  longitude = degrees(row, "lon", 180);
  return true;
}

bool has_flag(const LexiconRow& row, std::string_view column, std::string_view flag) {
  return std::ranges::count(row.list(column), flag) > 0;
}

void check_flags(const LexiconRow& row, std::string_view column,
                 std::initializer_list<std::string_view> known) {
  for (const std::string_view flag : row.list(column))
    if (std::ranges::count(known, flag) == 0)
      row.fail(column, fmt::format("\"{}\" is not known here; expected any of: {}.", flag,
                                   fmt::join(known, ", ")));
}

}  // namespace casus::extract

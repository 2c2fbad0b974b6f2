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

// One piece of the list of offices, and what in it stands for its dates.
struct Period {
  const LexiconRow& row;
  std::string_view column;
  std::string_view office;
  std::string_view text;

  [[noreturn]] void fail(std::string_view what, std::string_view problem) const {
    row.fail(column, fmt::format("\"{}\" {}; {}.", what, problem, kWindowHelp), office);
  }

  // The first day of a date of any precision, or its last.
  Day boundary(std::string_view date, bool last) const {
    if (date.empty()) return Day::unknown();
    std::string full(date);
    if (full.size() == 4) full += last ? "-12" : "-01";
    if (full.size() == 7) {
      std::optional<Day> first = parse_day(full + "-01");
      if (first && last) {
        const Civil civil = civil_from_day(*first);
        first->value += days_in_month(civil.year, civil.month) - 1;
      }
      if (first) return *first;
    }
    if (full.size() == 10)
      if (const std::optional<Day> day = parse_day(full)) return *day;
    fail(date, "is no date");
  }

  DayWindow parse() const {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) fail(text, "is no period");
    const DayWindow window{boundary(text.substr(0, dots), false),
                           boundary(text.substr(dots + 2), true)};
    if (window.since.known() && window.until.known() && window.until < window.since)
      fail(text, "ends before it begins");
    return window;
  }
};

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

std::vector<Office> parse_offices(const LexiconRow& row, std::string_view column) {
  std::vector<Office> offices;
  for (const std::string_view text : row.list(column)) {
    const std::size_t at = text.find(" @ ");
    if (at == std::string_view::npos || at == 0)
      row.fail(column,
               fmt::format("\"{}\" is no office; expected TITLE @ ACTOR FROM..TO, as in "
                           "\"foreign minister @ IRN 2021..2024\".",
                           text),
               text);
    const std::string_view rest = text.substr(at + 3);
    const std::size_t space = rest.find(' ');
    Office office;
    office.title = text.substr(0, at);
    office.affiliation = rest.substr(0, space);
    if (space != std::string_view::npos)
      office.held = Period{row, column, text, rest.substr(space + 1)}.parse();
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
  if (!text.empty() && !type.empty() && std::ranges::count(modes, text) == 0)
    row.fail(column, fmt::format("\"{}\" is no mode of {}; expected {}.", text, type,
                                 modes.empty() ? "nothing, this type has no modes"
                                               : "one of: " + listed(modes)));
  return std::string(text);
}

void parse_location(const LexiconRow& row, PlaceEntry& place) {
  if (!row["lat"].empty()) place.latitude = degrees(row, "lat", 90);
  if (!row["lon"].empty()) place.longitude = degrees(row, "lon", 180);
  place.located = !row["lat"].empty() && !row["lon"].empty();
  if (place.located || row["lat"].empty() == row["lon"].empty()) return;
  row.fail(row["lat"].empty() ? "lat" : "lon",
           "this cell is empty; expected both lat and lon, in degrees, or neither.");
}

bool has_flag(const LexiconRow& row, std::string_view column, std::string_view flag) {
  return std::ranges::count(row.list(column), flag) > 0;
}

void check_flags(const LexiconRow& row, std::string_view column,
                 std::initializer_list<std::string_view> known) {
  for (const std::string_view flag : row.list(column))
    if (std::ranges::count(known, flag) == 0)
      row.fail(column,
               fmt::format("\"{}\" is not known here; expected any of: {}.", flag,
                           fmt::join(known, ", ")),
               flag);
}

}  // namespace casus::extract

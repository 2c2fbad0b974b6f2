#include "graph/period.h"

#include <string>

namespace casus {

std::optional<DayWindow> parse_period(std::string_view text) {
  constexpr std::string_view kFirst = "0000-01-01";
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  if (text.size() != kYear && text.size() != kMonth) {
    const auto day = parse_day(text);
    return day ? std::optional<DayWindow>({*day, *day}) : std::nullopt;
  }
  const auto first = parse_day(std::string(text) + std::string(kFirst.substr(text.size())));
  if (!first) return std::nullopt;
  Civil last = civil_from_day(*first);
  if (text.size() == kYear) last.month = 12;
  last.day = days_in_month(last.year, last.month);
  return DayWindow{*first, day_from_civil(last)};
}

}  // namespace casus

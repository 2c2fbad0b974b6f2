#ifndef CASUS_GRAPH_DATES_H_
#define CASUS_GRAPH_DATES_H_

// Calendar days. Everything in casus that has a date has it in days: news is rarely more exact.
// Proleptic Gregorian calendar, years 0001 to 9999, ISO 8601 text `YYYY-MM-DD`.

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace casus {

// Days since 1970-01-01. `Day::unknown()` sorts before every known day.
struct Day {
  std::int32_t value = std::numeric_limits<std::int32_t>::min();

  static constexpr Day unknown() { return Day{}; }
  constexpr bool known() const { return value != std::numeric_limits<std::int32_t>::min(); }
  friend constexpr auto operator<=>(const Day&,
                                    const Day&) = default;  // NOLINT(modernize-use-nullptr)
};

// A civil date. Months and days count from 1.
struct Civil {
  int year = 1970;
  int month = 1;
  int day = 1;
};

Day day_from_civil(Civil date);  // `date` must be valid
Civil civil_from_day(Day day);   // `day` must be known
bool valid_civil(Civil date);
int days_in_month(int year, int month);
int weekday(Day day);  // 0 Sunday ... 6 Saturday

// Reads `YYYY-MM-DD`, also as the head of an ISO 8601 date-time ("2023-12-08T09:30:00Z"); nullopt
// for anything else, dates that do not exist included.
std::optional<Day> parse_day(std::string_view text);

// `YYYY-MM-DD`; an empty string for an unknown day.
std::string format_day(Day day);

// A closed interval of days, either end of which may be unknown (unbounded).
struct DayWindow {
  Day since = Day::unknown();
  Day until = Day::unknown();

  // An unknown day lies in the window only if the window has no bounds.
  constexpr bool contains(Day day) const {
    if (!since.known() && !until.known()) return true;
    return day.known() && (!since.known() || day >= since) && (!until.known() || day <= until);
  }
};

}  // namespace casus

#endif  // CASUS_GRAPH_DATES_H_

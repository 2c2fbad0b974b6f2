#include "extract/times/calendar.h"

namespace casus::extract {

Day plus(Day day, int days) { return Day{day.value + days}; }

DayWindow month_window(int year, int month) {
  return {day_from_civil({year, month, 1}),
          day_from_civil({year, month, days_in_month(year, month)})};
}

DayWindow year_window(int year) {
  return {day_from_civil({year, 1, 1}), day_from_civil({year, 12, 31})};
}

DayWindow month_back(Day day, int months) {
  const Civil civil = civil_from_day(day);
  const int index = civil.year * 12 + civil.month - 1 - months;
  if (index < 12) return {};
  return month_window(index / 12, index % 12 + 1);
}

DayWindow week_back(Day day, int weeks) {
  const Day monday = plus(day, -((weekday(day) + 6) % 7) - 7 * weeks);
  return {monday, plus(monday, 6)};
}

}  // namespace casus::extract

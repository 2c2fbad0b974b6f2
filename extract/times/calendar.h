#ifndef CASUS_EXTRACT_TIMES_CALENDAR_H_
#define CASUS_EXTRACT_TIMES_CALENDAR_H_

// Windows of the calendar that news speaks of: months, years, weeks from Monday to Sunday, counted
// back from a known day. A window before the year 1 is unknown. Thread-safe, no state.

#include "graph/dates.h"

namespace casus::extract {

Day plus(Day day, int days);
DayWindow month_window(int year, int month);
DayWindow year_window(int year);
DayWindow month_back(Day day, int months);
DayWindow week_back(Day day, int weeks);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TIMES_CALENDAR_H_

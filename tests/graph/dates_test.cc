#include "graph/dates.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("a day and its text are one to one") {
  CHECK(parse_day("1970-01-01") == Day{0});
  CHECK(parse_day("1969-12-31") == Day{-1});
  CHECK(format_day(Day{0}) == "1970-01-01");
  const Day first = day_from_civil({1, 1, 1});
  const Day last = day_from_civil({9999, 12, 31});
  for (Day day = first; day <= last; day.value += 97) {
    REQUIRE(parse_day(format_day(day)) == day);
  }
  CHECK(format_day(last) == "9999-12-31");
  CHECK(format_day(first) == "0001-01-01");
}

TEST_CASE("days follow the calendar") {
  Civil date{1896, 1, 1};
  Day day = day_from_civil(date);
  for (int i = 0; i < 80 * 366; ++i, ++day.value) {
    const Civil civil = civil_from_day(day);
    REQUIRE(civil.year == date.year);
    REQUIRE(civil.month == date.month);
    REQUIRE(civil.day == date.day);
    if (++date.day > days_in_month(date.year, date.month)) date = {date.year, date.month + 1, 1};
    if (date.month > 12) date = {date.year + 1, 1, 1};
  }
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(weekday(*parse_day("2024-03-04")) == 1);
  CHECK(weekday(*parse_day("1969-12-28")) == 0);
}

TEST_CASE("a date-time gives its day") {
  const Day day = *parse_day("2023-12-08");
  CHECK(parse_day("2023-12-08T09:30:00Z") == day);
  CHECK(parse_day("2023-12-08 09:30") == day);
  CHECK(parse_day("2023-12-08T09:30:00.5+02:00") == day);
}

TEST_CASE("what is no date is refused") {
  const auto* text =
      GENERATE("", "2023", "2023-12", "2023-13-01", "2023-02-29", "2023-00-10", "2023-01-00",
               "0000-01-01", "23-12-08", "2023/12/08", "2023-12-8", "2023-12-081", "2023-12-08x",
               "2023-12-08T", "2023-12-08Tnoon", "2023-12-08T99:00", "+023-12-08", "yesterday");
  CAPTURE(text);
  CHECK_FALSE(parse_day(text));
}

TEST_CASE("an unknown day has no text and comes first") {
  CHECK(format_day(Day::unknown()).empty());
  CHECK(Day::unknown() < day_from_civil({1, 1, 1}));
}

TEST_CASE("an unknown day lies only in the window without bounds") {
  const Day day = *parse_day("2024-03-04");
  CHECK(DayWindow{}.contains(Day::unknown()));
  CHECK_FALSE(DayWindow{day, Day::unknown()}.contains(Day::unknown()));
  CHECK_FALSE(DayWindow{Day::unknown(), day}.contains(Day::unknown()));
  CHECK(DayWindow{day, day}.contains(day));
  CHECK_FALSE(DayWindow{day, day}.contains(Day{day.value + 1}));
  CHECK_FALSE(DayWindow{day, Day::unknown()}.contains(Day{day.value - 1}));
}

#include "graph/period.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("a period is a day, a month or a year, from its first day to its last") {
  const auto check = [](const char* text, const char* first, const char* last) {
    CAPTURE(text);
    const auto period = parse_period(text);
    REQUIRE(period);
    CHECK(format_day(period->since) == first);
    CHECK(format_day(period->until) == last);
  };
  check("1990-06-15", "1990-06-15", "1990-06-15");
  check("1990-06-15T09:30:00Z", "1990-06-15", "1990-06-15");
  check("1990-06", "1990-06-01", "1990-06-30");
  check("1900-02", "1900-02-01", "1900-02-28");
  check("2024-02", "2024-02-01", "2024-02-29");
  check("2024-12", "2024-12-01", "2024-12-31");
  check("1990", "1990-01-01", "1990-12-31");
  check("0001", "0001-01-01", "0001-12-31");
  check("9999", "9999-01-01", "9999-12-31");
}

TEST_CASE("what is no period is none") {
  for (const char* text :
       {"", "199", "90", "0000", "19900", "1990-", "1990-6", "1990-6-", "1990-00", "1990-13",
        "1990/06", "1990 06", "199O", "-990", "1990-06-", "1990-06-31", "06-1990", "June 1990"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

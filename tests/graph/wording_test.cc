#include "graph/wording.h"

#include <catch2/catch.hpp>

using namespace casus;

namespace {

v1::DateInterval interval(const std::string& earliest, const std::string& latest) {
  v1::DateInterval date;
  date.set_earliest(earliest);
  date.set_latest(latest);
  return date;
}

}  // namespace

TEST_CASE("a date says what is known of it") {
  CHECK(when(interval("2024-09-15", "2024-09-15")) == "2024-09-15");
  CHECK(when(interval("2024-09-01", "2024-09-30")) == "2024-09-01 to 2024-09-30");
  CHECK(when(interval("2024-09-01", "")) == "since 2024-09-01");
  CHECK(when(interval("", "2024-09-30")) == "until 2024-09-30");
  CHECK(when(interval("", "")) == "undated");
  CHECK(when(interval("", ""), "2024-09-16") == "reported 2024-09-16");
  CHECK(when(interval("", "2024-09-30"), "2024-10-16") == "until 2024-09-30");
}

TEST_CASE("a count says how exact it is") {
  v1::Count count;
  CHECK(number(count).empty());
  count.set_low(0);
  CHECK(number(count) == "at least 0");
  count.set_high(9);
  CHECK(number(count) == "0 to 9");
  count.set_low(9);
  CHECK(number(count) == "9");
  count.set_best(8);
  CHECK(number(count) == "8");
}

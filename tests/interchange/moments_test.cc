#include "interchange/moments.h"

#include <catch2/catch.hpp>

using namespace casus;
using casus::interchange::update_in_line;
using casus::interchange::update_in_text;

namespace {

std::string read(std::string_view text) {
  const auto moment = interchange::parse_moment(text);
  if (!moment) return "(none)";
  return moment->day.known() ? interchange::format_moment(*moment) : "(time)";
}

}  // namespace

TEST_CASE("moments as ISO 8601 writes them") {
  CHECK(read("2024-05-01") == "2024-05-01");
  CHECK(read(" 2024-05-01T14:05:30Z ") == "2024-05-01T14:05:30Z");
  CHECK(read("2024-05-01T14:05+02:00") == "2024-05-01T14:05:00+02:00");
  CHECK(read("2024-05-01T14:05:30.123-0430") == "2024-05-01T14:05:30-04:30");
  CHECK(read("2024-05-01 14:05 UTC") == "2024-05-01T14:05:00Z");
  CHECK(read("2024-05-01T14:05") == "2024-05-01T14:05:00Z");
  CHECK(read("20240501") == "2024-05-01");
  CHECK(read("20240501T140530Z") == "2024-05-01T14:05:30Z");
  CHECK(read("2024/05/01 9:05 CEST") == "2024-05-01T09:05:00+02:00");
}

TEST_CASE("moments as mail and feeds write them") {
  CHECK(read("Wed, 01 May 2024 14:05:30 GMT") == "2024-05-01T14:05:30Z");
  CHECK(read("Wed, 1 May 24 14:05 +0200") == "2024-05-01T14:05:00+02:00");
  CHECK(read("01 May 2024 02:05:30 EST") == "2024-05-01T02:05:30-05:00");
}

TEST_CASE("moments as English pages write them") {
  CHECK(read("May 1, 2024") == "2024-05-01");
  CHECK(read("1 May 2024, 14:05") == "2024-05-01T14:05:00Z");
  CHECK(read("May 1, 2024 at 2:05 p.m. ET") == "2024-05-01T14:05:00-04:00");
  CHECK(read("Wednesday, May 1st, 2024 12:30am") == "2024-05-01T00:30:00Z");
  CHECK(read("Sept. 3, 2024") == "2024-09-03");
  CHECK(read("14:05 GMT, 1 May 2024") == "2024-05-01T14:05:00Z");
  CHECK(read("14:05") == "(time)");
}

TEST_CASE("what is no moment is none") {
  for (const auto* text : {"", "soon", "2024", "2024-13-01", "2024-02-30", "05/06/2024", "May 2024",
                           "1 May", "2024-05-01T25:00", "2024-05-01T14:75", "2024-05-01 and later",
                           "T14:05Z x", "14", "Z", "32 May 2024", "99999999999999999999"}) {
    INFO(text);
    CHECK(read(text) == "(none)");
  }
}

TEST_CASE("lines that say when an article was updated") {
  const Day day = day_from_civil({2024, 5, 1});
  CHECK(update_in_line("UPDATED 14:05", day) == "2024-05-01T14:05:00Z");
  CHECK(update_in_line("Updated: 2024-05-02 14:05 GMT", day) == "2024-05-02T14:05:00Z");
  CHECK(update_in_line("Last updated on May 2, 2024 at 2:05 p.m. ET", day) ==
        "2024-05-02T14:05:00-04:00");
  CHECK(update_in_line("(Update: 2 May 2024)", day) == "2024-05-02");
  CHECK(update_in_line("Published May 1, 2024 | Updated May 2, 2024, 09:00 GMT", day) ==
        "2024-05-02T09:00:00Z");
  CHECK(update_in_line("UPDATED 14:05", Day::unknown()).empty());
}

TEST_CASE("lines that speak of other updates") {
  const Day day = day_from_civil({2024, 5, 1});
  for (const auto* line :
       {"Updated 2024-05-01 figures show three dead.", "The list was updated May 2, 2024.",
        "Update the app", "Outdated 14:05", "Updated soon", "2024-05-01"}) {
    INFO(line);
    CHECK(update_in_line(line, day).empty());
  }
}

TEST_CASE("an update is looked for at both ends of a text") {
  const Day day = day_from_civil({2024, 5, 1});
  std::string body;
  for (int i = 0; i < 20; ++i) body += "Shells fell on the ferry town.\n\n";
  CHECK(update_in_text("UPDATED 14:05\n\n" + body, day) == "2024-05-01T14:05:00Z");
  CHECK(update_in_text(body + "Last updated 15:05\n\n", day) == "2024-05-01T15:05:00Z");
  CHECK(update_in_text(body + "UPDATED 14:05\n" + body, day).empty());
  CHECK(update_in_text("", day).empty());
  CHECK(update_in_text("UPDATED 14:05", day) == "2024-05-01T14:05:00Z");
}

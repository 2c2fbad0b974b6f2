#include "extract/times/times.h"

#include <catch2/catch.hpp>
#include <string>

namespace casus::extract {
namespace {

// "since..until" of the expression at the n-th token, in parentheses if it is a period; "" if none.
// Published on Wednesday, 16 August 2017 unless said otherwise.
std::string read(const std::string& text, std::uint32_t at = 0,
                 const std::string& published = "2017-08-16") {
  const Document document(text);
  const auto match = match_time(document, at, static_cast<std::uint32_t>(document.tokens().size()),
                                parse_day(published).value_or(Day::unknown()));
  if (!match) return "";
  const std::string days = format_day(match->days.since) + ".." + format_day(match->days.until);
  return match->range_word ? "(" + days + ")" : days;
}

TEST_CASE("days of the week are the last ones") {
  CHECK(read("on Tuesday") == "2017-08-15..2017-08-15");
  CHECK(read("Wednesday") == "2017-08-16..2017-08-16");
  CHECK(read("on Thursday") == "2017-08-10..2017-08-10");
  CHECK(read("early Friday") == "2017-08-11..2017-08-11");
  CHECK(read("late on Monday") == "2017-08-14..2017-08-14");
  CHECK(read("on Sunday night") == "2017-08-13..2017-08-13");
  CHECK(read("in the early hours of Saturday") == "2017-08-12..2017-08-12");
  CHECK(read("last Wednesday") == "2017-08-09..2017-08-09");
  CHECK(read("next Friday") == "2017-08-18..2017-08-18");
  CHECK(read("on Tuesday", 0, "").empty());
}

TEST_CASE("days and months take the latest year that fits") {
  CHECK(read("on 7 August") == "2017-08-07..2017-08-07");
  CHECK(read("on Aug. 7") == "2017-08-07..2017-08-07");
  CHECK(read("the 7th of August") == "2017-08-07..2017-08-07");
  CHECK(read("on November 20") == "2016-11-20..2016-11-20");
  CHECK(read("on September 1") == "2017-09-01..2017-09-01");
  CHECK(read("on Tuesday, 3 May 2016") == "2016-05-03..2016-05-03");
  CHECK(read("on May 3, 2016", 0, "") == "2016-05-03..2016-05-03");
  CHECK(read("2016-05-03", 0, "") == "2016-05-03..2016-05-03");
  CHECK(read("on 30 February").empty());
  CHECK(read("on 7 August", 0, "").empty());
}

TEST_CASE("months and years are windows") {
  CHECK(read("in July") == "2017-07-01..2017-07-31");
  CHECK(read("in August") == "2017-08-01..2017-08-31");
  CHECK(read("in December") == "2016-12-01..2016-12-31");
  CHECK(read("last August") == "2016-08-01..2016-08-31");
  CHECK(read("in March 2015", 0, "") == "2015-03-01..2015-03-31");
  CHECK(read("in April last year") == "2016-04-01..2016-04-30");
  CHECK(read("in May of this year") == "2017-05-01..2017-05-31");
  CHECK(read("in 2011") == "2011-01-01..2011-12-31");
  CHECK(read("in February 2016") == "2016-02-01..2016-02-29");
}

TEST_CASE("words that count from the day of publication") {
  CHECK(read("yesterday") == "2017-08-15..2017-08-15");
  CHECK(read("today") == "2017-08-16..2017-08-16");
  CHECK(read("last night") == "2017-08-15..2017-08-15");
  CHECK(read("overnight") == "2017-08-15..2017-08-16");
  CHECK(read("last week") == "2017-08-07..2017-08-13");
  CHECK(read("earlier this week") == "2017-08-14..2017-08-16");
  CHECK(read("last month") == "2017-07-01..2017-07-31");
  CHECK(read("last year") == "2016-01-01..2016-12-31");
  CHECK(read("over the weekend") == "2017-08-12..2017-08-13");
  CHECK(read("the weekend") == "2017-08-12..2017-08-13");
  CHECK(read("two days ago") == "2017-08-14..2017-08-14");
  CHECK(read("a week ago") == "2017-08-07..2017-08-13");
  CHECK(read("three months ago") == "2017-05-01..2017-05-31");
  CHECK(read("two years ago") == "2015-01-01..2015-12-31");
  CHECK(read("yesterday", 0, "").empty());
}

TEST_CASE("periods are told from days") {
  CHECK(read("since 7 August") == "(2017-08-07..)");
  CHECK(read("since July 2016") == "(2016-07-01..)");
  CHECK(read("until Friday") == "(..2017-08-11)");
  CHECK(read("from 2011 to 2014") == "(2011-01-01..2014-12-31)");
  CHECK(read("between May and July") == "(2017-05-01..2017-07-31)");
  CHECK(read("over the past two weeks") == "(2017-08-02..2017-08-16)");
  CHECK(read("in the last 48 hours") == "(2017-08-14..2017-08-16)");
  CHECK(read("in recent days") == "(2017-08-12..2017-08-16)");
}

TEST_CASE("what is no date") {
  CHECK(read("2,000 troops").empty());
  CHECK(read("May be so").empty());
  CHECK(read("march on the capital").empty());
  CHECK(read("on the bridge").empty());
  CHECK(read("in 12 villages").empty());
  CHECK(read("").empty());
}

TEST_CASE("nothing is read beyond the limit") {
  const std::string text = "on 7 August 2012";
  const Document document(text);
  const auto match = match_time(document, 0, 3, *parse_day("2017-08-16"));
  REQUIRE(match);
  CHECK(match->tokens == Range{0, 3});
  CHECK(format_day(match->days.since) == "2017-08-07");
}

}  // namespace
}  // namespace casus::extract

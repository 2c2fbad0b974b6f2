#include "graph/instant.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("an instant is a date-time with its offset, or a date's first second") {
  CHECK(parse_instant("1970-01-01") == 0);
  CHECK(parse_instant("1970-01-02T00:00:01Z") == 86401);
  CHECK(parse_instant("1969-12-31T23:59Z") == -60);
  CHECK(parse_instant("2023-12-08") == parse_instant("2023-12-08T00:00:00Z"));
  const auto noon = parse_instant("2023-12-08T12:00:00Z");
  REQUIRE(noon);
  for (const char* text :
       {"2023-12-08T12:00Z", "2023-12-08t12:00:00z", "2023-12-08 12:00:00+00:00",
        "2023-12-08T15:00:00+03:00", "2023-12-08T15:30+0330", "2023-12-08T08:00-04",
        "2023-12-09T01:00:00.999+13:00", "2023-12-07T23:59:60,5-12:00"}) {
    CAPTURE(text);
    CHECK(parse_instant(text) == noon);
  }
  CHECK(*parse_instant("9999-12-31T23:59:59-23:59") > *parse_instant("0001-01-01T00:00+23:59"));
}

TEST_CASE("what is no instant is none") {
  for (const char* text : {"",
                           "soon",
                           "2023-02-30",
                           "2023-12-08T",
                           "2023-12-08T12:00",
                           "2023-12-08T12:00:00",
                           "2023-12-08T12Z",
                           "2023-12-08T24:00Z",
                           "2023-12-08T12:60Z",
                           "2023-12-08T12:00:61Z",
                           "2023-12-08T12:00:00.Z",
                           "2023-12-08T12:00+",
                           "2023-12-08T12:00+3",
                           "2023-12-08T12:00+24",
                           "2023-12-08T12:00+03:",
                           "2023-12-08T12:00+03:60",
                           "2023-12-08T12:00Z ",
                           "2023-12-08Z",
                           "2023-12-08T12:00:00ZZ",
                           "2023-12-08T-1:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("of two versions of an article the one that was updated later is newer") {
  v1::Article unknown;
  v1::Article morning;
  morning.set_updated("2023-12-08T09:00+03:00");
  v1::Article noon;
  noon.set_updated("2023-12-08T09:00Z");
  CHECK(is_older(morning, noon));
  CHECK_FALSE(is_older(noon, morning));
  CHECK_FALSE(is_older(noon, noon));
  CHECK(is_older(unknown, morning));
  CHECK_FALSE(is_older(morning, unknown));
  CHECK_FALSE(is_older(unknown, unknown));
}

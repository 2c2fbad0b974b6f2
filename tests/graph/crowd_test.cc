#include "graph/crowd.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("a crowd is the same however many of it speak") {
  for (const char* words : {"millers", "the millers", "Two millers", "THE OTHER millers",
                            "several millers", "the 12 other millers"}) {
    INFO(words);
    CHECK(crowd(words) == "millers");
  }
}

TEST_CASE("what is no count stays, and so does the last word") {
  CHECK(crowd("angry millers") == "angry millers");
  CHECK(crowd("the old mill's two owners") == "old mill's two owners");
  CHECK(crowd("12th Regiment officers") == "12th Regiment officers");
  CHECK(crowd("the two") == "two");
  CHECK(crowd("some") == "some");
  CHECK(crowd("") == "");
}

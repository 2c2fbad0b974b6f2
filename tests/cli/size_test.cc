#include "cli/size.h"

#include <catch2/catch.hpp>

namespace casus::cli {

TEST_CASE("a size is a number with a unit of 1024") {
  CHECK(parse_size("0") == 0U);
  CHECK(parse_size("4096") == 4096U);
  CHECK(parse_size("7B") == 7U);
  CHECK(parse_size("3K") == 3U << 10);
  CHECK(parse_size("512M") == 512U << 20);
  CHECK(parse_size("512mb") == 512U << 20);
  CHECK(parse_size("4GiB") == std::size_t{4} << 30);
  CHECK(parse_size("2t") == std::size_t{2} << 40);
}

TEST_CASE("what is no size is told from one") {
  for (const char* text : {"", "M", "-1M", "+1M", "1.5G", "1 G", "1X", "1GG", "1bi", "1Mi", "0x10",
                           "99999999999999999999", "16777216T"}) {
    INFO(text);
    CHECK(parse_size(text) == std::nullopt);
  }
}

}  // namespace casus::cli

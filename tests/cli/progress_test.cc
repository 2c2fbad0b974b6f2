#include "cli/progress.h"

#include <catch2/catch.hpp>

using casus::cli::progress_line;

TEST_CASE("progress says how much, how fast, and how long still where that is known") {
  CHECK(progress_line("articles", 1200, 0, 4) == "1,200 articles, 300 a second");
  CHECK(progress_line("articles", 1200, 5000, 4) ==
        "1,200 of 5,000 articles, 300 a second, 0:13 left");
  CHECK(progress_line("articles", 5000, 5000, 4) == "5,000 of 5,000 articles, 1,250 a second");
  CHECK(progress_line("articles", 2, 20000, 4) ==
        "2 of 20,000 articles, 0.5 a second, 11:06:36 left");
  CHECK(progress_line("articles", 0, 10, 0) == "0 of 10 articles, 0.0 a second");
}

#include "interchange/lines.h"

#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <vector>

using casus::interchange::LineReader;
using casus::interchange::StringBytes;

TEST_CASE("lines come without their ends, the last one also without a newline") {
  StringBytes in("one\n\nthree\r\nfour");
  LineReader lines(in, 100);
  std::vector<std::string> all;
  while (lines.next() == LineReader::Outcome::line) all.push_back(lines.line());
  CHECK(all == std::vector<std::string>{"one", "", "three\r", "four"});
  CHECK(lines.number() == 4);
}

TEST_CASE("a line that is too long is passed over, and reading goes on") {
  const std::string bytes = "a\n" + std::string(1'000'000, 'x') + "\nb\n";
  StringBytes in(bytes);
  LineReader lines(in, 10);
  CHECK(lines.next() == LineReader::Outcome::line);
  CHECK(lines.next() == LineReader::Outcome::too_long);
  CHECK(lines.number() == 2);
  CHECK(lines.line().capacity() < 1000);
  CHECK(lines.next() == LineReader::Outcome::line);
  CHECK(lines.line() == "b");
  CHECK(lines.next() == LineReader::Outcome::end);
}

TEST_CASE("the limit is the longest line that is taken") {
  StringBytes in("12345\n123456\n");
  LineReader lines(in, 5);
  CHECK(lines.next() == LineReader::Outcome::line);
  CHECK(lines.next() == LineReader::Outcome::too_long);
}

TEST_CASE("lines are the same wherever the buffer ends") {
  std::mt19937 random(5);
  std::vector<std::string> expected;
  std::string bytes;
  while (bytes.size() < 1'000'000) {
    expected.emplace_back(random() % 40'000, static_cast<char>('a' + random() % 26));
    bytes += expected.back() + "\n";
  }
  StringBytes in(bytes);
  LineReader lines(in, 40'000);
  for (const std::string& line : expected) {
    REQUIRE(lines.next() == LineReader::Outcome::line);
    REQUIRE(lines.line() == line);
  }
  CHECK(lines.next() == LineReader::Outcome::end);
}

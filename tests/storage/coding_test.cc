#include "storage/coding.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <optional>
#include <random>
#include <vector>

#include "graph/error.h"

namespace casus::storage {
namespace {

std::string varint(std::uint64_t number) {
  std::string bytes;
  append_varint(bytes, number);
  return bytes;
}

// Around every power of two, and some between.
std::vector<std::uint64_t> numbers() {
  std::vector<std::uint64_t> all = {0, std::numeric_limits<std::uint64_t>::max()};
  std::mt19937_64 random(5);
  for (unsigned bits = 0; bits < 64; ++bits) {
    const std::uint64_t power = std::uint64_t{1} << bits;
    all.insert(all.end(), {power - 1, power, power + 1, random() >> bits});
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

TEST_CASE("a number's bytes sort as the number does, and none begin another's") {
  std::optional<std::string> before;
  for (const std::uint64_t number : numbers()) {
    const std::string bytes = varint(number);
    INFO(number);
    Reader reader(bytes);
    CHECK(reader.varint() == number);
    CHECK(reader.rest().empty());
    if (before) {
      CHECK(*before < bytes);
      CHECK_FALSE(bytes.starts_with(*before));
    }
    before = bytes;
  }
  CHECK(varint(127).size() == 1);
  CHECK(varint(128).size() == 2);
  CHECK(varint((std::uint64_t{1} << 56) - 1).size() == 8);
  CHECK(varint(std::uint64_t{1} << 56).size() == 9);
}

TEST_CASE("a number that is cut off is damage") {
  for (const std::uint64_t number : numbers()) {
    const std::string bytes = varint(number);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      Reader reader(std::string_view(bytes).substr(0, size));
      CHECK_THROWS_AS(reader.varint(), StoreError);
    }
  }
}

TEST_CASE("days sort both ways, an unknown one first and last") {
  const std::vector<Day> days = {Day::unknown(), Day{-719'162}, Day{-1},       Day{0},
                                 Day{1},         Day{19'700},   Day{2'932'896}};
  std::string before;
  std::string after;
  for (const Day day : days) {
    std::string up;
    std::string down;
    append_ascending(up, day);
    append_descending(down, day);
    CHECK(Reader(up).ascending_day() == day);
    CHECK(Reader(down).descending_day() == day);
    if (day.known()) {
      CHECK(before < up);
      CHECK(down < after);
    }
    before = up;
    after = down;
  }
}

}  // namespace casus::storage

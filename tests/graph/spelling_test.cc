#include "graph/spelling.h"

#include <array>
#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps") {
  CHECK(edit_distance("ostmark", "ostmark", 3) == 0);
  CHECK(edit_distance("ostmark", "ostmrak", 3) == 1);
  CHECK(edit_distance("ostmark", "ostmarks", 3) == 1);
  CHECK(edit_distance("ostmark", "estmark", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("", "abcdef", 2) == 3);
}

TEST_CASE("the nearest word is found whatever its case and however its parts are joined") {
  constexpr std::array<std::string_view, 4> kWords = {"no_comment", "denial", "demand", "ASSAULT"};
  CHECK(nearest("noComment", kWords) == "no_comment");
  CHECK(nearest("No Comment", kWords) == "no_comment");
  CHECK(nearest("denail", kWords) == "denial");
  CHECK(nearest("assault", kWords) == "ASSAULT");
  CHECK(nearest("asault", kWords) == "ASSAULT");
  CHECK(nearest("prediction", kWords).empty());
  CHECK(nearest("", kWords).empty());
  CHECK(nearest("x", kWords).empty());
  CHECK(nearest(std::string(10'000, 'a'), kWords).empty());
}

TEST_CASE("a sentence about a misspelt word ends with what may be written") {
  constexpr std::array<std::string_view, 2> kWords = {"begin", "end"};
  CHECK(expected_one_of("beginn", kWords) == "; did you mean 'begin'? Expected one of begin, end.");
  CHECK(expected_one_of("offset", kWords) == "; expected one of begin, end.");
}

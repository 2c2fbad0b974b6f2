#include "graph/utf8.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain ascii, longer than a word"));
  CHECK_FALSE(find_invalid_utf8("Élysée 東京 \U0001F600"));
  CHECK(find_invalid_utf8("\xFF") == 0U);
  CHECK(find_invalid_utf8("0123456789\xC3") == 10U);   // cut short
  CHECK(find_invalid_utf8("abc\xC0\x80") == 3U);       // overlong
  CHECK(find_invalid_utf8("abc\xED\xA0\x80") == 3U);   // surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // beyond Unicode
  CHECK(find_invalid_utf8("é\x80") == 2U);             // stray continuation
}

TEST_CASE("characters are not cut") {
  const std::string_view text = "aé東";
  CHECK(is_character_boundary(text, 0));
  CHECK(is_character_boundary(text, 1));
  CHECK_FALSE(is_character_boundary(text, 2));
  CHECK(is_character_boundary(text, 3));
  CHECK(is_character_boundary(text, text.size()));
  CHECK_FALSE(is_character_boundary(text, text.size() + 1));
  CHECK(utf8_head(text, 2) == "a");
  CHECK(utf8_head(text, 3) == "aé");
  CHECK(utf8_head(text, 5) == "aé");
  CHECK(utf8_head(text, 99) == text);
}

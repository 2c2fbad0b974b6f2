#include "interchange/markup.h"

#include <catch2/catch.hpp>

using namespace casus::interchange;
using Lines = std::vector<std::string>;

TEST_CASE("lines are broken between words and within what has none") {
  CHECK(wrapped("one two three", 7, 9) == Lines{"one two", "three"});
  CHECK(wrapped("  one \n\t two  ", 20, 9) == Lines{"one two"});
  CHECK(wrapped("extraordinary", 5, 9) == Lines{"extra", "ordin", "ary"});
  CHECK(wrapped("well-known", 6, 9) == Lines{"well-", "known"});
  CHECK(wrapped("北京大学校", 4, 9) == Lines{"北京", "大学", "校"});
  CHECK(wrapped("", 5, 9).empty());
  CHECK(wrapped(" \n ", 5, 9).empty());
}

TEST_CASE("what is left out shows as an ellipsis") {
  CHECK(wrapped("one two three four", 7, 2) == Lines{"one two", "three…"});
  CHECK(wrapped("one two three", 7, 2) == Lines{"one two", "three"});
}

TEST_CASE("marks stay on their letters, and what turns the direction of writing goes") {
  CHECK(wrapped("ne\xCC\x81ne\xCC\x81", 2, 9) == Lines{"ne\xCC\x81", "ne\xCC\x81"});
  CHECK(wrapped("a\xE2\x80\xAE\x1B"
                "b\xFF",
                9, 9) == Lines{"ab\xEF\xBF\xBD"});
}

TEST_CASE("only links to the web are links") {
  CHECK(web_link("https://example.org/a?b=c&d=%20") == "https://example.org/a?b=c&d=%20");
  CHECK(web_link("http://example.org/a b\"\\é") == "http://example.org/a%20b%22%5C%C3%A9");
  CHECK(web_link("javascript:alert(1)").empty());
  CHECK(web_link("file:///etc/passwd").empty());
  CHECK(web_link("").empty());
}

TEST_CASE("different keys are different identifiers") {
  CHECK(identifier("actor:person:IRN:ali") == "actor:person:IRN:ali");
  CHECK(identifier("event:1/e\x01") == "event:1/e%01");
  CHECK(identifier("event:1/e%01") == "event:1/e%2501");
  CHECK(identifier("a\"\\\xFF") == "a%22%5C%FF");
}

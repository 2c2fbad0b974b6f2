#include <catch2/catch.hpp>

#include "interchange/readers.h"

using namespace casus;
using casus::interchange::parse_text_article;
using Catch::Matchers::Contains;

TEST_CASE("header lines fill the article, the body is kept byte for byte") {
  const v1::Article article = parse_text_article(
      "Title: Ferry town shelled\nDATE: 2024-03-05\noutlet:  Norland Courier \n"
      "url: https://example.org/1\nLanguage: en\n\n \n  Shells fell.\r\n\nTitle: not a header\n",
      "a.txt");
  CHECK(article.title() == "Ferry town shelled");
  CHECK(article.published() == "2024-03-05");
  CHECK(article.outlet() == "Norland Courier");
  CHECK(article.url() == "https://example.org/1");
  CHECK(article.language() == "en");
  CHECK(article.id() == "https://example.org/1");
  CHECK(article.text() == "  Shells fell.\r\n\nTitle: not a header\n");
}

TEST_CASE("a text without a header is all body") {
  const std::string text = "\n  He said: it is over.\n";
  const v1::Article article = parse_text_article(text, "b.txt");
  CHECK(article.text() == text);
  CHECK(article.id() == "b.txt");
  CHECK(article.published().empty());
}

TEST_CASE("the body may follow its header at once, and begin like one") {
  CHECK(parse_text_article("Title: A\nBody here.", "x").text() == "Body here.");
  CHECK(parse_text_article("Title: A\nTitle: B", "x").text() == "Title: B");
}

TEST_CASE("header lines may end as on Windows, and a byte order mark is none of the text") {
  const v1::Article article =
      parse_text_article("\xEF\xBB\xBFTitle: A\r\nPublished: 2024-03-05T10:00:00Z\r\n\r\nB.", "x");
  CHECK(article.title() == "A");
  CHECK(article.published() == "2024-03-05");
  CHECK(article.text() == "B.");
}

TEST_CASE("a date at the head of the body counts, and stays in the text") {
  const std::string text = " date 2024-03-05 Shells fell.";
  CHECK(parse_text_article(text, "x").published() == "2024-03-05");
  CHECK(parse_text_article(text, "x").text() == text);
  CHECK(parse_text_article("Published: 2024-04-01\n\ndate 2024-03-05 S.", "x").published() ==
        "2024-04-01");
  CHECK(parse_text_article("Date palms grow there.", "x").published().empty());
  CHECK(parse_text_article("dated 2024-03-05", "x").published().empty());
}

TEST_CASE("what is no article is refused, with the reason") {
  using Catch::Matchers::Message;
  const auto refusal = [](std::string_view bytes) -> std::string {
    try {
      parse_text_article(bytes, "x");
    } catch (const InputError& error) {
      return error.what();
    }
    return "(accepted)";
  };
  CHECK_THAT(refusal(""), Contains("no text"));
  CHECK_THAT(refusal(" \n\t\n"), Contains("no text"));
  CHECK_THAT(refusal("Title: only\n\n"), Contains("no text"));
  CHECK_THAT(refusal("Published: last week\n\nB."), Contains("Published: 'last week' is no date"));
  CHECK_THAT(refusal("date 2024-02-30 B."), Contains("'2024-02-30' is no date"));
  CHECK_THAT(refusal("abc\xC3("), Contains("not UTF-8 at byte 3"));
  CHECK_THAT(refusal(std::string_view("PK\x03\x04\0", 5)), Contains("binary (a NUL at byte 4)"));
  CHECK_THAT(refusal(std::string((16 << 20) + 1, 'x')), Contains("16777217 bytes"));
}

TEST_CASE("an article's update is in its header, or a line says so") {
  const auto updated = [](std::string_view bytes) {
    return parse_text_article(bytes, "x").updated();
  };
  CHECK(updated("Updated: 2024-03-05 14:05 +03:00\n\nB.") == "2024-03-05T14:05:00+03:00");
  CHECK(updated("Published: 2024-03-05\n\nUPDATED 14:05\n\nShells fell.") ==
        "2024-03-05T14:05:00Z");
  CHECK(updated("Shells fell.\n\nLast updated 6 March 2024") == "2024-03-06");
  CHECK(updated("Published: 2024-03-05\n\nShells fell.").empty());
  CHECK_THROWS_WITH(updated("Updated: soon\n\nB."), Contains("Updated: 'soon' is no date"));
}

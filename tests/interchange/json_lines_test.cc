#include <catch2/catch.hpp>
#include <sstream>

#include "collect.h"
#include "interchange/sources.h"

using namespace casus;
using casus::interchange::parse_json_record;
using casus::interchange::read_json_lines;
using casus::tests::Collected;
using Catch::Matchers::Contains;

namespace {

v1::Article article(std::string_view line) {
  return std::get<v1::Article>(parse_json_record(line));
}

std::string refusal(std::string_view line) {
  try {
    parse_json_record(line);
  } catch (const InputError& error) {
    return error.what();
  }
  return "(accepted)";
}

Collected read(const std::string& bytes, std::size_t limit = 1 << 20) {
  Collected collected;
  interchange::StringBytes in(bytes);
  read_json_lines(in, {"dir/n.jsonl", "n.jsonl"}, {limit}, collected.callbacks());
  return collected;
}

}  // namespace

TEST_CASE("an article's fields are read, others are left alone") {
  const v1::Article a = article(
      R"({"id":"7","url":"https://example.org/7","title":"T","outlet":"O","published":)"
      R"("2024-03-05T08:00:00Z","language":"fr","text":"Un.\r\n\u00e9","author":{"n":[1]},"x":null})");
  CHECK(a.id() == "7");
  CHECK(a.url() == "https://example.org/7");
  CHECK(a.title() == "T");
  CHECK(a.outlet() == "O");
  CHECK(a.published() == "2024-03-05");
  CHECK(a.language() == "fr");
  CHECK(a.text() == "Un.\r\né");
}

TEST_CASE("the id is the input's own, else the url") {
  CHECK(article(R"({"id":12,"text":"a"})").id() == "12");
  CHECK(article(R"({"url":"u","text":"a"})").id() == "u");
  CHECK(article(R"({"id":null,"text":"a"})").id().empty());
}

TEST_CASE("what is no record is refused, with the field and what was expected") {
  CHECK_THAT(refusal(R"({"text":5})"), Contains("text: expected a string, but it is a number"));
  CHECK_THAT(refusal(R"({"text":["a"]})"), Contains("text: expected a string, but it is an array"));
  CHECK_THAT(refusal(R"({"text":"a","title":{}})"),
             Contains("title: expected a string, but it is an object"));
  CHECK_THAT(refusal(R"({"id":1.5,"text":"a"})"), Contains("id: expected a string"));
  CHECK_THAT(refusal(R"({"title":"a"})"), Contains("text: is missing"));
  CHECK_THAT(refusal(R"({"text":" \n"})"), Contains("text: is missing or empty"));
  CHECK_THAT(refusal(R"({"text":"a","published":"soon"})"),
             Contains("published: 'soon' is no date"));
  CHECK_THAT(refusal(R"({"text":"a\u0000b"})"), Contains("text: has a NUL at byte 1"));
  CHECK_THAT(refusal(R"({"article":{"text":"a"}})"), Contains("extractor: is missing"));
  CHECK_THAT(refusal("[1]"), Contains("is an array; expected an object"));
  CHECK_THAT(refusal("{\"text\":\"a"), Contains("is no JSON"));
  CHECK_THAT(refusal("hello"), Contains("is no JSON"));
  CHECK_THAT(refusal("{\"text\":\"a\xFF\"}"), Contains("not UTF-8 at byte 10"));
  CHECK_THAT(refusal(std::string_view("{\"a\0\":1}", 8)), Contains("binary"));
  CHECK_THAT(refusal(std::string(5000, '[')), Contains("is no JSON"));
}

TEST_CASE("an annotation is read with the proto's own field names") {
  const auto record = parse_json_record(
      R"({"article":{"id":"a","text":"He denied it."},"extractor":{"name":"x","version":"2"},)"
      R"("statements":[{"key":"s1","kind":"no_comment","cue":[{"begin":0,"end":2}]}]})");
  const auto& annotation = std::get<v1::ArticleAnnotation>(record);
  CHECK(annotation.article().id() == "a");
  CHECK(annotation.extractor().version() == "2");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == v1::StatementKind::no_comment);
  CHECK(annotation.statements(0).cue(0).end() == 2);
}

TEST_CASE("an annotation's fields and values must be known") {
  const std::string head = R"({"article":{"id":"a","text":"t"},"extractor":{"name":"x"},)";
  CHECK_THAT(refusal(head + R"("mood":1})"), Contains("mood"));
  CHECK_THAT(refusal(head + R"("events":[{"kee":"e1"}]})"), Contains("kee"));
  CHECK_THAT(refusal(head + R"("statements":[{"kind":"rumour"}]})"), Contains("rumour"));
  CHECK_THAT(refusal(head + R"("events":[{"trigger":{"begin":-1}}]})"), Contains("-1"));
  CHECK_THAT(refusal(head + R"("events":"none"})"), Contains("events"));
}

TEST_CASE("a bad line is one error, with its number, and the rest is read") {
  const Collected got = read(
      "{\"text\":\"one\"}\n"
      "\n"
      "{broken\n" +
          ("{\"text\":\"" + std::string(5000, 'x') + "\"}\n") +
          "{\"article\":{\"id\":\"a\",\"text\":\"t\"},\"extractor\":{\"name\":\"x\"}}\r\n"
          "{\"id\":\"six\",\"text\":\"six\"}",
      1000);
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[0].id() == "n.jsonl#1");
  CHECK(got.articles[1].id() == "six");
  CHECK(got.annotations.size() == 1);
  REQUIRE(got.errors.size() == 2);
  CHECK_THAT(got.errors[0], Contains("dir/n.jsonl, line 3: is no JSON"));
  CHECK_THAT(got.errors[1], Contains("dir/n.jsonl, line 4: is longer than the 1000 bytes"));
}

TEST_CASE("a file with nothing in it is an error") {
  CHECK_THAT(read("").errors.at(0), Contains("is empty"));
  CHECK_THAT(read(" \n\r\n").errors.at(0), Contains("is empty"));
}

TEST_CASE("a byte order mark before the first line is none of it") {
  const Collected got = read("\xEF\xBB\xBF{\"text\":\"a\"}");
  CHECK(got.articles.size() == 1);
  CHECK(got.errors.empty());
}

TEST_CASE("when an article was updated is a field") {
  CHECK(article(R"({"text":"a","updated":"2024-03-05T14:05:00Z"})").updated() ==
        "2024-03-05T14:05:00Z");
  CHECK_THAT(refusal(R"({"text":"a","updated":"soon"})"), Contains("updated: 'soon' is no date"));
}

TEST_CASE("a .json file is lines, one object, or an array of objects") {
  const auto ids = [](const std::string& bytes) {
    Collected collected;
    interchange::StringBytes in(bytes);
    interchange::read_json(in, {"dir/n.json", "n.json"}, {1000}, collected.callbacks());
    std::string all;
    for (const v1::Article& article : collected.articles) all += article.id() + ' ';
    for (const std::string& error : collected.errors) all += "[" + error + "] ";
    return all;
  };
  CHECK(ids("{\"text\":\"a\"}\n{\"text\":\"b\"}\n") == "n.json#1 n.json#2 ");
  CHECK(ids("{\n  \"text\": \"a\"\n}\n") == "n.json ");
  CHECK(ids("\n[{\"text\":\"a\"},\n {\"id\":\"b\",\"text\":\"b\"}]") == "n.json#1 b ");
  CHECK_THAT(ids("[{\"text\":\"a\"}, 7, {\"text\":\"c\"}]"),
             Contains("n.json#1 n.json#3 [dir/n.json, object 2: is a number"));
  CHECK_THAT(ids("[{\"text\":\"a\"}, {"), Contains("dir/n.json: is no JSON"));
  CHECK_THAT(ids("[]"), Contains("dir/n.json: holds an empty array"));
  CHECK_THAT(ids(" \n"), Contains("dir/n.json: is empty"));
  CHECK_THAT(ids("[\n" + std::string(2000, ' ') + "]"), Contains("longer than the 1000 bytes"));
  CHECK_THAT(ids("[\n" + std::string(600, ' ') + "\n" + std::string(600, ' ') + "]"),
             Contains("longer than the 1000 bytes"));
}

TEST_CASE("what a callback throws comes out") {
  interchange::StringBytes in("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  interchange::ReadCallbacks callbacks = Collected().callbacks();
  callbacks.on_article = [](v1::Article&&) { throw InputError("stop"); };
  callbacks.on_error = [](const InputError&) { FAIL("the caller's own error was reported"); };
  CHECK_THROWS_WITH(read_json_lines(in, {"n", "n"}, {}, callbacks), "stop");
}

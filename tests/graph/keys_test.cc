#include "graph/keys.h"

#include <catch2/catch.hpp>

using namespace casus;

TEST_CASE("an article's key is a digest of its id and never changes") {
  const std::string key = article_key("https://example.org/a");
  CHECK(key.size() == std::string("article:").size() + 20);
  CHECK(key.find_first_not_of("0123456789abcdef", 8) == std::string::npos);
  CHECK(key == article_key("https://example.org/a"));
  CHECK(key != article_key("https://example.org/b"));
  // XXH3-128 of no bytes is 99aa06d3014798d86001c324468d497f.
  CHECK(article_key("") == "article:99aa06d3014798d86001");
}

TEST_CASE("local keys are scoped to their article") {
  CHECK(event_key("article:0a1b", "e1") == "event:0a1b/e1");
  CHECK(statement_key("article:0a1b", "s4") == "statement:0a1b/s4");
  CHECK(claim_key("article:0a1b", "c2") == "claim:0a1b/c2");
}

TEST_CASE("actors and places are keyed by entry or by kind, country and name") {
  CHECK(lexicon_actor_key("USA") == "actor:USA");
  CHECK(named_actor_key(v1::ActorKind::person, "IRN", "Hossein Amirabdollahian") ==
        "actor:person:IRN:hossein-amirabdollahian");
  CHECK(named_actor_key(v1::ActorKind::armed_group, "", "The Free Ducks") ==
        "actor:armed_group:-:free-ducks");
  CHECK(country_place_key("IRQ") == "place:IRQ");
  CHECK(named_place_key("IRQ", "Baghdad") == "place:IRQ:baghdad");
  CHECK(named_place_key("", "Green Zone") == "place:-:green-zone");
}

TEST_CASE("keys of odd names are never empty, never long, and differ") {
  CHECK(named_place_key("IRQ", "!") != named_place_key("IRQ", "?"));
  std::string a(100'000, 'a');
  const std::string one = named_place_key("IRQ", a);
  CHECK(one.size() < 512);
  a.back() = 'b';
  CHECK(named_place_key("IRQ", a) != one);
}

TEST_CASE("a key says what it is the key of") {
  CHECK(kind_of_key("article:0a") == v1::NodeKind::article);
  CHECK(kind_of_key("actor:USA") == v1::NodeKind::actor);
  CHECK(kind_of_key("place:IRQ") == v1::NodeKind::place);
  CHECK(kind_of_key("event:0a/e1") == v1::NodeKind::event);
  CHECK(kind_of_key("statement:0a/s1") == v1::NodeKind::statement);
  CHECK(kind_of_key("claim:0a/c1") == v1::NodeKind::claim);
  for (const auto* text : {"", "actor", "actor:", "Actor:USA", "thing:x"}) {
    CHECK(kind_of_key(text) == v1::NodeKind::unspecified);
  }
}

TEST_CASE("the content hash sees every field but the key, and where each ends") {
  v1::Article article;
  article.set_id("i");
  article.set_title("ab");
  article.set_outlet("c");
  const std::string hash = content_hash(article);
  CHECK(hash.size() == 32);
  v1::Article other = article;
  other.set_key("article:1");
  CHECK(content_hash(other) == hash);
  other.set_title("a");
  other.set_outlet("bc");
  CHECK(content_hash(other) != hash);
  for (int number = 2; number <= 9; ++number) {
    v1::Article changed = article;
    changed.GetReflection()->SetString(&changed, changed.GetDescriptor()->FindFieldByNumber(number),
                                       "changed");
    CAPTURE(number);
    CHECK(content_hash(changed) != hash);
  }
}

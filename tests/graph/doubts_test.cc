#include "graph/doubts.h"

#include <catch2/catch.hpp>
#include <functional>

#include "sample.h"

using namespace casus;
using casus::tests::sample;
using casus::tests::span_of;
using Catch::Matchers::Contains;

namespace {

std::vector<Fault> doubts_of(const std::function<void(v1::ArticleAnnotation&)>& change) {
  v1::ArticleAnnotation annotation = sample();
  change(annotation);
  return find_doubts(annotation, 100);
}

// The one warning of a kind after `change`.
std::string doubt(FaultKind kind, const std::function<void(v1::ArticleAnnotation&)>& change) {
  std::string found = "(none)";
  for (const Fault& fault : doubts_of(change)) {
    CHECK(is_warning(fault.kind));
    if (fault.kind == kind) found = fault.text();
  }
  return found;
}

// A text with characters of one, two, three and four bytes, annotated by somebody who counts them
// as `length` does.
v1::ArticleAnnotation counted(const std::function<std::size_t(std::string_view)>& length) {
  v1::ArticleAnnotation annotation;
  annotation.mutable_article()->set_id("a");
  annotation.mutable_article()->set_published("2024-01-02");
  annotation.mutable_article()->set_text(
      "Señor Müller — “the envoy” 🕊 of Örland — blamed Čáslav’s men for the raid "
      "on "
      "Žďár.");
  annotation.mutable_extractor()->set_name("x");
  annotation.mutable_extractor()->set_version("1");
  v1::Event& event = *annotation.add_events();
  event.set_key("e1");
  event.set_type("ACCUSE");
  const std::string& text = annotation.article().text();
  for (const std::string_view words : {"Müller", "blamed", "men", "raid", "Žďár"}) {
    const std::size_t at = text.find(words);
    v1::Span& span = *event.add_evidence();
    span.set_begin(static_cast<std::uint32_t>(length(std::string_view(text).substr(0, at))));
    span.set_end(span.begin() + static_cast<std::uint32_t>(length(words)));
  }
  return annotation;
}

std::size_t bytes(std::string_view text) { return text.size(); }
std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}
std::size_t utf16(std::string_view text) {
  std::size_t count = code_points(text);
  for (const char c : text) count += static_cast<unsigned char>(c) >= 0xF0;
  return count;
}

}  // namespace

TEST_CASE("a careful annotation leaves no doubt") {
  for (const Fault& fault : find_doubts(sample(), 100)) {
    INFO(fault.text());
    CHECK(fault.field == "places[1]");  // the country that the town lies in is what it is for
  }
  CHECK(find_doubts(counted(&bytes), 100).empty());
}

TEST_CASE("offsets that count characters are told by the words that they cut") {
  for (const auto& [length, what] :
       {std::pair(&code_points, "code points"), std::pair(&utf16, "UTF-16 units")}) {
    const auto doubts = find_doubts(counted(length), 100);
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].kind == FaultKind::offsets);
    CHECK_THAT(doubts[0].text(), Contains("events[0].evidence[") && Contains(what));
  }
}

TEST_CASE("in a text of single bytes there is nothing to mistake") {
  const std::string found = doubt(FaultKind::offsets, [](auto& a) {
    a.mutable_article()->set_text("Shells fell on the market.");
    a.mutable_events(0)->mutable_trigger()->set_begin(1);
    a.mutable_events(0)->mutable_trigger()->set_end(3);
  });
  CHECK(found == "(none)");
}

TEST_CASE("a span that cuts a word is doubted, where words have spaces between them") {
  CHECK_THAT(doubt(FaultKind::words,
                   [](auto& a) { *a.mutable_events(0)->mutable_trigger() = span_of(a, "ell"); }),
             Contains("events[0].trigger: cuts a word at byte"));
  const auto chinese = [](auto& a) {
    a.mutable_article()->set_text("北京指责東海国进攻。");
    a.clear_events();
    a.clear_statements();
    a.clear_claims();
    for (v1::Actor& actor : *a.mutable_actors()) actor.clear_evidence();
    for (v1::Place& place : *a.mutable_places()) place.clear_evidence();
    *a.mutable_actors(0)->add_evidence() = span_of(a, "東海国");
  };
  CHECK(doubt(FaultKind::words, chinese) == "(none)");
}

TEST_CASE("the wording of a party is what its span reads, or the name of its actor") {
  CHECK(doubt(FaultKind::words, [](auto& a) {
          *a.mutable_events(0)->mutable_initiators(0)->mutable_span() = span_of(a, "them");
        }) == "(none)");
  CHECK_THAT(
      doubt(FaultKind::words,
            [](auto& a) { a.mutable_events(0)->mutable_targets(0)->set_text("the harbour"); }),
      Contains("events[0].targets[0].text: is 'the harbour', but the span beside it reads "
               "'the market'"));
}

TEST_CASE("items that nothing refers to, and claims that nobody speaks for, are doubted") {
  CHECK_THAT(doubt(FaultKind::unused,
                   [](auto& a) {
                     v1::Actor& actor = *a.add_actors();
                     actor.set_key("actor:market");
                     actor.set_name("Market");
                     *actor.add_evidence() = span_of(a, "market");
                   }),
             Contains("actors[3]: is referred to by no other item"));
  CHECK_THAT(doubt(FaultKind::stance,
                   [](auto& a) {
                     v1::Claim& claim = *a.add_claims();
                     claim.set_key("c9");
                     claim.set_text("Nobody says so");
                     *claim.add_evidence() = span_of(a, "market");
                   }),
             Contains("claims[1]: is asserted and denied by nobody"));
  CHECK_THAT(doubt(FaultKind::stance, [](auto& a) { a.mutable_statements(0)->clear_claim(); }),
             Contains("statements[0].stance"));
}

TEST_CASE("dates, codes, keys and figures that are unlikely are doubted") {
  CHECK_THAT(doubt(FaultKind::undated, [](auto& a) { a.mutable_article()->clear_published(); }),
             Contains("article.published"));
  CHECK_THAT(doubt(FaultKind::identity, [](auto& a) { a.mutable_extractor()->clear_version(); }),
             Contains("extractor.version"));
  CHECK_THAT(
      doubt(FaultKind::code, [](auto& a) { a.mutable_events(0)->set_mode("heavy_weapons"); }),
      Contains("events[0].mode") && Contains("did you mean 'heavy-weapons'?"));
  CHECK_THAT(doubt(FaultKind::code, [](auto& a) { a.mutable_actors(0)->set_sector("GOVT"); }),
             Contains("actors[0].sector") && Contains("'GOV'"));
  CHECK_THAT(doubt(FaultKind::identity, [](auto& a) { a.mutable_actors(2)->set_country("SUD"); }),
             Contains("actors[2].key") && Contains("'actor:SUD'"));
  CHECK_THAT(doubt(FaultKind::figure,
                   [](auto& a) { a.mutable_events(0)->mutable_injured()->set_best(0); }),
             Contains("events[0].injured: is 0"));
  CHECK_THAT(doubt(FaultKind::figure,
                   [](auto& a) {
                     a.mutable_events(0)->mutable_date()->set_earliest("2024-03-09");
                     a.mutable_events(0)->mutable_date()->set_latest("2024-03-09");
                   }),
             Contains("events[0].date: is after the article"));
}

TEST_CASE("doubts need no valid annotation, and end at their limit") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_article()->set_text("é");
  annotation.mutable_events(0)->mutable_trigger()->set_begin(1);
  annotation.mutable_events(0)->mutable_trigger()->set_end(70'000);
  CHECK_NOTHROW(find_doubts(annotation, 100));
  CHECK(find_doubts(v1::ArticleAnnotation(), 1).size() == 1);
}

#include "graph/validate.h"

#include <catch2/catch.hpp>
#include <functional>

#include "graph/assemble.h"
#include "graph/error.h"
#include "sample.h"

using namespace casus;
using casus::tests::sample;
using Catch::Matchers::Contains;

namespace {

// The message with which a sample is refused after `change`.
std::string refusal(const std::function<void(v1::ArticleAnnotation&)>& change) {
  v1::ArticleAnnotation annotation = sample();
  change(annotation);
  try {
    validate(annotation);
  } catch (const InputError& error) {
    return error.what();
  }
  return "(accepted)";
}

}  // namespace

TEST_CASE("a sound annotation is accepted") {
  CHECK_NOTHROW(validate(sample()));
  v1::ArticleAnnotation bare;
  bare.mutable_article()->set_id("x");
  bare.mutable_article()->set_text("Nothing that anybody understood.");
  bare.mutable_extractor()->set_name("none");
  CHECK_NOTHROW(validate(bare));
}

TEST_CASE("a span of zeros is an unknown one, as JSON prints it") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_events(0)->mutable_initiators(0)->mutable_span()->Clear();
  annotation.mutable_events(0)->mutable_trigger()->Clear();
  CHECK_NOTHROW(validate(annotation));
}

TEST_CASE("the article needs an id, a text, a date that exists and an extractor") {
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->clear_id(); }), Contains("article.id"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->clear_text(); }), Contains("article.text"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->set_key("article:00"); }),
             Contains("article.key"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->set_published("2024-02-30"); }),
             Contains("article.published: is '2024-02-30'"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->set_updated("2024-02-01T09:00"); }),
             Contains("article.updated: is '2024-02-01T09:00'"));
  CHECK(refusal([](auto& a) { a.mutable_article()->set_updated("2024-02-01T09:00Z"); }) ==
        "(accepted)");
  CHECK_THAT(refusal([](auto& a) { a.mutable_extractor()->clear_name(); }),
             Contains("extractor.name"));
}

TEST_CASE("offsets lie within the text, in order, on character boundaries") {
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(0)->mutable_trigger()->set_end(9999); }),
             Contains("events[0].trigger: ends at 9999"));
  CHECK_THAT(refusal([](auto& a) {
               auto& span = *a.mutable_statements(1)->mutable_cue(0);
               span.set_end(span.begin());
             }),
             Contains("statements[1].cue[0]: is ["));
  CHECK_THAT(refusal([](auto& a) {
               auto& span = *a.mutable_actors(1)->mutable_evidence(0);
               span.set_end(span.begin() + 7);  // within the "ö" of "Mara Döll"
             }),
             Contains("actors[1].evidence[0]: cuts a character"));
}

TEST_CASE("offsets of the title lie within the title, on character boundaries") {
  const auto trigger = [](std::uint32_t begin, std::uint32_t end) {
    return refusal([begin, end](auto& a) {
      a.mutable_article()->set_title("Döll accuses Sudonia");
      v1::Span& span = *a.mutable_events(0)->mutable_trigger();
      span.set_begin(begin);
      span.set_end(end);
      span.set_part(v1::TextPart::title);
    });
  };
  CHECK(trigger(6, 13) == "(accepted)");
  CHECK(trigger(0, 21) == "(accepted)");
  CHECK_THAT(trigger(0, 22),
             Contains("events[0].trigger: ends at 22, but article.title has 21 bytes"));
  CHECK_THAT(trigger(2, 5), Contains("cuts a character of article.title at byte 2"));
  CHECK_THAT(trigger(5, 5), Contains("begin must be below end"));
  CHECK(trigger(0, 0) == "(accepted)");  // unknown
}

TEST_CASE("references have their item") {
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(0)->set_place("place:X"); }),
             Contains("events[0].place: refers to 'place:X', which is not in places"));
  CHECK_THAT(
      refusal([](auto& a) { a.mutable_events(0)->mutable_initiators(0)->set_actor("actor:X"); }),
      Contains("events[0].initiators[0].actor"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(1)->mutable_targets(0)->set_actor("x"); }),
             Contains("events[1].targets[0].actor"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_statements(0)->set_speaker("actor:X"); }),
             Contains("statements[0].speaker"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_statements(0)->set_claim("c9"); }),
             Contains("statements[0].claim"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_statements(0)->set_event("e9"); }),
             Contains("statements[0].event"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_claims(0)->set_object("e9"); }),
             Contains("claims[0].object"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_claims(0)->set_object("actor:X"); }),
             Contains("claims[0].object"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->set_affiliation("actor:X"); }),
             Contains("actors[0].affiliation"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_places(0)->set_within("place:X"); }),
             Contains("places[0].within"));
}

TEST_CASE("keys are well-formed and unique") {
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(1)->set_key("e1"); }),
             Contains("events[1].key: is 'e1'"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(1)->clear_key(); }),
             Contains("events[1].key: is empty"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_statements(0)->set_key("actor:1"); }),
             Contains("statements[0].key"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->set_key("NLD"); }),
             Contains("actors[0].key"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->set_key("actor:a\nb"); }),
             Contains("control character"));
  CHECK_THAT(
      refusal([](auto& a) { a.mutable_actors(0)->set_key("actor:" + std::string(600, 'x')); }),
      Contains("actors[0].key: has 606 bytes"));
}

TEST_CASE("dates, counts, codes and coordinates are what they must be") {
  CHECK_THAT(
      refusal([](auto& a) { a.mutable_events(0)->mutable_date()->set_latest("2024-03-01"); }),
      Contains("events[0].date: is from 2024-03-04 to 2024-03-01"));
  CHECK_THAT(
      refusal([](auto& a) { a.mutable_statements(0)->mutable_date()->set_earliest("Monday"); }),
      Contains("statements[0].date.earliest: is 'Monday'"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(0)->mutable_killed()->set_low(5); }),
             Contains("events[0].killed"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_events(0)->set_type("FIGHT"); }),
             Contains("events[0].type: is 'FIGHT'") && Contains("ASSAULT"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->set_country("nl"); }),
             Contains("actors[0].country"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_places(0)->set_latitude(10); }),
             Contains("places[0]: has only one"));
  CHECK_THAT(refusal([](auto& a) {
               a.mutable_places(0)->set_latitude(std::numeric_limits<double>::quiet_NaN());
               a.mutable_places(0)->set_longitude(0);
             }),
             Contains("places[0]: lies nowhere"));
  CHECK_THAT(refusal([](auto& a) {
               a.mutable_statements(0)->set_kind(static_cast<v1::StatementKind::Value>(77));
             }),
             Contains("statements[0].kind: has the value 77"));
}

TEST_CASE("nothing is taken without evidence") {
  CHECK_THAT(refusal([](auto& a) {
               auto& stranger = *a.add_actors();
               stranger.set_key("actor:stranger");
               stranger.set_name("Stranger");
             }),
             Contains("actors[3]: has no evidence"));
  CHECK_THAT(refusal([](auto& a) {
               a.mutable_events(0)->clear_sentence();
               a.mutable_events(0)->clear_trigger();
             }),
             Contains("events[0]: has no evidence"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_statements(1)->clear_cue(); }),
             Contains("statements[1]: has no evidence"));
  CHECK_THAT(refusal([](auto& a) {
               a.mutable_statements(0)->clear_claim();
               a.mutable_statements(1)->clear_claim();
             }),
             Contains("claims[0]: has no evidence"));
}

TEST_CASE("strings are UTF-8 without NUL, and bounded") {
  CHECK_THAT(refusal([](auto& a) { a.mutable_claims(0)->set_text("ab\xFF"); }),
             Contains("claims[0].text: is not UTF-8 at byte 2"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_article()->set_title(std::string("a\0b", 3)); }),
             Contains("article.title: has a NUL at byte 1"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_claims(0)->set_text(std::string(70'000, 'x')); }),
             Contains("claims[0].text: has 70000 bytes"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->add_aliases(std::string(2000, 'x')); }),
             Contains("actors[0].aliases[1]"));
  CHECK_THAT(
      refusal([](auto& a) { a.mutable_article()->set_text(std::string(kMaxTextBytes + 1, 'x')); }),
      Contains("article.text: has"));
}

TEST_CASE("an actor has few aliases, and short ones") {
  const auto fill = [](auto& a) {
    a.mutable_actors(0)->clear_aliases();
    for (std::size_t i = 0; i < kMaxAliases; ++i) {
      a.mutable_actors(0)->add_aliases(std::string(256, static_cast<char>('a' + i % 26)));
    }
  };
  CHECK(refusal(fill) == "(accepted)");
  CHECK_THAT(refusal([&fill](auto& a) {
               fill(a);
               a.mutable_actors(0)->add_aliases("one more");
             }),
             Contains("actors[0].aliases: has 257 items; at most 256"));
  CHECK_THAT(refusal([](auto& a) { a.mutable_actors(0)->set_aliases(0, std::string(257, 'x')); }),
             Contains("actors[0].aliases[0]: has 257 bytes"));
}

TEST_CASE("lists are bounded, and so are the pairs that relations are made of") {
  CHECK_THAT(refusal([](auto& a) {
               for (std::size_t i = 0; i < kMaxItems; ++i) *a.add_places() = a.places(0);
             }),
             Contains("places: has 100002 items"));
  CHECK_THAT(refusal([](auto& a) {
               for (int i = 0; i < 400; ++i) {
                 *a.mutable_events(0)->add_initiators() = a.events(0).initiators(0);
                 *a.mutable_events(0)->add_targets() = a.events(0).targets(0);
               }
             }),
             Contains("events[0]: is one pair of initiator and target too many"));
}

TEST_CASE("all faults of an annotation are found, in the order of its fields, up to a limit") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_article()->clear_id();
  annotation.mutable_article()->set_published("soon");
  annotation.mutable_events(0)->set_type("assault");
  annotation.mutable_events(0)->mutable_trigger()->set_end(9999);
  annotation.mutable_statements(0)->set_claim("c9");
  annotation.mutable_claims(0)->set_text("ab\xFF");
  std::vector<std::string> fields;
  for (const Fault& fault : find_faults(annotation, 100)) fields.push_back(fault.field);
  CHECK(fields == std::vector<std::string>{"claims[0].text", "article.id", "article.published",
                                           "events[0].type", "events[0].trigger",
                                           "statements[0].claim"});
  CHECK(find_faults(annotation, 2).size() == 2);
  CHECK(find_faults(sample(), 100).empty());
  const auto faults = find_faults(annotation, 4);
  CHECK_THAT(faults.at(3).reason, Contains("did you mean 'ASSAULT'?"));
  CHECK(faults.at(3).kind == FaultKind::value);
}

TEST_CASE("one thing that is wrong is one fault") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_events(1)->clear_key();
  annotation.mutable_actors(1)->clear_affiliation();
  annotation.mutable_actors(1)->set_key("");
  for (const Fault& fault : find_faults(annotation, 100)) {
    INFO(fault.text());
    CHECK((fault.kind == FaultKind::missing || fault.kind == FaultKind::key ||
           fault.kind == FaultKind::reference));
  }
  annotation = sample();
  annotation.mutable_events(0)->mutable_trigger()->set_end(9999);
  CHECK(find_faults(annotation, 100).size() == 1);
}

TEST_CASE("a reason that quotes much is cut") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_events(0)->set_type(std::string(60'000, 'X'));
  CHECK(find_faults(annotation, 1).at(0).reason.size() < 1100);
}

TEST_CASE("the medium that a statement comes through is an actor, named in the article") {
  v1::ArticleAnnotation annotation = sample();
  v1::Statement& denial = *annotation.mutable_statements(1);
  denial.set_via("actor:NLD");
  *denial.add_via_source() = denial.cue(0);
  CHECK(find_faults(annotation, 9).empty());
  denial.set_via("actor:harbin-radio");
  denial.mutable_via_source(0)->set_end(99999);
  const auto faults = find_faults(annotation, 9);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].field == "statements[1].via");
  CHECK(faults[1].field == "statements[1].via_source[0]");
}

TEST_CASE("a span of the title lies within the title") {
  v1::ArticleAnnotation annotation = sample();
  v1::Span& span = *annotation.mutable_events(0)->add_evidence();
  span.set_begin(0);
  span.set_end(6);
  span.set_part(v1::TextPart::title);
  CHECK(find_faults(annotation, 9).empty());
  annotation.mutable_events(0)->mutable_evidence(0)->set_end(100);
  CHECK_THAT(find_faults(annotation, 9).at(0).text(),
             Contains("events[0].evidence[0]: ends at 100, but article.title has 23 bytes"));
}

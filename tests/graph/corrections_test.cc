#include "graph/corrections.h"

#include <catch2/catch.hpp>

#include "graph/assemble.h"
#include "graph/keys.h"
#include "graph/validate.h"
#include "tests/graph/sample.h"

using namespace casus;
using casus::tests::sample;
using casus::tests::span_of;

namespace {

const std::string kArticle = article_key("sample-1");

v1::CorrectionEnd end_of(const v1::ArticleAnnotation& annotation, const std::string& key) {
  const auto end = correction_end(annotation, key);
  REQUIRE(end.has_value());
  return *end;
}

// The sample, when a sentence was put before it and its items are numbered otherwise.
v1::ArticleAnnotation changed_sample() {
  const std::string head = "It had rained all night. ";
  v1::ArticleAnnotation a = sample();
  a.mutable_article()->mutable_text()->insert(0, head);
  const auto shift = [&](v1::Span& span) {
    if (span.end() == 0) return;
    span.set_begin(span.begin() + static_cast<std::uint32_t>(head.size()));
    span.set_end(span.end() + static_cast<std::uint32_t>(head.size()));
  };
  const auto shift_all = [&](auto& spans) {
    for (v1::Span& span : spans) shift(span);
  };
  for (auto& actor : *a.mutable_actors()) shift_all(*actor.mutable_evidence());
  for (auto& place : *a.mutable_places()) shift_all(*place.mutable_evidence());
  for (auto& event : *a.mutable_events()) {
    event.set_key("n" + event.key());
    if (event.has_trigger()) shift(*event.mutable_trigger());
    if (event.has_sentence()) shift(*event.mutable_sentence());
    shift_all(*event.mutable_evidence());
    for (auto& party : *event.mutable_initiators()) shift(*party.mutable_span());
    for (auto& party : *event.mutable_targets()) shift(*party.mutable_span());
  }
  for (auto& statement : *a.mutable_statements()) {
    statement.set_key("n" + statement.key());
    if (!statement.event().empty()) statement.set_event("n" + statement.event());
    shift_all(*statement.mutable_source());
    shift_all(*statement.mutable_cue());
    shift_all(*statement.mutable_content());
  }
  for (auto& claim : *a.mutable_claims()) {
    if (!claim.event().empty()) claim.set_event("n" + claim.event());
    if (claim.object().starts_with("e")) claim.set_object("n" + claim.object());
    shift_all(*claim.mutable_evidence());
  }
  validate(a);
  return a;
}

}  // namespace

TEST_CASE("a correction tells an item by its kind, type, words and passage") {
  const v1::ArticleAnnotation a = sample();
  const v1::CorrectionEnd end = end_of(a, event_key(kArticle, "e1"));
  CHECK(end.kind() == v1::NodeKind::attack);
  CHECK(end.article() == kArticle);
  CHECK(end.type() == "ASSAULT");
  CHECK(end.words() == "fell");
  CHECK(end.passage() ==
        "Shells fell on the market of Harbin Ferry on Monday, killing four people.");
  CHECK_FALSE(correction_end(a, event_key(kArticle, "e99")).has_value());
  CHECK_FALSE(correction_end(a, "actor:NLD").has_value());
}

TEST_CASE("an item is found again in a changed article, whatever its key is now") {
  const v1::ArticleAnnotation old = sample();
  const v1::ArticleAnnotation changed = changed_sample();
  for (const auto& [before, after] :
       {std::pair(event_key(kArticle, "e1"), event_key(kArticle, "ne1")),
        std::pair(statement_key(kArticle, old.statements(0).key()),
                  statement_key(kArticle, "n" + old.statements(0).key())),
        std::pair(claim_key(kArticle, old.claims(0).key()),
                  claim_key(kArticle, old.claims(0).key()))}) {
    CHECK(find_items(changed, {end_of(old, before)}) == std::vector{after});
  }
}

TEST_CASE("an item whose sentence is gone is not found; a claim is by its wording") {
  v1::ArticleAnnotation a = sample();
  v1::CorrectionEnd event = end_of(a, event_key(kArticle, "e1"));
  v1::CorrectionEnd claim = end_of(a, claim_key(kArticle, a.claims(0).key()));
  event.set_passage("Another sentence.");
  claim.set_passage("Another sentence.");
  CHECK(find_items(a, {event, claim}) ==
        std::vector<std::string>{"", claim_key(kArticle, a.claims(0).key())});
}

TEST_CASE("two corrections are about two items, also where these have the same words") {
  v1::ArticleAnnotation a = sample();
  for (const char* key : {"x1", "x2"}) {
    v1::Event& twin = *a.add_events();
    twin = a.events(0);
    twin.set_key(key);
  }
  v1::CorrectionEnd first = end_of(a, event_key(kArticle, "x2"));
  first.set_key(event_key(kArticle, "long gone"));
  const v1::CorrectionEnd second = end_of(a, event_key(kArticle, "e1"));
  CHECK(find_items(a, {first, second}) ==
        std::vector{event_key(kArticle, "x1"), event_key(kArticle, "e1")});
}

TEST_CASE("a rejected event is gone, and nothing refers to it; its claims keep their wording") {
  const v1::ArticleAnnotation a = sample();
  const v1::ArticleAnnotation rest = without_rejected(a, {end_of(a, event_key(kArticle, "e1"))});
  validate(rest);
  CHECK(rest.events_size() == a.events_size() - 1);
  REQUIRE(rest.claims_size() == a.claims_size());
  CHECK((a.claims(0).event() == "e1" || a.claims(0).object() == "e1"));
  for (int i = 0; i < rest.claims_size(); ++i) {
    CHECK(rest.claims(i).text() == a.claims(i).text());
    CHECK(rest.claims(i).event() != "e1");
    CHECK(rest.claims(i).object() != "e1");
  }
  const GraphDelta delta = assemble(rest);
  for (const v1::Edge& edge : delta.edges) {
    CHECK(edge.from() != event_key(kArticle, "e1"));
    CHECK(edge.to() != event_key(kArticle, "e1"));
  }
  CHECK(delta.shared.size() == assemble(a).shared.size());
}

TEST_CASE("a statement whose claim is rejected stays, without a stance") {
  const v1::ArticleAnnotation a = sample();
  const std::string key = a.claims(0).key();
  const v1::ArticleAnnotation rest = without_rejected(a, {end_of(a, claim_key(kArticle, key))});
  validate(rest);
  CHECK(rest.statements_size() == a.statements_size());
  for (const v1::Statement& statement : rest.statements()) {
    CHECK(statement.claim() != key);
    if (statement.claim().empty()) CHECK(statement.stance() == v1::Stance::none);
  }
}

TEST_CASE("what has its evidence from a rejected statement keeps it") {
  v1::ArticleAnnotation a = sample();
  a.mutable_claims(0)->clear_evidence();
  for (v1::Actor& actor : *a.mutable_actors()) actor.clear_evidence();
  validate(a);
  std::vector<v1::CorrectionEnd> all;
  for (const v1::Statement& statement : a.statements()) {
    all.push_back(end_of(a, statement_key(kArticle, statement.key())));
  }
  const v1::ArticleAnnotation rest = without_rejected(a, all);
  CHECK(rest.statements_size() == 0);
  CHECK(rest.claims_size() == a.claims_size());
  validate(rest);
}

TEST_CASE("without corrections an annotation stays as it is") {
  const v1::ArticleAnnotation a = sample();
  v1::CorrectionEnd end = end_of(a, event_key(kArticle, "e1"));
  end.set_words("quite different");
  CHECK(without_rejected(a, {}).SerializeAsString() == a.SerializeAsString());
  CHECK(without_rejected(a, {end}).SerializeAsString() == a.SerializeAsString());
}

#include "graph/assemble.h"

#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <set>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/same_as.h"
#include "graph/validate.h"
#include "sample.h"

using namespace casus;
using casus::tests::sample;
using casus::tests::span_of;

namespace {

const std::string kArticle = article_key("sample-1");
const std::string kMara = "actor:person:NLD:mara-doll";
const std::string kTown = "place:NLD:harbin-ferry";

const v1::Node& node(const GraphDelta& delta, const std::string& key) {
  for (const auto* nodes : {&delta.own, &delta.shared}) {
    for (const v1::Node& node : *nodes) {
      if (node.key() == key) return node;
    }
  }
  FAIL("no node " << key);
  return delta.own.front();
}

const v1::Edge* find_edge(const GraphDelta& delta, v1::EdgeKind::Value kind,
                          const std::string& from, const std::string& to) {
  for (const v1::Edge& edge : delta.edges) {
    if (edge.kind() == kind && edge.from() == from && edge.to() == to) return &edge;
  }
  return nullptr;
}

const v1::Edge& edge(const GraphDelta& delta, v1::EdgeKind::Value kind, const std::string& from,
                     const std::string& to) {
  const v1::Edge* found = find_edge(delta, kind, from, to);
  CAPTURE(kind, from, to);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("every kind of node and edge comes out of an annotation") {
  const GraphDelta delta = assemble(sample());
  const std::string e1 = event_key(kArticle, "e1");
  const std::string e2 = event_key(kArticle, "e2");
  const std::string s1 = statement_key(kArticle, "s1");
  const std::string s2 = statement_key(kArticle, "s2");
  const std::string c1 = claim_key(kArticle, "c1");

  CHECK(delta.own.size() == 6);
  CHECK(delta.shared.size() == 5);
  CHECK(node(delta, kArticle).kind() == v1::NodeKind::article);
  CHECK(node(delta, e1).kind() == v1::NodeKind::attack);
  CHECK(node(delta, e1).cameo_root() == "18");
  CHECK(node(delta, e2).kind() == v1::NodeKind::event);
  CHECK(node(delta, s1).kind() == v1::NodeKind::statement);
  CHECK(node(delta, s2).kind() == v1::NodeKind::denial);
  CHECK(node(delta, c1).kind() == v1::NodeKind::claim);

  edge(delta, v1::EdgeKind::reports, kArticle, e1);
  edge(delta, v1::EdgeKind::reports, kArticle, s1);
  edge(delta, v1::EdgeKind::reports, kArticle, c1);
  edge(delta, v1::EdgeKind::mentions, kArticle, "actor:SDN");
  edge(delta, v1::EdgeKind::mentions, kArticle, kTown);
  edge(delta, v1::EdgeKind::located_at, e1, kTown);
  edge(delta, v1::EdgeKind::within, kTown, "place:NLD");
  edge(delta, v1::EdgeKind::targeted, e2, "actor:SDN");
  edge(delta, v1::EdgeKind::made, kMara, s1);
  edge(delta, v1::EdgeKind::addresses, s1, "actor:SDN");
  edge(delta, v1::EdgeKind::about, c1, e1);
  edge(delta, v1::EdgeKind::about, c1, "actor:SDN");
  CHECK(edge(delta, v1::EdgeKind::asserts, s1, c1).certainty() == v1::Certainty::certain);
  edge(delta, v1::EdgeKind::denies, s2, c1);
  CHECK(edge(delta, v1::EdgeKind::affiliated, kMara, "actor:NLD").role() == "spokeswoman");

  const v1::Edge& initiated = edge(delta, v1::EdgeKind::initiated, "actor:SDN", e1);
  CHECK(initiated.status() == v1::InitiatorStatus::alleged);
  CHECK(initiated.text() == "Sudonia");
  CHECK(initiated.claim() == c1);
  CHECK(initiated.date().earliest() == "2024-03-04");
  CHECK(initiated.published() == "2024-03-05");
}

TEST_CASE("a thing that was hit is told on the edge to the place where it stood") {
  const GraphDelta delta = assemble(sample());
  CHECK(edge(delta, v1::EdgeKind::targeted, event_key(kArticle, "e1"), kTown).text() ==
        "the market");
}

TEST_CASE("references become global keys") {
  const GraphDelta delta = assemble(sample());
  const v1::Statement& statement = node(delta, statement_key(kArticle, "s1")).statement();
  CHECK(statement.key() == statement_key(kArticle, "s1"));
  CHECK(statement.claim() == claim_key(kArticle, "c1"));
  CHECK(statement.event() == event_key(kArticle, "e2"));
  const v1::Claim& claim = node(delta, claim_key(kArticle, "c1")).claim();
  CHECK(claim.object() == kTown);
  CHECK(claim.event() == event_key(kArticle, "e1"));
}

TEST_CASE("nodes and edges are sorted, no edge is there twice, and its ends exist") {
  const GraphDelta delta = assemble(sample());
  std::set<std::string> keys;
  for (const auto* nodes : {&delta.own, &delta.shared}) {
    CHECK(std::is_sorted(nodes->begin(), nodes->end(),
                         [](const auto& a, const auto& b) { return a.key() < b.key(); }));
    for (const v1::Node& node : *nodes) CHECK(keys.insert(node.key()).second);
  }
  const auto order = [](const v1::Edge& e) { return std::tuple(e.kind(), e.from(), e.to()); };
  for (std::size_t i = 0; i < delta.edges.size(); ++i) {
    CHECK(keys.count(delta.edges[i].from()) == 1);
    CHECK(keys.count(delta.edges[i].to()) == 1);
    if (i > 0) CHECK(order(delta.edges[i - 1]) < order(delta.edges[i]));
  }
}

TEST_CASE("everything has evidence in the article") {
  const v1::ArticleAnnotation annotation = sample();
  const GraphDelta delta = assemble(annotation);
  const auto check = [&annotation](const v1::Evidence& evidence) {
    CHECK(evidence.article() == kArticle);
    CHECK(evidence.extractor().name() == "hand");
    CHECK(evidence.spans_size() > 0);
    for (const v1::Span& span : evidence.spans()) {
      CHECK(span.begin() < span.end());
      CHECK(span.end() <= annotation.article().text().size());
    }
  };
  for (const v1::Edge& edge : delta.edges) check(edge.evidence());
  for (const v1::Node& node : delta.own) {
    if (node.kind() != v1::NodeKind::article) check(node.evidence());
  }
}

TEST_CASE("whom an actor belongs to stands where the actor stands") {
  const v1::ArticleAnnotation annotation = sample();
  const GraphDelta delta = assemble(annotation);
  // Norland has no span of its own; the denial that is addressed to it comes first.
  const v1::Evidence& norland =
      edge(delta, v1::EdgeKind::mentions, kArticle, "actor:NLD").evidence();
  REQUIRE(norland.spans_size() == 1);
  CHECK(norland.spans(0).begin() == span_of(annotation, "called that an invention").begin());
  // Nor has the country that the town lies in.
  const v1::Evidence& country =
      edge(delta, v1::EdgeKind::mentions, kArticle, "place:NLD").evidence();
  REQUIRE(country.spans_size() == 1);
  CHECK(country.spans(0).begin() == span_of(annotation, "Harbin Ferry").begin());
}

TEST_CASE("the article's node has everything but the text") {
  const v1::ArticleAnnotation annotation = sample();
  const v1::Node article = node(assemble(annotation), kArticle);
  CHECK(article.article().key() == kArticle);
  CHECK(article.article().title() == annotation.article().title());
  CHECK(article.article().text().empty());
  CHECK(article.published() == "2024-03-05");
  CHECK(article.content_hash() == content_hash(annotation.article()));
}

TEST_CASE("speakers count for themselves and for whom they speak") {
  const GraphDelta delta = assemble(sample());
  std::set<std::tuple<std::string, std::string, std::string>> rows;
  for (const RelationRow& row : delta.relations) {
    CHECK(rows.emplace(row.from, row.to, row.node).second);
    CHECK(row.published == *parse_day("2024-03-05"));
    CHECK(row.day == row.published);  // neither accusation nor denial is dated
  }
  const std::string e2 = event_key(kArticle, "e2");
  const std::string s1 = statement_key(kArticle, "s1");
  const std::string s2 = statement_key(kArticle, "s2");
  CHECK(rows == decltype(rows){{kMara, "actor:SDN", e2},
                               {"actor:NLD", "actor:SDN", e2},
                               {kMara, "actor:SDN", s1},
                               {"actor:NLD", "actor:SDN", s1},
                               {"actor:SDN", "actor:NLD", s2}});
}

TEST_CASE("nobody is related to himself, and a circle of affiliations ends") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_actors(0)->set_affiliation(kMara);
  annotation.mutable_events(1)->mutable_targets(0)->set_actor("actor:NLD");
  validate(annotation);
  for (const RelationRow& row : assemble(annotation).relations) CHECK(row.from != row.to);
}

TEST_CASE("an actor named twice for one event is one edge with the status that says most") {
  v1::ArticleAnnotation annotation = sample();
  v1::Initiator& again = *annotation.mutable_events(0)->add_initiators();
  again.set_actor("actor:SDN");
  again.set_text("Sudonian guns");
  again.set_status(v1::InitiatorStatus::asserted);
  const GraphDelta delta = assemble(annotation);
  const v1::Edge& made =
      edge(delta, v1::EdgeKind::initiated, "actor:SDN", event_key(kArticle, "e1"));
  CHECK(made.status() == v1::InitiatorStatus::asserted);
  CHECK(made.text() == "Sudonian guns");
}

TEST_CASE("an edge carries the first spans of its event and its party, however many there are") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_article()->mutable_text()->append(40'000, '.');
  v1::Event& event = *annotation.mutable_events(0);
  event.clear_evidence();
  for (std::uint32_t i = 20'000; i > 0; --i) {
    v1::Span& span = *event.add_evidence();
    span.set_begin(200 + i);
    span.set_end(201 + i);
  }
  event.clear_targets();
  for (int i = 0; i < 4'000; ++i) {
    v1::Actor& actor = *annotation.add_actors();
    actor.set_key("actor:guard-" + std::to_string(i));
    actor.set_name("Guard " + std::to_string(i));
    event.add_targets()->set_actor(actor.key());
  }
  event.mutable_targets(3'999)->mutable_span()->set_begin(7);
  event.mutable_targets(3'999)->mutable_span()->set_end(9);
  validate(annotation);
  const GraphDelta delta = assemble(annotation);
  const std::string e1 = event_key(kArticle, "e1");
  CHECK(node(delta, e1).evidence().spans_size() == 20'000);
  const auto begins = [&](const std::string& target) {
    std::vector<std::uint32_t> out;
    for (const v1::Span& span :
         edge(delta, v1::EdgeKind::targeted, e1, target).evidence().spans()) {
      out.push_back(span.begin());
    }
    return out;
  };
  std::vector<std::uint32_t> expected(16);
  std::iota(expected.begin(), expected.end(), 201);
  CHECK(begins("actor:guard-0") == expected);
  expected.pop_back();
  expected.insert(expected.begin(), 7);
  CHECK(begins("actor:guard-3999") == expected);
  // Without a span of its own, a party stands where the event does.
  CHECK(
      edge(delta, v1::EdgeKind::mentions, kArticle, "actor:guard-0").evidence().spans(0).begin() ==
      201);
}

TEST_CASE("the wordings of many targets on one edge are joined while they fit") {
  v1::ArticleAnnotation annotation = sample();
  v1::Event& event = *annotation.mutable_events(0);
  event.clear_targets();
  for (int i = 0; i < 50'000; ++i) event.add_targets()->set_text(i % 2 == 0 ? "ä" : "öü");
  validate(annotation);
  const GraphDelta delta = assemble(annotation);
  const std::string e1 = event_key(kArticle, "e1");
  const std::string& text = edge(delta, v1::EdgeKind::targeted, e1, kTown).text();
  CHECK(text.starts_with("ä; öü; ä; öü; "));
  CHECK(text.size() <= 1024);
  CHECK(text.size() > 1020);
  CHECK(node(delta, e1).event().targets_size() == 50'000);
}

TEST_CASE("the wording of a target on its edge is cut between characters") {
  v1::ArticleAnnotation annotation = sample();
  std::string wording = "x";
  for (int i = 0; i < 1'000; ++i) wording += "ä";
  annotation.mutable_events(0)->mutable_targets(0)->set_text(wording);
  const GraphDelta delta = assemble(annotation);
  const std::string e1 = event_key(kArticle, "e1");
  CHECK(edge(delta, v1::EdgeKind::targeted, e1, kTown).text() == wording.substr(0, 1023));
  CHECK(node(delta, e1).event().targets(0).text() == wording);
}

TEST_CASE("stance decides how a statement stands to its claim") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_statements(1)->set_stance(v1::Stance::none);
  const GraphDelta delta = assemble(annotation);
  const std::string s2 = statement_key(kArticle, "s2");
  const std::string c1 = claim_key(kArticle, "c1");
  CHECK(find_edge(delta, v1::EdgeKind::denies, s2, c1) == nullptr);
  CHECK(find_edge(delta, v1::EdgeKind::asserts, s2, c1) == nullptr);
}

TEST_CASE("a statement keeps through whom it comes, who stands where he is named") {
  v1::ArticleAnnotation annotation = sample();
  v1::Actor& radio = *annotation.add_actors();
  radio.set_key("actor:media:NLD:harbin-radio");
  radio.set_name("Harbin Radio");
  radio.set_kind(v1::ActorKind::media);
  radio.set_country("NLD");
  v1::Statement& denial = *annotation.mutable_statements(1);
  denial.set_via(radio.key());
  *denial.add_via_source() = denial.cue(0);
  const GraphDelta delta = assemble(annotation);
  const auto node = std::find_if(delta.own.begin(), delta.own.end(), [](const v1::Node& one) {
    return one.statement().kind() == v1::StatementKind::denial;
  });
  REQUIRE(node != delta.own.end());
  CHECK(node->statement().via() == radio.key());
  CHECK(std::any_of(delta.edges.begin(), delta.edges.end(), [&](const v1::Edge& edge) {
    return edge.kind() == v1::EdgeKind::mentions && edge.to() == radio.key();
  }));
}

TEST_CASE("dates are brought into one form") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_article()->set_published("2024-03-05T06:00:00Z");
  const GraphDelta delta = assemble(annotation);
  CHECK(node(delta, kArticle).published() == "2024-03-05");
  CHECK(delta.edges.front().published() == "2024-03-05");
}

TEST_CASE("the order of items does not matter") {
  v1::ArticleAnnotation annotation = sample();
  const GraphDelta delta = assemble(annotation);
  std::reverse(annotation.mutable_actors()->begin(), annotation.mutable_actors()->end());
  std::reverse(annotation.mutable_places()->begin(), annotation.mutable_places()->end());
  std::reverse(annotation.mutable_events()->begin(), annotation.mutable_events()->end());
  const GraphDelta other = assemble(annotation);
  REQUIRE(other.edges.size() == delta.edges.size());
  for (std::size_t i = 0; i < delta.edges.size(); ++i) {
    CHECK(google::protobuf::util::MessageDifferencer::Equals(delta.edges[i], other.edges[i]));
  }
}

TEST_CASE("a node is ordered by when it happened, else by when it was published") {
  const GraphDelta delta = assemble(sample());
  CHECK(order_day(node(delta, event_key(kArticle, "e1"))) == *parse_day("2024-03-04"));
  CHECK(order_day(node(delta, event_key(kArticle, "e2"))) == *parse_day("2024-03-05"));
  CHECK(order_day(node(delta, kArticle)) == *parse_day("2024-03-05"));
  CHECK_FALSE(order_day(node(delta, "actor:SDN")).known());
}

TEST_CASE("whatever is accepted can be assembled, however odd") {
  std::mt19937 random(3);
  const std::string bytes = sample().SerializeAsString();
  int accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string mutant = bytes;
    for (auto flips = 1 + random() % 3; flips > 0; --flips) {
      mutant[random() % mutant.size()] = static_cast<char>(random());
    }
    v1::ArticleAnnotation annotation;
    const google::protobuf::LogSilencer silence;
    if (!annotation.ParseFromString(mutant)) continue;
    try {
      validate(annotation);
    } catch (const InputError&) {
      continue;
    }
    ++accepted;
    const GraphDelta delta = assemble(annotation);
    for (const v1::Edge& edge : delta.edges) {
      REQUIRE(edge.evidence().spans_size() > 0);
      REQUIRE(kind_of_key(edge.from()) != v1::NodeKind::unspecified);
      REQUIRE(kind_of_key(edge.to()) != v1::NodeKind::unspecified);
    }
    for (const Fingerprint& print : fingerprints(delta, annotation.article()))
      REQUIRE(!filing(print).blocks.empty());
  }
  CHECK(accepted > 500);
}

TEST_CASE("spans of the title come before the text's, and the text needs no naming") {
  v1::ArticleAnnotation annotation = sample();
  annotation.mutable_article()->set_title("Shells hit a ferry town");
  v1::Event& event = *annotation.mutable_events(0);
  const auto span = [](std::uint32_t begin, std::uint32_t end) {
    v1::Span made;
    made.set_begin(begin);
    made.set_end(end);
    return made;
  };
  v1::Span title = span(3, 9);
  title.set_part(v1::TextPart::title);
  v1::Span text = span(3, 9);
  text.set_part(v1::TextPart::text);
  event.clear_evidence();
  *event.add_evidence() = text;
  *event.add_evidence() = span(0, 6);
  *event.add_evidence() = title;
  *event.add_evidence() = span(3, 9);
  *event.mutable_trigger() = text;
  *annotation.mutable_statements(0)->mutable_cue(0) = title;
  REQUIRE_NOTHROW(validate(annotation));

  const GraphDelta delta = assemble(annotation);
  const v1::Node& made = node(delta, event_key(kArticle, "e1"));
  REQUIRE(made.evidence().spans_size() == 3);
  CHECK(made.evidence().spans(0).part() == v1::TextPart::title);
  CHECK(made.evidence().spans(1).begin() == 0);
  CHECK_FALSE(made.evidence().spans(1).has_part());
  CHECK(made.evidence().spans(2).begin() == 3);
  CHECK_FALSE(made.evidence().spans(2).has_part());
  CHECK_FALSE(made.event().trigger().has_part());
  const v1::Node& said = node(delta, statement_key(kArticle, "s1"));
  CHECK(said.statement().cue(0).part() == v1::TextPart::title);
  CHECK(said.evidence().spans(0).part() == v1::TextPart::title);
}

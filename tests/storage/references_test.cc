// What an article says of the items of another.

#include <catch2/catch.hpp>
#include <string>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/claim_index.h"
#include "storage/memory_engine.h"
#include "storage/store.h"

namespace casus::storage {
namespace {

using Catch::Contains;

void everywhere(v1::Span& span) { span.set_end(4); }

// The first report: a raid, and a claim about it.
v1::ArticleAnnotation first_report() {
  v1::ArticleAnnotation said;
  said.mutable_article()->set_id("first");
  said.mutable_article()->set_published("2024-03-01");
  said.mutable_article()->set_text("Raid on a depot");
  said.mutable_extractor()->set_name("by hand");
  v1::Event& raid = *said.add_events();
  raid.set_key("e1");
  raid.set_type("ASSAULT");
  everywhere(*raid.add_evidence());
  v1::Claim& claim = *said.add_claims();
  claim.set_key("c1");
  claim.set_text("the militia raided the depot");
  claim.set_event("e1");
  everywhere(*claim.add_evidence());
  return said;
}

const std::string kRaid = event_key(article_key("first"), "e1");
const std::string kClaim = claim_key(article_key("first"), "c1");

// The second one reports the raid too, and denies the claim.
v1::ArticleAnnotation second_report() {
  v1::ArticleAnnotation said;
  said.mutable_article()->set_id("second");
  said.mutable_article()->set_published("2024-03-04");
  said.mutable_article()->set_text("Militia speaks");
  said.mutable_extractor()->set_name("by hand");
  v1::Actor& militia = *said.add_actors();
  militia.set_key("actor:militia");
  militia.set_name("The militia");
  everywhere(*militia.add_evidence());
  v1::Report& report = *said.add_also_reports();
  report.set_item(kRaid);
  everywhere(*report.add_evidence());
  v1::Statement& denial = *said.add_statements();
  denial.set_key("s1");
  denial.set_kind(v1::StatementKind::denial);
  denial.set_stance(v1::Stance::denies);
  denial.set_speaker("actor:militia");
  denial.set_claim(kClaim);
  everywhere(*denial.add_content());
  return said;
}

// How many edges of a kind end at a node.
int ending(const Store& store, const std::string& key, v1::EdgeKind::Value kind) {
  const auto snapshot = store.snapshot();
  const auto id = snapshot->find(key);
  int edges = 0;
  if (id) {
    snapshot->edges(*id, {Direction::in, {kind}, {}, Day::unknown()}, [&](const EdgeRef&) {
      ++edges;
      return true;
    });
  }
  return edges;
}

}  // namespace

TEST_CASE("what refers to an item of another article is there while that item is") {
  const auto store = Store::on(make_memory_engine(), {});
  const bool referring_first = GENERATE(true, false);
  store->put(referring_first ? second_report() : first_report());
  CHECK(ending(*store, kClaim, v1::EdgeKind::denies) == 0);
  store->put(referring_first ? first_report() : second_report());
  CHECK(ending(*store, kClaim, v1::EdgeKind::denies) == 1);
  CHECK(ending(*store, kRaid, v1::EdgeKind::reports) == 2);
  CHECK(store->check().findings_total == 0);

  SECTION("and goes with it, and comes back") {
    store->retract(article_key("first"));
    CHECK(store->snapshot()->count(v1::EdgeKind::denies) == 0);
    CHECK(store->check().findings_total == 0);
    store->put(first_report());
    CHECK(ending(*store, kClaim, v1::EdgeKind::denies) == 1);
  }
  SECTION("and goes with the article that refers") {
    store->retract(article_key("second"));
    CHECK(ending(*store, kRaid, v1::EdgeKind::reports) == 1);
    CHECK(store->check().findings_total == 0);
  }
  SECTION("also when the item is no longer told") {
    v1::ArticleAnnotation shorter = first_report();
    shorter.clear_claims();
    store->put(shorter);
    CHECK(store->snapshot()->count(v1::EdgeKind::denies) == 0);
    CHECK(ending(*store, kRaid, v1::EdgeKind::reports) == 2);
    CHECK(store->check().findings_total == 0);
  }
}

TEST_CASE("a claim is ranked by what all articles say on it, each from when it was published") {
  const auto store = Store::on(make_memory_engine(), {});
  store->put(first_report());
  store->put(second_report());
  const auto snapshot = store->snapshot();
  const ClaimIndex index(*snapshot);
  const auto row = index.row(*snapshot->find(kClaim));
  REQUIRE(row);
  CHECK(row->published == *parse_day("2024-03-01"));
  REQUIRE(row->voices.size() == 1);
  CHECK(row->voices.front().denies);
  CHECK(row->voices.front().published == *parse_day("2024-03-04"));
  int found = 0;
  index.of_actor(*snapshot->find("actor:militia"), [&](const ClaimRow& part) {
    ++found;
    CHECK(part.made);
    CHECK(part.published == *parse_day("2024-03-01"));
    return true;
  });
  CHECK(found == 1);
}

TEST_CASE("a reference to another article's item says what it is") {
  const auto store = Store::on(make_memory_engine(), {});
  v1::ArticleAnnotation said = second_report();
  SECTION("a local key of another article") {
    said.mutable_also_reports(0)->set_item("e1");
    CHECK_THROWS_WITH(store->put(said), Contains("also_reports[0].item: is 'e1'"));
  }
  SECTION("an item of the same article") {
    said.mutable_also_reports(0)->set_item(event_key(article_key("second"), "e1"));
    CHECK_THROWS_WITH(store->put(said), Contains("use its local key, 'e1'"));
  }
  SECTION("an event where a claim is asked for") {
    said.mutable_statements(0)->set_claim(kRaid);
    CHECK_THROWS_WITH(store->put(said), Contains("which is not in claims"));
  }
  SECTION("no evidence") {
    said.mutable_also_reports(0)->clear_evidence();
    CHECK_THROWS_WITH(store->put(said), Contains("has no evidence"));
  }
}

TEST_CASE("no rule joins the events of a coded data set") {
  const auto store = Store::on(make_memory_engine(), {});
  for (const std::string id : {"row 1", "row 2"}) {
    v1::ArticleAnnotation said = first_report();
    said.mutable_article()->set_id(id);
    said.mutable_article()->set_dataset("depot raids");
    store->put(said);
  }
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) == 0);
  CHECK(store->check().findings_total == 0);
}

}  // namespace casus::storage

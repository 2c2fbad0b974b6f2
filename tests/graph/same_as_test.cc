#include "graph/same_as.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <random>

#include "graph/assemble.h"
#include "graph/validate.h"
#include "sample.h"

using namespace casus;
using casus::tests::sample;

namespace {

Fingerprint fingerprint(const v1::ArticleAnnotation& annotation, std::string_view prefix) {
  validate(annotation);
  for (Fingerprint& print : fingerprints(assemble(annotation))) {
    if (print.node.starts_with(prefix)) return std::move(print);
  }
  return {};
}
Fingerprint shelling(const v1::ArticleAnnotation& annotation) {
  return fingerprint(annotation, "event:");
}
Fingerprint claim(const v1::ArticleAnnotation& annotation) {
  return fingerprint(annotation, "claim:");
}

std::optional<Link> same_shelling(const v1::ArticleAnnotation& a, const v1::ArticleAnnotation& b) {
  return same_as(shelling(a), shelling(b));
}
std::optional<Link> same_claim(const v1::ArticleAnnotation& a, const v1::ArticleAnnotation& b) {
  return same_as(claim(a), claim(b));
}

// Whether one would be compared with the other.
bool meet(const Fingerprint& a, const Fingerprint& b) {
  const Filing left = filing(a);
  const Filing right = filing(b);
  return std::any_of(left.blocks.begin(), left.blocks.end(), [&right](const auto& one) {
    return std::any_of(right.blocks.begin(), right.blocks.end(), [&one](const auto& other) {
      return one.token == other.token && (!one.day.known() || !other.day.known() ||
                                          std::abs(one.day.value - other.day.value) <= kNewsDays);
    });
  });
}

// The sample without what ties the claim to the event.
v1::ArticleAnnotation timeless(const std::string& id) {
  v1::ArticleAnnotation annotation = sample(id);
  annotation.mutable_claims(0)->clear_event();
  annotation.mutable_claims(0)->set_predicate("arm");
  annotation.mutable_claims(0)->set_object("actor:NLD");
  annotation.mutable_claims(0)->set_text("Sudonia arms the Norland rebels");
  return annotation;
}

}  // namespace

TEST_CASE("several outlets report one attack on one place on one day") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  v1::Event& event = *second.mutable_events(0);
  event.clear_initiators();
  event.clear_killed();
  event.mutable_targets(0)->set_text("a crowded market");
  v1::ArticleAnnotation third = sample("c");
  third.mutable_events(0)->clear_targets();
  third.mutable_events(0)->clear_mode();
  third.mutable_events(0)->mutable_killed()->set_best(6);

  const auto link = same_shelling(first, second);
  REQUIRE(link);
  CHECK(link->score > 0);
  CHECK(link->score <= 1);
  CHECK(link->reason.find("place") != std::string::npos);
  CHECK(same_shelling(first, third));
}

TEST_CASE("two events of one article are two") {
  CHECK_FALSE(same_shelling(sample("a"), sample("a")));
}

TEST_CASE("what contradicts keeps events apart") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation other = sample("b");
  v1::Event& event = *other.mutable_events(0);
  SECTION("the day") {
    event.mutable_date()->set_earliest("2024-03-05");
    event.mutable_date()->set_latest("2024-03-05");
  }
  SECTION("the place") {
    other.mutable_places(0)->set_key("place:NLD:oldcastle");
    event.set_place("place:NLD:oldcastle");
    other.mutable_claims(0)->clear_object();
  }
  SECTION("the mode") { event.set_mode("abduct"); }
  SECTION("the target") {
    event.mutable_targets(0)->set_text("the radio mast");
    event.mutable_killed()->set_best(5);
  }
  SECTION("the type") { event.set_type("PROTEST"); }
  SECTION("the toll") { event.mutable_killed()->set_best(90); }
  SECTION("that it did not happen") { event.set_modality(v1::Modality::threatened); }
  SECTION("that it is a series") { event.mutable_incidents()->set_best(12); }
  SECTION("a month for a date") {
    event.mutable_date()->set_earliest("2024-03-01");
    event.mutable_date()->set_latest("2024-03-31");
  }
  CHECK_FALSE(same_shelling(first, other));
}

TEST_CASE("one toll on one day at one place outweighs how the target is worded") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_events(0)->mutable_targets(0)->set_text("stalls and a bakery");
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->clear_killed();
  CHECK_FALSE(same_shelling(first, second));
  second.mutable_events(0)->mutable_targets(0)->set_text("civilians");
  CHECK(same_shelling(first, second));
}

TEST_CASE("disputed perpetrators do not contradict, established ones do") {
  v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation other = sample("b");
  other.mutable_events(0)->mutable_initiators(0)->set_actor("actor:NLD");
  CHECK(same_shelling(first, other));
  first.mutable_events(0)->mutable_initiators(0)->set_status(v1::InitiatorStatus::asserted);
  other.mutable_events(0)->mutable_initiators(0)->set_status(v1::InitiatorStatus::asserted);
  CHECK_FALSE(same_shelling(first, other));
}

TEST_CASE("a country alone is no place, but with the same target it is") {
  v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_events(0)->set_place("place:NLD");
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->clear_targets();
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("an event without a date goes by publication, and then needs the same target") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_events(0)->clear_date();
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->clear_targets();
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("claims about the same event and subject are the same, whoever words them") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_claims(0)->set_predicate("shell");
  second.mutable_claims(0)->clear_object();
  second.mutable_claims(0)->set_text("Sudonian shells hit the town");
  CHECK(same_claim(first, second));
  second.mutable_claims(0)->set_polarity(v1::Polarity::negative);
  CHECK_FALSE(same_claim(first, second));
}

TEST_CASE("a claim about last week's event is one about the day within that week") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  v1::Event& event = *second.mutable_events(0);
  event.mutable_date()->set_earliest("2024-02-28");
  event.mutable_date()->set_latest("2024-03-05");
  // The events are not joined: a week does not tell which attack it was.
  CHECK_FALSE(same_shelling(first, second));
  CHECK(same_claim(first, second));
  CHECK(same_claim(second, first));
  CHECK(meet(claim(first), claim(second)));
  event.mutable_date()->set_latest("2024-03-03");
  CHECK_FALSE(same_claim(first, second));
}

TEST_CASE("three days still tell which event it was, four do not") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_events(0)->mutable_date()->set_latest("2024-03-06");
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->mutable_date()->set_latest("2024-03-07");
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("claims of one predicate on one subject and object are the same if words agree") {
  const v1::ArticleAnnotation first = timeless("a");
  v1::ArticleAnnotation second = timeless("b");
  second.mutable_article()->set_published("2029-01-01");
  second.mutable_claims(0)->set_text("Rebels get arms from Sudonia");
  CHECK(same_claim(first, second));
  SECTION("other words") { second.mutable_claims(0)->set_text("A fleet is being fitted out"); }
  SECTION("another subject") { second.mutable_claims(0)->set_subject("actor:NLD"); }
  SECTION("no subject") { second.mutable_claims(0)->clear_subject(); }
  SECTION("another object") { second.mutable_claims(0)->clear_object(); }
  SECTION("another predicate") { second.mutable_claims(0)->set_predicate("disarm"); }
  CHECK_FALSE(same_claim(first, second));
}

TEST_CASE("who speaks for a country is that country as the subject of a claim") {
  v1::ArticleAnnotation first = timeless("a");
  v1::ArticleAnnotation second = timeless("b");
  first.mutable_claims(0)->set_subject("actor:NLD");
  first.mutable_claims(0)->set_object("actor:SDN");
  second.mutable_claims(0)->set_subject("actor:person:NLD:mara-doll");
  second.mutable_claims(0)->set_object("actor:SDN");
  CHECK(same_claim(first, second));
}

TEST_CASE("events and claims are never the same, and damaged data matches nothing") {
  CHECK_FALSE(same_as(shelling(sample("a")), claim(sample("b"))));
  const Fingerprint damaged{"event:1/e", "article:1", "\xFF\xFF\xFF"};
  CHECK(filing(damaged).blocks.empty());
  CHECK_FALSE(same_as(damaged, shelling(sample("b"))));
}

TEST_CASE("the rule is symmetric, and what it joins shares a token") {
  std::mt19937 random(11);
  const auto flip = [&random](int of) { return static_cast<int>(random() % of) == 0; };
  const auto pick = [&random](auto... values) {
    const std::vector<std::string> all = {values...};
    return all[random() % all.size()];
  };
  std::vector<Fingerprint> prints;
  for (int i = 0; i < 160; ++i) {
    v1::ArticleAnnotation a = flip(3) ? timeless(std::to_string(i)) : sample(std::to_string(i));
    a.mutable_article()->set_published(pick("2024-03-05", "2024-03-04", "2024-05-01", ""));
    v1::Event& event = *a.mutable_events(0);
    if (flip(4)) event.clear_date();
    if (flip(5)) event.mutable_date()->set_latest(pick("2024-03-06", "2024-03-10"));
    if (flip(4)) event.set_place(pick("place:NLD", ""));
    if (flip(6)) a.mutable_places(0)->clear_country();
    if (flip(4)) event.set_mode(pick("", "abduct"));
    if (flip(4)) event.mutable_targets(0)->set_actor(pick("actor:NLD", "actor:SDN"));
    if (flip(4)) event.mutable_targets(0)->set_text(pick("", "market stalls", "a mast"));
    if (flip(5)) event.clear_initiators();
    if (flip(8)) event.mutable_incidents()->set_low(3);
    if (flip(8)) event.set_modality(v1::Modality::planned);
    if (flip(5)) event.mutable_killed()->set_best(static_cast<std::uint32_t>(4 + random() % 30));
    v1::Claim& claim = *a.mutable_claims(0);
    if (flip(4)) claim.set_subject(pick("actor:NLD", "actor:person:NLD:mara-doll", ""));
    if (flip(4)) claim.set_predicate(pick("arm", "ASSAULT", ""));
    if (flip(4)) claim.set_object(pick("", "actor:NLD", "e1", "place:NLD"));
    if (flip(4)) claim.set_event(pick("e1", ""));
    for (Fingerprint& print : fingerprints(assemble(a))) {
      const auto blocks = filing(print).blocks;
      REQUIRE(!blocks.empty());
      REQUIRE(blocks.size() <= 8);
      for (const Filing::Block& block : blocks) REQUIRE(!block.token.empty());
      prints.push_back(std::move(print));
    }
  }
  int joined = 0;
  for (const Fingerprint& a : prints) {
    for (const Fingerprint& b : prints) {
      const auto link = same_as(a, b);
      const auto back = same_as(b, a);
      REQUIRE(link.has_value() == back.has_value());
      if (!link) continue;
      ++joined;
      REQUIRE(link->score == back->score);
      REQUIRE(link->reason == back->reason);
      REQUIRE(meet(a, b));
    }
  }
  CHECK(joined > 100);

  // Of a group all are the same, or none; and to others they are alike.
  int alike = 0;
  std::map<std::string, std::vector<const Fingerprint*>> groups;
  for (const Fingerprint& print : prints) groups[filing(print).group].push_back(&print);
  for (const auto& [group, members] : groups) {
    for (const Fingerprint* member : members) {
      if (members.size() < 2 || member == members[0]) continue;
      ++alike;
      REQUIRE(same_as(*members[0], *member).has_value() ==
              same_as(*members[0], *members[1]).has_value());
      if (filing(*member).any_day) continue;
      for (const Fingerprint& other : prints) {
        if (other.article == member->article || other.article == members[0]->article) continue;
        REQUIRE(same_as(*member, other).has_value() == same_as(*members[0], other).has_value());
      }
    }
  }
  CHECK(alike > 20);
}

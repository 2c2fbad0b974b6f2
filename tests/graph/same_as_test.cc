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
  for (Fingerprint& print : fingerprints(assemble(annotation), annotation.article())) {
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

// Says nothing in its words.
void silence(v1::ArticleAnnotation& annotation) {
  std::string& text = *annotation.mutable_article()->mutable_text();
  text.assign(text.size(), 'o');
}

// Whether one would be compared with the other, whichever comes first.
bool meet(const Fingerprint& a, const Fingerprint& b) {
  const auto finds = [](const Filing& looking, const Filing& filed) {
    return std::any_of(looking.blocks.begin(), looking.blocks.end(), [&](const auto& one) {
      return one.looks &&
             std::any_of(filed.blocks.begin(), filed.blocks.end(), [&](const auto& other) {
               return other.files && one.token == other.token &&
                      (!one.day.known() || !other.day.known() ||
                       std::abs(one.day.value - other.day.value) <= kNewsDays);
             });
    });
  };
  const Filing left = filing(a);
  const Filing right = filing(b);
  return finds(left, right) && finds(right, left);
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
    silence(other);
    other.mutable_places(0)->set_name("Oldcastle");
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
  SECTION("a quarter for a date") {
    event.mutable_date()->set_earliest("2024-01-01");
    event.mutable_date()->set_latest("2024-03-31");
  }
  SECTION("that it comes after another") {
    std::string& text = *other.mutable_article()->mutable_text();
    text.replace(0, text.find(" on Monday"), "A second salvo fell again on Harbin Ferry");
    REQUIRE(text.size() == first.article().text().size());
    *event.mutable_trigger() = tests::span_of(other, "fell");
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
  second.mutable_claims(0)->clear_object();
  second.mutable_places()->DeleteSubrange(0, 1);
  silence(second);
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->clear_targets();
  second.mutable_events(0)->clear_killed();
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("an event without a date goes by publication, and then needs the same target") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_events(0)->clear_date();
  silence(second);
  CHECK(same_shelling(first, second));
  second.mutable_events(0)->clear_targets();
  second.mutable_events(0)->clear_killed();
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("a month tells which event it was if place and target agree") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  v1::Event& event = *second.mutable_events(0);
  event.mutable_date()->set_earliest("2024-03-01");
  event.mutable_date()->set_latest("2024-03-31");
  CHECK(same_shelling(first, second));
  CHECK(meet(shelling(first), shelling(second)));
  event.clear_place();
  event.clear_initiators();
  event.clear_killed();
  CHECK_FALSE(same_shelling(first, second));
}

TEST_CASE("a place whose country nobody says is the place of that name") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  second.mutable_places(0)->set_key("place:-:harbin-ferry");
  second.mutable_places(0)->clear_country();
  second.mutable_events(0)->set_place("place:-:harbin-ferry");
  second.mutable_claims(0)->clear_object();
  CHECK(same_shelling(first, second));
}

TEST_CASE("the wider place of one report meets the village of another that names both") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  v1::Place& district = *second.add_places();
  district.set_key("place:NLD:lower-harm");
  district.set_name("Lower Harm");
  district.set_country("NLD");
  second.mutable_events(0)->set_place("place:NLD:lower-harm");
  CHECK(same_shelling(first, second));
  SECTION("but not where the village is the scene of something else") {
    v1::Event& other = *second.add_events();
    other = second.events(0);
    other.set_key("e3");
    other.set_place("place:NLD:harbin-ferry");
    silence(second);
    CHECK_FALSE(same_shelling(first, second));
  }
}

TEST_CASE("claims about one event are compared while it is news, and if nothing contradicts") {
  const v1::ArticleAnnotation first = sample("a");
  v1::ArticleAnnotation second = sample("b");
  CHECK(same_claim(first, second));
  SECTION("weeks later") { second.mutable_article()->set_published("2024-04-05"); }
  SECTION("another day") {
    second.mutable_events(0)->mutable_date()->set_earliest("2024-03-05");
    second.mutable_events(0)->mutable_date()->set_latest("2024-03-05");
  }
  SECTION("the contrary") { second.mutable_claims(0)->set_polarity(v1::Polarity::negative); }
  CHECK_FALSE(same_claim(first, second));
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

TEST_CASE("what one side denies twice of nobody is the same in the same week and words") {
  const auto of_nobody = [](const std::string& id) {
    v1::ArticleAnnotation annotation = timeless(id);
    annotation.mutable_claims(0)->clear_subject();
    annotation.mutable_claims(0)->clear_object();
    annotation.mutable_claims(0)->set_text("There was a leak in the northern pipeline");
    return annotation;
  };
  const v1::ArticleAnnotation first = of_nobody("a");
  v1::ArticleAnnotation second = of_nobody("b");
  CHECK(same_claim(first, second));
  CHECK(meet(claim(first), claim(second)));
  SECTION("weeks later") { second.mutable_article()->set_published("2024-04-05"); }
  SECTION("other words") {
    second.mutable_claims(0)->set_text("There was a leak of secret papers by a clerk");
  }
  SECTION("another voice") {
    for (v1::Statement& statement : *second.mutable_statements())
      statement.set_speaker("actor:NLD");
  }
  SECTION("no voice") {
    for (v1::Statement& statement : *second.mutable_statements()) statement.clear_speaker();
  }
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
    for (Fingerprint& print : fingerprints(assemble(a), a.article())) {
      const auto blocks = filing(print).blocks;
      REQUIRE(!blocks.empty());
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

#include "storage/links.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/keys.h"
#include "graph/same_as.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"

namespace casus::storage {
namespace {

constexpr const char* kText = "Shells hit the depot at Harm. Ostia shelled it, Nordland said.";

// One event and two claims, out of so few words that many are copies of one another.
v1::ArticleAnnotation report(int number, std::mt19937& random) {
  const auto pick = [&random](auto... values) {
    const std::vector<std::string> all = {values...};
    return all[random() % all.size()];
  };
  v1::ArticleAnnotation annotation;
  v1::Article& article = *annotation.mutable_article();
  article.set_id("report-" + std::to_string(number));
  article.set_text(kText);
  if (random() % 8 != 0) {
    article.set_published(format_day(Day{19800 + static_cast<std::int32_t>(random() % 24)}));
  }
  annotation.mutable_extractor()->set_name("made up");
  for (const char* key : {"actor:OST", "actor:NRD"}) {
    v1::Actor& actor = *annotation.add_actors();
    actor.set_key(key);
    actor.set_name(std::string(key).substr(6));
    actor.set_kind(v1::ActorKind::country);
    actor.add_evidence()->set_end(6);
  }
  v1::Place& place = *annotation.add_places();
  place.set_key("place:NRD:harm");
  place.set_name("Harm");
  place.set_country("NRD");

  v1::Event& event = *annotation.add_events();
  event.set_key("e1");
  event.set_type("ASSAULT");
  event.set_place("place:NRD:harm");
  event.mutable_trigger()->set_end(6);
  event.mutable_date()->set_earliest(pick("2024-03-20", "2024-03-21"));
  event.mutable_date()->set_latest(event.date().earliest());
  v1::Initiator& initiator = *event.add_initiators();
  initiator.set_actor("actor:OST");
  v1::Target& target = *event.add_targets();
  target.set_text(pick("the depot", "a fuel depot", "the harbour"));
  if (random() % 2 == 0) event.mutable_killed()->set_best(static_cast<std::uint32_t>(random() % 3));

  for (const char* key : {"c1", "c2"}) {
    v1::Claim& claim = *annotation.add_claims();
    claim.set_key(key);
    claim.set_subject("actor:OST");
    claim.set_predicate(pick("shell", "arm"));
    claim.set_text(pick("Ostia shelled the depot", "Ostia shelled the fuel depot at Harm",
                        "Ostia shelled the harbour at Harm"));
    if (random() % 2 == 0) claim.set_event("e1");
    if (random() % 2 == 0) claim.set_object("actor:NRD");
    v1::Span& span = *claim.add_evidence();
    span.set_begin(30);
    span.set_end(45);
  }
  return annotation;
}

// Which nodes are in one part, by the smallest key of it.
class Parts {
 public:
  void join(const std::string& a, const std::string& b) {
    const std::string x = part(a);
    const std::string y = part(b);
    parents_[std::max(x, y)] = std::min(x, y);
  }
  std::string part(const std::string& node) {
    std::string& parent = parents_.try_emplace(node, node).first->second;
    return parent == node ? node : parent = part(std::string(parent));
  }

 private:
  std::map<std::string, std::string> parents_;
};

}  // namespace

TEST_CASE("few links hold together what the rule joins, on every day") {
  const std::uint32_t seed = GENERATE(1U, 2U, 3U);
  std::mt19937 random(seed);
  const auto store = Store::on(make_memory_engine(), {});
  std::vector<Fingerprint> prints;
  std::map<std::string, Day> published;
  for (int number = 0; number < 60; ++number) {
    const v1::ArticleAnnotation annotation = report(number, random);
    store->put(annotation);
    const Contribution contribution = contribution_of(annotation, {});
    for (const FingerprintEntry& entry : contribution.fingerprints) {
      prints.push_back(entry.fingerprint);
      published[entry.fingerprint.article] = entry.published;
    }
  }
  const auto snapshot = store->snapshot();
  std::size_t pairs = 0;
  for (Day day{19800}; day.value <= 19824; ++day.value) {
    const bool last = day.value == 19824;  // then undated ones too
    const auto there = [&](const Fingerprint& print) {
      return last || (published[print.article].known() && published[print.article] <= day);
    };
    Parts parts;
    pairs = 0;
    for (const Fingerprint& a : prints) {
      for (const Fingerprint& b : prints) {
        if (a.node >= b.node || !there(a) || !there(b) || !same_as(a, b)) continue;
        ++pairs;
        parts.join(a.node, b.node);
      }
    }
    for (const Fingerprint& print : prints) {
      if (!there(print)) continue;
      // Nothing is in a cluster that the rule does not join to it. What is apart though the rule
      // joins it is told apart by an article that has both.
      const std::vector<NodeId> cluster =
          snapshot->cluster(*snapshot->find(print.node), last ? Day::unknown() : day);
      std::set<std::string> members;
      std::set<std::string> articles;
      for (const NodeId member : cluster) {
        const v1::Node node = *snapshot->node(member);
        members.insert(node.key());
        articles.insert(node.source());
        REQUIRE(parts.part(node.key()) == parts.part(print.node));
      }
      for (const Fingerprint& other : prints) {
        if (!there(other) || members.count(other.node) > 0) continue;
        if (parts.part(other.node) != parts.part(print.node)) continue;
        std::set<std::string> of_both;
        for (const NodeId member :
             snapshot->cluster(*snapshot->find(other.node), last ? Day::unknown() : day)) {
          const std::string source = snapshot->node(member)->source();
          if (articles.count(source) > 0) of_both.insert(source);
        }
        REQUIRE(!of_both.empty());
      }
    }
  }
  CHECK(2 * pairs > 3 * snapshot->count(v1::EdgeKind::same_as));
}

TEST_CASE("links between claims follow from the articles, whatever came and went before") {
  std::mt19937 random(GENERATE(1U, 2U, 3U, 4U));
  const auto store = Store::on(make_memory_engine(), {});
  std::map<std::string, v1::ArticleAnnotation> articles;
  const std::vector<std::string> words = {"shelled", "depot", "harbour", "Harm", "fuel", "dawn"};
  for (int step = 0; step < 120; ++step) {
    v1::ArticleAnnotation annotation = report(static_cast<int>(random() % 16), random);
    for (v1::Claim& claim : *annotation.mutable_claims()) {
      claim.set_predicate("shell");
      std::string text = "Ostia";
      for (const std::string& word : words) text += random() % 4 == 0 ? "" : " " + word;
      claim.set_text(text);
    }
    const std::string key = article_key(annotation.article().id());
    if (random() % 4 == 0) {
      store->retract(key);
      articles.erase(key);
    } else {
      store->put(annotation);
      articles[key] = std::move(annotation);
    }
    if (step % 5 != 4) continue;
    REQUIRE((dump(*store->snapshot()) == expected_dump(articles)));
  }
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("copies of a report cost a link each") {
  const auto store = Store::on(make_memory_engine(), {});
  std::mt19937 random(5);
  v1::ArticleAnnotation annotation = report(0, random);
  annotation.mutable_claims()->DeleteSubrange(1, 1);
  annotation.mutable_article()->set_published("2024-03-22");
  constexpr int kCopies = 50;
  for (int copy = 0; copy < kCopies; ++copy) {
    annotation.mutable_article()->set_id("copy-" + std::to_string(copy));
    store->put(annotation);
  }
  const auto snapshot = store->snapshot();
  CHECK(snapshot->count(v1::EdgeKind::same_as) == 2 * (kCopies - 1));
  const NodeId event =
      *snapshot->find(contribution_of(annotation, {}).fingerprints[0].fingerprint.node);
  CHECK(snapshot->cluster(event).size() == kCopies);
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("reports of one event that differ in their words cost a link each") {
  std::mt19937 random(7);
  std::vector<v1::ArticleAnnotation> reports;
  for (int number = 0; number < 60; ++number) {
    v1::ArticleAnnotation annotation = report(0, random);
    annotation.mutable_claims()->Clear();
    annotation.mutable_article()->set_id("retold-" + std::to_string(number));
    annotation.mutable_article()->set_published("2024-03-22");
    annotation.mutable_article()->set_text(std::string(kText) + " Witness " +
                                           std::to_string(number) + " saw it.");
    v1::Event& event = *annotation.mutable_events(0);
    event.mutable_sentence()->set_end(
        static_cast<std::uint32_t>(annotation.article().text().size()));
    event.mutable_date()->set_earliest("2024-03-20");
    event.mutable_date()->set_latest("2024-03-20");
    event.mutable_targets(0)->set_text("the depot");
    event.clear_killed();
    reports.push_back(annotation);
  }
  const std::uint32_t order = GENERATE(1U, 2U);
  random.seed(order);
  std::shuffle(reports.begin(), reports.end(), random);
  const auto store = Store::on(make_memory_engine(), {});
  for (const v1::ArticleAnnotation& annotation : reports) store->put(annotation);
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) == reports.size() - 1);
  CHECK(store->check().findings_total == 0);
  // The one that holds them together may go.
  for (int number = 0; number < 5; ++number) {
    store->retract(article_key("retold-" + std::to_string(number)));
  }
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) == reports.size() - 6);
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("claims that say one thing in other words cost a link each") {
  std::mt19937 random(9);
  std::vector<v1::ArticleAnnotation> reports;
  const bool about_event = GENERATE(true, false);
  for (int number = 0; number < 40; ++number) {
    v1::ArticleAnnotation annotation = report(0, random);
    annotation.mutable_article()->set_id("reworded-" + std::to_string(number));
    annotation.mutable_article()->set_published(number % 2 == 0 ? "2024-03-22" : "2024-03-24");
    annotation.mutable_events(0)->mutable_date()->set_earliest("2024-03-20");
    annotation.mutable_events(0)->mutable_date()->set_latest("2024-03-20");
    annotation.mutable_events(0)->set_modality(v1::Modality::planned);
    annotation.mutable_claims()->DeleteSubrange(1, 1);
    v1::Claim& claim = *annotation.mutable_claims(0);
    claim.set_text("Ostia shelled the depot witness" + std::to_string(number));
    claim.set_predicate("shell");
    claim.set_object("");
    claim.set_event(about_event ? "e1" : "");
    reports.push_back(annotation);
  }
  std::shuffle(reports.begin(), reports.end(), random);
  const auto store = Store::on(make_memory_engine(), {});
  for (const v1::ArticleAnnotation& annotation : reports) store->put(annotation);
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) == reports.size() - 1);
  CHECK(store->check().findings_total == 0);
  for (int number = 0; number < 5; ++number) {
    store->retract(article_key("reworded-" + std::to_string(number)));
  }
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) == reports.size() - 6);
  CHECK(store->check().findings_total == 0);
}

}  // namespace casus::storage

// Corrections: what persons say outlives the articles it is about, wins over the rules, and can be
// taken back.

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <iterator>
#include <random>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

using Catch::Matchers::Contains;

v1::Correction correction(v1::CorrectionKind::Value kind, const std::string& node,
                          const std::string& other = {}) {
  v1::Correction asked;
  asked.set_kind(kind);
  asked.mutable_node()->set_key(node);
  if (!other.empty()) asked.mutable_other()->set_key(other);
  asked.set_author("Ada");
  asked.set_time("2024-09-18T14:05:00Z");
  asked.set_reason("seen otherwise");
  return asked;
}

v1::Correction undo(std::uint64_t number) {
  v1::Correction asked = correction(v1::CorrectionKind::undo, {});
  asked.set_undoes(number);
  return asked;
}

v1::Correction alias(const std::string& node, const std::string& name) {
  v1::Correction asked = correction(v1::CorrectionKind::alias, node);
  asked.set_name(name);
  return asked;
}

std::string key_of(std::uint32_t article) {
  return article_key(synthetic(article, 0).article().id());
}

std::vector<v1::Correction> all(const Store& store) {
  std::vector<v1::Correction> records;
  store.snapshot()->corrections({}, [&](const v1::Correction& record) {
    records.push_back(record);
    return true;
  });
  return records;
}

std::vector<std::string> difference(const std::vector<std::string>& a,
                                    const std::vector<std::string>& b) {
  std::vector<std::string> lines;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lines));
  return lines;
}

// Without the corrections themselves.
std::vector<std::string> graph_of(const Store& store) {
  std::vector<std::string> lines = dump(*store.snapshot());
  std::erase_if(lines, [](const std::string& line) { return line.starts_with("correction"); });
  return lines;
}

struct Fixture {
  Fixture() {
    for (std::uint32_t i = 0; i < 6; ++i) {
      articles[key_of(i)] = synthetic(i, 0);
      store->put(synthetic(i, 0));
    }
  }

  void require_as_expected() const {
    for (const std::string& line :
         difference(dump(*store->snapshot()), expected_dump(articles, all(*store)))) {
      FAIL_CHECK(line);
    }
    for (const Finding& finding : store->check().findings) FAIL_CHECK(finding.what);
  }

  std::optional<v1::Edge> link(const std::string& a, const std::string& b) const {
    const auto snapshot = store->snapshot();
    const auto from = snapshot->find(std::min(a, b));
    std::optional<v1::Edge> found;
    if (!from) return found;
    snapshot->edges(*from, {Direction::out, {v1::EdgeKind::same_as}, {}, Day::unknown()},
                    [&](const EdgeRef& ref) {
                      if (snapshot->key(ref.other) != std::max(a, b)) return true;
                      found = snapshot->load(ref);
                      return false;
                    });
    return found;
  }

  // Two events of different articles that the rule joins, or does not.
  std::pair<std::string, std::string> events(bool joined) const {
    for (std::uint32_t a = 0; a < 6; ++a) {
      for (std::uint32_t b = a + 1; b < 6; ++b) {
        const std::string one = event_key(key_of(a), "e0");
        const std::string two = event_key(key_of(b), "e0");
        if (link(one, two).has_value() == joined) return {one, two};
      }
    }
    throw std::logic_error("the made-up articles have no such events");
  }

  Articles articles;
  std::unique_ptr<Store> store = Store::on(make_memory_engine(), {});
};

TEST_CASE_METHOD(Fixture, "a rejected event is gone until that is undone") {
  const std::vector<std::string> before = graph_of(*store);
  const std::string event = event_key(key_of(1), "e0");
  const v1::Correction record = store->correct(correction(v1::CorrectionKind::reject, event));
  CHECK(record.number() == 1);
  CHECK(record.node().article() == key_of(1));
  CHECK(record.node().type() == "ASSAULT");
  CHECK_FALSE(store->snapshot()->find(event).has_value());
  CHECK(store->snapshot()->annotation(key_of(1))->events(0).key() == "e0");
  require_as_expected();

  CHECK(store->correct(undo(1)).number() == 2);
  CHECK(graph_of(*store) == before);
  CHECK(all(*store)[0].undone_by() == 2);
  CHECK(all(*store)[1].node().key() == event);
  require_as_expected();
}

TEST_CASE_METHOD(Fixture, "what is rejected stays so when its article is annotated again") {
  const std::string event = event_key(key_of(1), "e0");
  store->correct(correction(v1::CorrectionKind::reject, event));
  v1::ArticleAnnotation changed = synthetic(1, 0);
  changed.mutable_extractor()->set_version("2");
  changed.mutable_events(0)->set_key("other");
  for (auto& claim : *changed.mutable_claims()) {
    if (claim.event() == "e0") claim.set_event("other");
  }
  CHECK(store->put(changed) == PutOutcome::replaced);
  CHECK_FALSE(store->snapshot()->find(event_key(key_of(1), "other")).has_value());
  articles[key_of(1)] = changed;
  require_as_expected();

  CHECK(store->retract(key_of(1)));
  articles.erase(key_of(1));
  require_as_expected();
  CHECK(all(*store).size() == 1);
  store->put(synthetic(1, 0));
  CHECK_FALSE(store->snapshot()->find(event).has_value());
}

TEST_CASE_METHOD(Fixture, "a merge joins two nodes of any kind, and goes with an undo") {
  const auto [one, two] = events(false);
  const auto statements = std::pair(statement_key(key_of(1), "s0"), statement_key(key_of(2), "s1"));
  const auto within = std::pair(event_key(key_of(3), "e1"), event_key(key_of(3), "e2"));
  for (const auto& [a, b] : {std::pair(one, two), statements, within,
                             std::pair<std::string, std::string>("actor:a0", "actor:a1"),
                             std::pair<std::string, std::string>("place:ABC", "place:DEF:town")}) {
    INFO(a << " " << b);
    const std::vector<std::string> before = graph_of(*store);
    REQUIRE_FALSE(link(a, b).has_value());
    const v1::Correction record = store->correct(correction(v1::CorrectionKind::merge, a, b));
    const std::optional<v1::Edge> edge = link(a, b);
    REQUIRE(edge.has_value());
    CHECK(edge->score() == 1);
    CHECK(edge->reason() == "merged by Ada on 2024-09-18: seen otherwise");
    const auto snapshot = store->snapshot();
    CHECK(snapshot->cluster(*snapshot->find(a)).size() >= 2);
    require_as_expected();
    store->correct(undo(record.number()));
    CHECK(graph_of(*store) == before);
  }
  require_as_expected();
}

TEST_CASE_METHOD(Fixture, "actors that were merged are one also as of an early day") {
  store->correct(correction(v1::CorrectionKind::merge, "actor:a0", "actor:a1"));
  const auto snapshot = store->snapshot();
  CHECK(snapshot->cluster(*snapshot->find("actor:a0"), Day{1}).size() == 2);
}

TEST_CASE_METHOD(Fixture, "a split wins over the rule, and the later of a split and a merge wins") {
  const auto [one, two] = events(true);
  store->correct(correction(v1::CorrectionKind::split, one, two));
  CHECK_FALSE(link(one, two).has_value());
  require_as_expected();
  store->correct(correction(v1::CorrectionKind::merge, two, one));
  CHECK(link(one, two)->score() == 1);
  store->correct(correction(v1::CorrectionKind::split, one, two));
  CHECK_FALSE(link(one, two).has_value());
  store->correct(undo(3));
  CHECK(link(one, two)->score() == 1);
  store->correct(undo(2));
  CHECK_FALSE(link(one, two).has_value());
  store->correct(undo(1));
  CHECK(link(one, two).has_value());
  require_as_expected();
}

TEST_CASE_METHOD(Fixture, "a link that a person made goes with an article and comes back with it") {
  const auto [one, two] = events(false);
  store->correct(correction(v1::CorrectionKind::merge, one, two));
  const std::string article = "article:" + two.substr(6, 20);
  const v1::ArticleAnnotation annotation = articles.at(article);
  store->retract(article);
  articles.erase(article);
  require_as_expected();
  store->put(annotation);
  articles[article] = annotation;
  CHECK(link(one, two).has_value());
  require_as_expected();
}

TEST_CASE_METHOD(Fixture, "an alias finds its actor or place as long as there is one") {
  store->correct(alias("actor:a0", "The Pond Union"));
  store->correct(alias("place:ABC", "Pondland"));
  const auto found = [this](const std::string& name) {
    const auto snapshot = store->snapshot();
    const std::vector<NodeId> ids = snapshot->named(name);
    return ids.empty() ? std::string() : snapshot->key(ids.front());
  };
  CHECK(found("the pond union") == "actor:a0");
  CHECK(found("Pondland") == "place:ABC");
  require_as_expected();
  for (const auto& [key, annotation] : articles) store->retract(key);
  CHECK(found("Pondland").empty());
  CHECK(store->check().findings_total == 0);
  for (const auto& [key, annotation] : articles) store->put(annotation);
  CHECK(found("Pondland") == "place:ABC");
  CHECK_THROWS_WITH(store->correct(alias("actor:a0", "The Pond Union")), Contains("before"));
  store->correct(undo(1));
  CHECK(found("the pond union").empty());
  require_as_expected();
}

TEST_CASE_METHOD(Fixture, "corrections are listed by what they are about") {
  const std::string event = event_key(key_of(1), "e0");
  store->correct(correction(v1::CorrectionKind::reject, event));
  store->correct(correction(v1::CorrectionKind::merge, "actor:a0", "actor:a1"));
  store->correct(undo(1));
  const auto numbers = [this](const std::string& scope) {
    std::vector<std::uint64_t> found;
    store->snapshot()->corrections(scope, [&](const v1::Correction& record) {
      found.push_back(record.number());
      return true;
    });
    return found;
  };
  CHECK(numbers("") == std::vector<std::uint64_t>{1, 2, 3});
  CHECK(numbers(key_of(1)) == std::vector<std::uint64_t>{1, 3});
  CHECK(numbers("actor:a1") == std::vector<std::uint64_t>{2});
  CHECK(numbers("actor:a2").empty());
}

TEST_CASE_METHOD(Fixture, "a correction that cannot be changes nothing and says why") {
  const std::vector<std::string> before = dump(*store->snapshot());
  const std::string event = event_key(key_of(1), "e0");
  using Kind = v1::CorrectionKind;
  const auto refused = [this](const v1::Correction& asked, const std::string& why) {
    CHECK_THROWS_WITH(store->correct(asked), Contains(why));
  };
  refused(correction(Kind::reject, "event:none/e1"), "Nothing in the store has the key");
  refused(correction(Kind::reject, "actor:a0"), "only events, statements and claims");
  refused(correction(Kind::reject, key_of(1)), "casus retract");
  refused(correction(Kind::merge, "actor:a0", "place:ABC"), "different kinds (actor and place)");
  refused(correction(Kind::merge, event, event), "Both ends are");
  refused(alias(event, "x"), "neither an actor nor a place");
  refused(alias("actor:a0", "..."), "a letter or a digit");
  refused(alias("actor:a0", std::string(300, 'x')), "at most 256");
  refused(undo(1), "There is no correction 1");
  refused(correction(Kind::unspecified, event), "needs a kind");
  v1::Correction asked = correction(Kind::reject, event);
  asked.clear_author();
  refused(asked, "Say who");
  asked = correction(Kind::reject, event);
  asked.set_time("yesterday");
  refused(asked, "2024-09-18T14:05:00Z");
  CHECK(dump(*store->snapshot()) == before);

  store->correct(correction(Kind::reject, event));
  refused(correction(Kind::reject, event), "Nothing in the store has the key");
  store->correct(undo(1));
  refused(undo(1), "taken back before, by 2");
  refused(undo(2), "an undo itself");
  require_as_expected();
}

TEST_CASE("a store holds what follows from its articles and corrections, in any history") {
  const std::uint32_t seed = GENERATE(1U, 2U, 3U, 4U);
  auto store = Store::on(make_memory_engine(), {});
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t bound) {
    return static_cast<std::uint32_t>(random() % bound);
  };
  const auto any_node = [&]() -> std::string {
    const auto snapshot = store->snapshot();
    std::vector<std::string> keys;
    const std::array kinds = {v1::NodeKind::event, v1::NodeKind::statement, v1::NodeKind::claim,
                              v1::NodeKind::actor, v1::NodeKind::place};
    snapshot->each(kinds[below(kinds.size())], [&](NodeId id) {
      keys.push_back(snapshot->key(id));
      return true;
    });
    return keys.empty() ? "none" : keys[below(keys.size())];
  };
  Articles articles;
  for (int step = 0; step < 120; ++step) {
    const std::uint32_t article = below(8);
    const std::string key = key_of(article);
    try {
      switch (below(9)) {
        case 0:
          store->retract(key);
          articles.erase(key);
          break;
        case 1:
        case 2:
        case 3:
          articles[key] = synthetic(article, below(3));
          store->put(articles[key]);
          break;
        case 4:
          store->correct(correction(v1::CorrectionKind::reject, any_node()));
          break;
        case 5:
          store->correct(correction(v1::CorrectionKind::merge, any_node(), any_node()));
          break;
        case 6: {
          const auto snapshot = store->snapshot();
          const std::string node = any_node();
          std::string other = any_node();
          if (const auto id = snapshot->find(node)) {
            const std::vector<NodeId> same = snapshot->cluster(*id);
            if (same.size() > 1) other = snapshot->key(same[below(same.size())]);
          }
          store->correct(correction(v1::CorrectionKind::split, node, other));
          break;
        }
        case 7:
          store->correct(alias(any_node(), "Name " + std::to_string(below(4))));
          break;
        default:
          store->correct(undo(below(40) + 1));
      }
    } catch (const InputError&) {  // asked for what cannot be
    }
    if (step % 20 == 19) {
      const auto lines = difference(dump(*store->snapshot()), expected_dump(articles, all(*store)));
      for (std::size_t i = 0; i < lines.size() && i < 5; ++i) FAIL_CHECK(lines[i]);
    }
    if (step % 50 == 49) store->rebuild();
  }
  CHECK(all(*store).size() > 10);
  for (const Finding& finding : store->check().findings) FAIL_CHECK(finding.what);
}

}  // namespace
}  // namespace casus::storage

#include "storage/store.h"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "graph/error.h"
#include "graph/instant.h"
#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/rocksdb_engine.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

std::string key_of(std::uint32_t article) {
  return article_key(synthetic(article, 0).article().id());
}

// The lines of one dump that the other lacks: short enough to read where a test fails.
std::vector<std::string> difference(const std::vector<std::string>& a,
                                    const std::vector<std::string>& b) {
  std::vector<std::string> lines;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lines));
  return lines;
}

TEST_CASE("a store holds what follows from its articles, whatever came and went before") {
  const bool on_disk = GENERATE(false, true);
  const std::uint32_t seed = GENERATE(1U, 2U, 3U);
  TempDir dir;
  auto store = on_disk ? Store::open(dir.path() / "s", {}) : Store::on(make_memory_engine(), {});
  std::mt19937 random(seed);
  Articles articles;
  for (int step = 0; step < 60; ++step) {
    const auto article = static_cast<std::uint32_t>(random() % 12);
    const std::string key = key_of(article);
    if (random() % 4 == 0) {
      CHECK(store->retract(key) == (articles.erase(key) == 1));
    } else {
      auto annotation = synthetic(article, static_cast<std::uint32_t>(random() % 3));
      const bool known = articles.count(key) == 1;
      const bool same =
          known && articles[key].SerializeAsString() == annotation.SerializeAsString();
      const PutOutcome outcome = store->put(annotation);
      CHECK(outcome == (same    ? PutOutcome::unchanged
                        : known ? PutOutcome::replaced
                                : PutOutcome::added));
      articles[key] = annotation;
    }
    if (step % 10 == 9) {
      CHECK(difference(dump(*store->snapshot()), expected_dump(articles)).empty());
    }
  }
  REQUIRE(articles.size() > 3);
  CHECK(store->snapshot()->count(v1::EdgeKind::same_as) > 0);
  const CheckReport report = store->check();
  CHECK(report.articles == articles.size());
  for (const Finding& finding : report.findings) FAIL_CHECK(finding.what);

  for (const auto& [key, annotation] : articles) CHECK(store->retract(key));
  CHECK(difference(dump(*store->snapshot()), expected_dump({})).empty());
}

TEST_CASE("an annotation that is not sound changes nothing") {
  const auto store = Store::on(make_memory_engine(), {});
  store->put(synthetic(1, 0));
  const std::vector<std::string> before = dump(*store->snapshot());
  v1::ArticleAnnotation annotation = synthetic(1, 1);
  SECTION("by the rules") { annotation.mutable_events(0)->set_type("NO SUCH TYPE"); }
  SECTION("by its size") {
    std::string* name = annotation.mutable_actors(0)->mutable_name();
    while (name->size() <= kMaxValueBytes) *name += "name and name and ";
  }
  CHECK_THROWS_AS(store->put(annotation), InputError);
  CHECK(dump(*store->snapshot()) == before);
  CHECK(store->check().findings_total == 0);
  CHECK(store->put(synthetic(2, 0)) == PutOutcome::added);
}

TEST_CASE("another version of the extractor replaces what it said") {
  const auto store = Store::on(make_memory_engine(), {});
  v1::ArticleAnnotation annotation = synthetic(1, 0);
  store->put(annotation);
  const ArticleState state = *store->state(key_of(1));
  CHECK(state.extractor_name == "made up");
  CHECK(state.content_hash == content_hash(annotation.article()));
  annotation.mutable_extractor()->set_version("2");
  annotation.mutable_events()->RemoveLast();
  annotation.clear_statements();
  annotation.clear_claims();
  CHECK(store->put(annotation) == PutOutcome::replaced);
  CHECK(store->put(annotation) == PutOutcome::unchanged);
  CHECK(store->state(key_of(1))->extractor_version == "2");
  CHECK(dump(*store->snapshot()) == expected_dump({{key_of(1), annotation}}));
  CHECK(store->state(key_of(2)) == std::nullopt);
  CHECK(store->state("actor:a0") == std::nullopt);
}

TEST_CASE("the same text, annotated otherwise by the same version, replaces what was said") {
  const auto store = Store::on(make_memory_engine(), {});
  v1::ArticleAnnotation annotation = synthetic(1, 0);
  store->put(annotation);
  annotation.mutable_events(0)->mutable_killed()->set_best(77);
  CHECK(store->foresee(annotation) == PutOutcome::replaced);
  CHECK(store->put(annotation) == PutOutcome::replaced);
  CHECK(store->put(annotation) == PutOutcome::unchanged);
  // Who has no annotation yet is told of text and extractor only.
  CHECK(store->foresee(annotation.article(), annotation.extractor()) == PutOutcome::unchanged);
  CHECK(dump(*store->snapshot()) == expected_dump({{key_of(1), annotation}}));
}

TEST_CASE("a store is there again after it was closed") {
  TempDir dir;
  Articles articles;
  for (std::uint32_t i = 0; i < 6; ++i) {
    const auto store = Store::open(dir.path(), {});
    CHECK(store->put(synthetic(i, 0)) == PutOutcome::added);
    CHECK(store->put(synthetic(i, 0)) == PutOutcome::unchanged);
    articles[key_of(i)] = synthetic(i, 0);
  }
  const auto store = Store::open(dir.path(), {});
  CHECK(difference(dump(*store->snapshot()), expected_dump(articles)).empty());
  store->compact();
  store->flush();
  CHECK(store->check().findings_total == 0);
  CHECK(store->bytes_on_disk() > 0);
}

TEST_CASE("versions of an article give the same graph in whichever order they come") {
  const std::uint32_t seed = GENERATE(1U, 2U, 3U, 4U);
  std::mt19937 random(seed);
  // Each version of an article at an instant of its own, written in one of several ways; one does
  // not know its instant.
  std::vector<v1::ArticleAnnotation> versions;
  Articles newest;
  for (std::uint32_t article = 0; article < 5; ++article) {
    const std::vector<std::string> instants = {"",
                                               "2024-03-01",
                                               "2024-03-01T00:00:01Z",
                                               "2024-03-01T09:00+03:00",
                                               "2024-03-01T06:30:00Z",
                                               "2024-03-02"};
    const auto count = static_cast<std::uint32_t>(1 + random() % instants.size());
    for (std::uint32_t version = 0; version < count; ++version) {
      v1::ArticleAnnotation annotation = synthetic(article, version);
      annotation.mutable_article()->set_updated(instants[version]);
      versions.push_back(annotation);
      newest[key_of(article)] = annotation;
    }
  }
  std::shuffle(versions.begin(), versions.end(), random);
  const auto store = Store::on(make_memory_engine(), {});
  std::map<std::string, v1::Article> held;
  for (const v1::ArticleAnnotation& version : versions) {
    const std::string key = article_key(version.article().id());
    const bool outdated = held.contains(key) && is_older(version.article(), held[key]);
    const PutOutcome foreseen = store->foresee(version.article(), version.extractor());
    CHECK(store->put(version) == foreseen);
    CHECK(outdated == (foreseen == PutOutcome::outdated));
    if (!outdated) held[key] = version.article();
  }
  CHECK(difference(dump(*store->snapshot()), expected_dump(newest)).empty());
  CHECK(store->check().findings_total == 0);
  for (const v1::ArticleAnnotation& version : versions) store->put(version);
  CHECK(difference(dump(*store->snapshot()), expected_dump(newest)).empty());
}

TEST_CASE("of versions that say the same instant, or none, the last stands") {
  const std::string updated = GENERATE("", "2024-03-01");
  const auto store = Store::on(make_memory_engine(), {});
  for (const std::uint32_t version : {1U, 2U, 1U}) {
    v1::ArticleAnnotation annotation = synthetic(1, version);
    annotation.mutable_article()->set_updated(updated);
    store->put(annotation);
    CHECK(dump(*store->snapshot()) == expected_dump({{key_of(1), annotation}}));
  }
}

TEST_CASE("an article that is only updated later keeps the older versions out") {
  const auto store = Store::on(make_memory_engine(), {});
  v1::ArticleAnnotation annotation = synthetic(1, 0);
  annotation.mutable_article()->set_updated("2024-03-01T06:00:00Z");
  store->put(annotation);
  v1::ArticleAnnotation later = annotation;
  later.mutable_article()->set_updated("2024-03-01T08:00:00Z");
  CHECK(store->put(later) == PutOutcome::replaced);
  CHECK(store->snapshot()->node(key_of(1))->article().updated() == "2024-03-01T08:00:00Z");
  v1::ArticleAnnotation between = synthetic(1, 1);
  between.mutable_article()->set_updated("2024-03-01T07:00:00Z");
  CHECK(store->put(between) == PutOutcome::outdated);
  CHECK(store->retract(key_of(1)));
  CHECK(store->put(between) == PutOutcome::added);
}

}  // namespace
}  // namespace casus::storage

// By its origin an input is recognised before it is read, as long as it would change nothing.

#include "storage/origins.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/rocksdb_engine.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

// Of an article there are versions, one an hour: see `version`.
v1::ArticleAnnotation version(std::uint32_t article, int hour) {
  v1::ArticleAnnotation annotation = synthetic(article, static_cast<std::uint32_t>(hour));
  annotation.mutable_article()->set_updated("2024-03-01T0" + std::to_string(hour) + ":00:00Z");
  return annotation;
}

std::string key_of(std::uint32_t article) {
  return article_key(synthetic(article, 0).article().id());
}

// On each engine, which can be looked into.
struct Fixture {
  Fixture() {
    auto owned = GENERATE(false, true) ? open_rocksdb_engine(dir.path(), {}) : make_memory_engine();
    engine = owned.get();
    store = Store::on(std::move(owned), {});
  }

  PutOutcome put(const v1::ArticleAnnotation& annotation, const std::string& origin = {}) const {
    return store->put(annotation, origin);
  }

  // "KEY unchanged", "KEY outdated" or "".
  std::string recognised(const std::string& origin) const {
    const std::optional<Recognised> known = store->recognise(origin);
    if (!known) return {};
    CHECK((known->outcome == PutOutcome::unchanged || known->outcome == PutOutcome::outdated));
    return known->article + (known->outcome == PutOutcome::unchanged ? " unchanged" : " outdated");
  }

  std::size_t rows() const {
    std::size_t count = 0;
    const auto snapshot = engine->snapshot();
    const std::string table = origin_key({});
    for (const auto cursor = snapshot->scan(table, after_prefix(table)); cursor->valid();
         cursor->next()) {
      ++count;
    }
    return count;
  }

  void require_sound() const {
    for (const Finding& finding : store->check().findings) FAIL_CHECK(finding.what);
  }

  TempDir dir;
  Engine* engine = nullptr;
  std::unique_ptr<Store> store;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "an input is recognised until its article is another one, or gone") {
  CHECK(recognised("a").empty());
  CHECK(recognised("").empty());
  CHECK(put(synthetic(1, 0), "a") == PutOutcome::added);
  CHECK(recognised("a") == key_of(1) + " unchanged");
  CHECK(recognised("b").empty());
  require_sound();
  CHECK(put(synthetic(1, 1), "b") == PutOutcome::replaced);
  CHECK(recognised("a").empty());
  CHECK(recognised("b") == key_of(1) + " unchanged");
  CHECK(rows() == 1);
  CHECK(put(synthetic(1, 0), "a") == PutOutcome::replaced);
  CHECK(recognised("a") == key_of(1) + " unchanged");
  CHECK(put(synthetic(1, 1)) == PutOutcome::replaced);  // nobody says what it is made of
  CHECK(recognised("a").empty());
  CHECK(rows() == 0);
  put(synthetic(1, 0), "a");
  CHECK(store->retract(key_of(1)));
  CHECK(recognised("a").empty());
  CHECK(rows() == 0);
  CHECK(put(synthetic(1, 0), "a") == PutOutcome::added);
  require_sound();
}

TEST_CASE_METHOD(Fixture, "a copy, and a version that is outdated, are recognised like the first") {
  put(version(1, 5), "noon");
  CHECK(put(version(1, 5), "copy") == PutOutcome::unchanged);
  CHECK(put(version(1, 3), "morning") == PutOutcome::outdated);
  CHECK(put(version(1, 3), "morning") == PutOutcome::outdated);
  CHECK(recognised("noon") == key_of(1) + " unchanged");
  CHECK(recognised("copy") == key_of(1) + " unchanged");
  CHECK(recognised("morning") == key_of(1) + " outdated");
  require_sound();
  CHECK(put(version(1, 7), "evening") == PutOutcome::replaced);
  CHECK(recognised("noon").empty());
  CHECK(recognised("copy").empty());
  CHECK(recognised("morning").empty());
  CHECK(rows() == 1);
  require_sound();
}

TEST_CASE_METHOD(Fixture, "an article of a store that knows no origins is given one") {
  const v1::ArticleAnnotation annotation = version(1, 5);
  put(annotation);
  SECTION("as its annotation is put again") {
    CHECK(put(annotation, "a") == PutOutcome::unchanged);
  }
  SECTION("as nothing is left to be extracted") {
    CHECK(store->remember(annotation.article(), annotation.extractor(), "a") ==
          PutOutcome::unchanged);
    CHECK(store->remember(version(1, 3).article(), annotation.extractor(), "b") ==
          PutOutcome::outdated);
    CHECK(recognised("b") == key_of(1) + " outdated");
  }
  CHECK(recognised("a") == key_of(1) + " unchanged");
  CHECK(store->remember(version(1, 7).article(), annotation.extractor(), "c") ==
        PutOutcome::replaced);
  CHECK(recognised("c").empty());
  CHECK(dump(*store->snapshot()) == expected_dump({{key_of(1), annotation}}));
  require_sound();
}

TEST_CASE_METHOD(Fixture, "the last origins of an article are known, and no endless number") {
  put(synthetic(1, 0), "0");
  for (std::size_t i = 1; i <= kMaxOrigins; ++i) put(synthetic(1, 0), std::to_string(i));
  CHECK(recognised("0").empty());
  for (std::size_t i = 1; i <= kMaxOrigins; ++i) CHECK(!recognised(std::to_string(i)).empty());
  CHECK(rows() == kMaxOrigins);
  require_sound();
}

TEST_CASE_METHOD(Fixture, "an origin stands for the first article of which it was said") {
  put(synthetic(1, 0), "a");
  CHECK(put(synthetic(2, 0), "a") == PutOutcome::added);
  CHECK(put(synthetic(2, 0), "a") == PutOutcome::unchanged);
  CHECK(recognised("a") == key_of(1) + " unchanged");
  store->retract(key_of(2));
  CHECK(recognised("a") == key_of(1) + " unchanged");
  require_sound();
}

TEST_CASE_METHOD(Fixture, "corrections leave origins as they are, a rebuild forgets them") {
  put(synthetic(1, 0), "a");
  put(synthetic(2, 0), "b");
  for (const std::string& node : {event_key(key_of(1), "e0"), std::string("actor:a0")}) {
    v1::Correction asked;
    asked.set_kind(node.starts_with("actor") ? v1::CorrectionKind::alias
                                             : v1::CorrectionKind::reject);
    asked.mutable_node()->set_key(node);
    asked.set_name("The Pond Union");
    asked.set_author("Ada");
    asked.set_time("2024-09-18T14:05:00Z");
    store->correct(asked);
  }
  CHECK(recognised("a") == key_of(1) + " unchanged");
  CHECK(recognised("b") == key_of(2) + " unchanged");
  require_sound();
  store->rebuild();
  CHECK(recognised("a").empty());
  CHECK(rows() == 0);
  CHECK(put(synthetic(1, 0), "a") == PutOutcome::unchanged);
  CHECK(recognised("a") == key_of(1) + " unchanged");
  require_sound();
}

TEST_CASE_METHOD(Fixture, "an origin that the article does not list counts for nothing") {
  put(synthetic(1, 0), "a");
  IdEntry entry = *article_entry(*engine->snapshot(), key_of(1));
  entry.origins.clear();  // as by a program that knows of none
  Batch batch;
  batch.put(id_key(key_of(1)), encode(entry));
  engine->write(batch, Sync::none);
  CHECK(recognised("a").empty());
  CHECK(store->check().findings_total == 1);
  CHECK(put(synthetic(1, 0), "a") == PutOutcome::unchanged);
  CHECK(recognised("a") == key_of(1) + " unchanged");
  require_sound();
}

TEST_CASE_METHOD(Fixture, "what is recognised is what putting it again would come to") {
  std::mt19937 random(11);
  const auto origin_of_version = [](std::uint32_t article, int hour) {
    return std::to_string(article) + " at " + std::to_string(hour);
  };
  for (int step = 0; step < 150; ++step) {
    const auto article = static_cast<std::uint32_t>(random() % 5);
    const int hour = static_cast<int>(random() % 4);
    if (random() % 6 == 0) {
      store->retract(key_of(article));
    } else {
      put(version(article, hour), origin_of_version(article, hour));
    }
    for (std::uint32_t a = 0; step % 10 == 0 && a < 5; ++a) {
      for (int h = 0; h < 4; ++h) {
        const std::optional<Recognised> known = store->recognise(origin_of_version(a, h));
        if (!known) continue;
        CHECK(known->article == key_of(a));
        CHECK(known->outcome == store->foresee(version(a, h)));
      }
    }
  }
  require_sound();
  for (std::uint32_t article = 0; article < 5; ++article) store->retract(key_of(article));
  CHECK(rows() == 0);
}

}  // namespace casus::storage

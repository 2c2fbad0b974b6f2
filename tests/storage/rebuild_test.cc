// A rebuild derives everything again from the primary records, and nothing else.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "graph/assemble.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/key_layout.h"
#include "storage/memory_engine.h"
#include "storage/rocksdb_engine.h"
#include "storage/store.h"
#include "tests/storage/child.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

using Catch::Matchers::Contains;

constexpr std::uint32_t kArticles = 12;

std::string key_of(std::uint32_t article) {
  return article_key(synthetic(article, 0).article().id());
}

void correct(Store& store, v1::CorrectionKind::Value kind, const std::string& node,
             const std::string& other = {}, std::uint64_t undoes = 0) {
  v1::Correction asked;
  asked.set_kind(kind);
  asked.mutable_node()->set_key(node);
  asked.mutable_other()->set_key(other);
  asked.set_name("The Pond Union");
  asked.set_undoes(undoes);
  asked.set_author("Ada");
  asked.set_time("2024-09-18T14:05:00Z");
  store.correct(asked);
}

// Articles that came, changed and went, and corrections of each kind.
void fill(Store& store) {
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    store.put(synthetic(i, 0), origin_of(std::to_string(i)));
  }
  for (std::uint32_t i = 0; i < 3; ++i) store.put(synthetic(i, 1));
  store.retract(key_of(3));
  using Kind = v1::CorrectionKind;
  correct(store, Kind::reject, event_key(key_of(1), "e0"));
  correct(store, Kind::alias, "actor:a0");
  correct(store, Kind::merge, event_key(key_of(4), "e1"), event_key(key_of(5), "e2"));
  correct(store, Kind::merge, "actor:a0", "actor:a1");
  correct(store, Kind::reject, claim_key(key_of(2), "c1"));
  correct(store, Kind::undo, {}, {}, 5);
}

StoreOptions to_rebuild() {
  StoreOptions options;
  options.to_rebuild = true;
  return options;
}

void require_sound(const Store& store) {
  for (const Finding& finding : store.check().findings) FAIL_CHECK(finding.what);
}

// A store whose engine can be tampered with.
struct Fixture {
  Fixture() {
    auto owned = make_memory_engine();
    engine = owned.get();
    store = Store::on(std::move(owned), {});
    fill(*store);
    before = dump(*store->snapshot());
  }

  std::vector<std::string> keys(char table) const {
    std::vector<std::string> found;
    const std::string prefix(1, table);
    const auto snapshot = engine->snapshot();
    for (const auto cursor = snapshot->scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      found.emplace_back(cursor->key());
    }
    return found;
  }

  Engine* engine = nullptr;
  std::unique_ptr<Store> store;
  std::vector<std::string> before;
};

TEST_CASE_METHOD(Fixture, "a rebuild changes no answer, and counts what it has done") {
  std::vector<std::uint64_t> told;
  const RebuildReport report = store->rebuild([&](std::uint64_t done, std::uint64_t total) {
    told.push_back(done);
    CHECK(total == kArticles - 1);
  });
  CHECK(report.articles == kArticles - 1);
  CHECK(report.left_out.empty());
  CHECK(told.size() == kArticles - 1);
  CHECK(told.back() == kArticles - 1);
  CHECK(dump(*store->snapshot()) == before);
  require_sound(*store);
  // The store goes on as if nothing had been.
  CHECK(store->put(synthetic(0, 1)) == PutOutcome::unchanged);
  store->put(synthetic(3, 0));
  store->retract(key_of(4));
  correct(*store, v1::CorrectionKind::undo, {}, {}, 1);
  require_sound(*store);
  store->rebuild();
  require_sound(*store);
}

TEST_CASE_METHOD(Fixture, "a rebuild mends derived entries that are lost, wrong, foreign or none") {
  std::mt19937 random(7);
  Batch batch;
  for (const char table : std::string("BCDEFIKLNOQRSVW")) {
    for (const std::string& key : keys(table)) {
      switch (random() % 8) {
        case 0:
          batch.erase(key);
          break;
        case 1:
          batch.put(key, "\xFF\xFF");
          break;
        case 2:
          batch.put(key + "x", "");
          break;
        default:
          break;
      }
    }
  }
  batch.put("?", "x");
  batch.put(meta_key("of another program"), "x");
  batch.erase(meta_key(kMetaNextId));
  engine->write(batch, Sync::none);
  CHECK(store->check().findings_total > 0);
  CHECK(store->rebuild().left_out.empty());
  CHECK(dump(*store->snapshot()) == before);
  require_sound(*store);
}

TEST_CASE_METHOD(Fixture, "what cannot be read of the primary records is left out, and named") {
  Batch batch;
  const NodeId article = *store->snapshot()->find(key_of(6));
  std::string half = *engine->snapshot()->get(annotation_key(article, 0));
  half.resize(half.size() / 2);
  batch.put(annotation_key(article, 0), half);
  batch.erase(annotation_key(*store->snapshot()->find(key_of(7)), 0));
  batch.put(correction_key(2), "\xFF\xFF");
  engine->write(batch, Sync::none);
  const RebuildReport report = store->rebuild();
  CHECK(report.articles == kArticles - 3);
  REQUIRE(report.left_out.size() == 3);
  CHECK_THAT(report.left_out[0], Contains("correction"));
  CHECK_THAT(report.left_out[1], Contains("report-6") && Contains("ingest the article again"));
  require_sound(*store);
  CHECK(store->put(synthetic(6, 0)) == PutOutcome::added);
  CHECK(store->put(synthetic(7, 0)) == PutOutcome::added);
  require_sound(*store);
}

TEST_CASE("a store of other rules or of an older format is rebuilt, and can then be written") {
  TempDir dir;
  std::vector<std::string> before;
  {
    const auto store = Store::open(dir.path(), {});
    fill(*store);
    before = dump(*store->snapshot());
  }
  const auto plant = [&dir](std::string_view name, std::uint32_t number) {
    Batch batch;
    std::string value;
    append_u32(value, number);
    batch.put(meta_key(name), value);
    open_rocksdb_engine(dir.path(), {})->write(batch, Sync::flush);
  };
  SECTION("other rules") { plant(kMetaAssembly, 9); }
  SECTION("an older format") { plant(kMetaFormat, 1); }
  SECTION("a format that is no longer read") {
    plant(kMetaFormat, kOldestFormat - 1);
    StoreOptions reading;
    reading.read_only = true;
    CHECK_THROWS_WITH(Store::open(dir.path(), reading),
                      Contains("earlier version") && Contains("casus rebuild"));
  }
  CHECK_THROWS_WITH(Store::open(dir.path(), {}), Contains("casus rebuild"));
  const auto store = Store::open(dir.path(), to_rebuild());
  CHECK_THROWS_WITH(store->put(synthetic(0, 0)), Contains("casus rebuild"));
  CHECK_THROWS_WITH(store->retract(key_of(0)), Contains("casus rebuild"));
  store->rebuild();
  CHECK(dump(*store->snapshot()) == before);
  CHECK(store->put(synthetic(3, 0)) == PutOutcome::added);
  require_sound(*store);
}

TEST_CASE("child: rebuilds and stops half-way", "[.]") {
  const auto store = Store::open(child_dir(), to_rebuild());
  store->rebuild([](std::uint64_t done, std::uint64_t) {
    if (done == kArticles / 2) child_is_ready();
  });
}

TEST_CASE("a rebuild that was cut off says so, and is made again from the beginning") {
  TempDir dir;
  std::vector<std::string> before;
  {
    const auto store = Store::open(dir.path(), {});
    fill(*store);
    before = dump(*store->snapshot());
  }
  StoreOptions reading;
  reading.read_only = true;
  for (int round = 0; round < 2; ++round) {
    Child child("child: rebuilds and stops half-way", dir.path());
    CHECK_THROWS_WITH(Store::open(dir.path(), reading), Contains("being rebuilt"));
    child.kill();
    CHECK_THROWS_WITH(Store::open(dir.path(), reading), Contains("run `casus rebuild` again"));
    CHECK_THROWS_WITH(Store::open(dir.path(), {}), Contains("run `casus rebuild` again"));
  }
  {
    const auto store = Store::open(dir.path(), to_rebuild());
    store->rebuild();
    CHECK(dump(*store->snapshot()) == before);
    require_sound(*store);
  }
  CHECK(dump(*Store::open(dir.path(), reading)->snapshot()) == before);
}

TEST_CASE("a store that was opened for reading is not rebuilt") {
  TempDir dir;
  fill(*Store::open(dir.path(), {}));
  StoreOptions reading;
  reading.read_only = true;
  CHECK_THROWS_AS(Store::open(dir.path(), reading)->rebuild(), StoreError);
  CHECK_NOTHROW(Store::open(dir.path(), {}));
}

}  // namespace
}  // namespace casus::storage

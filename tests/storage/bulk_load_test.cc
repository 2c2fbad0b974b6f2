#include "storage/bulk_load.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/row_sorter.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

// A record of a coded data set, but for one in five.
v1::ArticleAnnotation record(std::uint32_t number, std::uint32_t seed = 0) {
  v1::ArticleAnnotation annotation = synthetic(number, seed);
  if (number % 5 != 0) annotation.mutable_article()->set_dataset("raids");
  return annotation;
}

std::vector<std::string> put_one_by_one(const std::vector<v1::ArticleAnnotation>& all) {
  const auto store = Store::on(make_memory_engine(), {});
  for (const v1::ArticleAnnotation& annotation : all) store->put(annotation);
  return dump(*store->snapshot());
}

}  // namespace

TEST_CASE("a bulk load makes what puts make") {
  const TempDir dir;
  const bool on_disk = GENERATE(false, true);
  const bool into_empty = GENERATE(false, true);
  auto store = on_disk ? Store::open(dir.path(), {}) : Store::on(make_memory_engine(), {});
  std::vector<v1::ArticleAnnotation> all;
  const auto put = [&](const v1::ArticleAnnotation& annotation) {
    all.push_back(annotation);
    store->put(annotation);
  };
  if (!into_empty) {
    for (std::uint32_t i = 0; i < 12; ++i) put(record(i));
  }
  const std::vector<std::string> before = dump(*store->snapshot());
  std::map<PutOutcome, int> outcomes;
  {
    const auto load = store->bulk_load({});
    const auto add = [&](const v1::ArticleAnnotation& annotation) {
      all.push_back(annotation);
      return load->add(annotation);
    };
    // From the newest on, so that some refer to records that come later.
    for (std::uint32_t i = 40; i-- > 6;) add(record(i));
    add(record(11, 1));            // another version
    add(record(31, 1));            // and one of a record that is being loaded
    CHECK_FALSE(add(record(22)));  // a second time
    if (!into_empty) CHECK(add(record(8)) == PutOutcome::unchanged);
    CHECK(dump(*store->snapshot()) == before);
    load->finish([&](PutOutcome outcome) { ++outcomes[outcome]; });
    CHECK(load->added() == (into_empty ? 28 : 23));
  }
  CHECK(outcomes[PutOutcome::replaced] == 2);
  CHECK(outcomes[PutOutcome::unchanged] == 1);
  CHECK(dump(*store->snapshot()) == put_one_by_one(all));
  CHECK(store->check().findings_total == 0);

  SECTION("that can be written on, and is there when it is opened again") {
    put(record(50));
    store->retract(article_key(record(31).article().id()));
    store->put(record(31, 1));
    if (on_disk) {
      store.reset();
      store = Store::open(dir.path(), {});
    }
    CHECK(dump(*store->snapshot()) == put_one_by_one(all));
    CHECK(store->check().findings_total == 0);
  }
}

TEST_CASE("a bulk load heeds what persons said before the records came") {
  const auto store = Store::on(make_memory_engine(), {});
  store->put(record(1));
  v1::Correction correction;
  correction.set_kind(v1::CorrectionKind::alias);
  correction.mutable_node()->set_key("actor:a0");
  correction.set_name("The Pond Union");
  correction.set_author("Ada");
  correction.set_time("2024-09-18T14:05:00Z");
  store->correct(correction);
  correction.set_kind(v1::CorrectionKind::reject);
  correction.clear_name();
  correction.mutable_node()->set_key(event_key(article_key(record(1).article().id()), "e1"));
  store->correct(correction);
  store->retract(article_key(record(1).article().id()));
  const auto load = store->bulk_load({});
  for (std::uint32_t i = 1; i < 9; ++i) load->add(record(i));
  load->finish();
  CHECK(store->check().findings_total == 0);
  CHECK(store->snapshot()->named("the pond union").size() == 1);
  CHECK_FALSE(store->snapshot()->find(correction.node().key()));
}

TEST_CASE("a bulk load that is given up leaves nothing") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  store->put(record(1));
  const std::vector<std::string> before = dump(*store->snapshot());
  {
    const auto load = store->bulk_load({});
    for (std::uint32_t i = 2; i < 9; ++i) load->add(record(i));
    v1::ArticleAnnotation unsound = record(9);
    unsound.mutable_events(0)->set_type("NOTHING");
    CHECK_THROWS_AS(load->add(unsound), InputError);
  }
  CHECK(dump(*store->snapshot()) == before);
  for (const auto& file : std::filesystem::directory_iterator(dir.path())) {
    CHECK(file.path().extension() != ".tmp");
  }
  store->put(record(2));
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("rows that memory does not hold come back sorted") {
  const TempDir dir;
  std::mt19937 random(7);
  std::map<std::string, std::optional<std::string>> reference;
  RowSorter sorter(dir.path(), 0);
  for (int i = 0; i < 100'000; ++i) {
    std::string key = std::to_string(random());
    if (random() % 3 == 0) key.insert(0, 12, '\0');
    std::optional<std::string> value;
    if (random() % 4 != 0) value = std::string(random() % 40, 'v');
    if (!reference.emplace(key, value).second) continue;
    sorter.add(key, value);
  }
  std::string_view key;
  std::optional<std::string_view> value;
  bool same = true;
  for (const auto& [wanted, wanted_value] : reference) {
    same = same && sorter.next(key, value) && key == wanted && value == wanted_value;
  }
  CHECK(same);
  CHECK_FALSE(sorter.next(key, value));
}

}  // namespace casus::storage

// Damage of the kind that no checksum sees: every entry is well-formed, but not what the
// annotations say.

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/key_layout.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

// A store whose engine can be tampered with.
struct Fixture {
  Fixture() {
    auto owned = make_memory_engine();
    engine = owned.get();
    store = Store::on(std::move(owned), {});
    for (std::uint32_t i = 0; i < 6; ++i) store->put(synthetic(i, 0), origin_of(std::to_string(i)));
    v1::Correction correction;
    correction.set_kind(v1::CorrectionKind::alias);
    correction.mutable_node()->set_key("actor:a0");
    correction.set_name("The Pond Union");
    correction.set_author("Ada");
    correction.set_time("2024-09-18T14:05:00Z");
    store->correct(correction);
  }

  // The first entry under the prefix whose value, if one is asked for, is not empty.
  Batch::Operation first(const std::string& prefix, bool with_value = false) const {
    const auto snapshot = engine->snapshot();
    auto cursor = snapshot->scan(prefix, after_prefix(prefix));
    while (with_value && cursor->valid() && cursor->value().empty()) cursor->next();
    REQUIRE(cursor->valid());
    return {std::string(cursor->key()), std::string(cursor->value())};
  }

  void put(const std::string& key, const std::string& value) const {
    Batch batch;
    batch.put(key, value);
    engine->write(batch, Sync::none);
  }
  void erase(const std::string& key) const {
    Batch batch;
    batch.erase(key);
    engine->write(batch, Sync::none);
  }

  bool finds(const std::string& text) const {
    const CheckReport report = store->check();
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
      return finding.what.find(text) != std::string::npos;
    });
  }

  Engine* engine = nullptr;
  std::unique_ptr<Store> store;
};

TEST_CASE_METHOD(Fixture, "a check of a sound store finds nothing, and counts what it read") {
  const CheckReport report = store->check();
  CHECK(report.findings_total == 0);
  CHECK(report.articles == 6);
  std::uint64_t entries = 0;
  const auto snapshot = engine->snapshot();
  for (const auto all = snapshot->scan("", ""); all->valid(); all->next()) ++entries;
  CHECK(report.entries == entries);
}

TEST_CASE_METHOD(Fixture, "a check finds any entry that is lost") {
  for (const char table : kTables) {
    if (table == static_cast<char>(Table::meta)) continue;
    INFO("table " << table);
    const Batch::Operation entry = first(std::string(1, table));
    erase(entry.key);
    CHECK(store->check().findings_total > 0);
    put(entry.key, *entry.value);
    REQUIRE(store->check().findings_total == 0);
  }
}

TEST_CASE_METHOD(Fixture,
                 "a check finds any value that has changed, also one that cannot be read") {
  for (const char table : kTables) {
    const std::string prefix(1, table);
    if (std::string_view("BKMQWX").find(table) != std::string_view::npos) continue;
    INFO("table " << table);
    const Batch::Operation entry = first(prefix, true);
    for (const std::string& damaged :
         {std::string("\xFF\xFF"), *entry.value + '\x01', std::string()}) {
      put(entry.key, damaged);
      CHECK(store->check().findings_total > 0);
    }
    put(entry.key, *entry.value);
    REQUIRE(store->check().findings_total == 0);
  }
}

TEST_CASE_METHOD(Fixture, "a check finds entries that follow from nothing") {
  for (const char table : kTables) {
    INFO("table " << table);
    const Batch::Operation entry = first(std::string(1, table));
    const std::string key = entry.key + "x";
    put(key, *entry.value);
    CHECK(store->check().findings_total > 0);
    erase(key);
    REQUIRE(store->check().findings_total == 0);
  }
  put("?", "");
  CHECK(finds("'?'"));
}

TEST_CASE_METHOD(Fixture, "a check names what is wrong") {
  SECTION("a lost way back along an edge") {
    const auto snapshot = store->snapshot();
    NodeId actor = *snapshot->find("actor:a0");
    const Batch::Operation entry = first(edge_prefix(actor, Direction::in, v1::EdgeKind::mentions));
    erase(entry.key);
    CHECK(finds("actor:a0 is missing"));
    CHECK(store->check().findings_total == 1);
  }
  SECTION("a count of contributions that is too high") {
    const Batch::Operation entry =
        first(contribution_prefix(*store->snapshot()->find("place:ABC")));
    std::string count;
    append_u64(count, Reader(*entry.value).u64() + 1);
    put(entry.key, count);
    CHECK(finds("What articles say of place:ABC is stored for"));
  }
  SECTION("a wrong total") {
    std::string count;
    append_u64(count, 99);
    put(counter_key(v1::NodeKind::claim), count);
    CHECK(finds("The number of nodes of kind claim is stored, but not as it follows"));
  }
  SECTION("a lost article") {
    const std::string key = article_key(synthetic(0, 0).article().id());
    erase(id_key(key));
    CHECK(finds("The record of " + key + " is stored, but follows from no annotation"));
  }
  SECTION("ids that would be given twice") {
    std::string number;
    append_u64(number, 2);
    put(meta_key(kMetaNextId), number);
    CHECK(finds("are said to be free"));
  }
}

TEST_CASE_METHOD(Fixture, "a check keeps no more findings than it is asked for") {
  const auto snapshot = engine->snapshot();
  for (const auto cursor = snapshot->scan("E", "F"); cursor->valid(); cursor->next()) {
    erase(std::string(cursor->key()));
  }
  const CheckReport report = store->check(5);
  CHECK(report.findings.size() == 5);
  CHECK(report.findings_total > 300);
}

TEST_CASE_METHOD(Fixture, "a damaged annotation is not taken for the one that was put") {
  const std::string key = article_key(synthetic(0, 0).article().id());
  put(first(annotation_prefix(*store->snapshot()->find(key))).key, "\xFF\xFF");
  CHECK_THROWS_AS(store->snapshot()->annotation(key), StoreError);
  CHECK_THROWS_AS(store->retract(key), StoreError);
}

TEST_CASE_METHOD(Fixture, "a check tells how many of the articles it has been through") {
  std::vector<std::uint64_t> told;
  store->check(100, [&](std::uint64_t done, std::uint64_t total) {
    told.push_back(done);
    CHECK(total == 6);
  });
  CHECK(told == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6});
}

}  // namespace
}  // namespace casus::storage

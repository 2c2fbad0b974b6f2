// What every engine must do.

#include "storage/engine.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "graph/error.h"
#include "storage/memory_engine.h"
#include "storage/rocksdb_engine.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

using Entries = std::map<std::string, std::string>;

struct Fixture {
  Fixture() : on_disk(GENERATE(false, true)) {
    engine = on_disk ? open_rocksdb_engine(dir.path(), {}) : make_memory_engine();
  }

  void put(const std::string& key, const std::string& value) const {
    Batch batch;
    batch.put(key, value);
    engine->write(batch, Sync::none);
  }

  void load(const Entries& entries, const std::set<std::string>& gone = {}) const {
    std::map<std::string, std::optional<std::string>> all(entries.begin(), entries.end());
    for (const std::string& key : gone) all[key] = std::nullopt;
    auto at = all.begin();
    engine->bulk_load([&](std::string& key, std::optional<std::string>& value) {
      if (at == all.end()) return false;
      std::tie(key, value) = *at++;
      return true;
    });
  }

  bool on_disk;
  TempDir dir;
  std::unique_ptr<Engine> engine;
};

Entries scanned(const EngineSnapshot& snapshot, std::string_view begin, std::string_view end) {
  Entries entries;
  std::string last;
  for (const auto cursor = snapshot.scan(begin, end); cursor->valid(); cursor->next()) {
    if (!entries.empty()) CHECK(last < cursor->key());
    last = cursor->key();
    entries.emplace(cursor->key(), cursor->value());
  }
  return entries;
}

TEST_CASE_METHOD(Fixture, "engines give back what was written last") {
  Batch batch;
  batch.put("a", "1");
  batch.put("b", "2");
  batch.erase("b");
  batch.put("c", "");
  batch.erase("d");
  batch.put("a", "3");
  engine->write(batch, Sync::flush);
  const auto snapshot = engine->snapshot();
  CHECK(snapshot->get("a") == "3");
  CHECK(snapshot->get("b") == std::nullopt);
  CHECK(snapshot->get("c") == "");
  const std::vector<std::string> keys = {"c", "x", "a", "a"};
  const std::vector<std::optional<std::string>> values = {"", std::nullopt, "3", "3"};
  CHECK(snapshot->multi_get(keys) == values);
  CHECK(snapshot->multi_get({}).empty());
  CHECK_FALSE(engine->read_only());
  engine->write(Batch(), Sync::flush);
  engine->compact();
  CHECK(engine->snapshot()->get("a") == "3");
}

TEST_CASE_METHOD(Fixture, "engines order keys by unsigned bytes, and hold any byte") {
  const std::vector<std::string> keys = {std::string("\0", 1),
                                         std::string("\0\0", 2),
                                         "a",
                                         std::string("a\0", 2),
                                         "b",
                                         "\x7F",
                                         "\x80",
                                         "\xFF"};
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) put(*key, *key + *key);
  std::vector<std::string> found;
  const auto snapshot = engine->snapshot();
  for (const auto cursor = snapshot->scan("", ""); cursor->valid(); cursor->next()) {
    found.emplace_back(cursor->key());
    CHECK(cursor->value() == found.back() + found.back());
  }
  CHECK(found == keys);
}

TEST_CASE_METHOD(Fixture, "engines bound a scan, and a seek within it") {
  for (const char* key : {"a", "b", "c", "d"}) put(key, "");
  const auto snapshot = engine->snapshot();
  CHECK(scanned(*snapshot, "b", "d") == Entries{{"b", ""}, {"c", ""}});
  CHECK(scanned(*snapshot, "bb", "") == Entries{{"c", ""}, {"d", ""}});
  CHECK(scanned(*snapshot, "c", "c").empty());
  CHECK(scanned(*snapshot, "d", "b").empty());
  CHECK(scanned(*snapshot, "e", "").empty());

  const auto cursor = snapshot->scan("b", "d");
  cursor->seek("c");
  CHECK(cursor->key() == "c");
  cursor->seek("a");
  CHECK(cursor->key() == "b");
  cursor->seek("d");
  CHECK_FALSE(cursor->valid());
  cursor->seek("bb");
  CHECK(cursor->key() == "c");

  cursor->seek_before("c");
  CHECK(cursor->key() == "b");
  cursor->next();
  CHECK(cursor->key() == "c");
  cursor->seek_before("cc");
  CHECK(cursor->key() == "c");
  cursor->seek_before("z");
  CHECK(cursor->key() == "c");
  cursor->seek_before("b");
  CHECK_FALSE(cursor->valid());
  const auto whole = snapshot->scan("", "");
  whole->seek_before("z");
  CHECK(whole->key() == "d");
  whole->seek_before("a");
  CHECK_FALSE(whole->valid());
}

TEST_CASE_METHOD(Fixture, "a snapshot of an engine does not see later writes") {
  put("a", "old");
  const auto before = engine->snapshot();
  const auto cursor = before->scan("", "");
  put("a", "new");
  put("b", "new");
  CHECK(before->get("a") == "old");
  CHECK(before->get("b") == std::nullopt);
  CHECK(cursor->value() == "old");
  cursor->next();
  CHECK_FALSE(cursor->valid());
  CHECK(engine->snapshot()->get("a") == "new");
}

TEST_CASE_METHOD(Fixture, "engines agree with a sorted map through random batches") {
  std::mt19937 random(17);
  Entries reference;
  for (int round = 0; round < 200; ++round) {
    Batch batch;
    for (auto n = random() % 8; n > 0; --n) {
      const std::string key = std::to_string(random() % 60);
      if (random() % 3 == 0) {
        batch.erase(key);
        reference.erase(key);
      } else {
        batch.put(key, std::to_string(round));
        reference[key] = std::to_string(round);
      }
    }
    engine->write(batch, Sync::none);
    std::string begin = std::to_string(random() % 60);
    std::string end = std::to_string(random() % 60);
    if (end < begin) std::swap(begin, end);
    CHECK(scanned(*engine->snapshot(), begin, end) ==
          Entries(reference.lower_bound(begin), reference.lower_bound(end)));
  }
  CHECK(scanned(*engine->snapshot(), "", "") == reference);
}

TEST_CASE_METHOD(Fixture, "engines load sorted entries, few or many, over what is there") {
  // RocksDB writes a little as it writes a batch, and much as files.
  const std::string padding(GENERATE(0, 20'000), '.');
  put("a", "1");
  put("m5", "old");
  put("m7", "old");
  put("z", "1");
  load({});
  const auto before = engine->snapshot();
  Entries many;
  for (int i = 0; i < 1000; ++i) many["m" + std::to_string(i)] = std::to_string(i) + padding;
  many.erase("m7");
  load(many, {"m7", "nothing"});
  const auto snapshot = engine->snapshot();
  CHECK((scanned(*snapshot, "m", "n") == many));
  CHECK(snapshot->get("a") == "1");
  CHECK(snapshot->get("m5") == "5" + padding);
  CHECK_FALSE(snapshot->get("m7"));
  CHECK(before->get("m7") == "old");
  CHECK(scanned(*before, "m", "n").size() == 2);
  // Later writes win over what was loaded.
  put("m5", "new");
  CHECK(engine->snapshot()->get("m5") == "new");

  int calls = 0;
  CHECK_THROWS_AS(engine->bulk_load([&](std::string& key, std::optional<std::string>& value) {
    key = calls == 999 ? "p" : "q" + std::to_string(1000 + calls);
    value = padding;
    return calls++ < 1000;
  }),
                  StoreError);
  CHECK(scanned(*engine->snapshot(), "n", "z").empty());
}

TEST_CASE("the end of a prefix's range") {
  CHECK(after_prefix("ab") == "ac");
  CHECK(after_prefix("a\xFF\xFF") == "b");
  CHECK(after_prefix("\xFF\xFF").empty());
  CHECK(after_prefix("").empty());
}

TEST_CASE_METHOD(Fixture, "engines take a range away, and nothing beside it") {
  for (const char* key : {"a", "b", "ba", "bb", "c", "\xFF\xFF"}) put(key, key);
  const auto before = engine->snapshot();
  engine->erase_range("b", "bb");
  CHECK(scanned(*engine->snapshot(), "", "").size() == 4);
  CHECK_FALSE(engine->snapshot()->get("ba").has_value());
  CHECK(engine->snapshot()->get("bb").has_value());
  CHECK(scanned(*before, "", "").size() == 6);
  engine->erase_range("c", "c");
  CHECK(engine->snapshot()->get("c").has_value());
  put("ba", "again");
  engine->compact();
  CHECK(engine->snapshot()->get("ba") == "again");
  engine->erase_range("bb", "");
  CHECK(scanned(*engine->snapshot(), "", "") == Entries{{"a", "a"}, {"ba", "again"}});
  engine->erase_range("", "");
  engine->erase_range("", "");
  CHECK(scanned(*engine->snapshot(), "", "").empty());
}

}  // namespace
}  // namespace casus::storage

// What happens when a store's directory or files are not what they should be.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/key_layout.h"
#include "storage/memory_engine.h"
#include "storage/rocksdb_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

StoreOptions reading() {
  StoreOptions options;
  options.read_only = true;
  return options;
}

// The one file of the store with this extension.
fs::path file_of(const fs::path& dir, const std::string& extension) {
  fs::path found;
  for (const fs::directory_entry& file : fs::directory_iterator(dir)) {
    if (file.path().extension() == extension && fs::file_size(file) > 0) found = file.path();
  }
  REQUIRE_FALSE(found.empty());
  return found;
}

void flip_byte(const fs::path& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(at));
  file.put(static_cast<char>(byte ^ 0x55));
}

// A copy of a store as its writer's death would have left it.
void copy_while_open(const fs::path& to, std::uint32_t articles) {
  TempDir dir;
  const auto store = Store::open(dir.path(), {});
  for (std::uint32_t i = 0; i < articles; ++i) store->put(synthetic(i, 0));
  for (const fs::directory_entry& file : fs::directory_iterator(dir.path())) {
    fs::copy_file(file.path(), to / file.path().filename());
  }
}

Articles first(std::uint32_t count) {
  Articles articles;
  for (std::uint32_t i = 0; i < count; ++i) {
    const v1::ArticleAnnotation annotation = synthetic(i, 0);
    articles[article_key(annotation.article().id())] = annotation;
  }
  return articles;
}

TEST_CASE("a store that is not there is empty to a reader, and stays away") {
  TempDir dir;
  const fs::path missing = dir.path() / "missing";
  const auto store = Store::open(missing, reading());
  CHECK(dump(*store->snapshot()) == expected_dump({}));
  CHECK(store->check().findings_total == 0);
  CHECK(store->check().entries == 0);
  CHECK_THROWS_AS(store->put(synthetic(0, 0)), StoreError);
  CHECK_FALSE(fs::exists(missing));
  CHECK(dump(*Store::open(dir.path(), reading())->snapshot()) == expected_dump({}));
}

TEST_CASE("a store that was just created is empty, small and clean") {
  TempDir dir;
  {
    const auto store = Store::open(dir.path() / "a" / "b", {});
    CHECK(store->check().findings_total == 0);
  }
  const auto store = Store::open(dir.path() / "a" / "b", reading());
  CHECK(store->check().findings_total == 0);
  CHECK(store->bytes_on_disk() < 64 << 10);
  CHECK(dump(*store->snapshot()) == expected_dump({}));
}

TEST_CASE("what is no store is refused and left alone") {
  TempDir dir;
  std::ofstream(dir.path() / "notes.txt") << "mine";
  CHECK_THROWS_AS(Store::open(dir.path(), {}), InputError);
  CHECK_THROWS_AS(Store::open(dir.path(), reading()), InputError);
  CHECK_THROWS_WITH(Store::open(dir.path(), {}), Contains("notes.txt"));
  CHECK_THROWS_AS(Store::open(dir.path() / "notes.txt", {}), InputError);
  CHECK(std::distance(fs::directory_iterator(dir.path()), {}) == 1);

  auto engine = make_memory_engine();
  Batch batch;
  batch.put("x", "of another program");
  engine->write(batch, Sync::none);
  CHECK_THROWS_AS(Store::on(std::move(engine), {}), InputError);
}

TEST_CASE("a store that was half created is created anew") {
  TempDir dir;
  std::ofstream(dir.path() / "LOCK");
  std::ofstream(dir.path() / "IDENTITY") << "x";
  CHECK(Store::open(dir.path(), {})->put(synthetic(0, 0)) == PutOutcome::added);
}

TEST_CASE("a store of a newer format or of other rules is refused by name") {
  TempDir dir;
  const auto plant = [&dir](std::string_view name, std::uint32_t number) {
    Store::open(dir.path(), {});
    Batch batch;
    std::string value;
    append_u32(value, number);
    batch.put(meta_key(name), value);
    open_rocksdb_engine(dir.path(), {})->write(batch, Sync::flush);
  };
  SECTION("format") {
    plant(kMetaFormat, 7);
    CHECK_THROWS_AS(Store::open(dir.path(), {}), StoreError);
    CHECK_THROWS_WITH(Store::open(dir.path(), reading()), Contains("format 7"));
  }
  SECTION("rules: can be read, not written, and not be checked") {
    plant(kMetaAssembly, 9);
    CHECK_THROWS_WITH(Store::open(dir.path(), {}),
                      Contains("version 9") && Contains("casus rebuild"));
    CHECK(Store::open(dir.path(), reading())->check().findings_total == 1);
  }
}

TEST_CASE("a torn tail of the log costs the last article only") {
  TempDir dir;
  copy_while_open(dir.path(), 3);
  const fs::path log = file_of(dir.path(), ".log");
  fs::resize_file(log, fs::file_size(log) - 100);
  const auto store = Store::open(dir.path(), {});
  CHECK(dump(*store->snapshot()) == expected_dump(first(2)));
  CHECK(store->check().findings_total == 0);
  CHECK(store->put(synthetic(2, 0)) == PutOutcome::added);
  CHECK(dump(*store->snapshot()) == expected_dump(first(3)));
}

TEST_CASE("damage in the middle of the log is an error") {
  TempDir dir;
  copy_while_open(dir.path(), 8);
  const fs::path log = file_of(dir.path(), ".log");
  flip_byte(log, fs::file_size(log) / 2);
  CHECK_THROWS_AS(Store::open(dir.path(), {}), StoreError);
  CHECK_THROWS_WITH(Store::open(dir.path(), reading()), Contains("damaged"));
}

TEST_CASE("damage of a table is an error where it is read, and a finding of a check") {
  TempDir dir;
  {
    const auto store = Store::open(dir.path(), {});
    for (std::uint32_t i = 0; i < 20; ++i) store->put(synthetic(i, 0));
    store->compact();
  }
  const fs::path table = file_of(dir.path(), ".sst");
  flip_byte(table, fs::file_size(table) / 3);
  const auto store = Store::open(dir.path(), reading());
  CHECK_THROWS_WITH(dump(*store->snapshot()), Contains("damaged"));
  CHECK(store->check().findings_total > 0);
}

TEST_CASE("a table that is gone is an error at open") {
  TempDir dir;
  Store::open(dir.path(), {})->put(synthetic(0, 0));
  fs::remove(file_of(dir.path(), ".sst"));
  CHECK_THROWS_AS(Store::open(dir.path(), reading()), StoreError);
  CHECK_THROWS_AS(Store::open(dir.path(), {}), StoreError);
}

}  // namespace
}  // namespace casus::storage

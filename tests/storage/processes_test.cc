// How several processes share one store.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <set>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/store.h"
#include "tests/storage/child.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

using Catch::Matchers::Contains;

constexpr std::uint32_t kArticles = 5;

Articles written() {
  Articles articles;
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    const v1::ArticleAnnotation annotation = synthetic(i, 0);
    articles[article_key(annotation.article().id())] = annotation;
  }
  return articles;
}

StoreOptions reading() {
  StoreOptions options;
  options.read_only = true;
  return options;
}

TEST_CASE("child: writes and holds the store", "[.]") {
  const auto store = Store::open(child_dir(), {});
  for (const auto& [key, annotation] : written()) store->put(annotation);
  child_is_ready();
}

TEST_CASE("child: writes and compacts all the time", "[.]") {
  StoreOptions options;
  options.memory_bytes = 4 << 20;
  const auto store = Store::open(child_dir(), options);
  store->put(synthetic(0, 0));
  tell_ready();
  for (std::uint32_t round = 1; !may_go_on(); ++round) {
    for (std::uint32_t i = 1; i < 10; ++i) store->put(synthetic(i, round % 3));
    store->compact();
  }
}

TEST_CASE("a reader sees what another process has written before") {
  TempDir dir;
  Child child("child: writes and holds the store", dir.path());
  const auto store = Store::open(dir.path(), reading());
  CHECK(dump(*store->snapshot()) == expected_dump(written()));
  CHECK(store->check().findings_total == 0);
  CHECK_THROWS_AS(store->put(synthetic(9, 0)), StoreError);
  CHECK_THROWS_AS(store->retract(written().begin()->first), StoreError);
  CHECK(child.finish());
}

TEST_CASE("a second writer is told which process is the first") {
  TempDir dir;
  Child child("child: writes and holds the store", dir.path());
  CHECK_THROWS_WITH(Store::open(dir.path(), {}), Contains(std::to_string(child.id())));
  // Having asked has not taken the lock away from its holder.
  CHECK_THROWS_AS(Store::open(dir.path(), {}), StoreError);
  CHECK(child.finish());
  const auto store = Store::open(dir.path(), {});
  CHECK(dump(*store->snapshot()) == expected_dump(written()));

  CHECK_THROWS_WITH(Store::open(dir.path() / ".", {}), Contains(std::to_string(::getpid())));
  CHECK_NOTHROW(Store::open(dir.path(), reading()));
}

TEST_CASE("what was put survives the death of the writer") {
  TempDir dir;
  Child child("child: writes and holds the store", dir.path());
  child.kill();
  const auto store = Store::open(dir.path(), {});
  CHECK(dump(*store->snapshot()) == expected_dump(written()));
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("readers open a store whose files are being replaced") {
  TempDir dir;
  Child child("child: writes and compacts all the time", dir.path());
  std::set<std::string> seen;
  for (int round = 0; round < 100; ++round) {
    const auto store = Store::open(dir.path(), reading());
    const auto snapshot = store->snapshot();
    // One article's batch is there as a whole or not at all.
    snapshot->each(v1::NodeKind::article, [&](NodeId id) {
      seen.insert(snapshot->key(id));
      CHECK(snapshot->annotation(snapshot->key(id)).has_value());
      return true;
    });
    if (round % 20 == 0) CHECK(store->check().findings_total == 0);
  }
  CHECK(seen.count(article_key(synthetic(0, 0).article().id())) == 1);
  CHECK(child.finish());
}

}  // namespace
}  // namespace casus::storage

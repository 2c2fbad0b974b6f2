#include "tests/storage/pairs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/store.h"

using namespace casus;

namespace {

std::string key_of(const v1::ArticleAnnotation& annotation) {
  const std::string article = article_key(annotation.article().id());
  if (annotation.claims_size() > 0) return claim_key(article, "x");
  if (annotation.events_size() > 0) return event_key(article, "x");
  return annotation.actors(0).key();
}

bool linked(const tests::Pair& pair) {
  const auto store = storage::Store::on(storage::make_memory_engine(), {});
  store->put(pair.one);
  store->put(pair.other);
  const auto snapshot = store->snapshot();
  const auto cluster = snapshot->cluster(snapshot->find(key_of(pair.one)).value());
  return std::find(cluster.begin(), cluster.end(), snapshot->find(key_of(pair.other)).value()) !=
         cluster.end();
}

}  // namespace

TEST_CASE("what is the same meets, and what is only like it stays apart") {
  std::size_t meeting = 0;
  std::size_t apart = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(CASUS_SOURCE_DIR "/tests/storage/pairs")) {
    if (file.path().extension() != ".txt") continue;
    for (const tests::Pair& pair : tests::read_pairs(file.path().string())) {
      ++(pair.meet ? meeting : apart);
      INFO(pair.where << ": " << pair.why);
      CHECK(linked(pair) == pair.meet);
    }
  }
  CHECK(meeting >= 150);
  CHECK(apart >= 200);
}

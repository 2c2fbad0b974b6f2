#include "tests/storage/pairs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"

namespace casus::storage {
namespace {

std::vector<tests::Pair> all_pairs() {
  std::vector<std::string> files;
  for (const auto& file :
       std::filesystem::directory_iterator(CASUS_SOURCE_DIR "/tests/storage/pairs")) {
    if (file.path().extension() == ".txt") files.push_back(file.path().string());
  }
  std::sort(files.begin(), files.end());
  std::vector<tests::Pair> pairs;
  for (const std::string& file : files) {
    for (tests::Pair& pair : tests::read_pairs(file)) pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::unique_ptr<Store> filled(const std::vector<v1::ArticleAnnotation>& articles) {
  auto store = Store::on(make_memory_engine(), {});
  for (const v1::ArticleAnnotation& article : articles) store->put(article);
  return store;
}

std::string key_of(const v1::ArticleAnnotation& annotation) {
  const std::string article = article_key(annotation.article().id());
  if (annotation.claims_size() > 0) return claim_key(article, "x");
  if (annotation.events_size() > 0) return event_key(article, "x");
  return annotation.actors(0).key();
}

bool linked(const v1::ArticleAnnotation& first, const v1::ArticleAnnotation& second) {
  const auto store = filled({first, second});
  const auto snapshot = store->snapshot();
  const std::vector<NodeId> cluster = snapshot->cluster(snapshot->find(key_of(first)).value());
  const NodeId other = snapshot->find(key_of(second)).value();
  return std::find(cluster.begin(), cluster.end(), other) != cluster.end();
}

}  // namespace

TEST_CASE("what is the same meets, and what is only like it stays apart") {
  std::size_t meeting = 0;
  std::size_t apart = 0;
  for (const tests::Pair& pair : all_pairs()) {
    ++(pair.meet ? meeting : apart);
    INFO(pair.where << ": " << pair.why);
    CHECK(linked(pair.one, pair.other) == pair.meet);
    CHECK(linked(pair.other, pair.one) == pair.meet);
  }
  CHECK(meeting >= 150);
  CHECK(apart >= 200);
}

TEST_CASE("articles form the same clusters in any order, also after some have gone") {
  // Many pairs begin with one report, so that there are large clusters among these.
  std::vector<v1::ArticleAnnotation> articles;
  for (const tests::Pair& pair : all_pairs()) {
    articles.push_back(pair.one);
    articles.push_back(pair.other);
  }
  std::mt19937 random(3);
  std::shuffle(articles.begin(), articles.end(), random);
  articles.resize(300);
  const std::vector<v1::ArticleAnnotation> staying(articles.begin() + 60, articles.end());
  const std::vector<v1::ArticleAnnotation> going(articles.begin(), articles.begin() + 60);
  const auto expected = filled(staying);
  CHECK(expected->snapshot()->count(v1::EdgeKind::same_as) > 100);
  const std::vector<std::string> lines = dump(*expected->snapshot());
  for (int round = 0; round < 3; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    const auto store = filled(articles);
    for (const v1::ArticleAnnotation& article : going) {
      CHECK(store->retract(article_key(article.article().id())));
    }
    CHECK((dump(*store->snapshot()) == lines));
  }
}

}  // namespace casus::storage

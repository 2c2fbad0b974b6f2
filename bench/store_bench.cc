// What the store and its questions cost, on made-up annotations of about 20 nodes and 60 edges.

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "query/names.h"
#include "query/path.h"
#include "query/questions.h"
#include "query/selection.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace {

using casus::storage::Store;
using casus::storage::synthetic;
using casus::storage::TempDir;

constexpr std::uint32_t kArticles = 2000;
constexpr std::uint32_t kWorld = kArticles / 10 + 1;

// A store of kArticles, made once.
Store& filled() {
  static TempDir dir;
  static const std::unique_ptr<Store> store = [] {
    auto made = Store::open(dir.path(), {});
    for (std::uint32_t i = 0; i < kArticles; ++i) made->put(synthetic(i, 0, 1, kWorld));
    return made;
  }();
  return *store;
}

void put_new_articles(benchmark::State& state) {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  std::uint32_t article = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto annotation = synthetic(article++, 0, 1, kWorld);
    state.ResumeTiming();
    store->put(annotation);
  }
  state.counters["bytes_an_article"] =
      article == 0 ? 0 : static_cast<double>(store->bytes_on_disk()) / article;
}
BENCHMARK(put_new_articles)->Iterations(kArticles)->Unit(benchmark::kMicrosecond);

void put_unchanged_articles(benchmark::State& state) {
  Store& store = filled();
  const auto annotation = synthetic(7, 0, 1, kWorld);
  for (auto _ : state) benchmark::DoNotOptimize(store.put(annotation));
}
BENCHMARK(put_unchanged_articles)->Unit(benchmark::kMicrosecond);

void replace_an_article(benchmark::State& state) {
  Store& store = filled();
  const casus::v1::ArticleAnnotation versions[] = {synthetic(7, 1, 1, kWorld),
                                                   synthetic(7, 0, 1, kWorld)};
  std::size_t next = 0;
  for (auto _ : state) store.put(versions[next++ % 2]);
  store.put(versions[1]);
}
BENCHMARK(replace_an_article)->Unit(benchmark::kMicrosecond);

// The actor with the most claims is the worst case of a question.
casus::storage::NodeId some_actor(const casus::storage::Snapshot& snapshot) {
  casus::storage::NodeId found = 0;
  snapshot.each(casus::v1::NodeKind::actor, [&](casus::storage::NodeId id) {
    found = id;
    return false;
  });
  return found;
}

void trace_an_actor(benchmark::State& state) {
  const auto snapshot = filled().snapshot();
  const auto actor = some_actor(*snapshot);
  casus::query::Filter filter;
  filter.limit = 10;
  for (auto _ : state)
    benchmark::DoNotOptimize(casus::query::trace_actor(*snapshot, actor, filter));
}
BENCHMARK(trace_an_actor)->Unit(benchmark::kMicrosecond);

void relations_of_an_actor(benchmark::State& state) {
  const auto snapshot = filled().snapshot();
  const auto actor = some_actor(*snapshot);
  casus::query::Filter filter;
  filter.limit = 50;
  for (auto _ : state)
    benchmark::DoNotOptimize(casus::query::relations(*snapshot, actor, std::nullopt, filter));
}
BENCHMARK(relations_of_an_actor)->Unit(benchmark::kMicrosecond);

void path_of_two_actors(benchmark::State& state) {
  const auto snapshot = filled().snapshot();
  std::vector<casus::storage::NodeId> actors;
  snapshot->each(casus::v1::NodeKind::actor, [&](casus::storage::NodeId id) {
    actors.push_back(id);
    return true;
  });
  for (auto _ : state) {
    benchmark::DoNotOptimize(casus::query::path(*snapshot, actors.front(), actors.back(), {}));
  }
}
BENCHMARK(path_of_two_actors)->Unit(benchmark::kMicrosecond);

void export_around_an_actor(benchmark::State& state) {
  const auto snapshot = filled().snapshot();
  const auto actor = some_actor(*snapshot);
  std::size_t items = 0;
  for (auto _ : state) {
    items = 0;
    casus::query::select_around(*snapshot, actor, 1, {}, [&](const casus::v1::Subgraph& part) {
      items += static_cast<std::size_t>(part.nodes_size() + part.edges_size());
    });
  }
  state.counters["nodes_and_edges"] = static_cast<double>(items);
}
BENCHMARK(export_around_an_actor)->Unit(benchmark::kMillisecond);

}  // namespace

// What a store of any size costs: loading it, adding to it, and asking it.
//
//   casus_workload_bench [--records=N] [--store=DIR] [--memory=MB] [options of Google Benchmark]
//
// The store is made in DIR, or in a temporary directory, of N made-up records of two events each;
// one that is in DIR already is asked as it is. What adds to it comes last. Times are those of one
// question; questions go round through a thousand, of actors that are in many events more often.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "bench/made_up.h"
#include "query/actor_network.h"
#include "query/centrality.h"
#include "query/communities.h"
#include "query/network_walk.h"
#include "query/questions.h"
#include "query/selection.h"
#include "storage/bulk_load.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::bench {
namespace {

using query::ActorNetwork;
using storage::NodeId;
using storage::Snapshot;
using storage::Store;

constexpr std::size_t kQuestions = 1000;
constexpr std::size_t kBatch = 1000;

struct Settings {
  std::uint64_t records = 50'000;
  std::filesystem::path store;
  std::size_t memory = storage::default_memory();
};
Settings settings;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The store, its questions, and the network of its actors, each made when it is first needed.
class World {
 public:
  static World& get() {
    static World world;
    return world;
  }

  const MadeUp& made_up() const { return made_up_; }
  double load_seconds() const { return load_seconds_; }  // 0: it was there
  std::uint64_t bytes() const { return reader_->bytes_on_disk(); }
  const Snapshot& snapshot() const { return *snapshot_; }
  const ActorNetwork& network() {
    if (!network_) network_.emplace(*snapshot_, DayWindow{}, Day::unknown());
    return *network_;
  }
  // From here on it is only written to.
  Store& writer() {
    if (!writer_) {
      snapshot_.reset();
      reader_.reset();
      storage::StoreOptions options;
      options.memory_bytes = settings.memory;
      options.sync = storage::Sync::flush;
      writer_ = Store::open(dir_, options);
    }
    return *writer_;
  }
  std::uint64_t next_record() { return next_record_++; }

  // By their numbers, those who are in more events more often.
  NodeId actor(std::size_t question) const { return actors_[question % kQuestions]; }
  NodeId claim(std::size_t question) const { return claims_[question % kQuestions]; }
  DayWindow month(std::size_t question) const {
    const Day first = made_up_.published(question % kQuestions * made_up_.records() / kQuestions);
    return {first, Day{first.value + 29}};
  }

 private:
  World()
      : made_up_(settings.records),
        dir_(settings.store.empty() ? temporary_.path() : settings.store),
        next_record_(settings.records) {
    if (!std::filesystem::exists(dir_ / "CURRENT")) load();
    storage::StoreOptions options;
    options.read_only = true;
    options.memory_bytes = settings.memory;
    reader_ = Store::open(dir_, options);
    snapshot_ = reader_->snapshot();
    std::mt19937_64 random(7);
    while (actors_.size() < kQuestions) {
      const auto record = made_up_.record(random() % made_up_.records());
      actors_.push_back(*snapshot_->find(record.events(0).initiators(0).actor()));
    }
    while (claims_.size() < kQuestions) {
      const std::uint64_t record = random() % made_up_.records();
      if (!made_up_.has_claim(record)) continue;
      claims_.push_back(*snapshot_->find(MadeUp::claim(record)));
    }
  }

  void load() {
    storage::StoreOptions options;
    options.memory_bytes = settings.memory;
    const double start = now();
    const auto store = Store::open(dir_, options);
    const auto bulk = store->bulk_load({});
    for (std::uint64_t i = 0; i < made_up_.records(); ++i) bulk->add(made_up_.record(i));
    bulk->finish();
    load_seconds_ = now() - start;
  }

  const MadeUp made_up_;
  const storage::TempDir temporary_;
  const std::filesystem::path dir_;
  double load_seconds_ = 0;
  std::unique_ptr<Store> reader_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::optional<ActorNetwork> network_;
  std::unique_ptr<Store> writer_;
  std::uint64_t next_record_;
  std::vector<NodeId> actors_;
  std::vector<NodeId> claims_;
};

void load(benchmark::State& state) {
  const World& world = World::get();
  for (auto _ : state) state.SetIterationTime(world.load_seconds());
  if (world.load_seconds() == 0) state.SkipWithError("the store was there already");
  state.counters["records_a_second"] = static_cast<double>(settings.records) / world.load_seconds();
  state.counters["bytes_a_record"] =
      static_cast<double>(world.bytes()) / static_cast<double>(settings.records);
}
BENCHMARK(load)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

// Runs `ask(world, number)` again and again.
template <typename Ask>
void questions(benchmark::State& state, const Ask& ask) {
  World& world = World::get();
  std::size_t number = 0;
  for (auto _ : state) benchmark::DoNotOptimize(ask(world, number++));
}

void relations_in_a_month(benchmark::State& state) {
  questions(state, [](World& world, std::size_t number) {
    std::size_t count = 0;
    world.snapshot().relations(world.actor(number), world.month(number), {},
                               [&](const storage::RelationRef&) { return ++count > 0; });
    return count;
  });
}
BENCHMARK(relations_in_a_month)->Unit(benchmark::kMicrosecond);

void events_between_two(benchmark::State& state) {
  questions(state, [](World& world, std::size_t number) {
    constexpr std::size_t kNewest = 50;
    std::size_t count = 0;
    world.snapshot().relations(world.actor(number), world.actor(number + 1), {}, {},
                               [&](const storage::RelationRef&) { return ++count < kNewest; });
    return count;
  });
}
BENCHMARK(events_between_two)->Unit(benchmark::kMicrosecond);

void trace_of_a_claim(benchmark::State& state) {
  questions(state, [](World& world, std::size_t number) {
    return query::trace_claim(world.snapshot(), world.claim(number), {}).articles_size();
  });
}
BENCHMARK(trace_of_a_claim)->Unit(benchmark::kMicrosecond);

void export_around_an_actor(benchmark::State& state) {
  std::size_t items = 0;
  questions(state, [&](World& world, std::size_t number) {
    query::select_around(world.snapshot(), world.actor(number), 1, {},
                         [&](const v1::Subgraph& part) {
                           items += static_cast<std::size_t>(part.nodes_size() + part.edges_size());
                         });
    return items;
  });
  state.counters["nodes_and_edges"] =
      benchmark::Counter(static_cast<double>(items), benchmark::Counter::kAvgIterations);
}
BENCHMARK(export_around_an_actor)->Unit(benchmark::kMillisecond);

void network_is_made(benchmark::State& state) {
  questions(state, [](World& world, std::size_t) {
    return ActorNetwork(world.snapshot(), {}, Day::unknown()).size();
  });
}
BENCHMARK(network_is_made)->Unit(benchmark::kMillisecond);

void network_is_read_from_its_file(benchmark::State& state) {
  ActorNetwork::kept(World::get().snapshot(), 0);
  questions(state, [](World& world, std::size_t) {
    return ActorNetwork::kept(world.snapshot(), 0).size();
  });
}
BENCHMARK(network_is_read_from_its_file)->Unit(benchmark::kMillisecond);

template <typename Ask>
void walks(benchmark::State& state, const Ask& ask) {
  World& world = World::get();
  query::NetworkWalk walk(world.network());
  questions(state, [&](World&, std::size_t number) {
    return ask(walk, *world.network().vertex(world.actor(number)), number);
  });
}

void actors_within_steps(benchmark::State& state) {
  walks(state, [&](query::NetworkWalk& walk, ActorNetwork::Vertex from, std::size_t) {
    return walk.within(from, static_cast<unsigned>(state.range(0)));
  });
}
BENCHMARK(actors_within_steps)->Arg(2)->Arg(3)->Unit(benchmark::kMicrosecond);

void actors_within_two_steps_in_a_month(benchmark::State& state) {
  walks(state, [](query::NetworkWalk& walk, ActorNetwork::Vertex from, std::size_t number) {
    return walk.within(from, 2, World::get().month(number));
  });
}
BENCHMARK(actors_within_two_steps_in_a_month)->Unit(benchmark::kMicrosecond);

void shortest_path(benchmark::State& state) {
  walks(state, [](query::NetworkWalk& walk, ActorNetwork::Vertex from, std::size_t number) {
    const World& world = World::get();
    return walk.distance(from, *World::get().network().vertex(world.actor(number + 1)));
  });
}
BENCHMARK(shortest_path)->Unit(benchmark::kMicrosecond);

void page_rank_of_all(benchmark::State& state) {
  questions(state, [](World& world, std::size_t) { return query::page_rank(world.network()); });
}
BENCHMARK(page_rank_of_all)->Unit(benchmark::kMillisecond);

void betweenness_from_256(benchmark::State& state) {
  questions(state, [](World& world, std::size_t) { return query::betweenness(world.network()); });
}
BENCHMARK(betweenness_from_256)->Unit(benchmark::kMillisecond);

void communities_of_all(benchmark::State& state) {
  questions(state,
            [](World& world, std::size_t) { return query::communities_of(world.network()); });
}
BENCHMARK(communities_of_all)->Unit(benchmark::kMillisecond);

// Durable before `put` returns.
void ingest_one_by_one(benchmark::State& state) {
  World& world = World::get();
  Store& store = world.writer();
  for (auto _ : state) {
    state.PauseTiming();
    const v1::ArticleAnnotation record = world.made_up().record(world.next_record());
    state.ResumeTiming();
    store.put(record);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(ingest_one_by_one)->UseRealTime()->Unit(benchmark::kMicrosecond);

void ingest_in_batches(benchmark::State& state) {
  World& world = World::get();
  Store& store = world.writer();
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<v1::ArticleAnnotation> records;
    for (std::size_t i = 0; i < kBatch; ++i) {
      records.push_back(world.made_up().record(world.next_record()));
    }
    state.ResumeTiming();
    const auto bulk = store.bulk_load({});
    for (const v1::ArticleAnnotation& record : records) bulk->add(record);
    bulk->finish();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kBatch));
}
BENCHMARK(ingest_in_batches)->UseRealTime()->Unit(benchmark::kMillisecond);

// Takes what is ours off the command line.
bool parse(int& argc, char** argv) {
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::string value(argument.substr(std::min(argument.find('='), argument.size() - 1) + 1));
    if (argument.starts_with("--records=")) {
      settings.records = std::strtoull(value.c_str(), nullptr, 10);
      if (settings.records == 0) return false;
    } else if (argument.starts_with("--store=")) {
      settings.store = value;
    } else if (argument.starts_with("--memory=")) {
      settings.memory = std::strtoull(value.c_str(), nullptr, 10) << 20;
      if (settings.memory == 0) return false;
    } else {
      argv[kept++] = argv[i];
    }
  }
  argc = kept;
  return true;
}

}  // namespace
}  // namespace casus::bench

int main(int argc, char** argv) {
  if (!casus::bench::parse(argc, argv)) {
    std::cerr << "--records and --memory are numbers from 1 on\n";
    return 2;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

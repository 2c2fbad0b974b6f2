// casus on the workload by which other stores are measured:
//
//   casus_store_bench load|query|ingest DATA STORE OUT.json
//
// `load` takes everything in at once, `query` asks each question with a thousand parameters, and
// `ingest` adds articles, durably, one a write and a thousand a write. All of it by the interface
// that every program has.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "bench/peers/answers.h"
#include "bench/peers/results.h"
#include "bench/peers/workload.h"
#include "storage/bulk_load.h"
#include "storage/store.h"

namespace casus::bench {
namespace {

namespace fs = std::filesystem;
using storage::Store;

// The same for all: 1 GiB, half of it to sort in.
storage::StoreOptions options_for_all() {
  storage::StoreOptions options;
  options.memory_bytes = std::size_t{1} << 30;
  return options;
}

void load(const fs::path& data, const fs::path& dir, Results& results) {
  const double start = now();
  const auto store = Store::open(dir, options_for_all());
  const auto bulk = store->bulk_load({});
  Articles(data).each("articles.jsonl", [&](v1::ArticleAnnotation& annotation) {
    bulk->add(annotation);
    return true;
  });
  results.number("read_s", now() - start);
  bulk->finish();
  results.number("load_s", now() - start);
}

std::uint64_t relations(const storage::Snapshot& snapshot) {
  std::uint64_t count = 0;
  snapshot.each(v1::NodeKind::actor, [&](storage::NodeId id) {
    snapshot.relations(id, {}, Day::unknown(), [&](const auto& relation) {
      count += relation.from == id ? 1 : 0;
      return true;
    });
    return true;
  });
  return count;
}

void ingest(const fs::path& data, const fs::path& dir, Results& results) {
  constexpr std::size_t kSingle = 10'000;
  constexpr std::size_t kBatch = 1'000;
  const double limit = setting("ILIMIT", 10);
  Articles articles(data);
  // Which article each event and claim belongs to.
  articles.each("articles.jsonl", [](const v1::ArticleAnnotation&) { return true; });
  std::vector<std::string> lines;
  std::ifstream in(data / "increment.jsonl");
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  storage::StoreOptions options = options_for_all();
  options.sync = storage::Sync::flush;
  const auto store = Store::open(dir, options);
  v1::ArticleAnnotation annotation;

  double start = now();
  std::size_t done = 0;
  for (; done < std::min(kSingle, lines.size()) && now() - start < limit; ++done) {
    articles.annotate(lines[done], annotation);
    store->put(annotation);
  }
  results.number("ingest1_n", static_cast<double>(done));
  results.number("ingest1_per_s", static_cast<double>(done) / (now() - start));
  // Who owns what of the lines that time did not suffice for.
  for (std::size_t i = done; i < std::min(kSingle, lines.size()); ++i) {
    articles.annotate(lines[i], annotation);
  }
  start = now();
  std::size_t batched = 0;
  for (std::size_t at = kSingle; at + kBatch <= lines.size() && now() - start < 3 * limit;
       at += kBatch) {
    const auto bulk = store->bulk_load({});
    for (std::size_t i = at; i < at + kBatch; ++i) {
      articles.annotate(lines[i], annotation);
      bulk->add(annotation);
    }
    bulk->finish();
    batched += kBatch;
  }
  results.number("ingest1000_n", static_cast<double>(batched));
  results.number("ingest1000_per_s", static_cast<double>(batched) / (now() - start));

  const auto snapshot = store->snapshot();
  const auto nodes = [&](v1::NodeKind::Value kind) { return snapshot->count(kind); };
  const auto edges = [&](v1::EdgeKind::Value kind) { return snapshot->count(kind); };
  const std::uint64_t statements = nodes(v1::NodeKind::statement);
  const std::uint64_t claims = nodes(v1::NodeKind::claim);
  results.list("counts", {nodes(v1::NodeKind::article), nodes(v1::NodeKind::event),
                          edges(v1::EdgeKind::initiated) + edges(v1::EdgeKind::targeted),
                          edges(v1::EdgeKind::reports) - statements - claims, statements, claims,
                          relations(*snapshot)});
}

int run(const std::string& what, const fs::path& data, const fs::path& dir, const char* out) {
  Results results;
  if (what == "load") {
    load(data, dir, results);
  } else if (what == "query") {
    storage::StoreOptions options = options_for_all();
    options.read_only = true;
    const auto store = Store::open(dir, options);
    answer_all(*store->snapshot(), data, results);
  } else if (what == "ingest") {
    ingest(data, dir, results);
  } else {
    std::cerr << "expected load, query or ingest\n";
    return 2;
  }
  results.write(out);
  return 0;
}

}  // namespace
}  // namespace casus::bench

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: casus_store_bench load|query|ingest DATA STORE OUT.json\n";
    return 2;
  }
  try {
    return casus::bench::run(argv[1], argv[2], argv[3], argv[4]);
  } catch (const std::exception& error) {
    std::cerr << "casus_store_bench: " << error.what() << '\n';
    return 1;
  }
}

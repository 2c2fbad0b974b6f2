// Not a test: prints what the store costs. Run as
//   casus_storage_tests "measure the store"        (CASUS_MEASURE_ARTICLES=2000)

#include <fmt/format.h>
#include <time.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

// Processor time of this thread, which a busy machine changes little, and time on the wall.
class Clock {
 public:
  double wall() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  double busy() const { return processor() - busy_start_; }

 private:
  static double processor() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  }
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double busy_start_ = processor();
};

TEST_CASE("measure the store", "[.]") {
  const char* asked = std::getenv("CASUS_MEASURE_ARTICLES");
  const auto articles = static_cast<std::uint32_t>(asked == nullptr ? 2000 : std::atoi(asked));
  TempDir dir;
  const auto report = [](std::string_view what, double value, std::string_view unit) {
    fmt::print("{:<40}{:>12.1f} {}\n", what, value, unit);
  };
  {
    const Clock clock;
    auto store = Store::open(dir.path(), {});
    report("create a store", clock.wall() * 1e3, "ms");
    report("a new store", static_cast<double>(store->bytes_on_disk()) / 1024, "KiB");
    const Clock closing;
    store.reset();
    report("close it", closing.wall() * 1e3, "ms");
  }
  {
    auto store = Store::open(dir.path(), {});
    std::uint64_t record = 0;
    Clock clock;
    double making = 0;
    for (std::uint32_t i = 0; i < articles; ++i) {
      const Clock one;
      const v1::ArticleAnnotation annotation = synthetic(i, 0, 1, articles / 10 + 1);
      making += one.busy();
      store->put(annotation);
      record += annotation.ByteSizeLong();
    }
    report("puts", articles / (clock.busy() - making), "/s of one core");
    report("puts, on the wall", articles / clock.wall(), "/s");
    clock = Clock();
    making = 0;
    for (std::uint32_t i = 0; i < articles; ++i) {
      const Clock one;
      const v1::ArticleAnnotation annotation = synthetic(i, 0, 1, articles / 10 + 1);
      making += one.busy();
      CHECK(store->put(annotation) == PutOutcome::unchanged);
    }
    report("puts that change nothing", articles / (clock.busy() - making), "/s of one core");
    const auto snapshot = store->snapshot();
    std::uint64_t edges = 0;
    for (int kind = 1; kind < v1::EdgeKind::Value_ARRAYSIZE; ++kind) {
      edges += snapshot->count(static_cast<v1::EdgeKind::Value>(kind));
    }
    report("edges an article", static_cast<double>(edges) / articles, "");
    report("of which SAME_AS",
           static_cast<double>(snapshot->count(v1::EdgeKind::same_as)) / articles, "");
    report("annotation with text", static_cast<double>(record) / articles, "bytes an article");
    clock = Clock();
    const CheckReport check = store->check();
    CHECK(check.findings_total == 0);
    report("check", articles / clock.busy(), "/s of one core");
    report("entries", static_cast<double>(check.entries) / articles, "an article");
    store->compact();
    report("on disk, compacted", static_cast<double>(store->bytes_on_disk()) / articles,
           "bytes an article");
  }
  {
    const Clock clock;
    auto store = Store::open(dir.path(), {});
    report("open for writing", clock.wall() * 1e3, "ms");
  }
  {
    StoreOptions options;
    options.read_only = true;
    const Clock clock;
    auto store = Store::open(dir.path(), options);
    report("open for reading", clock.wall() * 1e3, "ms");
  }
}

}  // namespace
}  // namespace casus::storage

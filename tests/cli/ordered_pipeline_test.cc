#include "cli/ordered_pipeline.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using casus::cli::OrderedPipeline;

TEST_CASE("results come out in the order of input, whatever the number of workers") {
  const unsigned workers = GENERATE(1U, 2U, 7U);
  std::vector<int> seen;
  OrderedPipeline<int, int> pipeline(
      workers, 50,
      [](unsigned, int&& i) {
        for (int spin = 0; spin < (i % 13) * 50; ++spin) std::this_thread::yield();
        return 2 * i;
      },
      [&](int&& i) { seen.push_back(i); });
  for (int i = 0; i < 2000; ++i) pipeline.push(i, 1);
  pipeline.finish();
  REQUIRE(seen.size() == 2000);
  for (int i = 0; i < 2000; ++i) REQUIRE(seen[static_cast<std::size_t>(i)] == 2 * i);
}

TEST_CASE("no more than the budget is in the pipeline at a time") {
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  OrderedPipeline<int, int> pipeline(
      3, 10, [](unsigned, int&& i) { return i; }, [&](int&&) { --inside; });
  for (int i = 0; i < 500; ++i) {
    pipeline.push(i, 2);
    const int now = ++inside;
    most = std::max(most.load(), now);
  }
  pipeline.finish();
  CHECK(most <= 6);  // five of weight two, and the one just counted
  CHECK(inside == 0);
}

TEST_CASE("an item heavier than the budget goes through alone") {
  int seen = 0;
  OrderedPipeline<int, int> pipeline(
      2, 10, [](unsigned, int&& i) { return i; }, [&](int&&) { ++seen; });
  pipeline.push(1, 1000);
  pipeline.push(2, 1000);
  pipeline.finish();
  CHECK(seen == 2);
}

TEST_CASE("nothing in, nothing out") {
  OrderedPipeline<int, int> pipeline(
      2, 10, [](unsigned, int&& i) { return i; }, [](int&&) { FAIL("consumed"); });
  pipeline.finish();
  SUCCEED();
}

TEST_CASE("what a worker or the consumer throws ends the run and comes out") {
  const bool in_worker = GENERATE(true, false);
  std::vector<int> seen;
  const auto run = [&] {
    OrderedPipeline<int, int> pipeline(
        4, 20,
        [&](unsigned, int&& i) {
          if (in_worker && i == 100) throw std::runtime_error("worker");
          return i;
        },
        [&](int&& i) {
          if (!in_worker && i == 100) throw std::runtime_error("consumer");
          seen.push_back(i);
        });
    for (int i = 0; i < 100000; ++i) pipeline.push(i, 1);
    pipeline.finish();
  };
  CHECK_THROWS_WITH(run(), in_worker ? "worker" : "consumer");
  CHECK(seen.size() <= 100);
  for (std::size_t i = 0; i < seen.size(); ++i) REQUIRE(seen[i] == static_cast<int>(i));
}

TEST_CASE("a pipeline that is given up ends its threads") {
  std::atomic<int> consumed{0};
  {
    OrderedPipeline<int, int> pipeline(
        2, 1000, [](unsigned, int&& i) { return i; }, [&](int&&) { ++consumed; });
    for (int i = 0; i < 100; ++i) pipeline.push(i, 1);
  }
  CHECK(consumed <= 100);
}

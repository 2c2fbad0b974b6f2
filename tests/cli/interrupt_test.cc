// Ctrl-C in the middle, and the same command again.

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

std::string reports(int from, int to) {
  std::string lines;
  for (int i = from; i < to; ++i) {
    lines += json(harbour_report("velm-" + std::to_string(i), "2021-05-0" + std::to_string(i)));
  }
  return lines;
}

std::uint32_t articles(const Workshop& workshop) {
  const Result stats = workshop.casus({"stats", "--format", "json"});
  if (stats.exit_code != 0) return 0;
  const auto parsed = parse<v1::Stats>(stats.lines().at(0));
  return parsed.nodes_size() == 0 ? 0 : parsed.nodes(0).count();
}

void wait_for_articles(const Workshop& workshop, std::uint32_t wanted) {
  for (int tries = 0; tries < 600 && articles(workshop) < wanted; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  REQUIRE(articles(workshop) == wanted);
}

}  // namespace

TEST_CASE("an interrupted ingest keeps what it has, and the same again completes it") {
  const int signal = GENERATE(SIGINT, SIGTERM);
  const Workshop workshop;
  HoldingWriter writer(workshop.store());
  writer.feed(reports(1, 4));
  wait_for_articles(workshop, 3);
  writer.send(signal);
  writer.feed(reports(4, 7));
  const Result ended = writer.finish();
  CHECK(ended.exit_code == 128 + signal);
  CHECK_THAT(ended.err, Contains("Interrupted") && Contains("again"));
  CHECK(articles(workshop) >= 3);
  CHECK(articles(workshop) < 6);
  CHECK(workshop.casus({"check"}).exit_code == 0);

  REQUIRE(workshop.casus({"ingest", "-"}, reports(1, 7)).exit_code == 0);
  const Workshop uninterrupted;
  REQUIRE(uninterrupted.casus({"ingest", "-"}, reports(1, 7)).exit_code == 0);
  CHECK(workshop.export_all() == uninterrupted.export_all());
}

TEST_CASE("the second signal ends it at once, and what was committed is there") {
  const Workshop workshop;
  HoldingWriter writer(workshop.store());
  writer.feed(reports(1, 3));
  wait_for_articles(workshop, 2);
  writer.send(SIGINT);
  // Its input stays open: only the second one can end it.
  for (int tries = 0; tries < 600 && !writer.ended(); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    writer.send(SIGINT);
  }
  CHECK(writer.finish().exit_code == 130);
  CHECK(articles(workshop) == 2);
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

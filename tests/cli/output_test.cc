// What is printed is whole, or the command says that it is not.

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "command.h"
#include "interchange/writers.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

TEST_CASE("an output that cannot be written is an error, and a device stays a device") {
  Workshop workshop;
  const Result ingest =
      workshop.casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")));
  REQUIRE(ingest.exit_code == 0);
  if (!std::filesystem::is_character_file("/dev/full")) return;
  const Result result = workshop.casus({"export", "--all", "-o", "/dev/full"});
  CHECK(result.exit_code != 0);
  CHECK_THAT(result.err, Contains("full"));
  CHECK(std::filesystem::is_character_file("/dev/full"));
}

TEST_CASE("an export of what is not there prints nothing") {
  Workshop workshop;
  const Result ingest =
      workshop.casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")));
  REQUIRE(ingest.exit_code == 0);
  const Result result = workshop.casus({"export", "--around", "Nowhere at all"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
}

TEST_CASE("every format of a subgraph is offered, explained and written") {
  Workshop workshop;
  const Result ingest =
      workshop.casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")));
  REQUIRE(ingest.exit_code == 0);
  std::string help;  // on one line, whatever its width
  std::istringstream words(workshop.casus({"export", "--help"}).out);
  for (std::string word; words >> word;) help += word + ' ';
  for (const auto& format : interchange::subgraph_formats()) {
    const std::string name(format.name);
    CHECK_THAT(help, Contains(name + ": " + std::string(format.what)));
    const Result result = workshop.casus({"export", "--all", "--format", name});
    CHECK(result.exit_code == 0);
    CHECK_FALSE(result.out.empty());
    CHECK(result.out == workshop.casus({"export", "--all", "--format", name}).out);
  }
}

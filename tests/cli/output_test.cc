// What is printed is whole, or the command says that it is not.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
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

TEST_CASE("a format of several files is written into a folder that was not there") {
  Workshop workshop;
  REQUIRE(workshop.casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05"))).exit_code ==
          0);
  const std::string folder = workshop.path("tables").string();
  const std::vector<std::string> command = {"export",   "--all",    "--format",
                                            "csv-kuzu", "--output", folder};
  const Result written = workshop.casus(command);
  CHECK(written.exit_code == 0);
  CHECK(std::filesystem::file_size(folder + "/schema.cypher") > 0);
  CHECK_FALSE(std::filesystem::exists(folder + ".part"));
  const Result again = workshop.casus(command);
  CHECK(again.exit_code == 2);
  CHECK_THAT(again.err, Contains("is there already"));
  CHECK(workshop.casus({"export", "--all", "--format", "csv-neo4j", "-o", "/nowhere/at/all"})
            .exit_code == 2);
  CHECK(workshop
            .casus({"export", "--around", "Nobody", "--format", "csv-neo4j", "-o",
                    workshop.path("none").string()})
            .exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(workshop.path("none")));
  CHECK_FALSE(std::filesystem::exists(workshop.path("none.part")));
}

TEST_CASE("a bundle of evidence is verified, and one byte that changed is found") {
  Workshop workshop;
  REQUIRE(workshop.casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05"))).exit_code ==
          0);
  const std::string folder = workshop.path("case").string();
  REQUIRE(workshop.casus({"export", "--all", "--format", "bundle", "-o", folder}).exit_code == 0);
  const Result sound = workshop.casus({"verify", folder});
  CHECK(sound.exit_code == 0);
  CHECK_THAT(sound.out, Contains("as it was written"));
  {
    std::fstream evidence(folder + "/evidence.jsonl", std::ios::in | std::ios::out);
    evidence.seekp(1);
    evidence.put('!');
  }
  const Result changed = workshop.casus({"verify", folder});
  CHECK(changed.exit_code == 3);
  CHECK_THAT(changed.out, Contains("evidence.jsonl is not as it was written"));
  CHECK_THAT(changed.out, !Contains("articles.jsonl"));
  CHECK(workshop.casus({"verify", workshop.path("none").string()}).exit_code == 2);
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
    if (format.shape == interchange::Shape::folder) {
      CHECK(result.exit_code == 2);
      continue;
    }
    CHECK(result.exit_code == 0);
    CHECK_FALSE(result.out.empty());
    CHECK(result.out == workshop.casus({"export", "--all", "--format", name}).out);
  }
}

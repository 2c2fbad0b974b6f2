#include <algorithm>
#include <catch2/catch.hpp>

#include "casus/v1/answer.pb.h"
#include "command.h"

using casus::cli_test::parse;
using casus::cli_test::Result;
using casus::cli_test::shell;
using casus::cli_test::Workshop;
using Catch::Matchers::Contains;

TEST_CASE("every command explains itself") {
  const Workshop workshop;
  const std::string command =
      GENERATE("ingest", "import", "extract", "actors", "articles", "events", "attacks",
               "statements", "claims", "show", "relations", "timeline", "path", "rank",
               "communities", "trace", "export", "stats", "check", "alias", "merge", "split",
               "reject", "undo", "history", "retract", "rebuild", "verify");
  const Result result = workshop.casus({command, "--help"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("--format"));
  CHECK_THAT(result.out, Contains("Usage: casus " + command));
  CHECK_THAT(workshop.casus({"--help"}).out, Contains("\n  " + command + " "));
}

TEST_CASE("the command itself explains its store and its exit codes") {
  const Workshop workshop;
  const Result result = workshop.casus({"--help"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("CASUS_STORE") && Contains("Exit codes"));
  for (const char* group : {"Take in:", "Ask:", "Take out:", "Look after the store:"}) {
    CHECK_THAT(result.out, Contains(group));
  }
}

TEST_CASE("casus alone shows what there is, as an error") {
  const Workshop workshop;
  const Result result = shell(CASUS_BIN_DIR "/casus; echo $?");
  CHECK(result.out == workshop.casus({"--help"}).out + "2\n");
}

TEST_CASE("help of a command is the same by both ways to ask for it") {
  const Workshop workshop;
  CHECK(workshop.casus({"help"}).out == workshop.casus({"--help"}).out);
  CHECK(workshop.casus({"help", "trace"}).out == workshop.casus({"trace", "--help"}).out);
}

TEST_CASE("help keeps to the width") {
  const Workshop workshop;
  for (const char* command : {"ingest", "events", "export", "trace"}) {
    for (const std::string& line : workshop.casus({command, "--help"}).lines()) {
      const auto columns =
          std::count_if(line.begin(), line.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
      CHECK(columns <= 100);
    }
  }
}

TEST_CASE("versions: of casus, its extractor, its stores and its libraries") {
  const Workshop workshop;
  const Result text = workshop.casus({"--version"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("casus 0.") && Contains("extractor") && Contains("RocksDB") &&
                           Contains("Protocol Buffers") && Contains("Boost") &&
                           Contains("Link Grammar") && Contains("ICU") && Contains("simdjson"));
  CHECK(workshop.casus({"version"}).out == text.out);
  const auto version =
      parse<casus::v1::Version>(workshop.casus({"version", "--format", "json"}).lines().at(0));
  CHECK(version.store_format() >= 1);
  CHECK_THAT(version.extractor(), Contains("+"));
  for (const auto& library : version.libraries()) {
    CHECK(library.version().find('.') != std::string::npos);
  }
}

TEST_CASE("a command line that cannot be is a usage error") {
  const Workshop workshop;
  const std::vector<std::string> line = GENERATE(
      std::vector<std::string>{}, std::vector<std::string>{"frobnicate"},
      std::vector<std::string>{"actors", "--no-such-option"},
      std::vector<std::string>{"actors", "--format", "xml"}, std::vector<std::string>{"ingest"},
      std::vector<std::string>{"events", "--since", "yesterday"},
      std::vector<std::string>{"events", "--as-of", "2023-02-30"},
      std::vector<std::string>{"events", "--limit", "many"},
      std::vector<std::string>{"events", "--limit", "-1"},
      std::vector<std::string>{"events", "--since", "2023-02-02", "--until", "2023-02-01"},
      std::vector<std::string>{"export", "--all", "--until", "2023-02-01", "--since", "2023-02-02"},
      std::vector<std::string>{"timeline"}, std::vector<std::string>{"path", "Velm"},
      std::vector<std::string>{"path", "Velm", "Front", "--max-hops", "0"},
      std::vector<std::string>{"export", "--relation", "Velm"},
      std::vector<std::string>{"events", "--kind", "KERFUFFLE"},
      std::vector<std::string>{"statements", "--kind", "mumble"},
      std::vector<std::string>{"actors", "--kind", "armed-group"},
      std::vector<std::string>{"events", "--type", "KERFUFFLE"},
      std::vector<std::string>{"events", "--type", "ASSAULT", "--kind", "ASSAULT"},
      std::vector<std::string>{"relations", "Velm", "--kind", "acusation"},
      std::vector<std::string>{"trace"}, std::vector<std::string>{"export"},
      std::vector<std::string>{"export", "--all", "--around", "x"},
      std::vector<std::string>{"ingest", "--lexicon", "/nowhere/at-all.tsv", "x.txt"});
  const Result result = workshop.casus(line);
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK_FALSE(result.err.empty());
  CHECK_FALSE(std::filesystem::exists(workshop.store()));
}

TEST_CASE("a date that is none is named, with what was expected") {
  const Workshop workshop;
  const Result result = workshop.casus({"attacks", "--until", "2023-02-30"});
  CHECK_THAT(result.err, Contains("2023-02-30") && Contains("YYYY-MM-DD, YYYY-MM or YYYY"));
  CHECK_THAT(workshop.casus({"attacks", "--help"}).out, Contains("YYYY-MM-DD, YYYY-MM or YYYY"));
}

TEST_CASE("a kind that is none is named, with those there are") {
  const Workshop workshop;
  CHECK_THAT(workshop.casus({"actors", "--kind", "army"}).err,
             Contains("'army'") && Contains("military, armed_group") && Contains("population"));
  CHECK_THAT(workshop.casus({"events", "--kind", "assault"}).err,
             Contains("'assault'") && Contains("COERCE, ASSAULT"));
  CHECK_THAT(workshop.casus({"statements", "--kind", "lie"}).err,
             Contains("'lie'") && Contains("accusation, denial"));
  CHECK_THAT(workshop.casus({"relations", "Velm", "--kind", "lie"}).err,
             Contains("'lie'") && Contains("ASSAULT") && Contains("no_comment"));
}

// The scripts that complete the command line, in the shells that are there.

#include <catch2/catch.hpp>
#include <filesystem>

#include "command.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// What bash offers for the last of the words.
std::string offered(const Workshop& workshop, const std::string& words) {
  const std::string script =
      workshop.file("casus.bash", workshop.casus({"completion", "bash"}).out);
  const std::string run = workshop.file(
      "run.bash", "source " + script + "\nCOMP_WORDS=(" CASUS_BIN_DIR "/casus " + words +
                      ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_casus\n"
                      "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
  return "\n" + shell("cd " + workshop.path("").string() + " && bash " + run).out;
}

}  // namespace

TEST_CASE("bash completes commands, options, choices, files and folders") {
  const Workshop workshop;
  workshop.file("texts/report.txt", "x");
  CHECK_THAT(offered(workshop, "at"), Contains("\nattacks\n") && !Contains("actors"));
  CHECK_THAT(offered(workshop, "''"), Contains("\ningest\n") && Contains("\ncompletion\n"));
  CHECK_THAT(offered(workshop, "attacks --pl"), Contains("\n--place\n"));
  CHECK_THAT(offered(workshop, "attacks --sto"), Contains("\n--store\n"));
  CHECK_THAT(offered(workshop, "attacks --format ''"),
             Contains("\ntext\n") && Contains("\njson\n"));
  CHECK_THAT(offered(workshop, "attacks --format j"), !Contains("text"));
  CHECK_THAT(offered(workshop, "ingest te"), Contains("\ntexts\n"));
  CHECK_THAT(offered(workshop, "ingest texts/re"), Contains("\ntexts/report.txt\n"));
  CHECK_THAT(offered(workshop, "--store te"), Contains("\ntexts\n"));
  // A value that is the name of a command is not one.
  CHECK_THAT(offered(workshop, "--store check at"), Contains("\nattacks\n"));
  CHECK_THAT(offered(workshop, "attacks --place check --form"), Contains("\n--format\n"));
  CHECK_THAT(offered(workshop, "attacks --place ''"), !Contains("texts"));
}

TEST_CASE("bash offers the names of actors and places that the store knows") {
  const Workshop workshop;
  const std::string odd = R"~(Velm "$(touch trap)" 'of; the `Quay`)~";
  v1::ArticleAnnotation report = harbour_report("velm-1", "2021-05-05");
  report.mutable_actors(0)->add_aliases(odd);
  report.mutable_actors(0)->add_aliases(R"(Quay \ Watch)");
  const std::string file = workshop.file("report.jsonl", json(report) + "\n");
  REQUIRE(workshop.casus({"ingest", file}).exit_code == 0);
  const std::string store = "--store " + workshop.store().string() + " ";
  const std::string guard = "\nVelm Harbour Guard\n";

  CHECK_THAT(offered(workshop, store + "show Vel"), Contains(guard) && Contains("\n" + odd + "\n"));
  CHECK_THAT(offered(workshop, store + "attacks --actor velm"), Contains(guard));
  CHECK_THAT(offered(workshop, store + "trace --actor Quay"), Contains("\nQuay \\ Watch\n"));
  CHECK_THAT(offered(workshop, store + "path ''"), Contains(guard) && !Contains("Port Velm"));
  CHECK_THAT(offered(workshop, store + "attacks --place Por"), Contains("\nPort Velm\n"));
  CHECK_THAT(offered(workshop, store + "attacks --place Vel"), !Contains("Guard"));
  // As the shell has them while they are typed: a quotation that is open, a space after a
  // backslash.
  CHECK_THAT(offered(workshop, store + "relations \"'Velm H\""), Contains(guard));
  CHECK_THAT(offered(workshop, store + "relations 'Velm\\ H'"), Contains(guard));
  CHECK_THAT(offered(workshop, store + "show \"Islanders' F\""), Contains("\nIslanders' Front\n"));
  CHECK_THAT(offered(workshop, store + "show --limit 3 -"), Contains("\n--limit\n"));

  // What is typed is never run, and where there is no store nothing is said.
  offered(workshop, store + R"(show '$(touch trap)')");
  offered(workshop, store + R"(show '"`touch trap`";touch trap;')");
  CHECK_FALSE(std::filesystem::exists(workshop.path("trap")));
  CHECK(offered(workshop, "--store nowhere show Vel") == "\n\n");
}

TEST_CASE("shells find nothing wrong with their scripts") {
  const Workshop workshop;
  for (const std::string name : {"bash", "zsh", "fish"}) {
    const Result script = workshop.casus({"completion", name});
    INFO(name);
    CHECK(script.exit_code == 0);
    CHECK_THAT(script.out, Contains("attacks") && Contains("place"));
    const std::string file = workshop.file("script." + name, script.out);
    if (!has_program(name)) continue;
    const Result read = shell(name + " -n " + file);
    INFO(read.out);
    CHECK(read.exit_code == 0);
    CHECK(read.out.empty());
  }
}

TEST_CASE("the manual page is one that groff reads without a word") {
  const Workshop workshop;
  const Result page = workshop.casus({"manual"});
  CHECK(page.exit_code == 0);
  CHECK_THAT(page.out,
             Contains(".TH CASUS 1") && Contains("casus attacks") && Contains("Exit codes"));
  if (!has_program("groff")) return;
  const std::string file = workshop.file("casus.1", page.out);
  const Result warnings = shell("groff -man -Kutf8 -Tutf8 -ww " + file + " 2>&1 >/dev/null");
  CHECK(warnings.out.empty());
  const Result shown = shell("groff -man -Kutf8 -Tutf8 -P-c -P-b -P-u " + file);
  CHECK_THAT(shown.out, Contains("--as-of DATE") && Contains("casus trace --about"));
}

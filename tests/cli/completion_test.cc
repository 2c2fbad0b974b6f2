// The scripts that complete the command line, in the shells that are there.

#include <catch2/catch.hpp>

#include "command.h"

using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// What bash offers for the last of the words.
std::string offered(const Workshop& workshop, const std::string& words) {
  const std::string script =
      workshop.file("casus.bash", workshop.casus({"completion", "bash"}).out);
  const std::string run =
      workshop.file("run.bash", "source " + script + "\nCOMP_WORDS=(casus " + words +
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

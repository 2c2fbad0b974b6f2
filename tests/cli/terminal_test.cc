// What is printed on a terminal, and what elsewhere.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "cli/text.h"
#include "command.h"

using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// Enough for some screens.
struct Screens : Workshop {
  Screens() {
    std::string reports;
    for (int day = 10; day < 20; ++day) {
      reports +=
          json(harbour_report("velm-" + std::to_string(day), "2021-05-" + std::to_string(day)));
    }
    const Result result = casus({"ingest", "-"}, reports);
    if (result.exit_code != 0) throw std::runtime_error(result.err);
  }
  // A pager that says that it was there, and what it was given.
  std::string pager() const { return "CASUS_PAGER=sed s/^/paged:/"; }
};

bool has_colours(const std::string& text) { return text.find("\033[") != std::string::npos; }

}  // namespace

TEST_CASE_METHOD(Screens, "colours are there on a terminal, where nobody is against them") {
  const std::vector<std::string> line{"actors"};
  CHECK(has_colours(casus_on_terminal(line).out));
  CHECK_FALSE(has_colours(casus(line).out));
  CHECK_FALSE(has_colours(casus_on_terminal(line, {"NO_COLOR=1"}).out));
  CHECK(has_colours(casus_on_terminal(line, {"NO_COLOR="}).out));
  CHECK_FALSE(has_colours(casus_on_terminal(line, {"TERM=dumb"}).out));
  CHECK_FALSE(has_colours(casus_on_terminal({"actors", "--color", "never"}).out));
  CHECK(has_colours(casus({"actors", "--color", "always"}).out));
  CHECK(has_colours(casus_on_terminal({"actors", "--color", "always"}, {"NO_COLOR=1"}).out));
  CHECK_FALSE(has_colours(casus_on_terminal({"actors", "--format", "json"}).out));
  for (const char* command : {"stats", "attacks", "statements", "claims"}) {
    INFO(command);
    CHECK(has_colours(casus_on_terminal({command, "--no-pager"}).out));
  }
}

TEST_CASE_METHOD(Screens, "text is as wide as the terminal") {
  const auto widest = [&](const std::vector<std::string>& variables, unsigned short columns) {
    std::size_t widest = 0;
    const auto result =
        casus_on_terminal({"attacks", "--no-pager", "--color", "never"}, variables, {24, columns});
    for (const std::string& line : result.lines()) {
      widest = std::max(widest, casus::cli::columns(line));
    }
    return widest;
  };
  CHECK(widest({}, 50) <= 50);
  CHECK(widest({}, 90) > 50);
  CHECK(widest({}, 90) <= 90);
  CHECK(widest({"COLUMNS=60"}, 90) <= 60);
}

TEST_CASE_METHOD(Screens, "a long answer goes through the pager, whole") {
  const Result paged = casus_on_terminal({"statements", "--color", "never"}, {pager()});
  CHECK(paged.exit_code == 0);
  const auto lines = paged.lines();
  REQUIRE(lines.size() > 30);
  for (const std::string& line : lines) CHECK(line.compare(0, 6, "paged:") == 0);
  const Result plain =
      casus_on_terminal({"statements", "--color", "never", "--no-pager"}, {pager()});
  REQUIRE(plain.lines().size() == lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) CHECK(lines[i] == "paged:" + plain.lines()[i]);
}

TEST_CASE_METHOD(Screens, "what is short, or for programs, goes through none") {
  CHECK_THAT(casus_on_terminal({"statements", "--limit", "1"}, {pager()}).out, !Contains("paged:"));
  CHECK_THAT(casus_on_terminal({"statements", "--format", "json"}, {pager()}).out,
             !Contains("paged:"));
  CHECK_THAT(casus_on_terminal({"export", "--all"}, {pager()}).out, !Contains("paged:"));
  CHECK_THAT(casus_on_terminal({"statements"}, {"PAGER=cat"}).out, Contains("denial"));
  CHECK_THAT(casus_on_terminal({"statements"}, {"CASUS_PAGER="}).out, Contains("denial"));
  CHECK_THAT(casus_on_terminal({"statements"}, {"PAGER=sed s/^/paged:/"}).out, Contains("paged:"));
}

TEST_CASE_METHOD(Screens,
                 "a pager that is left early, and a reader that goes away, end it quietly") {
  const Result left = casus_on_terminal({"statements"}, {"CASUS_PAGER=head -n 1"});
  CHECK(left.exit_code == 0);
  CHECK(left.lines().size() == 1);
  const std::string command = CASUS_BIN_DIR "/casus --store " + store().string();
  const Result cut = shell(command + " export --all | head -n 1");
  CHECK(cut.lines().size() == 1);
}

TEST_CASE_METHOD(Screens, "an error stands behind what was printed, not in the pager") {
  const Result result = casus_on_terminal({"show", "Nobody"}, {pager()});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.out, Contains("casus: Nothing in the store") && !Contains("paged:"));
}

TEST_CASE("names of any script stand in columns") {
  Workshop workshop;
  auto annotation = harbour_report("velm-1", "2021-05-05");
  annotation.mutable_actors(0)->set_name("北京卫队");
  annotation.mutable_actors(1)->set_name("حزب الجزر");
  REQUIRE(workshop.casus({"ingest", "-"}, json(annotation)).exit_code == 0);
  std::vector<std::size_t> columns;
  for (const std::string& line : workshop.casus({"actors"}).lines()) {
    columns.push_back(casus::cli::columns(line.substr(0, line.find("actor:"))));
  }
  REQUIRE(columns.size() == 2);
  CHECK(columns[0] == columns[1]);
  // On a terminal, and only there, the one that is written the other way stands by itself.
  CHECK_THAT(workshop.casus_on_terminal({"actors"}).out, Contains("\u2068حزب الجزر\u2069"));
  CHECK_THAT(workshop.casus({"actors"}).out, !Contains("\u2068"));
}

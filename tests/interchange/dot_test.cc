#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "graph/error.h"
#include "interchange/writers.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

namespace {

// Where Graphviz puts each node, from left to right: `-Tplain` has a line "node NAME X Y ..." each.
std::map<std::string, double> columns(const std::string& dot) {
  std::map<std::string, double> found;
  const std::string plain = run_on(dot, "dot -Tplain \"$1\"");
  const std::regex node(R"re(node "?([^" ]+)"? ([0-9.]+) .*)re");
  std::istringstream lines(plain);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, node)) found[match[1]] = std::stod(match[2]);
  }
  return found;
}

// The statement of the DOT file that begins so.
std::string line_with(const std::string& dot, const std::string& begin) {
  std::istringstream lines(dot);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find_first_not_of(' ');
    if (at != std::string::npos && line.compare(at, begin.size(), begin) == 0) return line;
  }
  return {};
}

}  // namespace

TEST_CASE("who asserts a claim stands on its one side, who denies it on the other") {
  const auto at = columns(written("dot", {quarrel()}));
  CHECK(at.at("actor:veldania") < at.at("statement:1/s1"));
  CHECK(at.at("statement:1/s1") < at.at("claim:1/c1"));
  CHECK(at.at("claim:1/c1") == at.at("claim:2/c1"));
  CHECK(at.at("claim:2/c1") < at.at("statement:2/s1"));
  CHECK(at.at("statement:2/s1") < at.at("actor:brandt"));
  CHECK(at.at("actor:brandt") == at.at("actor:ostmark"));  // whom she speaks for
}

TEST_CASE("an assertion and a denial differ in colour, in line and in words") {
  const std::string dot = written("dot", {quarrel()});
  const std::string asserts = line_with(dot, R"("statement:1/s1" -> "claim:1/c1")");
  const std::string denies = line_with(dot, R"("claim:2/c1" -> "statement:2/s1")");
  CHECK_THAT(asserts, Contains("#009E73") && Contains("probably asserts") && !Contains("dashed"));
  CHECK_THAT(denies, Contains("#D55E00") && Contains("<denies>") && Contains("dashed") &&
                         Contains("dir=back"));
}

TEST_CASE("a node says what it is, when, and who reports it") {
  const std::string dot = written("dot", {quarrel()});
  const std::string attack = line_with(dot, R"("event:1/e1" [)");
  CHECK_THAT(attack, Contains("<B>ASSAULT</B>") && Contains("heavy-weapons") &&
                         Contains("2031-03-01") && Contains("at least 7 killed") &&
                         Contains("Courier, 2031-03-02"));
  CHECK_THAT(line_with(dot, R"("actor:brandt" [)"), Contains("Ida Brandt") && Contains("minister"));
  CHECK_THAT(line_with(dot, R"("statement:2/s1" [)"), Contains("denial") && Contains("Ledger"));
}

TEST_CASE("a statement names who makes it where the picture does not") {
  v1::Subgraph graph;
  add_statement(graph, "statement:1/s1", "article:1", v1::StatementKind::threat, v1::Stance::none)
      .mutable_statement()
      ->set_speaker_text("the harbour guard");
  CHECK_THAT(line_with(written("dot", {graph}), R"("statement:1/s1" [)"),
             Contains("<B>threat</B><BR/>the harbour guard"));
  add_actor(graph, "actor:guard", "Harbour Guard", v1::ActorKind::military);
  add_edge(graph, v1::EdgeKind::made, "actor:guard", "statement:1/s1");
  CHECK_THAT(line_with(written("dot", {graph}), R"("statement:1/s1" [)"),
             Contains("<B>threat</B>>"));
}

TEST_CASE("what articles share is drawn once, in a box around what is the same") {
  const std::string dot = written("dot", {quarrel()});
  CHECK_THAT(dot, Contains("subgraph cluster_0") && Contains("one claim, in 2 articles"));
  CHECK(line_with(dot, R"("claim:2/c1" -> "actor:lantern")").empty());
  CHECK_THAT(line_with(dot, R"("claim:1/c1" -> "actor:lantern")"), Contains("ltail=cluster_0"));
  const std::string affiliated = R"("actor:brandt" -> "actor:ostmark")";
  const std::size_t first = dot.find(affiliated);
  REQUIRE(first != std::string::npos);
  CHECK(dot.find(affiliated, first + 1) == std::string::npos);
  CHECK_THAT(dot, !Contains("\"article:1\""));
  // It is on a claim, which says it.
  CHECK(line_with(dot, R"("statement:1/s1" -> "actor:ostmark")").empty());
}

TEST_CASE("a picture links to the web, and to nothing else") {
  const std::string svg = run_on(written("dot", {quarrel()}), "dot -Tsvg \"$1\"");
  CHECK_THAT(svg, Contains("https://example.org/courier?a=1&amp;b=2"));
  CHECK_THAT(svg, !Contains("javascript"));
}

TEST_CASE("Graphviz draws any text, and the picture is sound XML") {
  v1::Subgraph graph;
  const std::string actor = "actor:" + awkward_text();
  add_actor(graph, actor, awkward_text(), v1::ActorKind::person)
      .mutable_actor()
      ->set_role(awkward_text());
  add_actor(graph, "actor:nameless", "", v1::ActorKind::unknown);
  add_article(graph, "article:1", awkward_text(), awkward_text())
      .mutable_article()
      ->set_url("https://example.org/" + awkward_text());
  add_claim(graph, "claim:1/" + awkward_text(), "article:1", awkward_text());
  add_claim(graph, "claim:1/silent", "article:1", "");
  add_edge(graph, v1::EdgeKind::about, "claim:1/" + awkward_text(), actor);
  add_edge(graph, v1::EdgeKind::affiliated, actor, "actor:nameless").set_role(awkward_text());
  const std::string svg = run_on(written("dot", {graph}), "dot -Tsvg \"$1\"");
  CHECK(run_on(svg, "xmllint --noout \"$1\"").empty());
  CHECK_THAT(svg, Contains("&amp; &lt;b&gt;") && Contains("Αθήνα"));
  CHECK_THAT(svg, !Contains("\xE2\x80\xAE"));  // turns the direction of writing
}

TEST_CASE("long wordings are broken and cut, also those without spaces") {
  v1::Subgraph graph;
  std::string wide;
  for (int i = 0; i < 2000; ++i) wide += "北京";
  add_actor(graph, "actor:wide", wide, v1::ActorKind::person);
  add_actor(graph, "actor:long", std::string(5000, 'a') + " end", v1::ActorKind::person);
  const std::string dot = written("dot", {graph});
  const std::string line = line_with(dot, R"("actor:wide" [)");
  CHECK_THAT(line, Contains("<B>北京北京北京北京北京北京</B><BR/>") && Contains("…</B>"));
  CHECK_THAT(line_with(dot, R"("actor:long" [)"), Contains("<B>aaaaaaaaaaaaaaaaaaaaaaaa</B>"));
  CHECK_FALSE(run_on(dot, "dot -Tsvg \"$1\"").empty());
}

TEST_CASE("how a subgraph is cut into frames does not show in the picture") {
  v1::Subgraph nodes = quarrel();
  v1::Subgraph edges = quarrel();
  nodes.clear_edges();
  edges.clear_nodes();
  CHECK(written("dot", {quarrel()}) == written("dot", {nodes, edges}));
  CHECK(run_on(written("dot", {}), "dot -Tplain \"$1\"").rfind("graph ", 0) == 0);
}

TEST_CASE("more than a picture can show is refused, with a way out") {
  std::ostringstream out;
  const auto writer = interchange::make_subgraph_writer("dot", out);
  std::size_t added = 0;
  const auto add_many = [&] {
    for (int frame = 0; frame < 101; ++frame) {
      v1::Subgraph graph;
      for (int i = 0; i < 1000; ++i) {
        graph.add_nodes()->set_key("actor:" + std::to_string(added++));
      }
      writer->write(graph);
    }
  };
  CHECK_THROWS_WITH(add_many(), Contains("100000 nodes") && Contains("graphml"));
  CHECK(out.str().empty());
}

// The example articles, read by the extractor: what the README and the demo show must be so.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "casus/v1/answer.pb.h"
#include "casus/v1/graph.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// One store for all cases: extraction takes its time.
const Workshop& examples() {
  static const Workshop* const workshop = [] {
    static Workshop made;
    const Result result =
        made.casus({"ingest", std::string(CASUS_SOURCE_DIR) + "/examples/articles"});
    if (result.exit_code != 0) throw std::runtime_error(result.out + result.err);
    return &made;
  }();
  return *workshop;
}

std::set<std::string> principals(const google::protobuf::RepeatedPtrField<v1::Voice>& voices) {
  std::set<std::string> names;
  for (const v1::Voice& voice : voices) names.insert(voice.principal().name());
  return names;
}

}  // namespace

TEST_CASE("the store of the examples is sound") {
  CHECK(examples().casus({"check"}).exit_code == 0);
  const Result stats = examples().casus({"stats", "--format", "json"});
  CHECK(parse<v1::Stats>(stats.lines().at(0)).nodes(0).count() == 13);
}

TEST_CASE("the accusation of the Kalimbi story is traced to both sides, over its outlets") {
  const Result result =
      examples().casus({"trace", "--about", "Rwanda armed the M23", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto trace = parse<v1::Trace>(result.lines().at(0));
  INFO(trace.DebugString());
  CHECK(trace.status() == v1::TraceStatus::contested);
  CHECK(principals(trace.denied_by()).count("Rwanda") == 1);
  const auto accusers = principals(trace.asserted_by());
  CHECK(std::any_of(accusers.begin(), accusers.end(),
                    [](const std::string& name) { return name.find("Congo") != name.npos; }));
  CHECK(trace.articles_size() == 3);
  for (const auto& voices : {trace.asserted_by(), trace.denied_by()}) {
    for (const v1::Voice& voice : voices) CHECK_FALSE(voice.quote().empty());
  }
}

TEST_CASE("the rocket attack of the Kalimbi story is one attack in three articles") {
  const Result attacks = examples().casus(
      {"attacks", "--since", "2024-09-15", "--until", "2024-09-15", "--format", "json"});
  REQUIRE(attacks.lines().size() == 1);
  const auto entry = parse<v1::EventEntry>(attacks.lines()[0]);
  CHECK(entry.reports_size() == 3);
  REQUIRE(entry.event().initiators_size() == 1);
  CHECK(entry.event().initiators(0).actor() == "actor:m23");
  CHECK_THAT(examples().casus({"attacks", "--min-killed", "9"}).out,
             Contains("7 killed (Great Lakes Wire, Kivu Herald), 9 killed (Kigali Morning Post)"));
}

TEST_CASE("an actor is found by any of its names") {
  const Result first = examples().casus({"relations", "Kinshasa", "Kigali"});
  const Result second =
      examples().casus({"relations", "Democratic Republic of the Congo", "Rwanda"});
  CHECK(first.exit_code == 0);
  CHECK(first.out == second.out);
  CHECK_THAT(first.out, Contains("accusation"));
}

TEST_CASE("denials of the examples are found") {
  const Result denials = examples().casus({"statements", "--kind", "denial", "--format", "json"});
  CHECK(denials.lines().size() >= 9);
}

TEST_CASE("of the examples only what the three articles on Kalimbi tell is linked") {
  const Result result = examples().casus({"export", "--all", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto graph = parse<v1::Subgraph>(result.out);
  std::map<std::string, std::string> article_of;
  for (const v1::Node& node : graph.nodes()) {
    if (node.has_article()) article_of[node.key()] = node.article().id();
  }
  std::map<std::string, std::string> told_in;  // what may be linked, by its node
  std::map<std::string, std::string> type;
  for (const v1::Node& node : graph.nodes()) {
    if (!node.source().empty()) told_in[node.key()] = article_of[node.source()];
    if (node.has_event()) type[node.key()] = node.event().type();
  }
  std::map<std::string, std::set<std::string>> articles;  // that links join, by type of event
  for (const v1::Edge& edge : graph.edges()) {
    if (edge.kind() != v1::EdgeKind::same_as) continue;
    INFO(edge.DebugString());
    for (const std::string& end : {edge.from(), edge.to()}) {
      CHECK_THAT(told_in[end], Contains("kalimbi"));
      articles[type[end]].insert(told_in[end]);
    }
    CHECK(type[edge.from()] == type[edge.to()]);
  }
  CHECK(articles["ASSAULT"].size() == 3);
  CHECK(articles[""].size() == 3);  // the accusation
}

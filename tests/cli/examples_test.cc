// The example articles, read by the extractor: what the README and the demo show must be so.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "casus/v1/answer.pb.h"
#include "casus/v1/graph.pb.h"
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

#include <catch2/catch.hpp>
#include <string>

#include "graph/error.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

namespace {

v1::Subgraph attack(const std::string& text) {
  v1::Subgraph graph = quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (!node.has_event()) continue;
    v1::Event& event = *node.mutable_event();
    event.set_place("place:karst");
    event.set_weapon(text);
    event.mutable_sentence()->set_end(9);
    v1::Initiator& initiator = *event.add_initiators();
    initiator.set_actor("actor:lantern");
    initiator.set_status(v1::InitiatorStatus::alleged);
    event.add_initiators()->set_text("gunmen");
    event.add_targets()->set_actor("actor:veldania");
  }
  return graph;
}

}  // namespace

TEST_CASE("GDAL reads the GeoJSON: where, when, who, how many") {
  const v1::Subgraph graph = attack("\"mortar\"\n");
  const std::string out =
      run_on(written("geojson", {graph}, looking_in(graph)),
             "cp \"$1\" \"$1.geojson\" && ogrinfo -ro -al \"$1.geojson\" | sed 's/^ *//'");
  CHECK_THAT(out, Contains("Feature Count: 1\n") && Contains("POINT (-0.5 45.75)"));
  CHECK_THAT(out, Contains("date (Date) = 2031/03/01\n") &&
                      Contains("killed_low (Integer) = 7\n") &&
                      Contains("id (String) = event:1/e1\n"));
  CHECK_THAT(out, Contains("initiators (String) = Red Lantern (alleged); gunmen\n") &&
                      Contains("targets (String) = Veldania\n") &&
                      Contains("place_name (String) = Karst\n") &&
                      Contains("quote (String) = words of article:1\n") &&
                      Contains("url (String) = https://example.org/courier?a=1&b=2\n") &&
                      Contains("weapon (String) = \"mortar\"\n"));
}

TEST_CASE("an event that is nowhere is not on the map, and awkward texts do not break it") {
  v1::Subgraph graph = attack(awkward_text());
  add_event(graph, "event:1/e2", "article:1", "PROTEST").mutable_event()->set_place("place:lost");
  add_event(graph, "event:1/e3", "article:1", "PROTEST");
  const std::string out = run_python_on(written("geojson", {graph}, looking_in(graph)), R"(
import json, sys
found = json.load(open(sys.argv[1], encoding='utf-8'))
print([(f['id'], ascii(f['properties']['weapon'])) for f in found['features']])
)");
  CHECK_THAT(out, Contains("[('event:1/e1', ") && Contains("\\x01") && Contains("\\ufffd") &&
                      !Contains("e2"));
}

TEST_CASE("an empty map is a map, one of an unknown graph is an error") {
  CHECK_THAT(written("geojson", {}, looking_in({})), Contains("\"features\":[\n]}"));
  CHECK_THROWS_AS(written("geojson", {}), InputError);
}

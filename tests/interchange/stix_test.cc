#include <catch2/catch.hpp>
#include <string>

#include "graph/error.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

namespace {

const std::string kRules =
    "/usr/bin/python3 -B " CASUS_SOURCE_DIR "/tests/interchange/stix_rules.py \"$1\"";

std::string stix(const v1::Subgraph& graph) { return written("stix", {graph}, looking_in(graph)); }

v1::Node& node(v1::Subgraph& graph, const std::string& key) {
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.key() == key) return node;
  }
  throw std::runtime_error(key);
}

// The quarrel with what its nodes say of their edges, and all that is reported.
v1::Subgraph reported_quarrel() {
  v1::Subgraph graph = quarrel();
  graph.mutable_edges()->erase(graph.mutable_edges()->begin());
  v1::Event& attack = *node(graph, "event:1/e1").mutable_event();
  attack.set_key("event:1/e1");
  attack.set_place("place:karst");
  v1::Initiator& initiator = *attack.add_initiators();
  initiator.set_actor("actor:lantern");
  initiator.set_status(v1::InitiatorStatus::alleged);
  *attack.add_initiators() = initiator;
  attack.add_targets()->set_actor("actor:veldania");
  v1::Statement& accusation = *node(graph, "statement:1/s1").mutable_statement();
  accusation.set_claim("claim:1/c1");
  v1::Statement& denial = *node(graph, "statement:2/s1").mutable_statement();
  denial.set_claim("claim:2/c1");
  denial.set_speaker("actor:brandt");
  denial.set_speaker_text("the minister");
  denial.set_certainty(v1::Certainty::certain);
  node(graph, "statement:2/s1").mutable_evidence()->add_spans()->set_end(9);
  for (const auto* item : {"claim:1/c1", "event:1/e1", "statement:1/s1"}) {
    add_edge(graph, v1::EdgeKind::reports, "article:1", item);
  }
  for (const auto* item : {"claim:2/c1", "statement:2/s1"}) {
    add_edge(graph, v1::EdgeKind::reports, "article:2", item);
  }
  return graph;
}

}  // namespace

TEST_CASE("a bundle keeps the rules of STIX 2.1") {
  CHECK(run_on(stix(reported_quarrel()), kRules) ==
        "identity 4\nincident 1\nlocation 1\nnote 2\nopinion 2\nrelationship 6\nreport 2\n");
}

TEST_CASE("a denial is an opinion of its speaker that disagrees with the claim") {
  const std::string out = run_python_on(stix(reported_quarrel()), R"(
import json, sys
objects = {o['id']: o for o in json.load(open(sys.argv[1]))['objects']}
for o in objects.values():
    if o.get('opinion') == 'disagree':
        print(objects[o['created_by_ref']]['name'], o['authors'], o['confidence'],
              objects[o['object_refs'][0]]['content'], '|', o['explanation'])
    if o.get('relationship_type') == 'attributed-to':
        print(o['description'], o['start_time'], o['stop_time'])
)");
  CHECK(out ==
        "alleged 2031-03-01T00:00:00.000Z 2031-03-02T00:00:00.000Z\n"
        "Ida Brandt ['the minister'] 85 Ostmark had armed the group | words of article:2\n");
}

TEST_CASE(
    "a place is a location where STIX can say where it is; what is unsaid is not referred to") {
  v1::Subgraph graph = reported_quarrel();
  v1::Place& place = *node(graph, "place:karst").mutable_place();
  place.clear_latitude();
  place.set_country("DEU");
  CHECK_THAT(stix(graph), Contains(R"("country":"DE")"));
  CHECK_THAT(run_on(stix(graph), kRules), Contains("location 1\n"));
  place.clear_country();
  node(graph, "statement:1/s1").mutable_statement()->set_stance(v1::Stance::none);
  CHECK(run_on(stix(graph), kRules) ==
        "identity 4\nincident 1\nnote 2\nopinion 1\nrelationship 5\nreport 2\n");
  node(graph, "event:1/e1").mutable_event()->set_modality(v1::Modality::threatened);
  CHECK(run_on(stix(graph), kRules) == "identity 4\nnote 2\nopinion 1\nrelationship 3\nreport 2\n");
}

TEST_CASE("awkward texts and an undated article are STIX too") {
  v1::Subgraph graph = reported_quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    node.clear_published();
    if (node.has_actor()) node.mutable_actor()->set_name(awkward_text());
    if (node.has_claim()) node.mutable_claim()->set_text(awkward_text());
  }
  CHECK_THAT(run_on(stix(graph), kRules), Contains("report 2\n"));
}

TEST_CASE("a bundle has the same id as long as it holds the same") {
  const std::string once = stix(reported_quarrel());
  CHECK(stix(reported_quarrel()) == once);
  v1::Subgraph less = reported_quarrel();
  less.mutable_edges()->RemoveLast();
  CHECK(stix(less).substr(once.find("\"bundle--")) != once.substr(once.find("\"bundle--")));
  CHECK_THAT(stix({}), Contains("\"objects\":[\n],\"id\":\"bundle--"));
  CHECK_THROWS_AS(written("stix", {}), InputError);
}

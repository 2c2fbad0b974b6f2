#include <catch2/catch.hpp>
#include <string>

#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;

TEST_CASE("networkx reads the GEXF: kinds, types, times, parallel edges") {
  const std::string out = run_python_on(written("gexf", {quarrel()}), R"(
import sys
import networkx
g = networkx.read_gexf(sys.argv[1])
print(type(g).__name__, len(g), g.number_of_edges(), g.graph['mode'])
attack = g.nodes['event:1/e1']
print(attack['kind'], attack['label'], attack['killed_low'] + 1, attack['start'])
print('start' in g.nodes['actor:brandt'], g.nodes['article:1']['start'])
place = g.nodes['place:karst']
print(place['name'], place['latitude'] + place['longitude'])
affiliated = g['actor:brandt']['actor:ostmark'].values()
print(sorted((e['kind'], e['label'], e['article']) for e in affiliated))
)");
  CHECK(out == R"(MultiDiGraph 12 14 dynamic
attack ASSAULT, heavy-weapons, 2031-03-01 8 2031-03-01
False 2031-03-02
Karst 45.25
[('affiliated', 'minister of', 'article:1'), ('affiliated', 'minister of', 'article:2')]
)");
}

TEST_CASE("what GEXF cannot hold is replaced, however the subgraph is cut into frames") {
  v1::Subgraph nodes;
  add_actor(nodes, "actor:" + awkward_text(), awkward_text(), v1::ActorKind::person);
  v1::Subgraph edges;
  add_edge(edges, v1::EdgeKind::affiliated, "actor:" + awkward_text(), "actor:" + awkward_text());
  const std::string gexf = written("gexf", {nodes, edges});
  CHECK(run_on(gexf, "xmllint --noout \"$1\"").empty());
  v1::Subgraph all = nodes;
  all.MergeFrom(edges);
  CHECK(written("gexf", {all}) == gexf);
}

TEST_CASE("a day that is known from its end alone does not begin with its article") {
  v1::Subgraph graph;
  add_event(graph, "event:1/e1", "article:1", "ASSAULT").set_published("2031-05-01");
  graph.mutable_nodes(0)->mutable_event()->mutable_date()->set_latest("2031-04-01");
  const std::string gexf = written("gexf", {graph});
  CHECK_THAT(gexf, Catch::Matchers::Contains(" end=\"2031-04-01\""));
  CHECK_THAT(gexf, !Catch::Matchers::Contains(" start="));
}

TEST_CASE("an empty subgraph is GEXF too") {
  CHECK(run_python_on(written("gexf", {}),
                      "import sys, networkx\n"
                      "print(len(networkx.read_gexf(sys.argv[1])))") == "0\n");
}

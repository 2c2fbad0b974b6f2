#include <catch2/catch.hpp>
#include <string>

#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

TEST_CASE("networkx reads the GraphML: kinds, types, parallel edges") {
  const std::string out = run_python_on(written("graphml", {quarrel()}), R"(
import sys
import networkx
g = networkx.read_graphml(sys.argv[1])
print(type(g).__name__, len(g), g.number_of_edges())
attack = g.nodes['event:1/e1']
print(attack['kind'], attack['label'], attack['killed_low'] + 1, 'killed_best' in attack)
place = g.nodes['place:karst']
print(place['name'], place['latitude'] + place['longitude'])
affiliated = g['actor:brandt']['actor:ostmark'].values()
print(sorted((e['kind'], e['label'], e['article'], e['spans']) for e in affiliated))
print([e['score'] / 2 for e in g['claim:1/c1']['claim:2/c1'].values()])
did = list(g['actor:lantern']['event:1/e1'].values())[0]
print(did['status'], did['claim'])
)");
  CHECK(out == R"(MultiDiGraph 12 14
attack ASSAULT, heavy-weapons, 2031-03-01 8 False
Karst 45.25
[('affiliated', 'minister of', 'article:1', 'title:3-9'), ('affiliated', 'minister of', 'article:2', 'title:3-9')]
[0.45]
alleged claim:1/c1
)");
}

TEST_CASE("igraph reads the GraphML") {
  const std::string out = run_python_on(written("graphml", {quarrel()}), R"(
import sys
import igraph
g = igraph.Graph.Read_GraphML(sys.argv[1])
print(g.is_directed(), g.vcount(), g.ecount())
print(g.vs.find(id='actor:brandt')['label'], g.es.select(kind='denies')[0]['label'])
)");
  CHECK(out == "True 12 14\nIda Brandt denies\n");
}

TEST_CASE("what XML cannot hold is replaced, all other text comes back as it was") {
  v1::Subgraph graph;
  add_actor(graph, "actor:" + awkward_text(), awkward_text(), v1::ActorKind::person);
  add_edge(graph, v1::EdgeKind::affiliated, "actor:" + awkward_text(), "actor:" + awkward_text());
  const std::string graphml = written("graphml", {graph});
  CHECK(run_on(graphml, "xmllint --noout \"$1\"").empty());
  const std::string out = run_python_on(graphml, R"(
import sys
import networkx
g = networkx.read_graphml(sys.argv[1])
print(ascii(list(g.nodes(data='name'))[0][1]))
print(g.number_of_edges())
)");
  CHECK(out ==
        "'\"\\xd6l\" & <b>\\'Gas\\'</b>\\\\ \\\\N\\r\\n\\t\\u0391\\u03b8\\u03ae\\u03bd\\u03b1 "
        "\\u05e9\\u05dc\\u05d5\\u05dd \\u5317\\u4eac\\ufffd\\ufffd[31m\\u202e\\ufffd\\ufffd]]>"
        "&amp;--'\n1\n");
}

TEST_CASE("keys that differ in what XML cannot hold stay different") {
  v1::Subgraph graph;
  for (const char* key : {"actor:a\x01", "actor:a\x02", "actor:a%01", "actor:a\xFF"}) {
    add_actor(graph, key, "A", v1::ActorKind::person);
  }
  const std::string out = run_python_on(written("graphml", {graph}),
                                        "import sys, networkx\n"
                                        "print(len(networkx.read_graphml(sys.argv[1])))");
  CHECK(out == "4\n");
}

TEST_CASE("how a subgraph is cut into frames does not show in the GraphML") {
  v1::Subgraph nodes = quarrel();
  v1::Subgraph edges = quarrel();
  nodes.clear_edges();
  edges.clear_nodes();
  CHECK(written("graphml", {quarrel()}) == written("graphml", {nodes, edges}));
}

TEST_CASE("an empty subgraph is a GraphML file too") {
  const std::string out = run_python_on(written("graphml", {}),
                                        "import sys, networkx\n"
                                        "print(len(networkx.read_graphml(sys.argv[1])))");
  CHECK(out == "0\n");
}

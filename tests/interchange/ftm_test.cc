#include <catch2/catch.hpp>
#include <string>

#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;

namespace {

const std::string kSchema =
    "/usr/bin/python3 -B " CASUS_SOURCE_DIR "/tests/interchange/ftm_schema.py \"$1\"";

v1::Subgraph told_quarrel() {
  v1::Subgraph graph = quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.has_article()) node.mutable_article()->set_language("en");
    if (node.key() == "actor:ostmark") node.mutable_actor()->set_country("DEU");
    if (!node.has_event()) continue;
    node.mutable_evidence()->add_spans()->set_end(9);
    v1::Event& event = *node.mutable_event();
    event.set_place("place:karst");
    event.add_initiators()->set_actor("actor:lantern");
    event.mutable_initiators(0)->set_status(v1::InitiatorStatus::alleged);
    event.add_targets()->set_actor("actor:veldania");
  }
  add_edge(graph, v1::EdgeKind::reports, "article:2", "event:1/e1");
  add_edge(graph, v1::EdgeKind::mentions, "article:2", "actor:ostmark");
  add_edge(graph, v1::EdgeKind::mentions, "article:2", "place:karst");
  return graph;
}

std::string ftm(const v1::Subgraph& graph) { return written("ftm", {graph}, looking_in(graph)); }

}  // namespace

TEST_CASE("every entity and property is one of FollowTheMoney's schema") {
  CHECK(run_on(ftm(told_quarrel()), kSchema) ==
        "Address 1\nArticle 2\nEvent 1\nMention 1\nNote 4\nOrganization 1\nPerson 1\n"
        "PublicBody 2\nUnknownLink 2\n");
}

TEST_CASE("an event has its parties, its proofs and its words in FollowTheMoney") {
  CHECK(
      run_python_on(ftm(told_quarrel()), R"(
import hashlib, json, sys
name = lambda key: hashlib.sha1(key.encode()).hexdigest()
entities = [json.loads(line) for line in open(sys.argv[1])]
told = [e['properties'] for e in entities if e['id'] == name('event:1/e1')]
print(told[0]['name'], told[0]['date'], told[0]['notes'], told[0]['summary'], told[0]['location'])
print(sorted(told[0]['involved']) == sorted([name('actor:lantern'), name('actor:veldania')]))
print(told[0]['description'], [proof == name('article:2') for proof in told[1]['proof']])
country = [e['properties'] for e in entities if e['id'] == name('actor:ostmark')]
print(country)
print([e['properties'].get('sourceUrl') for e in entities if e['schema'] == 'Article'])
)") ==
      R"(['ASSAULT, heavy-weapons, 2031-03-01'] ['2031-03-01'] ['Red Lantern (alleged) → Veldania'] ['at least 7 killed'] ['Karst']
True
['words of article:1'] [True]
[{'name': ['Ostmark'], 'country': ['de']}]
[['https://example.org/courier?a=1&b=2'], None]
)");
}

TEST_CASE("awkward texts and an empty subgraph are FollowTheMoney too") {
  v1::Subgraph graph = told_quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.has_actor()) node.mutable_actor()->set_name(awkward_text());
    if (node.has_claim()) node.mutable_claim()->set_text(awkward_text());
  }
  CHECK(run_on(ftm(graph), kSchema) == run_on(ftm(told_quarrel()), kSchema));
  CHECK(written("ftm", {}).empty());
}

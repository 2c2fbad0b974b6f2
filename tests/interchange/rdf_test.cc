#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "graph/error.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

namespace {

v1::Span span(std::uint32_t begin, std::uint32_t end) {
  v1::Span span;
  span.set_begin(begin);
  span.set_end(end);
  return span;
}

// The quarrel with evidence at its denial.
v1::Subgraph told_quarrel() {
  v1::Subgraph graph = quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.key() != "statement:2/s1") continue;
    *node.mutable_evidence()->add_spans() = span(4, 11);
    *node.mutable_evidence()->add_spans() = span(20, 24);
    *node.mutable_statement()->add_content() = span(4, 11);
    node.mutable_evidence()->mutable_extractor()->set_name("reader");
    node.mutable_evidence()->mutable_extractor()->set_version("7");
  }
  return graph;
}

interchange::Lookup quoting(const std::string& words) {
  interchange::Lookup lookup;
  lookup.words = [words](const std::string& article, const v1::Span& span) {
    return article + " " + std::to_string(span.begin()) + ": " + words;
  };
  return lookup;
}

v1::Subgraph awkward() {
  v1::Subgraph graph;
  add_actor(graph, "actor:" + awkward_text(), awkward_text(), v1::ActorKind::person);
  add_actor(graph, "actor:nul", std::string("a\0b", 3), v1::ActorKind::person);
  add_article(graph, "article:1;<>", awkward_text(), "2031-03-02")
      .mutable_article()
      ->set_url("https://example.org/a b\"<>\\^`{|}%zz");
  add_edge(graph, v1::EdgeKind::affiliated, "actor:" + awkward_text(), "actor:nul")
      .set_role(awkward_text());
  return graph;
}

// All of it as sorted quads, as rdflib reads it.
std::string quads(const std::string& format, const v1::Subgraph& graph,
                  const interchange::Lookup& lookup) {
  const std::string name = format == "jsonld" ? "json-ld" : format;
  return run_python_on(written(format, {graph}, lookup), R"(
import sys
import rdflib
g = rdflib.ConjunctiveGraph()
g.parse(sys.argv[1], format=')" + name + R"(')
for s, p, o, c in sorted(g.quads(), key=lambda q: tuple(map(str, q))):
    print(s.n3(), p.n3(), ascii(o.n3()), c.identifier if 'urn:' in c.identifier else '-')
)");
}

std::string ask(const std::string& question) {
  return run_python_on(written("trig", {told_quarrel()}, quoting("\"No.\"")), R"(
import sys
import rdflib
g = rdflib.ConjunctiveGraph()
g.parse(sys.argv[1], format='trig')
for row in sorted(g.query(''')" + question + R"(''')):
    print(*row, sep=' | ')
)");
}

}  // namespace

TEST_CASE("SPARQL finds the events between two actors") {
  CHECK(ask(R"(SELECT ?event ?type ?day ?status WHERE {
    ?event a sem:Event ; sem:eventType ?type ; sem:hasTimeStamp ?day ;
           casus:initiator ?a ; casus:target ?b .
    ?a rdfs:label "Red Lantern" . ?b rdfs:label "Veldania" .
    ?did rdf:subject ?event ; rdf:object ?a ; casus:status ?status . })") ==
        "urn:casus:event:1/e1 | urn:casus:vocabulary#ASSAULT | 2031-03-01 | "
        "urn:casus:vocabulary#alleged\n");
}

TEST_CASE("SPARQL finds who asserts and who denies a claim") {
  CHECK(ask(R"(SELECT DISTINCT ?who ?stance WHERE {
    ?claim a schema:Claim ; (casus:sameAs|^casus:sameAs)* <urn:casus:claim:1/c1> .
    VALUES ?stance { casus:asserts casus:denies }
    ?statement a grasp:Attribution ; ?stance ?claim ;
               grasp:wasAttributedTo [ rdfs:label ?who ] . })") ==
        "Ida Brandt | urn:casus:vocabulary#denies\n"
        "Veldania | urn:casus:vocabulary#asserts\n");
}

TEST_CASE("SPARQL finds the words of a denial, its article and its extractor") {
  CHECK(ask(R"(SELECT ?words ?outlet ?extractor WHERE {
    GRAPH ?article { ?statement casus:statementKind casus:denial ; prov:wasAttributedTo ?agent .
                     ?mention grasp:hasAttribution ?statement ; prov:value ?words . }
    ?article schema:publisher ?outlet . ?agent rdfs:label ?extractor . })") ==
        "article:2 4: \"No.\" | Ledger | reader\n");
}

TEST_CASE("N-Quads, TriG and JSON-LD hold the same quads") {
  for (const v1::Subgraph& graph : {told_quarrel(), awkward()}) {
    const auto lookup = quoting(awkward_text());
    const std::string expected = quads("nquads", graph, lookup);
    CHECK(quads("trig", graph, lookup) == expected);
    CHECK(quads("jsonld", graph, lookup) == expected);
    CHECK_THAT(expected, Contains("urn:casus:article:1"));
  }
}

TEST_CASE("serdi and rapper read the RDF, awkward texts and all") {
  for (const v1::Subgraph& graph : {told_quarrel(), awkward()}) {
    const std::string nquads = written("nquads", {graph}, quoting(awkward_text()));
    const std::string trig = written("trig", {graph}, quoting(awkward_text()));
    const std::string sorted = run_on(nquads, "LC_ALL=C sort -u \"$1\"");
    CHECK(run_on(nquads, "serdi -i nquads -o nquads \"$1\" | LC_ALL=C sort -u") == sorted);
    CHECK(run_on(trig, "serdi -i trig -o nquads \"$1\" | LC_ALL=C sort -u") == sorted);
    const std::string count = run_on(sorted, "wc -l <\"$1\"");
    CHECK(run_on(sorted, "rapper -q -i nquads -o nquads \"$1\" | wc -l") == count);
    CHECK(run_on(trig, "rapper -q -i trig -o nquads \"$1\" | LC_ALL=C sort -u | wc -l") == count);
  }
}

TEST_CASE("a text comes back from RDF as it was, but for what is no text") {
  v1::Subgraph graph;
  add_actor(graph, "actor:a", "\"a\"\\\n\r\t\x01\xE2\x80\xAE\xF0\x9F\x98\x80\xFF", {});
  for (const auto* format : {"nquads", "trig", "jsonld"}) {
    INFO(format);
    CHECK_THAT(quads(format, graph, {}), Contains("\\\\n") && Contains("\\x01") &&
                                             Contains("\\u202e") && Contains("\\U0001f600\\ufffd"));
  }
}

TEST_CASE("an empty subgraph is RDF too, and a failing stream is an error") {
  for (const auto* format : {"nquads", "trig", "jsonld"}) {
    CHECK(quads(format, {}, {}).empty());
    std::ostringstream failing;
    const auto writer = interchange::make_subgraph_writer(format, failing);
    failing.setstate(std::ios::badbit);
    CHECK_THROWS_AS(writer->write(quarrel()), Error);
  }
}

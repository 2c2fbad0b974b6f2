#include <catch2/catch.hpp>
#include <string>

#include "graph/error.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;

namespace {

v1::Subgraph told_quarrel() {
  v1::Subgraph graph = quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.has_event()) {
      node.mutable_event()->add_initiators()->set_actor("actor:lantern");
      node.mutable_event()->mutable_initiators(0)->set_status(v1::InitiatorStatus::alleged);
      node.mutable_event()->add_targets()->set_actor("actor:veldania");
      node.mutable_event()->set_place("place:karst");
      node.mutable_evidence()->add_spans()->set_end(9);
    }
    if (node.key() == "statement:2/s1") {
      node.set_published("2031-02-27");
      node.mutable_statement()->set_claim("claim:2/c1");
      node.mutable_statement()->set_speaker("actor:brandt");
    }
  }
  return graph;
}

std::string page(const v1::Subgraph& graph) {
  return written("timeline", {graph}, looking_in(graph));
}

// The text that a reader sees, a block a line, and every tag and attribute that there is.
const std::string kRead = R"(
import html.parser, sys
class Page(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        if tag in ('h2', 'summary', 'blockquote', 'p'):
            print()
        for name, value in attributes:
            assert not name.startswith('on') and not (value or '').startswith('javascript'), value
        assert tag not in ('script', 'img', 'iframe', 'object', 'link'), tag
    def handle_data(self, data):
        if data.strip():
            print(ascii(data.replace('\n', '~'))[1:-1].replace('\\u2014', '--').replace('\\u2192', '->'), end='')
text = open(sys.argv[1], encoding='utf-8').read()
Page().feed(text[text.index('<h1>'):])
)";

}  // namespace

TEST_CASE("a timeline tells day by day who did what, in which words, and where it is written") {
  const std::string out = run_python_on(page(told_quarrel()), kRead);
  CHECK_THAT(out, Contains("3 events and statements."));
  CHECK_THAT(out, Contains("\n2031-02-27~\nIda Brandt -- denial denies: Ostmark had armed") ||
                      Contains("Ida Brandt -- denial"));
  CHECK_THAT(out, Contains("Red Lantern (alleged) -- ASSAULT, heavy-weapons -> Veldania, Karst"));
  CHECK_THAT(out, Contains("words of article:1"));
  CHECK(out.find("2031-02-27") < out.find("2031-03-01"));
  CHECK(out.find("undated") < out.find("2031-02-27"));
  CHECK_THAT(page(told_quarrel()), Contains("href=\"https://example.org/courier?a=1&amp;b=2\"") &&
                                       !Contains("javascript:"));
}

TEST_CASE("a timeline is sound HTML, whatever is told in it") {
  v1::Subgraph graph = told_quarrel();
  for (v1::Node& node : *graph.mutable_nodes()) {
    if (node.has_actor()) node.mutable_actor()->set_name("<script>alert(1)</script>");
    if (node.has_article()) node.mutable_article()->set_title(awkward_text());
    if (node.has_claim()) node.mutable_claim()->set_text(awkward_text());
    if (node.has_event()) node.mutable_event()->set_mode("\" onclick=\"alert(1)");
  }
  const std::string html = page(graph);
  CHECK_THAT(html, !Contains("<script") && !Contains("\xE2\x80\xAE") && !Contains("\x1B"));
  CHECK_THAT(run_python_on(html, kRead), Contains("<script>alert(1)</script>"));
  CHECK_THAT(page({}), Contains("<p>0 events and statements.</p>"));
}

TEST_CASE("a timeline that nobody could read is refused") {
  std::ostringstream out;
  const auto writer = interchange::make_subgraph_writer("timeline", out);
  v1::Subgraph frame;
  for (int i = 0; i < 1000; ++i) add_event(frame, "event:1/e1", "article:1", "ASSAULT");
  for (int i = 0; i < 100; ++i) writer->write(frame);
  CHECK_THROWS_WITH(writer->write(frame), Contains("100000"));
}

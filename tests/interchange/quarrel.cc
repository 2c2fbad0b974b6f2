#include "quarrel.h"

#include <map>
#include <sstream>

#include "graph/kinds.h"

namespace casus::interchange_test {

const std::string& awkward_text() {
  static const std::string text =
      "\"Öl\" & <b>'Gas'</b>\\ \\N\r\n\tΑθήνα \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
      "\xE5\x8C\x97\xE4\xBA\xAC\x01\x1B[31m\xE2\x80\xAE\xEF\xBF\xBE\xFF]]>&amp;--";
  return text;
}

namespace {

v1::Node& add_node(v1::Subgraph& graph, const std::string& key, v1::NodeKind::Value kind,
                   const std::string& article = "") {
  v1::Node& node = *graph.add_nodes();
  node.set_key(key);
  node.set_kind(kind);
  if (!article.empty()) {
    node.set_source(article);
    node.mutable_evidence()->set_article(article);
  }
  return node;
}

}  // namespace

v1::Node& add_actor(v1::Subgraph& graph, const std::string& key, const std::string& name,
                    v1::ActorKind::Value kind) {
  v1::Node& node = add_node(graph, key, v1::NodeKind::actor);
  node.mutable_actor()->set_name(name);
  node.mutable_actor()->set_kind(kind);
  return node;
}

v1::Node& add_article(v1::Subgraph& graph, const std::string& key, const std::string& outlet,
                      const std::string& published) {
  v1::Node& node = add_node(graph, key, v1::NodeKind::article);
  node.set_published(published);
  node.mutable_article()->set_id(key);
  node.mutable_article()->set_outlet(outlet);
  node.mutable_article()->set_published(published);
  return node;
}

v1::Node& add_event(v1::Subgraph& graph, const std::string& key, const std::string& article,
                    const std::string& type) {
  v1::Node& node = add_node(graph, key, v1::NodeKind::event, article);
  node.mutable_event()->set_type(type);
  node.set_kind(node_kind(node.event()));
  return node;
}

v1::Node& add_claim(v1::Subgraph& graph, const std::string& key, const std::string& article,
                    const std::string& text) {
  v1::Node& node = add_node(graph, key, v1::NodeKind::claim, article);
  node.mutable_claim()->set_text(text);
  return node;
}

v1::Node& add_statement(v1::Subgraph& graph, const std::string& key, const std::string& article,
                        v1::StatementKind::Value kind, v1::Stance::Value stance) {
  v1::Node& node = add_node(graph, key, v1::NodeKind::statement, article);
  node.mutable_statement()->set_kind(kind);
  node.mutable_statement()->set_stance(stance);
  node.set_kind(node_kind(node.statement()));
  return node;
}

v1::Edge& add_edge(v1::Subgraph& graph, v1::EdgeKind::Value kind, const std::string& from,
                   const std::string& to) {
  v1::Edge& edge = *graph.add_edges();
  edge.set_kind(kind);
  edge.set_from(from);
  edge.set_to(to);
  return edge;
}

v1::Subgraph quarrel() {
  v1::Subgraph graph;
  add_actor(graph, "actor:brandt", "Ida Brandt", v1::ActorKind::person)
      .mutable_actor()
      ->set_role("minister");
  add_actor(graph, "actor:lantern", "Red Lantern", v1::ActorKind::armed_group);
  add_actor(graph, "actor:ostmark", "Ostmark", v1::ActorKind::country);
  add_actor(graph, "actor:veldania", "Veldania", v1::ActorKind::country);
  add_article(graph, "article:1", "Courier", "2031-03-02")
      .mutable_article()
      ->set_url("https://example.org/courier?a=1&b=2");
  add_article(graph, "article:2", "Ledger", "2031-03-03")
      .mutable_article()
      ->set_url("javascript:alert(1)");
  add_claim(graph, "claim:1/c1", "article:1", "Ostmark armed the Red Lantern");
  add_claim(graph, "claim:2/c1", "article:2", "Ostmark had armed the group");
  v1::Event& attack = *add_event(graph, "event:1/e1", "article:1", "ASSAULT").mutable_event();
  attack.set_mode("heavy-weapons");
  attack.mutable_date()->set_earliest("2031-03-01");
  attack.mutable_date()->set_latest("2031-03-01");
  attack.mutable_killed()->set_low(7);
  v1::Node& place = *graph.add_nodes();
  place.set_key("place:karst");
  place.set_kind(v1::NodeKind::place);
  place.mutable_place()->set_name("Karst");
  place.mutable_place()->set_latitude(45.75);
  place.mutable_place()->set_longitude(-0.5);
  add_statement(graph, "statement:1/s1", "article:1", v1::StatementKind::accusation,
                v1::Stance::asserts);
  add_statement(graph, "statement:2/s1", "article:2", v1::StatementKind::denial,
                v1::Stance::denies);

  using Kind = v1::EdgeKind;
  add_edge(graph, Kind::reports, "article:1", "statement:1/s1");
  v1::Edge& did = add_edge(graph, Kind::initiated, "actor:lantern", "event:1/e1");
  did.set_status(v1::InitiatorStatus::alleged);
  did.set_claim("claim:1/c1");
  add_edge(graph, Kind::targeted, "event:1/e1", "actor:veldania");
  add_edge(graph, Kind::located_at, "event:1/e1", "place:karst");
  add_edge(graph, Kind::made, "actor:veldania", "statement:1/s1");
  add_edge(graph, Kind::made, "actor:brandt", "statement:2/s1");
  add_edge(graph, Kind::addresses, "statement:1/s1", "actor:ostmark");
  add_edge(graph, Kind::asserts, "statement:1/s1", "claim:1/c1")
      .set_certainty(v1::Certainty::probable);
  add_edge(graph, Kind::denies, "statement:2/s1", "claim:2/c1");
  add_edge(graph, Kind::about, "claim:1/c1", "actor:lantern");
  add_edge(graph, Kind::about, "claim:2/c1", "actor:lantern");
  for (const char* article : {"article:1", "article:2"}) {
    v1::Edge& edge = add_edge(graph, Kind::affiliated, "actor:brandt", "actor:ostmark");
    edge.set_role("minister");
    edge.mutable_evidence()->set_article(article);
    v1::Span& span = *edge.mutable_evidence()->add_spans();
    span.set_begin(3);
    span.set_end(9);
    span.set_part(v1::TextPart::title);
  }
  add_edge(graph, Kind::same_as, "claim:1/c1", "claim:2/c1").set_score(0.9);
  return graph;
}

std::string written(const std::string& format, const std::vector<v1::Subgraph>& frames,
                    const interchange::Lookup& lookup) {
  std::ostringstream out;
  const auto writer = interchange::make_subgraph_writer(format, out, lookup);
  for (const v1::Subgraph& frame : frames) writer->write(frame);
  writer->finish();
  return out.str();
}

interchange::Lookup looking_in(const v1::Subgraph& graph) {
  std::map<std::string, v1::Node> nodes;
  for (const v1::Node& node : graph.nodes()) nodes[node.key()] = node;
  interchange::Lookup lookup;
  lookup.node = [nodes](const std::string& key) {
    const auto at = nodes.find(key);
    return at == nodes.end() ? std::nullopt : std::optional(at->second);
  };
  lookup.words = [](const std::string& article, const v1::Span& /*span*/) {
    return "words of " + article;
  };
  return lookup;
}

}  // namespace casus::interchange_test

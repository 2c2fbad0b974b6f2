// GraphML: what other tools for graphs read. Every attribute is declared with its type before the
// first node; text is UTF-8; edges have ids, so that several between two nodes stay several.

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "interchange/attributes.h"
#include "interchange/markup.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

class GraphMlWriter : public SubgraphWriter {
 public:
  explicit GraphMlWriter(std::ostream& out) : out_(out) {
    out_ << kHead;
    for (const Attribute& attribute : node_attributes()) declare('n', "node", attribute);
    for (const Attribute& attribute : edge_attributes()) declare('e', "edge", attribute);
    out_ << "  <graph id=\"casus\" edgedefault=\"directed\">\n";
  }

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    for (const v1::Edge& edge : frame.edges()) write(edge);
    check(out_);
  }

  void finish() override {
    out_ << "  </graph>\n</graphml>\n";
    out_.flush();
    check(out_);
  }

 private:
  void declare(char prefix, std::string_view of, const Attribute& attribute) {
    out_ << fmt::format("  <key id=\"{0}_{1}\" for=\"{2}\" attr.name=\"{1}\" attr.type=\"{3}\"/>\n",
                        prefix, attribute.name, of, attribute.type);
  }

  void data(char prefix, std::string_view name, std::string_view text) {
    out_ << "<data key=\"" << prefix << '_' << name << "\">" << xml_escaped(text) << "</data>";
  }

  void write(const v1::Node& node) {
    out_ << "    <node id=\"" << xml_escaped(identifier(node.key())) << "\">";
    each_attribute(node, [this](auto name, auto value) { data('n', name, value); });
    out_ << "</node>\n";
  }

  void write(const v1::Edge& edge) {
    out_ << fmt::format("    <edge id=\"e{}\" source=\"{}\" target=\"{}\">", ++edges_,
                        xml_escaped(identifier(edge.from())), xml_escaped(identifier(edge.to())));
    each_attribute(edge, [this](auto name, auto value) { data('e', name, value); });
    out_ << "</edge>\n";
  }

  std::ostream& out_;
  std::uint64_t edges_ = 0;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_graphml_writer(std::ostream& out) {
  return std::make_unique<GraphMlWriter>(out);
}

}  // namespace casus::interchange

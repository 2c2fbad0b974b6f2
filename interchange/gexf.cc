// GEXF 1.2draft, the version that networkx reads as Gephi does: a graph in time. A node of an
// article begins when it happened or was published, an edge likewise; what ends has an end. Shared
// nodes are there at all times.

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "interchange/attributes.h"
#include "interchange/labels.h"
#include "interchange/markup.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
  <meta><creator>casus</creator></meta>
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
)";

// A date of which only the end is known does not begin with its article.
std::string time(const v1::DateInterval& date, const std::string& published) {
  const bool undated = date.earliest().empty() && date.latest().empty();
  const std::string& start = undated ? published : date.earliest();
  std::string text;
  if (!start.empty()) text += fmt::format(" start=\"{}\"", start);
  if (!date.latest().empty()) text += fmt::format(" end=\"{}\"", date.latest());
  return text;
}

const v1::DateInterval& date_of(const v1::Node& node) {
  return node.has_event() ? node.event().date() : node.statement().date();
}

class GexfWriter : public SubgraphWriter {
 public:
  explicit GexfWriter(std::ostream& out) : out_(out) {
    out_ << kHead;
    declare("node", node_attributes(), node_columns_);
    declare("edge", edge_attributes(), edge_columns_);
    out_ << "    <nodes>\n";
  }

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    if (frame.edges_size() > 0) begin_edges();
    for (const v1::Edge& edge : frame.edges()) write(edge);
    check(out_);
  }

  void finish() override {
    begin_edges();
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    out_.flush();
    check(out_);
  }

 private:
  using Columns = std::map<std::string_view, std::size_t>;

  void declare(std::string_view of, std::span<const Attribute> attributes, Columns& columns) {
    out_ << fmt::format("    <attributes class=\"{}\" mode=\"static\">\n", of);
    for (const Attribute& attribute : attributes) {
      out_ << fmt::format("      <attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", columns.size(),
                          attribute.name, attribute.type);
      columns.emplace(attribute.name, columns.size());
    }
    out_ << "    </attributes>\n";
  }

  void begin_edges() {
    if (in_edges_) return;
    in_edges_ = true;
    out_ << "    </nodes>\n    <edges>\n";
  }

  template <typename Item>
  void values(const Item& item, const Columns& columns) {
    out_ << "<attvalues>";
    each_attribute(item, [&](std::string_view name, std::string_view value) {
      out_ << "<attvalue for=\"" << columns.at(name) << "\" value=\"" << xml_escaped(value)
           << "\"/>";
    });
    out_ << "</attvalues>";
  }

  void write(const v1::Node& node) {
    out_ << fmt::format("      <node id=\"{}\" label=\"{}\"{}>",
                        xml_escaped(identifier(node.key())), xml_escaped(label(node)),
                        time(date_of(node), node.published()));
    values(node, node_columns_);
    out_ << "</node>\n";
  }

  void write(const v1::Edge& edge) {
    out_ << fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\"{}>",
                        ++edges_, xml_escaped(identifier(edge.from())),
                        xml_escaped(identifier(edge.to())), xml_escaped(label(edge)),
                        time(edge.date(), edge.published()));
    values(edge, edge_columns_);
    out_ << "</edge>\n";
  }

  std::ostream& out_;
  Columns node_columns_;
  Columns edge_columns_;
  bool in_edges_ = false;
  std::uint64_t edges_ = 0;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_gexf_writer(std::ostream& out) {
  return std::make_unique<GexfWriter>(out);
}

}  // namespace casus::interchange

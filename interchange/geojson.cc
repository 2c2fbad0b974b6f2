// GeoJSON (RFC 7946): the events of which it is known where they were, each a point with what is
// known of it as flat properties. Places come after their events in the stream, so they are looked
// up; some are remembered.

#include <fmt/format.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "graph/error.h"
#include "interchange/attributes.h"
#include "interchange/json_object.h"
#include "interchange/neighbours.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

const std::set<std::string_view>& numbers() {
  static const std::set<std::string_view> names = [] {
    std::set<std::string_view> found;
    for (const Attribute& attribute : node_attributes()) {
      if (attribute.type != "string") found.insert(attribute.name);
    }
    return found;
  }();
  return names;
}

class GeoJsonWriter : public SubgraphWriter {
 public:
  GeoJsonWriter(std::ostream& out, const Lookup& lookup) : out_(out), neighbours_(lookup) {
    out_ << R"({"type":"FeatureCollection","features":[)";
  }

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) {
      if (node.has_event() && !node.event().place().empty()) write(node);
    }
    check(out_);
  }

  void finish() override {
    out_ << "\n]}\n";
    out_.flush();
    check(out_);
  }

 private:
  void write(const v1::Node& node) {
    const v1::Event& event = node.event();
    const v1::Place place = neighbours_.find(event.place()).place();
    if (!place.has_latitude() || !place.has_longitude()) return;
    JsonObject properties;
    each_attribute(node, [&](std::string_view name, std::string_view value) {
      numbers().contains(name) ? properties.json(name, value) : properties.text(name, value);
    });
    properties.text("place_name", place.name()).text("country", place.country());
    properties.text("place_certainty", v1::Certainty::Value_Name(event.place_certainty()));
    properties.text("initiators", neighbours_.initiators(event));
    properties.text("targets", neighbours_.targets(event));
    source(node, properties);
    out_ << (first_ ? "\n" : ",\n")
         << JsonObject()
                .text("type", "Feature")
                .text("id", node.key())
                .json("geometry", fmt::format(R"({{"type":"Point","coordinates":[{},{}]}})",
                                              place.longitude(), place.latitude()))
                .json("properties", properties.take())
                .take();
    first_ = false;
  }

  void source(const v1::Node& node, JsonObject& properties) {
    const v1::Article article = neighbours_.find(node.source()).article();
    properties.text("outlet", article.outlet()).text("title", article.title());
    properties.text("url", web_link(article.url()));
    properties.text("quote", neighbours_.words(node.source(), node.event().sentence()));
  }

  std::ostream& out_;
  Neighbours neighbours_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_geojson_writer(std::ostream& out, const Lookup& lookup) {
  if (!lookup.node) throw InputError("The format geojson needs the graph, to look up places.");
  return std::make_unique<GeoJsonWriter>(out, lookup);
}

}  // namespace casus::interchange

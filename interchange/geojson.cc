// GeoJSON (RFC 7946): the events of which it is known where they were, each a point with what is
// known of it as flat properties. Places come after their events in the stream, so they are looked
// up; some are remembered.

#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/error.h"
#include "graph/kinds.h"
#include "interchange/attributes.h"
#include "interchange/json_object.h"
#include "interchange/labels.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

constexpr std::size_t kRemembered = 10'000;

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
  GeoJsonWriter(std::ostream& out, Lookup lookup) : out_(out), lookup_(std::move(lookup)) {
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
  const v1::Node& look_up(const std::string& key) {
    if (known_.size() >= kRemembered) known_.clear();
    const auto [at, inserted] = known_.try_emplace(key);
    if (inserted) at->second = lookup_.node(key).value_or(v1::Node());
    return at->second;
  }

  // "Red Lantern (alleged)"; in the article's words where nobody is known.
  std::string party(const std::string& actor, const std::string& words) {
    if (actor.empty()) return words;
    const v1::Node node = look_up(actor);
    return node.key().empty() ? actor : label(node);
  }

  void write(const v1::Node& node) {
    const v1::Event& event = node.event();
    const v1::Place place = look_up(event.place()).place();
    if (!place.has_latitude() || !place.has_longitude()) return;
    JsonObject properties;
    each_attribute(node, [&](std::string_view name, std::string_view value) {
      numbers().contains(name) ? properties.json(name, value) : properties.text(name, value);
    });
    properties.text("place_name", place.name()).text("country", place.country());
    properties.text("place_certainty", v1::Certainty::Value_Name(event.place_certainty()));
    parties(event, properties);
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

  void parties(const v1::Event& event, JsonObject& properties) {
    std::string initiators;
    for (const v1::Initiator& initiator : event.initiators()) {
      if (!initiators.empty()) initiators += "; ";
      initiators += party(initiator.actor(), initiator.text());
      if (initiator.status() != v1::InitiatorStatus::asserted) {
        initiators += fmt::format(" ({})", name_of(initiator.status()));
      }
    }
    std::string targets;
    for (const v1::Target& target : event.targets()) {
      if (!targets.empty()) targets += "; ";
      targets += party(target.actor(), target.text());
    }
    properties.text("initiators", initiators).text("targets", targets);
  }

  void source(const v1::Node& node, JsonObject& properties) {
    const v1::Article article = look_up(node.source()).article();
    properties.text("outlet", article.outlet()).text("title", article.title());
    properties.text("url", web_link(article.url()));
    if (lookup_.words && node.event().has_sentence()) {
      properties.text("quote", lookup_.words(node.source(), node.event().sentence()));
    }
  }

  std::ostream& out_;
  Lookup lookup_;
  std::unordered_map<std::string, v1::Node> known_;  // without data: there is none of this key
  bool first_ = true;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_geojson_writer(std::ostream& out, const Lookup& lookup) {
  if (!lookup.node) throw InputError("The format geojson needs the graph, to look up places.");
  return std::make_unique<GeoJsonWriter>(out, lookup);
}

}  // namespace casus::interchange

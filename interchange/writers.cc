#include "interchange/writers.h"

#include <fmt/format.h>
#include <google/protobuf/util/delimited_message_util.h>

#include <array>
#include <string>
#include <string_view>

#include "graph/error.h"
#include "interchange/json_printer.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

class ProtobufWriter : public SubgraphWriter {
 public:
  explicit ProtobufWriter(std::ostream& out) : out_(out) {}

  void write(const v1::Subgraph& frame) override { write_delimited(frame, out_); }

  void finish() override {
    out_.flush();
    check(out_);
  }

 private:
  std::ostream& out_;
};

// One Subgraph in protobuf's JSON mapping, whatever the frames that it came in.
class JsonWriter : public SubgraphWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) { out_ << "{\"nodes\":["; }

  void write(const v1::Subgraph& frame) override {
    if (in_edges_ && frame.nodes_size() > 0) {
      throw Error("The nodes of a subgraph must be written before its edges.");
    }
    for (const v1::Node& node : frame.nodes()) line(node);
    if (frame.edges_size() > 0) begin_edges();
    for (const v1::Edge& edge : frame.edges()) line(edge);
    check(out_);
  }

  void finish() override {
    begin_edges();
    out_ << "\n]}\n";
    out_.flush();
    check(out_);
  }

 private:
  void begin_edges() {
    if (in_edges_) return;
    in_edges_ = true;
    first_ = true;
    out_ << "\n],\"edges\":[";
  }

  void line(const google::protobuf::Message& message) {
    line_ = first_ ? "\n" : ",\n";
    append_json(message, line_);
    out_ << line_;
    first_ = false;
  }

  std::ostream& out_;
  std::string line_;
  bool in_edges_ = false;
  bool first_ = true;
};

InputError unknown(std::string_view format, bool (*expected)(Shape)) {
  std::string names;
  for (const SubgraphFormat& known : subgraph_formats()) {
    if (expected(known.shape)) names += (names.empty() ? "" : ", ") + std::string(known.name);
  }
  return InputError(
      fmt::format("There is no subgraph format '{}'; expected one of {}.", format, names));
}

}  // namespace

std::string to_json_line(const google::protobuf::Message& message) {
  std::string json;
  append_json(message, json);
  return json;
}

void write_delimited(const google::protobuf::MessageLite& message, std::ostream& out) {
  if (!google::protobuf::util::SerializeDelimitedToOstream(message, &out)) check(out);
  check(out);
}

void check(const std::ostream& out) {
  if (!out) throw Error("Writing failed: the disk may be full, or the reader is gone.");
}

std::span<const SubgraphFormat> subgraph_formats() {
  static constexpr std::array<SubgraphFormat, 15> kFormats = {{
      {"json", "one Subgraph object, a node or edge a line", Shape::text},
      {"protobuf", "length-delimited Subgraph frames", Shape::binary},
      {"graphml", "for Gephi, Cytoscape, yEd, networkx, igraph", Shape::text},
      {"gexf", "a graph in time, for Gephi", Shape::text},
      {"nquads", "RDF in SEM, GRaSP, PROV and schema.org, a statement a line", Shape::text},
      {"trig", "the same, to be read", Shape::text},
      {"jsonld", "the same as JSON", Shape::text},
      {"geojson", "events on a map, for QGIS", Shape::text},
      {"stix", "a STIX 2.1 bundle, for OpenCTI, MISP", Shape::text},
      {"ftm", "FollowTheMoney, for Aleph", Shape::text},
      {"csv-neo4j", "tables for `neo4j-admin database import`", Shape::folder},
      {"csv-kuzu", "tables for Kùzu and LadybugDB", Shape::folder},
      {"bundle", "evidence for `casus verify`", Shape::folder},
      {"timeline", "an HTML page, for a browser", Shape::text},
      {"dot", "a picture, for Graphviz", Shape::text},
  }};
  return kFormats;
}

std::unique_ptr<SubgraphWriter> make_subgraph_writer(std::string_view format, std::ostream& out,
                                                     const Lookup& lookup) {
  if (format == "json") return std::make_unique<JsonWriter>(out);
  if (format == "protobuf") return std::make_unique<ProtobufWriter>(out);
  if (format == "graphml") return make_graphml_writer(out);
  if (format == "gexf") return make_gexf_writer(out);
  if (format == "geojson") return make_geojson_writer(out, lookup);
  if (format == "nquads") return make_nquads_writer(out, lookup);
  if (format == "trig") return make_trig_writer(out, lookup);
  if (format == "jsonld") return make_json_ld_writer(out, lookup);
  if (format == "stix") return make_stix_writer(out, lookup);
  if (format == "ftm") return make_ftm_writer(out, lookup);
  if (format == "timeline") return make_timeline_writer(out, lookup);
  if (format == "dot") return make_dot_writer(out);
  throw unknown(format, [](Shape shape) { return shape != Shape::folder; });
}

std::unique_ptr<SubgraphWriter> make_folder_writer(std::string_view format,
                                                   const std::filesystem::path& folder,
                                                   const Lookup& lookup) {
  if (format == "bundle") return make_bundle_writer(folder, lookup);
  if (format == "csv-neo4j") return make_neo4j_writer(folder);
  if (format == "csv-kuzu") return make_kuzu_writer(folder);
  throw unknown(format, [](Shape shape) { return shape == Shape::folder; });
}

}  // namespace casus::interchange

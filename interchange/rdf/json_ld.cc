// JSON-LD 1.0, a node a line: the default graph, in which every other one is a node with a
// "@graph" of its own, as often as the stream comes back to it.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "interchange/json_printer.h"
#include "interchange/markup.h"
#include "interchange/rdf/statements.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

class JsonLdSink : public RdfSink {
 public:
  explicit JsonLdSink(std::ostream& out) : out_(out) {
    out_ << "{\"@context\":{";
    for (const RdfPrefix& prefix : rdf_prefixes()) {
      if (&prefix != &rdf_prefixes().front()) out_ << ',';
      out_ << '"' << prefix.name << "\":\"" << prefix.iri << '"';
    }
    out_ << "},\"@graph\":[";
  }

  void begin(std::string_view graph, std::string_view subject) override {
    if (graph == graph_ && subject == subject_) return;
    end_subject();
    if (graph != graph_) {
      if (!graph_.empty()) out_ << "\n]}";
      graph_ = graph;
      if (!graph_.empty()) {
        out_ << comma(first_) << "{\"@id\":" << quoted(graph_) << ",\"@graph\":[";
        first_in_graph_ = true;
      }
    }
    subject_ = subject;
  }
  void iri(std::string_view property, std::string_view value) override {
    add(property, "{\"@id\":" + quoted(value) + '}');
  }
  void name(std::string_view property, std::string_view value) override { iri(property, value); }
  void literal(std::string_view property, std::string_view value,
               std::string_view datatype) override {
    const std::string text = quoted(valid_text(value));
    add(property, datatype.empty()
                      ? text
                      : "{\"@value\":" + text + ",\"@type\":\"" + std::string(datatype) + "\"}");
  }
  void finish() override {
    end_subject();
    if (!graph_.empty()) out_ << "\n]}";
    out_ << "\n]}\n";
    out_.flush();
    check(out_);
  }

 private:
  static const char* comma(bool& first) {
    const char* text = first ? "\n" : ",\n";
    first = false;
    return text;
  }

  static std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(text, out);
    return out;
  }

  void add(std::string_view property, std::string value) {
    values_[std::string(property)].push_back(std::move(value));
  }

  void end_subject() {
    if (values_.empty()) return;
    out_ << comma(graph_.empty() ? first_ : first_in_graph_) << "{\"@id\":" << quoted(subject_);
    for (const auto& [property, values] : values_) {
      out_ << ",\"" << property << "\":" << (values.size() > 1 ? "[" : "");
      for (const std::string& value : values) out_ << (&value == &values[0] ? "" : ",") << value;
      if (values.size() > 1) out_ << ']';
    }
    out_ << '}';
    values_.clear();
  }

  std::ostream& out_;
  std::string graph_;
  std::string subject_;
  std::map<std::string, std::vector<std::string>> values_;  // by property, of the subject
  bool first_ = true;
  bool first_in_graph_ = true;
};

}  // namespace

std::unique_ptr<RdfSink> make_json_ld_sink(std::ostream& out) {
  return std::make_unique<JsonLdSink>(out);
}

}  // namespace casus::interchange

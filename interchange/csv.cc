// Tables as comma-separated files in one folder, for `neo4j-admin database import` and for Kùzu's
// COPY: one of each kind of node, one of each kind of edge between two such. Texts are quoted as
// RFC 4180 has it and are as they are; what is unknown is an empty cell.

#include <fmt/format.h>
#include <google/protobuf/message.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "interchange/attributes.h"
#include "interchange/markup.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

enum class Dialect { neo4j, kuzu };

struct Column {
  std::string name;
  std::string type;  // string, date, long, double
};
using Columns = std::vector<Column>;

constexpr std::array kKinds = {v1::NodeKind::article, v1::NodeKind::actor,     v1::NodeKind::place,
                               v1::NodeKind::event,   v1::NodeKind::statement, v1::NodeKind::claim};

// "Event" of an event and of an attack.
std::string table_of(v1::NodeKind::Value kind) {
  std::string name(name_of(kind));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}
std::string table_of(const std::string& key) { return table_of(kind_of_key(key)); }

// "SAME_AS".
std::string table_of(v1::EdgeKind::Value kind) {
  std::string name(name_of(kind));
  for (char& c : name) c = c == '_' ? '_' : static_cast<char>(c - 'a' + 'A');
  return name;
}

// Something in every field, so that it has all attributes that one of its kind may have.
void fill(Message& message) {
  const auto& reflection = *message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = message.GetDescriptor()->field(i);
    if (field->real_containing_oneof() != nullptr) continue;
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        fill(field->is_repeated() ? *reflection.AddMessage(&message, field)
                                  : *reflection.MutableMessage(&message, field));
        break;
      case FieldDescriptor::CPPTYPE_STRING:
        field->is_repeated() ? reflection.AddString(&message, field, "x")
                             : reflection.SetString(&message, field, "x");
        break;
      case FieldDescriptor::CPPTYPE_UINT32:
        reflection.SetUInt32(&message, field, 1);
        break;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        reflection.SetDouble(&message, field, 1);
        break;
      default:
        break;
    }
  }
}

template <typename Item>
Columns columns_of(const Item& item, std::span<const Attribute> attributes) {
  std::set<std::string_view> present;
  each_attribute(item, [&](std::string_view name, std::string_view) {
    for (const Attribute& attribute : attributes) {
      if (attribute.name == name) present.insert(attribute.name);
    }
  });
  Columns columns;
  for (const Attribute& attribute : attributes) {
    if (!present.contains(attribute.name)) continue;
    const bool day =
        attribute.name == "date" || attribute.name == "date_end" || attribute.name == "published";
    columns.push_back({std::string(attribute.name), day ? "date" : std::string(attribute.type)});
  }
  return columns;
}

Columns columns_of(v1::NodeKind::Value kind) {
  v1::Node node;
  node.set_kind(kind);
  if (kind != v1::NodeKind::actor && kind != v1::NodeKind::place) {
    node.set_published("x");
    if (kind != v1::NodeKind::article) fill(*node.mutable_evidence());
  }
  if (kind == v1::NodeKind::event) node.set_cameo_root("x");
  const auto* data = node.GetDescriptor()->FindFieldByName(std::string(name_of(kind)));
  fill(*node.GetReflection()->MutableMessage(&node, data));
  return columns_of(node, node_attributes());
}

Columns columns_of(v1::EdgeKind::Value kind) {
  v1::Edge edge;
  fill(edge);
  edge.set_kind(kind);
  return columns_of(edge, edge_attributes());
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : valid_text(text)) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

// One file. A row begins with one to three cells that are always there.
class Table {
 public:
  Table(const std::filesystem::path& file, const std::string& head, Columns columns)
      : out_(file, std::ios::binary), columns_(std::move(columns)) {
    out_ << head << '\n';
    for (std::size_t i = 0; i < columns_.size(); ++i) places_.emplace(columns_[i].name, i);
  }

  template <typename Item>
  void row(const Item& item, const std::vector<std::string>& first) {
    std::vector<std::string> cells(columns_.size());
    each_attribute(item, [&](std::string_view name, std::string_view value) {
      const auto place = places_.find(name);
      if (place == places_.end()) return;
      const std::string& type = columns_[place->second].type;
      cells[place->second] = type == "string" ? in_quotes(value) : std::string(value);
    });
    for (std::size_t i = 0; i < first.size(); ++i)
      out_ << (i == 0 ? "" : ",") << in_quotes(first[i]);
    for (const std::string& cell : cells) out_ << ',' << cell;
    out_ << '\n';
  }

  void check() const { interchange::check(out_); }
  void finish() {
    out_.close();
    check();
  }

 private:
  std::ofstream out_;
  Columns columns_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

std::string_view kuzu_type(const Column& column) {
  if (column.type == "long") return "INT64";
  if (column.type == "double") return "DOUBLE";
  return column.type == "date" ? "DATE" : "STRING";
}

class CsvWriter : public SubgraphWriter {
 public:
  CsvWriter(std::filesystem::path folder, Dialect dialect)
      : folder_(std::move(folder)), dialect_(dialect) {
    for (const v1::NodeKind::Value kind : kKinds) {
      const std::string name = table_of(kind);
      const Columns columns = columns_of(kind);
      const std::string first = dialect_ == Dialect::neo4j ? "key:ID,:LABEL" : "key";
      tables_.emplace(name, open(name, first, columns));
      schema_ += fmt::format("CREATE NODE TABLE `{}`(`key` STRING PRIMARY KEY{});\n", name,
                             declared(columns));
      copies_ += copy(name, name, "");
    }
  }

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    for (const v1::Edge& edge : frame.edges()) write(edge);
    for (const auto& [name, table] : tables_) table->check();
  }

  void finish() override {
    for (const auto& [name, table] : tables_) table->finish();
    if (dialect_ != Dialect::kuzu) return;
    for (const auto& [kind, ends] : ends_) {
      schema_ += fmt::format("CREATE REL TABLE `{}`({}{});\n", table_of(kind),
                             fmt::join(ends, ", "), declared(columns_of(kind)));
    }
    std::ofstream out(folder_ / "schema.cypher", std::ios::binary);
    out << schema_ << copies_;
    out.close();
    check(out);
  }

 private:
  std::unique_ptr<Table> open(const std::string& name, const std::string& first,
                              const Columns& columns) {
    std::string head = first;
    for (const Column& column : columns) {
      head += ',' + column.name;
      if (dialect_ == Dialect::neo4j) head += ':' + column.type;
    }
    return std::make_unique<Table>(folder_ / (name + ".csv"), head, columns);
  }

  static std::string declared(const Columns& columns) {
    std::string text;
    for (const Column& column : columns) {
      text += fmt::format(", `{}` {}", column.name, kuzu_type(column));
    }
    return text;
  }

  // A line break may stand in a text, so one thread reads.
  static std::string copy(std::string_view table, std::string_view file, std::string_view ends) {
    return fmt::format(
        "COPY `{}` FROM '{}.csv' ({}HEADER=true, PARALLEL=false, AUTO_DETECT=false, DELIM=',', "
        "QUOTE='\"', ESCAPE='\"');\n",
        table, file, ends);
  }

  void write(const v1::Node& node) {
    const std::string name = table_of(node.key());
    std::vector<std::string> first = {node.key()};
    if (dialect_ == Dialect::neo4j) {
      const std::string kind = table_of(node.kind());
      first.push_back(kind == name ? name : name + ';' + kind);
    }
    tables_.at(name)->row(node, first);
  }

  void write(const v1::Edge& edge) {
    const std::string from = table_of(edge.from());
    const std::string to = table_of(edge.to());
    const std::string kind = table_of(edge.kind());
    const std::string name = fmt::format("{}.{}.{}", kind, from, to);
    auto& table = tables_[name];
    if (!table) {
      const std::string first = dialect_ == Dialect::neo4j ? ":START_ID,:END_ID,:TYPE" : "from,to";
      table = open(name, first, columns_of(edge.kind()));
      ends_[edge.kind()].push_back(fmt::format("FROM `{}` TO `{}`", from, to));
      copies_ += copy(kind, name, fmt::format("from='{}', to='{}', ", from, to));
    }
    std::vector<std::string> first = {edge.from(), edge.to()};
    if (dialect_ == Dialect::neo4j) first.push_back(kind);
    table->row(edge, first);
  }

  std::filesystem::path folder_;
  Dialect dialect_;
  std::map<std::string, std::unique_ptr<Table>> tables_;
  std::map<v1::EdgeKind::Value, std::vector<std::string>> ends_;  // of each kind of edge
  std::string schema_;
  std::string copies_;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_neo4j_writer(const std::filesystem::path& folder) {
  return std::make_unique<CsvWriter>(folder, Dialect::neo4j);
}

std::unique_ptr<SubgraphWriter> make_kuzu_writer(const std::filesystem::path& folder) {
  return std::make_unique<CsvWriter>(folder, Dialect::kuzu);
}

}  // namespace casus::interchange

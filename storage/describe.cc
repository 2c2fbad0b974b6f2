#include "storage/describe.h"

#include <fmt/format.h>

#include "graph/error.h"
#include "graph/kinds.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

std::string printable(std::string_view bytes) {
  constexpr std::size_t kShown = 100;
  std::string text;
  for (const char byte : bytes.substr(0, kShown)) {
    const auto code = static_cast<unsigned char>(byte);
    text += code >= 0x20 && code != 0x7F ? std::string(1, byte) : fmt::format("\\x{:02x}", code);
  }
  return bytes.size() > kShown ? text + "..." : text;
}

class Describer {
 public:
  explicit Describer(const EngineSnapshot& snapshot) : snapshot_(snapshot) {}

  std::string entry(std::string_view key) const {
    Reader reader(key);
    const auto table = static_cast<Table>(reader.u8());
    const std::string_view rest = reader.rest();
    switch (table) {
      case Table::annotation:
        return "A part of the annotation of " + node(reader.u64());
      case Table::text:
        return "A part of the text of " + node(reader.u64());
      case Table::node:
        return "The record of " + node(reader.varint());
      case Table::fingerprint:
        return fmt::format("The fingerprint of {}",
                           printable(rest.substr(kGroupBytes + kDayBytes)));
      case Table::label:
        return "The name of " + node(reader.varint());
      case Table::contribution:
        return "What articles say of " + node(reader.varint());
      case Table::id:
        return "The id of " + printable(rest);
      case Table::kind:
        return "The place in a list by kind, " + printable(rest.substr(1 + kDayBytes)) + ",";
      case Table::name:
        return fmt::format("The name '{}'", text(rest));
      case Table::token:
        return fmt::format("The token '{}' of an actor", text(rest));
      case Table::word:
        return word(rest);
      case Table::block:
        return fmt::format("A group under the block token '{}'", text(rest));
      case Table::counter:
        return counter(rest);
      case Table::origin:
        return "The origin " + printable(rest);
      case Table::correction:
        return fmt::format("Correction {}", reader.u64());
      case Table::correction_scope:
        return fmt::format("The place of a correction under {}", text(rest));
      case Table::edge:
        return edge(key);
      case Table::relation:
      case Table::pair:
        return relation(key);
      case Table::claim_row: {
        const NodeId actor = reader.varint();
        const std::string claim = node(reader.varint());
        return actor == 0 ? "What ranks " + claim
                          : fmt::format("The part of {} in {}", node(actor), claim);
      }
      case Table::claim_link:
        return fmt::format("The link of {} to {}", node(reader.varint()), node(reader.varint()));
      case Table::deed: {
        const std::string of = node(reader.varint());
        return fmt::format("Who did what, by {} and {}", of, node(reader.varint()));
      }
      case Table::reference:
        return "A reference to " + printable(decode_reference_key(key).item);
      case Table::meta:
        break;
    }
    return fmt::format("An entry of no table, '{}',", printable(key));
  }

 private:
  std::string node(NodeId id) const {
    const std::optional<std::string> record = snapshot_.get(node_record_key(id));
    if (!record) return fmt::format("node {}", id);
    try {
      return printable(decode_node_key(*record));
    } catch (const StoreError&) {
      return fmt::format("node {}", id);
    }
  }

  static std::string text(std::string_view rest) {
    return printable(rest.substr(0, rest.find('\0')));
  }

  std::string word(std::string_view rest) const {
    const std::string what = fmt::format("The word '{}'", text(rest));
    Reader tail(rest.substr(std::min(rest.find('\0'), rest.size() - 1) + 1));
    tail.take(kDayBytes);
    return what + " of " + node(tail.varint());
  }

  static std::string counter(std::string_view rest) {
    Reader reader(rest);
    const bool of_nodes = reader.u8() == 0;
    const int kind = reader.u8();
    if (of_nodes && v1::NodeKind::Value_IsValid(kind)) {
      return fmt::format("The number of nodes of kind {}",
                         name_of(static_cast<v1::NodeKind::Value>(kind)));
    }
    if (!of_nodes && v1::EdgeKind::Value_IsValid(kind)) {
      return fmt::format("The number of edges of kind {}",
                         name_of(static_cast<v1::EdgeKind::Value>(kind)));
    }
    return fmt::format("The counter '{}'", printable(rest));
  }

  std::string edge(std::string_view key) const {
    const EdgeRef ref = decode_edge_key(key);
    const bool out = ref.direction == Direction::out;
    return fmt::format("The {} {} from {} to {}", out ? "edge" : "way back along the edge",
                       name_of(ref.kind), node(out ? ref.self : ref.other),
                       node(out ? ref.other : ref.self));
  }

  std::string relation(std::string_view key) const {
    const RelationRef ref = decode_relation(key, std::string_view("", 1));
    return fmt::format("The relation of {} to {} by {}", node(ref.from), node(ref.to),
                       node(ref.node));
  }

  const EngineSnapshot& snapshot_;
};

}  // namespace

std::string describe(const EngineSnapshot& snapshot, std::string_view key) {
  try {
    return Describer(snapshot).entry(key);
  } catch (const std::exception&) {  // a key that is too short for its table
    return "The entry '" + printable(key) + "'";
  }
}

}  // namespace casus::storage

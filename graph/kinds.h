#ifndef CASUS_GRAPH_KINDS_H_
#define CASUS_GRAPH_KINDS_H_

// Names of kinds, is-a, and the code tables of the field (PLOVER 0.8, CAMEO roots).
// Thread-safe, no state.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/graph.pb.h"

namespace casus {

// Reflexive: an attack is an event, a denial is a statement.
bool is_a(v1::NodeKind::Value kind, v1::NodeKind::Value what);

// The most specific node kind of an event or a statement.
v1::NodeKind::Value node_kind(const v1::Event& event);          // event or attack
v1::NodeKind::Value node_kind(const v1::Statement& statement);  // statement or denial

// Names as in the .proto files ("responsibility_claim"), for text and for filters.
std::string_view name_of(v1::NodeKind::Value kind);
std::string_view name_of(v1::EdgeKind::Value kind);
std::string_view name_of(v1::ActorKind::Value kind);
std::string_view name_of(v1::StatementKind::Value kind);
std::string_view name_of(v1::Modality::Value modality);
std::string_view name_of(v1::InitiatorStatus::Value status);
std::optional<v1::NodeKind::Value> node_kind_named(std::string_view name);
std::optional<v1::StatementKind::Value> statement_kind_named(std::string_view name);

// The PLOVER 0.8 event types, in the order of its manual.
struct PloverType {
  std::string_view code;        // "ASSAULT"
  std::string_view quad_class;  // "material conflict"
  std::string_view cameo_root;  // "18": the CAMEO root that is nearest to it
};
std::span<const PloverType> plover_types();
const PloverType* plover_type(std::string_view code);  // nullptr if there is none

// What an event or statement is, in a byte: the place of its type among plover_types(), or 128 and
// the number of its StatementKind. Stores hold it.
std::uint8_t act_code(const v1::Event& event);
std::uint8_t act_code(const v1::Statement& statement);

}  // namespace casus

#endif  // CASUS_GRAPH_KINDS_H_

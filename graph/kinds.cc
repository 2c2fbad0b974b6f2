#include "graph/kinds.h"

#include <algorithm>
#include <array>
#include <string>

namespace casus {
namespace {

constexpr std::string_view kVerbalCooperation = "verbal cooperation";
constexpr std::string_view kMaterialCooperation = "material cooperation";
constexpr std::string_view kVerbalConflict = "verbal conflict";
constexpr std::string_view kMaterialConflict = "material conflict";

constexpr std::array<PloverType, 16> kPloverTypes = {{
    {"AGREE", kVerbalCooperation, "03"},
    {"CONSULT", kVerbalCooperation, "04"},
    {"SUPPORT", kVerbalCooperation, "05"},
    {"CONCEDE", kVerbalCooperation, "08"},
    {"COOPERATE", kMaterialCooperation, "06"},
    {"AID", kMaterialCooperation, "07"},
    {"RETREAT", kMaterialCooperation, "08"},
    {"REQUEST", kVerbalConflict, "10"},
    {"ACCUSE", kVerbalConflict, "11"},
    {"REJECT", kVerbalConflict, "12"},
    {"THREATEN", kVerbalConflict, "13"},
    {"PROTEST", kMaterialConflict, "14"},
    {"SANCTION", kMaterialConflict, "16"},
    {"MOBILIZE", kMaterialConflict, "15"},
    {"COERCE", kMaterialConflict, "17"},
    {"ASSAULT", kMaterialConflict, "18"},
}};

}  // namespace

bool is_a(v1::NodeKind::Value kind, v1::NodeKind::Value what) {
  return kind == what || (kind == v1::NodeKind::attack && what == v1::NodeKind::event) ||
         (kind == v1::NodeKind::denial && what == v1::NodeKind::statement);
}

v1::NodeKind::Value node_kind(const v1::Event& event) {
  return event.type() == "ASSAULT" ? v1::NodeKind::attack : v1::NodeKind::event;
}

v1::NodeKind::Value node_kind(const v1::Statement& statement) {
  return statement.kind() == v1::StatementKind::denial ? v1::NodeKind::denial
                                                       : v1::NodeKind::statement;
}

// The generated names live as long as the program.
std::string_view name_of(v1::NodeKind::Value kind) { return v1::NodeKind::Value_Name(kind); }
std::string_view name_of(v1::EdgeKind::Value kind) { return v1::EdgeKind::Value_Name(kind); }
std::string_view name_of(v1::ActorKind::Value kind) { return v1::ActorKind::Value_Name(kind); }
std::string_view name_of(v1::StatementKind::Value kind) {
  return v1::StatementKind::Value_Name(kind);
}
std::string_view name_of(v1::Modality::Value modality) {
  return v1::Modality::Value_Name(modality);
}
std::string_view name_of(v1::InitiatorStatus::Value status) {
  return v1::InitiatorStatus::Value_Name(status);
}

std::optional<v1::NodeKind::Value> node_kind_named(std::string_view name) {
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  if (!v1::NodeKind::Value_Parse(std::string(name), &kind)) return std::nullopt;
  if (kind == v1::NodeKind::unspecified) return std::nullopt;
  return kind;
}

std::optional<v1::StatementKind::Value> statement_kind_named(std::string_view name) {
  v1::StatementKind::Value kind = v1::StatementKind::other;
  if (!v1::StatementKind::Value_Parse(std::string(name), &kind)) return std::nullopt;
  return kind;
}

std::span<const PloverType> plover_types() { return kPloverTypes; }

const PloverType* plover_type(std::string_view code) {
  const auto* found = std::find_if(kPloverTypes.begin(), kPloverTypes.end(),
                                   [code](const PloverType& type) { return type.code == code; });
  return found == kPloverTypes.end() ? nullptr : found;
}

std::uint8_t act_code(const v1::Event& event) {
  const PloverType* type = plover_type(event.type());
  return static_cast<std::uint8_t>(type == nullptr ? kPloverTypes.size()
                                                   : type - kPloverTypes.data());
}

std::uint8_t act_code(const v1::Statement& statement) {
  constexpr unsigned kStatement = 128;
  return static_cast<std::uint8_t>(kStatement + static_cast<unsigned>(statement.kind()));
}

}  // namespace casus

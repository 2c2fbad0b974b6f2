#include "cli/filters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "cli/text.h"
#include "graph/codes.h"
#include "graph/kinds.h"

namespace casus::cli {
namespace {

using Names = std::vector<std::string_view>;

// Of ActorKind or StatementKind, whose values have no gaps.
template <typename Kind>
Names names_of() {
  Names names;
  for (int value = Kind::Value_MIN; value <= Kind::Value_MAX; ++value) {
    names.push_back(name_of(static_cast<typename Kind::Value>(value)));
  }
  return names;
}

Names event_types() {
  Names names;
  for (const PloverType& type : plover_types()) names.push_back(type.code);
  return names;
}

// Where it stands in the list.
std::size_t index_in(const Names& names, const std::string& text, std::string_view what) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    throw UsageError(
        fmt::format("{} is no {}; write one of {}.", echoed(text), what, fmt::join(names, ", ")));
  }
  return static_cast<std::size_t>(found - names.begin());
}

template <typename Kind>
std::optional<typename Kind::Value> kind_named(const std::string& text, std::string_view what) {
  if (text.empty()) return std::nullopt;
  const auto index = static_cast<int>(index_in(names_of<Kind>(), text, what));
  return static_cast<typename Kind::Value>(Kind::Value_MIN + index);
}

}  // namespace

std::optional<v1::ActorKind::Value> actor_kind(const std::string& text) {
  return kind_named<v1::ActorKind>(text, "kind of actor");
}

std::optional<v1::StatementKind::Value> statement_kind(const std::string& text) {
  return kind_named<v1::StatementKind>(text, "kind of statement");
}

std::optional<v1::InitiatorStatus::Value> initiator_status(const std::string& text) {
  return kind_named<v1::InitiatorStatus>(text, "status of a perpetrator");
}

void check_event_type(const std::string& text) {
  if (!text.empty()) index_in(event_types(), text, "PLOVER event type");
}

void check_event_mode(const std::string& text) {
  if (text.empty()) return;
  Names names;
  for (const PloverType& type : plover_types()) {
    for (const std::string_view mode : plover_modes(type.code)) names.push_back(mode);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  index_in(names, text, "PLOVER mode");
}

void check_relation_kind(const std::string& text) {
  if (text.empty()) return;
  Names names = event_types();
  const Names kinds = names_of<v1::StatementKind>();
  names.insert(names.end(), kinds.begin(), kinds.end());
  index_in(names, text, "PLOVER event type or kind of statement");
}

void add_event_kind(CLI::App& command, std::string& kind, const std::string& help,
                    const std::string& value) {
  auto* option = command.add_option("--kind", kind, help)->type_name(value);
  command.add_option("--type", kind, help)->type_name(value)->group("")->excludes(option);
}

}  // namespace casus::cli

#include "interchange/neighbours.h"

#include <fmt/format.h>

#include <cstddef>

#include "graph/kinds.h"
#include "interchange/labels.h"

namespace casus::interchange {
namespace {

constexpr std::size_t kRemembered = 10'000;

void add(std::string& list, const std::string& item) {
  if (!list.empty()) list += "; ";
  list += item;
}

}  // namespace

const v1::Node& Neighbours::find(const std::string& key) {
  if (known_.size() >= kRemembered) known_.clear();
  const auto [at, inserted] = known_.try_emplace(key);
  if (inserted && lookup_.node) at->second = lookup_.node(key).value_or(v1::Node());
  return at->second;
}

std::string Neighbours::name(const std::string& key) {
  const v1::Node& node = find(key);
  return node.key().empty() ? key : label(node);
}

std::string Neighbours::initiators(const v1::Event& event) {
  std::string list;
  for (const v1::Initiator& initiator : event.initiators()) {
    add(list, initiator.actor().empty() ? initiator.text() : name(initiator.actor()));
    if (initiator.status() != v1::InitiatorStatus::asserted) {
      list += fmt::format(" ({})", name_of(initiator.status()));
    }
  }
  return list;
}

std::string Neighbours::targets(const v1::Event& event) {
  std::string list;
  for (const v1::Target& target : event.targets()) {
    add(list, target.actor().empty() ? target.text() : name(target.actor()));
  }
  return list;
}

std::string Neighbours::words(const std::string& article, const v1::Span& span) const {
  return lookup_.words ? lookup_.words(article, span) : std::string();
}

std::string Neighbours::words(const v1::Evidence& evidence) const {
  std::string text;
  for (const v1::Span& span : evidence.spans()) {
    const std::string piece = words(evidence.article(), span);
    if (!piece.empty()) text += (text.empty() ? "" : " … ") + piece;
  }
  return text;
}

}  // namespace casus::interchange

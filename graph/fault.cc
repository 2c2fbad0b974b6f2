#include "graph/fault.h"

#include <utility>

#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kMaxReasonBytes = 1000;

}  // namespace

std::string_view name_of(FaultKind kind) {
  switch (kind) {
    case FaultKind::format:
      return "format";
    case FaultKind::value:
      return "value";
    case FaultKind::missing:
      return "missing";
    case FaultKind::size:
      return "size";
    case FaultKind::encoding:
      return "encoding";
    case FaultKind::key:
      return "key";
    case FaultKind::reference:
      return "reference";
    case FaultKind::span:
      return "span";
    case FaultKind::evidence:
      return "evidence";
    case FaultKind::offsets:
      return "offsets";
    case FaultKind::words:
      return "words";
    case FaultKind::unused:
      return "unused";
    case FaultKind::undated:
      return "undated";
    case FaultKind::stance:
      return "stance";
    case FaultKind::code:
      return "code";
    case FaultKind::identity:
      return "identity";
    case FaultKind::figure:
      return "figure";
    case FaultKind::unread:
      return "unread";
  }
  return {};
}

bool is_warning(FaultKind kind) { return kind >= FaultKind::offsets; }

std::string Fault::text() const { return field.empty() ? reason : field + ": " + reason; }

std::string FieldPath::text() const {
  std::string out = parent == nullptr ? std::string() : parent->text();
  if (!out.empty() && !name.empty()) out += '.';
  out += name;
  if (index >= 0) {
    out += '[';
    out += std::to_string(index);
    out += ']';
  }
  return out;
}

void FaultList::add(FaultKind kind, const FieldPath& field, std::string reason) {
  if (!full()) add(kind, field.text(), std::move(reason));
}

void FaultList::add(FaultKind kind, std::string field, std::string reason) {
  if (full()) return;
  // A reason quotes what is wrong, which may be long.
  if (reason.size() > kMaxReasonBytes) {
    reason.resize(utf8_head(reason, kMaxReasonBytes).size());
    reason += "…";
  }
  faults_.push_back({kind, std::move(field), std::move(reason)});
}

}  // namespace casus

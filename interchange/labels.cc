#include "interchange/labels.h"

#include <fmt/format.h>

#include "graph/kinds.h"
#include "graph/wording.h"

namespace casus::interchange {
namespace {

std::string event_label(const v1::Event& event) {
  std::string line = kind_label(event);
  if (!event.mode().empty()) line += ", " + event.mode();
  if (event.has_date()) line += ", " + when(event.date());
  return line;
}

std::string statement_label(const v1::Statement& statement) {
  const std::string kind = kind_label(statement);
  return statement.speaker_text().empty() ? kind : statement.speaker_text() + ": " + kind;
}

std::string text_of(const v1::Node& node) {
  switch (node.data_case()) {
    case v1::Node::kArticle:
      return node.article().title().empty() ? node.article().id() : node.article().title();
    case v1::Node::kActor:
      return node.actor().name();
    case v1::Node::kPlace:
      return node.place().name();
    case v1::Node::kEvent:
      return event_label(node.event());
    case v1::Node::kStatement:
      return statement_label(node.statement());
    case v1::Node::kClaim:
      return (node.claim().polarity() == v1::Polarity::negative ? "not: " : "") +
             node.claim().text();
    default:
      return {};
  }
}

// "probably asserts".
std::string hedged(v1::Certainty::Value certainty, const char* verb) {
  if (certainty == v1::Certainty::probable) return fmt::format("probably {}", verb);
  if (certainty == v1::Certainty::possible) return fmt::format("possibly {}", verb);
  return verb;
}

const char* doing(v1::InitiatorStatus::Value status) {
  switch (status) {
    case v1::InitiatorStatus::alleged:
      return "allegedly did";
    case v1::InitiatorStatus::claimed:
      return "says it did";
    case v1::InitiatorStatus::denied:
      return "denies to have done";
    default:
      return "did";
  }
}

}  // namespace

std::string label(const v1::Node& node) {
  std::string text = text_of(node);
  return text.empty() ? node.key() : text;
}

std::string kind_label(const v1::Statement& statement) {
  return statement.kind() == v1::StatementKind::other ? "statement"
                                                      : words(name_of(statement.kind()));
}

std::string kind_label(const v1::Event& event) {
  const std::string type = event.type().empty() ? "event" : event.type();
  if (event.modality() == v1::Modality::actual) return type;
  return fmt::format("{} {}", name_of(event.modality()), type);
}

std::vector<std::string> details(const v1::Event& event) {
  std::vector<std::string> found;
  if (!event.weapon().empty()) found.push_back(event.weapon());
  if (const auto times = number(event.incidents()); !times.empty()) {
    found.push_back(times + " incidents");
  }
  if (const auto killed = number(event.killed()); !killed.empty()) {
    found.push_back(killed + " killed");
  }
  if (const auto injured = number(event.injured()); !injured.empty()) {
    found.push_back(injured + " injured");
  }
  return found;
}

std::string label(const v1::Edge& edge) {
  switch (edge.kind()) {
    case v1::EdgeKind::initiated:
      return doing(edge.status());
    case v1::EdgeKind::targeted:
      return "to";
    case v1::EdgeKind::located_at:
      return "at";
    case v1::EdgeKind::within:
      return "in";
    case v1::EdgeKind::addresses:
      return "to";
    case v1::EdgeKind::asserts:
      return hedged(edge.certainty(), "asserts");
    case v1::EdgeKind::denies:
      return hedged(edge.certainty(), "denies");
    case v1::EdgeKind::affiliated:
      return edge.role().empty() ? "belongs to" : edge.role() + " of";
    case v1::EdgeKind::same_as:
      return "same as";
    default:  // reports, mentions, made, about
      return words(name_of(edge.kind()));
  }
}

}  // namespace casus::interchange

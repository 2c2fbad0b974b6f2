#include "query/summary.h"

#include <fmt/format.h>

#include "graph/kinds.h"
#include "graph/wording.h"
#include "query/passage.h"
#include "query/same_actor.h"
#include "query/text.h"

namespace casus::query {

using storage::Snapshot;

namespace {

constexpr std::size_t kContentBytes = 160;
constexpr std::size_t kTargetBytes = 60;

// What a speaker did, in a form that fits one speaker and many, and how whom it is done to is
// joined to it.
struct SpeechAct {
  std::string_view verb;
  std::string_view towards;
};

SpeechAct speech_act(v1::StatementKind::Value kind) {
  switch (kind) {
    case v1::StatementKind::claim:
      return {"claimed", " about "};
    case v1::StatementKind::accusation:
      return {"accused", " "};
    case v1::StatementKind::denial:
      return {"denied", ", answering "};
    case v1::StatementKind::responsibility_claim:
      return {"claimed responsibility", " against "};
    case v1::StatementKind::confirmation:
      return {"confirmed", ", answering "};
    case v1::StatementKind::condemnation:
      return {"condemned", " "};
    case v1::StatementKind::threat:
      return {"threatened", " "};
    case v1::StatementKind::pledge:
      return {"pledged", " to "};
    case v1::StatementKind::demand:
      return {"demanded", " of "};
    case v1::StatementKind::no_comment:
      return {"did not comment", " to "};
    case v1::StatementKind::report:
      return {"reported", " about "};
    default:
      return {"said", " to "};
  }
}

std::string targets(const Snapshot& snapshot, const v1::Event& event) {
  std::string list;
  for (const auto& target : event.targets()) {
    const std::string name =
        target.text().empty() ? name_of_key(snapshot, target.actor()) : target.text();
    if (name.empty()) continue;
    if (!list.empty()) list += ", ";
    list += one_line(name, kTargetBytes);
  }
  return list;
}

std::string content(const Snapshot& snapshot, const v1::Node& node) {
  const auto& spans = node.statement().content();
  if (spans.empty()) return "";
  return one_line(passage(snapshot, node.source(), spans.Get(0)), kContentBytes);
}

}  // namespace

std::string name_of_key(const Snapshot& snapshot, std::string_view key) {
  if (key.empty()) return "";
  const auto id = snapshot.find(key);
  const auto node = id ? snapshot.node(naming_actor(snapshot, *id)) : std::nullopt;
  if (node && node->has_actor() && !node->actor().name().empty()) return node->actor().name();
  if (node && node->has_place() && !node->place().name().empty()) return node->place().name();
  return std::string(key);
}

std::string type_of(const v1::Node& node) {
  return node.has_event() ? node.event().type() : std::string(name_of(node.statement().kind()));
}

std::string event_summary(const Snapshot& snapshot, const v1::Event& event) {
  std::string line;
  if (event.modality() != v1::Modality::actual) {
    line = std::string(name_of(event.modality())) + ' ';
  }
  line += event.type().empty() ? "event" : event.type();
  if (event.has_incidents()) line += fmt::format(" ({} incidents)", number(event.incidents()));
  if (!event.place().empty()) line += " at " + name_of_key(snapshot, event.place());
  if (const auto whom = targets(snapshot, event); !whom.empty()) line += " on " + whom;
  if (!event.weapon().empty()) line += ", " + event.weapon();
  if (const auto killed = number(event.killed()); !killed.empty())
    line += ", " + killed + " killed";
  if (const auto hurt = number(event.injured()); !hurt.empty()) line += ", " + hurt + " injured";
  return line;
}

std::string statement_summary(const Snapshot& snapshot, const v1::Node& node) {
  const auto& statement = node.statement();
  const auto [verb, towards] = speech_act(statement.kind());
  std::string line(verb);
  if (!statement.addressee().empty()) {
    line += towards;
    line += name_of_key(snapshot, statement.addressee());
  }
  std::string what;
  if (!statement.claim().empty()) {
    if (const auto claim = snapshot.node(statement.claim())) {
      what = one_line(claim->claim().text(), kContentBytes);
    }
  }
  if (what.empty()) what = content(snapshot, node);
  if (!what.empty()) line += ": " + what;
  return line;
}

}  // namespace casus::query

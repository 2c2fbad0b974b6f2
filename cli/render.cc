#include "cli/render.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "cli/text.h"
#include "graph/kinds.h"
#include "query/names.h"
#include "query/questions.h"

namespace casus::cli {
namespace {

constexpr std::size_t kLabel = 12;  // columns of the labels
constexpr std::size_t kBelow = 2;   // what stands below a headline

void slot(Printer& printer, std::string_view label, const std::string& text,
          Tone tone = Tone::plain) {
  if (!text.empty()) printer.labelled(kBelow, kLabel, label, text, tone);
}

void join(std::string& list, const std::string& item) {
  if (item.empty()) return;
  if (!list.empty()) list += "; ";
  list += item;
}

// "M23 (claimed)": an initiator or target by name, else as the article words it.
std::string party(const storage::Snapshot& snapshot, const std::string& actor,
                  const std::string& text) {
  return actor.empty() ? text : name_of_key(snapshot, actor);
}

Tone tone_of(v1::Stance::Value stance) {
  if (stance == v1::Stance::asserts) return Tone::good;
  if (stance == v1::Stance::denies) return Tone::bad;
  return Tone::strong;
}

void render_evidence(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node) {
  printer.quote(kBelow, query::quote(snapshot, node));
  printer.paragraph(kBelow, node.key(), Tone::faint);
  printer.blank();
}

}  // namespace

std::string name_of_key(const storage::Snapshot& snapshot, const std::string& key) {
  if (key.empty()) return {};
  const auto id = snapshot.find(key);
  return id ? query::display_name(snapshot, *id) : key;
}

namespace {

void event_slots(Printer& printer, const storage::Snapshot& snapshot, const v1::Event& event,
                 const std::string& casualties) {
  std::string initiators;
  for (const v1::Initiator& initiator : event.initiators()) {
    std::string text = party(snapshot, initiator.actor(), initiator.text());
    if (!text.empty() && initiator.status() != v1::InitiatorStatus::asserted) {
      text += fmt::format(" ({})", casus::name_of(initiator.status()));
    }
    join(initiators, text);
  }
  std::string targets;
  for (const v1::Target& target : event.targets()) {
    join(targets, party(snapshot, target.actor(), target.text()));
  }
  const bool attack = node_kind(event) == v1::NodeKind::attack;
  slot(printer, attack ? "perpetrator" : "who",
       initiators.empty() && attack ? "unknown" : initiators);
  slot(printer, attack ? "target" : "to whom", targets);
  slot(printer, "place", name_of_key(snapshot, event.place()));
  slot(printer, "weapon", event.weapon());
  slot(printer, "incidents", number(event.incidents()));
  slot(printer, "casualties", casualties);
}

std::string headline_of(const v1::Event& event, const std::string& published) {
  std::string headline = when(event.date(), published) + " · " + event.type();
  if (!event.mode().empty()) headline += ", " + event.mode();
  if (event.modality() != v1::Modality::actual) {
    headline += fmt::format(" ({})", casus::name_of(event.modality()));
  }
  return headline;
}

// A figure of a toll, and the outlets that give it.
struct Figure {
  std::string text;
  std::vector<std::string> first;  // in the order in which they report it
  std::set<std::string> all;

  void add(const std::string& outlet) {
    constexpr std::size_t kShown = 5;
    if (all.insert(outlet).second && first.size() < kShown) first.push_back(outlet);
  }
  std::string outlets() const {
    const std::size_t more = all.size() - first.size();
    return fmt::format("{}{}", fmt::join(first, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", with_thousands(more)));
  }
};

// "12 killed", or where reports differ "12 killed (Courier), at least 20 killed (Ledger, Radio 1)":
// each figure once, in the order in which they were reported.
std::string toll(const v1::EventEntry& entry, const v1::Count& (v1::EventReport::*count)() const,
                 std::string_view what) {
  std::vector<Figure> figures;
  for (const v1::EventReport& report : entry.reports()) {
    std::string text = number((report.*count)());
    if (text.empty()) continue;
    auto figure = std::find_if(figures.begin(), figures.end(),
                               [&](const Figure& other) { return other.text == text; });
    if (figure == figures.end()) {
      figures.push_back({std::move(text), {}, {}});
      figure = std::prev(figures.end());
    }
    figure->add(report.outlet().empty() ? report.article() : report.outlet());
  }
  std::string text;
  for (const Figure& figure : figures) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", figure.text, what);
    if (figures.size() > 1) text += fmt::format(" ({})", figure.outlets());
  }
  return text;
}

}  // namespace

void render_event_slots(Printer& printer, const storage::Snapshot& snapshot,
                        const v1::Event& event) {
  std::string casualties;
  if (const auto killed = number(event.killed()); !killed.empty())
    join(casualties, killed + " killed");
  if (const auto injured = number(event.injured()); !injured.empty()) {
    join(casualties, injured + " injured");
  }
  event_slots(printer, snapshot, event, casualties);
}

void render_statement_slots(Printer& printer, const storage::Snapshot& snapshot,
                            const v1::Statement& statement) {
  slot(printer, "to", name_of_key(snapshot, statement.addressee()));
  slot(printer, "quoted by", name_of_key(snapshot, statement.via()));
  if (!statement.claim().empty()) {
    const char* verb = statement.stance() == v1::Stance::denies    ? "denies"
                       : statement.stance() == v1::Stance::asserts ? "asserts"
                                                                   : "on";
    slot(printer, verb, name_of_key(snapshot, statement.claim()), tone_of(statement.stance()));
  }
}

void render_event(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node) {
  printer.paragraph(0, headline_of(node.event(), node.published()), Tone::strong);
  render_event_slots(printer, snapshot, node.event());
  render_evidence(printer, snapshot, node);
}

void render_event_entry(Printer& printer, const storage::Snapshot& snapshot,
                        const v1::EventEntry& entry) {
  std::string headline = headline_of(entry.event(), entry.published());
  if (entry.contested()) headline += " · contested";
  printer.paragraph(0, headline, Tone::strong);
  std::string casualties = toll(entry, &v1::EventReport::killed, "killed");
  join(casualties, toll(entry, &v1::EventReport::injured, "injured"));
  event_slots(printer, snapshot, entry.event(), casualties);
  v1::Node node;  // what the quote is told by
  *node.mutable_event() = entry.event();
  *node.mutable_evidence() = entry.evidence();
  node.set_source(entry.source());
  printer.quote(kBelow, query::quote(snapshot, node));
  const auto reports = static_cast<std::size_t>(entry.reports_size());
  const std::string key = entry.key();
  printer.paragraph(
      kBelow, reports > 1 ? fmt::format("in {} articles · {}", with_thousands(reports), key) : key,
      Tone::faint);
  printer.blank();
}

void render_statement(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node) {
  const v1::Statement& statement = node.statement();
  std::string speaker = party(snapshot, statement.speaker(), statement.speaker_text());
  if (speaker.empty()) speaker = "unnamed";
  printer.paragraph(0,
                    fmt::format("{} · {}: {}", when(statement.date(), node.published()),
                                words(casus::name_of(statement.kind())), speaker),
                    tone_of(statement.stance()));
  render_statement_slots(printer, snapshot, statement);
  render_evidence(printer, snapshot, node);
}

void render_claim(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node) {
  const v1::Claim& claim = node.claim();
  std::string text = claim.text();
  if (claim.polarity() == v1::Polarity::negative) text = "not: " + text;
  printer.paragraph(0, text, Tone::strong);
  slot(printer, "about", name_of_key(snapshot, claim.subject()));
  render_evidence(printer, snapshot, node);
}

}  // namespace casus::cli

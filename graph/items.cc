#include "graph/items.h"

#include <algorithm>
#include <tuple>

#include "graph/principals.h"

namespace casus {
namespace {

constexpr int kMaxAffiliationSteps = 4;

template <typename Repeated>
void append(const Repeated& from, Spans& to) {
  to.insert(to.end(), from.begin(), from.end());
}

template <typename T>
const T* find(const std::unordered_map<std::string_view, const T*>& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : found->second;
}

}  // namespace

bool has_extent(const v1::Span& span) { return span.begin() < span.end(); }

void normalise(v1::Span& span) {
  if (span.part() == v1::TextPart::text) span.clear_part();
}

void sort_spans(Spans& spans) {
  const auto key = [](const v1::Span& span) {
    return std::tuple(!span.has_part(), span.begin(), span.end());
  };
  std::erase_if(spans, [](const v1::Span& span) { return !has_extent(span); });
  for (v1::Span& span : spans) normalise(span);
  if (spans.size() < 2) return;
  std::sort(spans.begin(), spans.end(),
            [&key](const v1::Span& a, const v1::Span& b) { return key(a) < key(b); });
  spans.erase(
      std::unique(spans.begin(), spans.end(),
                  [&key](const v1::Span& a, const v1::Span& b) { return key(a) == key(b); }),
      spans.end());
}

Items::Items(const v1::ArticleAnnotation& annotation) {
  for (const v1::Actor& actor : annotation.actors()) actors_.emplace(actor.key(), &actor);
  for (const v1::Place& place : annotation.places()) places_.emplace(place.key(), &place);
  for (const v1::Event& event : annotation.events()) events_.emplace(event.key(), &event);
  for (const v1::Claim& claim : annotation.claims()) claims_.emplace(claim.key(), &claim);
  for (const v1::Statement& statement : annotation.statements()) {
    statements_.emplace(statement.key(), &statement);
    if (statement.claim().empty()) continue;
    append(statement.content_size() > 0 ? statement.content() : statement.cue(),
           claim_uses_[statement.claim()]);
  }
  note_uses(annotation);
}

void Items::note_use(std::string_view key, const Spans& spans) {
  if (!key.empty() && !spans.empty()) uses_.emplace(key, spans.front());
}

void Items::note_use(std::string_view key, const v1::Span& own, const Spans& spans) {
  if (has_extent(own) && !key.empty()) uses_.emplace(key, own);
  note_use(key, spans);
}

void Items::note_uses(const v1::ArticleAnnotation& annotation) {
  for (const v1::Event& event : annotation.events()) {
    const Spans where = spans(event);
    for (const v1::Initiator& initiator : event.initiators()) {
      note_use(initiator.actor(), initiator.span(), where);
    }
    for (const v1::Target& target : event.targets()) {
      note_use(target.actor(), target.span(), where);
    }
    note_use(event.place(), where);
  }
  for (const v1::Statement& statement : annotation.statements()) {
    note_use(statement.speaker(), Spans(statement.source().begin(), statement.source().end()));
    const Spans where = spans(statement);
    note_use(statement.speaker(), where);
    note_use(statement.addressee(), where);
    note_use(statement.via(), Spans(statement.via_source().begin(), statement.via_source().end()));
    note_use(statement.via(), where);
  }
  for (const v1::Claim& claim : annotation.claims()) {
    const Spans where = spans(claim);
    note_use(claim.subject(), where);
    note_use(claim.object(), where);
  }
  // Whoever is only named as the one that another belongs to stands where that other does. As many
  // steps as a chain of principals is long.
  for (int step = 0; step < kMaxAffiliationSteps; ++step) {
    for (const v1::Actor& actor : annotation.actors()) {
      if (!actor.affiliation().empty()) note_use(actor.affiliation(), spans(actor));
    }
    for (const v1::Place& place : annotation.places()) {
      if (!place.within().empty()) note_use(place.within(), spans(place));
    }
  }
}

const v1::Actor* Items::actor(std::string_view key) const { return find(actors_, key); }
const v1::Place* Items::place(std::string_view key) const { return find(places_, key); }
const v1::Event* Items::event(std::string_view local) const { return find(events_, local); }
const v1::Claim* Items::claim(std::string_view local) const { return find(claims_, local); }
const v1::Statement* Items::statement(std::string_view local) const {
  return find(statements_, local);
}

Spans Items::spans(const v1::Event& event) {
  Spans out(event.evidence().begin(), event.evidence().end());
  if (out.empty()) out.push_back(has_extent(event.sentence()) ? event.sentence() : event.trigger());
  sort_spans(out);
  return out;
}

Spans Items::spans(const v1::Statement& statement) {
  Spans out;
  append(statement.source(), out);
  append(statement.cue(), out);
  append(statement.content(), out);
  sort_spans(out);
  return out;
}

Spans Items::spans(const v1::Claim& claim) const {
  Spans out(claim.evidence().begin(), claim.evidence().end());
  if (const auto uses = claim_uses_.find(claim.key()); out.empty() && uses != claim_uses_.end()) {
    out = uses->second;
  }
  sort_spans(out);
  return out;
}

Spans Items::spans(const v1::Actor& actor) const {
  Spans out(actor.evidence().begin(), actor.evidence().end());
  if (const auto use = uses_.find(actor.key()); out.empty() && use != uses_.end()) {
    out.push_back(use->second);
  }
  sort_spans(out);
  return out;
}

Spans Items::spans(const v1::Place& place) const {
  Spans out(place.evidence().begin(), place.evidence().end());
  if (const auto use = uses_.find(place.key()); out.empty() && use != uses_.end()) {
    out.push_back(use->second);
  }
  sort_spans(out);
  return out;
}

std::vector<std::string_view> Items::principals(std::string_view actor) const {
  return casus::principals(actor, [this](std::string_view key) {
    const v1::Actor* listed = this->actor(key);
    if (listed == nullptr || !speaks_for_affiliation(listed->kind())) return std::string_view();
    return std::string_view(listed->affiliation());
  });
}

}  // namespace casus

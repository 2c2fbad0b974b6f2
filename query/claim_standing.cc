#include "query/claim_standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/names.h"

namespace casus::query {
namespace {

constexpr std::string_view kOwnVoice = "(article)";

using Position = ClaimStanding::Position;

// The side of his first day or of his last; none if that is not clear.
v1::Stance::Value side_of(const Position& position, bool last) {
  if (!position.denies) return v1::Stance::asserts;
  if (!position.asserts) return v1::Stance::denies;
  if (position.who.key().empty() || position.asserted.empty() || position.denied.empty()) {
    return v1::Stance::none;
  }
  const Day asserted = last ? *position.asserted.rbegin() : *position.asserted.begin();
  const Day denied = last ? *position.denied.rbegin() : *position.denied.begin();
  if (asserted == denied) return v1::Stance::none;
  return (asserted > denied) == last ? v1::Stance::asserts : v1::Stance::denies;
}

v1::Stance::Value first_side(const Position& position) { return side_of(position, false); }
v1::Stance::Value last_side(const Position& position) { return side_of(position, true); }

bool changed(const Position& position) {
  const v1::Stance::Value first = first_side(position);
  const v1::Stance::Value last = last_side(position);
  return first != v1::Stance::none && last != v1::Stance::none && first != last;
}

void put_change(const Position& position, v1::ChangedPosition& change) {
  const bool now_denies = last_side(position) == v1::Stance::denies;
  const std::set<Day>& before = now_denies ? position.asserted : position.denied;
  const std::set<Day>& after = now_denies ? position.denied : position.asserted;
  *change.mutable_principal() = position.who;
  change.set_before(first_side(position));
  change.set_now(last_side(position));
  change.set_since(format_day(*before.begin()));
  change.set_changed(format_day(*after.upper_bound(*before.rbegin())));
}

std::string names(const std::vector<const Position*>& positions) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(positions.size(), kMost); ++i) {
    text += (i == 0 ? "" : ", ") + positions[i]->who.name();
  }
  if (positions.size() > kMost) text += fmt::format(" and {} more", positions.size() - kMost);
  return text;
}

void set_status(v1::TraceStatus::Value status, std::string reason, v1::Trace& trace) {
  trace.set_status(status);
  trace.set_status_reason(std::move(reason));
}

}  // namespace

void ClaimStanding::hear(const v1::NodeRef& principal, v1::Stance::Value side, Day published) {
  const auto [at, inserted] =
      positions_.try_emplace(std::pair(principal.key(), principal.name()), Position{});
  Position& position = at->second;
  if (inserted) position.who = principal;
  const bool denies = side == v1::Stance::denies;
  (denies ? position.denies : position.asserts) = true;
  if (published.known()) (denies ? position.denied : position.asserted).insert(published);
}

void ClaimStanding::put(const std::string& subject, v1::Trace& trace) const {
  std::vector<const Position*> asserting;
  std::vector<const Position*> denying;
  std::vector<const Position*> withdrew;
  const Position* admits = nullptr;
  for (const auto& [who, position] : positions_) {
    if (position.asserts) asserting.push_back(&position);
    if (position.denies) denying.push_back(&position);
    if (!changed(position)) continue;
    put_change(position, *trace.add_changed());
    if (last_side(position) == v1::Stance::denies) withdrew.push_back(&position);
  }
  if (!subject.empty()) {
    for (const Position* position : asserting) {
      if (position->who.key() != subject) continue;
      *trace.add_claimed_by() = position->who;
      if (last_side(*position) == v1::Stance::asserts) admits = position;
    }
  }

  if (asserting.empty()) {
    if (denying.empty()) return set_status(v1::TraceStatus::unspoken, "nobody speaks on it", trace);
    return set_status(v1::TraceStatus::denied,
                      fmt::format("{} den{} it, nobody asserts it", names(denying),
                                  denying.size() == 1 ? "ies" : "y"),
                      trace);
  }
  if (withdrew.size() == asserting.size()) {
    return set_status(v1::TraceStatus::retracted,
                      fmt::format("{} asserted it and took it back", names(withdrew)), trace);
  }
  const bool accused = asserting.size() > 1 || (admits != nullptr && changed(*admits));
  if (admits != nullptr && accused &&
      (denying.empty() || (denying.size() == 1 && admits->denies))) {
    return set_status(v1::TraceStatus::confirmed, fmt::format("{} says so too", admits->who.name()),
                      trace);
  }
  if (denying.empty()) {
    return set_status(v1::TraceStatus::uncontested,
                      fmt::format("{} assert{} it, nobody denies it", names(asserting),
                                  asserting.size() == 1 ? "s" : ""),
                      trace);
  }
  set_status(v1::TraceStatus::contested,
             fmt::format("asserted by {}, denied by {}", names(asserting), names(denying)), trace);
}

void set_repeats(v1::Trace& trace) {
  using Who = std::pair<std::string, std::string>;
  for (auto* voices : {trace.mutable_asserted_by(), trace.mutable_denied_by()}) {
    // The first of each; voices come oldest first.
    std::map<std::pair<Who, std::set<std::string>>, const v1::Voice*> by_words;
    std::map<std::pair<Who, std::string>, const v1::Voice*> by_medium;  // its own articles too
    std::map<std::string, const v1::Voice*> by_outlet;
    const auto repeat = [](v1::Voice& voice, const v1::Voice* of) {
      if (of != nullptr && of->article() != voice.article() && voice.repeats().empty()) {
        voice.set_repeats(of->article());
      }
    };
    for (v1::Voice& voice : *voices) {
      if (voice.published().empty()) continue;
      const Who who(voice.principal().key(), voice.principal().name());
      const std::string outlet = normalise_name(voice.outlet());
      const std::string via = normalise_name(voice.via().name());
      if (who.second != kOwnVoice) {
        const std::vector<std::string> words = normalised_words(voice.quote());
        const std::set<std::string> said(words.begin(), words.end());
        repeat(voice, by_words.try_emplace({who, said}, &voice).first->second);
        const auto& first = by_medium.try_emplace({who, via.empty() ? outlet : via}, &voice);
        if (!via.empty()) repeat(voice, first.first->second);
        // What a medium is quoted for stood in itself.
        const auto own = by_outlet.find(normalise_name(voice.speaker().name()));
        if (own != by_outlet.end()) repeat(voice, own->second);
      }
      if (!outlet.empty()) by_outlet.try_emplace(outlet, &voice);
    }
  }
}

}  // namespace casus::query

#include "extract/events/weapon.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/times/numbers.h"

namespace casus::extract {
namespace {

// The trigger's own mode stays where it is a telling one.
void set_mode(const WeaponEntry& weapon, EventDraft& draft) {
  if (!weapon.mode.empty() && !one_of(draft.mode, {"abduct", "targeted", "sexual", "torture"})) {
    draft.mode = weapon.mode;
  }
}

void set_weapon(const EventSentence& in, Range words, EventDraft& draft) {
  draft.weapon.clear();
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    if (i > words.begin && in.document[i].space_before) draft.weapon += ' ';
    draft.weapon += in.words[i];
  }
}

// "rocket attack", "car bomb explosion", "rocket and drone attacks", "drone strike"
void weapon_in_words(const EventSentence& in, EventDraft& draft) {
  std::uint32_t begin = kNone;
  const Phrase* whole = in.phrase_around(draft.trigger.begin);
  const std::uint32_t first =
      whole != nullptr && draft.entry->noun ? whole->tokens.begin : draft.phrase.begin;
  for (std::uint32_t i = first; i < draft.trigger.end; ++i) {
    std::uint32_t n = 0;
    const WeaponEntry* weapon = in.lexicon.match_weapon(in.words, i, &n);
    if (weapon == nullptr || i + n > draft.trigger.end) continue;
    if (begin == kNone) begin = i;
    set_mode(*weapon, draft);
    set_weapon(in, {begin, i + n}, draft);
    i += n - 1;
  }
}

bool has_target(const EventDraft& draft, const std::vector<Phrase>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return std::any_of(draft.targets.begin(), draft.targets.end(),
                       [&](const Party& target) { return phrase.tokens.overlaps(target.tokens); });
  });
}

// "the device went off": what it is called where it is known to explode.
void take_explosive(const EventSentence& in, const std::vector<Phrase>& phrases,
                    EventDraft& draft) {
  if (!draft.weapon.empty() || draft.mode != "explosives") return;
  for (const Phrase& phrase : phrases)
    if (one_of(in.lexicon.noun_lemma(in.words[phrase.head]),
               {"device", "charge", "parcel", "package", "warhead", "munition"}))
      return set_weapon(in, {phrase.head, phrase.head + 1}, draft);
}

// "the maker of the bomb, which killed five": the noun before the pronoun, whatever the subject is.
std::optional<Phrase> before_relative(const EventSentence& in, const Clause& clause) {
  std::uint32_t at = clause.group.empty() ? clause.verb : clause.group.begin;
  if (!one_of(in.word(at - 1), {"that", "which"})) return {};
  at -= in.word(at - 2) == "," ? 3 : 2;
  if (!in.contains(at) || in.part(at) != PartOfSpeech::noun) return {};
  std::uint32_t begin = at;
  while (begin > in.begin() && (in.part(begin - 1) == PartOfSpeech::noun ||
                                in.part(begin - 1) == PartOfSpeech::adjective))
    --begin;
  return Phrase{at, {begin, at + 1}};
}

void weapon_of_clause(const EventSentence& in, const Clause& clause, EventDraft& draft) {
  for (const Adjunct& adjunct : clause.adjuncts) {
    if (one_of(in.words[adjunct.preposition], {"with", "by", "in", "from", "using"})) {
      take_weapon(in, adjunct.phrase, draft);
    }
  }
  const auto take = [&](const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) take_weapon(in, phrase, draft);
  };
  take(clause.agents);
  const std::vector<Phrase>& acted_on = clause.passive ? clause.subjects : clause.objects;
  if (!has_target(draft, acted_on)) take(acted_on);
  if (clause.passive) return;
  std::vector<Phrase> doers = clause.subjects;
  if (const auto nearest = before_relative(in, clause)) doers = {*nearest};
  take(doers);
  take_explosive(in, doers, draft);
}

}  // namespace

void take_weapon(const EventSentence& in, const Phrase& phrase, EventDraft& draft) {
  if (!draft.weapon.empty() || in.weapon(phrase) == nullptr) return;
  Range words{phrase.tokens.begin, phrase.head + 1};
  for (std::uint32_t i = words.begin; i + 1 < words.end; ++i) {
    const auto number = match_number(in.document, i, words.end - 1);
    const bool light = one_of(in.words[i], {"a", "an", "the", "some", "its", "their", "his",
                                            "whose", "of", "many", "these", "those"});
    if (!number && !light) break;
    if (number) i = number->tokens.end - 1;
    words.begin = i + 1;
  }
  for (std::uint32_t i = words.begin; i < words.end; ++i) {  // "Kenyan jets": jets
    const Mention* mention = in.reading.mentions.at(i);
    if (mention != nullptr && mention->actor >= 0 && mention->tokens.end < words.end) {
      words.begin = mention->tokens.end;
    }
  }
  while (words.size() > 4) ++words.begin;
  set_weapon(in, words, draft);
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    std::uint32_t n = 0;
    if (const WeaponEntry* weapon = in.lexicon.match_weapon(in.words, i, &n)) {
      set_mode(*weapon, draft);
    }
  }
}

void find_weapon(const EventSentence& in, EventDraft& draft) {
  if (draft.type != "ASSAULT" || !draft.weapon.empty()) return;
  weapon_in_words(in, draft);
  if (!draft.weapon.empty()) return;
  if (!draft.entry->noun) return weapon_of_clause(in, *in.clause(draft.clause), draft);
  for (const Adjunct& adjunct : in.tail_of(draft.trigger.end)) {
    if (in.words[adjunct.preposition] == "with") take_weapon(in, adjunct.phrase, draft);
  }
}

}  // namespace casus::extract

#include "extract/events/triggers.h"

#include <algorithm>
#include <array>

namespace casus::extract {
namespace {

bool speech_act(std::string_view type) {
  return one_of(type, {"ACCUSE", "REJECT", "THREATEN", "REQUEST"});
}

// The attribution coder makes an event of it; or it is only the beginning of a cue ("hit out at").
bool coded_as_statement(const EventSentence& in, const TriggerEntry& entry, std::uint32_t at,
                        std::uint32_t length) {
  std::uint32_t n = 0;
  const auto form = entry.noun ? CueEntry::Form::noun : CueEntry::Form::verb;
  const CueEntry* cue = in.lexicon.match_cue(in.words, at, form, &n);
  if (cue == nullptr || cue->event_type.empty()) return false;
  return speech_act(entry.type) || n > length;
}

// A word that is only a modifier of the noun after it: "attack helicopters", "bomb disposal".
bool modifies_next(const EventSentence& in, Range trigger) {
  const std::uint32_t next = trigger.end;
  const Phrase* phrase = in.phrase_around(trigger.begin);
  if (phrase == nullptr || !phrase->tokens.contains(next)) return false;
  const PartOfSpeech part = in.part(next);
  return part == PartOfSpeech::noun || part == PartOfSpeech::name || in.word(next) == "-";
}

void read_determiners(const EventSentence& in, EventDraft& draft) {
  const std::uint32_t head = draft.trigger.end - 1;
  const std::string base = in.lexicon.noun_lemma(in.words[head]);
  draft.plural = base != in.words[head] && in.words[head].ends_with("s");
  for (std::uint32_t i = draft.phrase.begin; i < draft.trigger.begin; ++i) {
    const std::string_view word = in.words[i];
    if (one_of(word, {"another", "second", "third", "separate", "similar", "new", "other"})) {
      draft.another = true;
    } else if (one_of(word, {"the", "this", "that", "these", "those"}) &&
               i < draft.phrase.begin + 2) {
      draft.definite = true;
    }
  }
}

// "sexually abused": an entry may begin with an adverb before the verb. `begin` is where it does.
const TriggerEntry* match_verb(const EventSentence& in, std::uint32_t verb, std::uint32_t& begin,
                               std::uint32_t& length) {
  for (begin = verb > in.begin() + 1 ? verb - 1 : verb; begin < verb; ++begin) {
    const TriggerEntry* entry = in.lexicon.match_trigger(in.words, begin, false, &length);
    if (entry != nullptr && begin + length > verb && in.part(begin) == PartOfSpeech::adverb) {
      return entry;
    }
  }
  return in.lexicon.match_trigger(in.words, verb, false, &length);
}

// "A bomb was planted under the bus", "the fire in the mill was set by rebels": what entries have
// as "plant a bomb". The thing may stand before a phrase that the grammar takes for the subject.
const TriggerEntry* match_passive(const EventSentence& in, const Clause& clause) {
  if (!clause.passive || clause.form != Clause::Form::finite) return nullptr;
  constexpr std::uint32_t kBack = 8;  // words
  for (const Phrase& subject : clause.subjects) {
    const std::uint32_t last = std::min(subject.head, clause.verb);
    for (std::uint32_t at = last + 1; at-- > in.begin() && at + kBack > last;) {
      const PartOfSpeech part = in.part(at);
      if (part == PartOfSpeech::verb || part == PartOfSpeech::punctuation) break;
      if (part != PartOfSpeech::noun) continue;
      const std::array<std::string_view, 3> active{in.words[clause.verb], "a", in.words[at]};
      std::uint32_t n = 0;
      const TriggerEntry* entry = in.lexicon.match_trigger(active, 0, false, &n);
      if (entry != nullptr && n == active.size()) return entry;
    }
  }
  return nullptr;
}

// "press release": a word of a longer noun of saying.
bool within_cue(const EventSentence& in, std::uint32_t at) {
  if (at == in.begin()) return false;
  std::uint32_t n = 0;
  const CueEntry* cue = in.lexicon.match_cue(in.words, at - 1, CueEntry::Form::noun, &n);
  return cue != nullptr && n >= 2;
}

EventDraft verb_draft(const EventSentence& in, const TriggerEntry& entry, int clause,
                      Range trigger) {
  EventDraft draft;
  draft.entry = &entry;
  draft.sentence = in.index;
  draft.clause = clause;
  draft.trigger = trigger;
  draft.phrase = draft.trigger;
  draft.type = entry.type;
  draft.mode = entry.mode;
  // "carry out attacks"
  const std::string_view last = in.words[draft.trigger.end - 1];
  draft.plural =
      draft.trigger.size() > 1 && last.ends_with("s") && in.lexicon.noun_lemma(last) != last;
  return draft;
}

EventDraft noun_draft(const EventSentence& in, const TriggerEntry& entry, Range trigger) {
  EventDraft draft;
  draft.entry = &entry;
  draft.sentence = in.index;
  draft.trigger = trigger;
  draft.type = entry.type;
  draft.mode = entry.mode;
  const Phrase* phrase = in.phrase_around(trigger.begin);
  draft.phrase = phrase != nullptr ? phrase->tokens : trigger;
  // In "the scene of the attack" the trigger's own phrase begins after the "of".
  for (std::uint32_t i = draft.phrase.begin; i < trigger.begin; ++i) {
    if (one_of(in.words[i], {"of", "and", ","})) draft.phrase.begin = i + 1;
  }
  draft.clause = in.slot_of(trigger.begin).clause;
  if (draft.clause < 0) draft.clause = in.clause_around(trigger.begin);
  read_determiners(in, draft);
  return draft;
}

// "rockets", "a car bomb": an attack only where no other word of its clause names one.
void drop_weapons(const EventSentence& in, std::vector<EventDraft>& drafts) {
  const auto armed = [&](const EventDraft& draft) {
    std::uint32_t n = 0;
    return draft.entry->noun &&
           in.lexicon.match_weapon(in.words, draft.trigger.begin, &n) != nullptr &&
           n >= draft.trigger.size();
  };
  const std::vector<EventDraft> all = drafts;
  std::erase_if(drafts, [&](const EventDraft& weapon) {
    return armed(weapon) && std::any_of(all.begin(), all.end(), [&](const EventDraft& other) {
             return other.type == weapon.type && other.clause == weapon.clause &&
                    other.trigger.begin != weapon.trigger.begin && !armed(other);
           });
  });
}

}  // namespace

std::vector<EventDraft> find_triggers(const EventSentence& in) {
  std::vector<EventDraft> drafts;
  for (std::uint32_t at = in.begin(); at < in.end(); ++at) {
    std::uint32_t length = 0;
    const int clause = in.clause_of_verb(at);
    if (clause >= 0) {
      std::uint32_t begin = at;
      const TriggerEntry* entry = match_verb(in, at, begin, length);
      if (entry == nullptr && (entry = match_passive(in, *in.clause(clause))) != nullptr)
        length = 1;
      if (entry == nullptr || coded_as_statement(in, *entry, at, length)) continue;
      drafts.push_back(verb_draft(in, *entry, clause, {begin, std::min(begin + length, in.end())}));
    } else {
      const PartOfSpeech part = in.part(at);
      if (part == PartOfSpeech::verb || part == PartOfSpeech::auxiliary) continue;
      const Mention* name = in.reading.mentions.at(at);
      if (name != nullptr && !in.document.all_caps()) continue;
      const TriggerEntry* entry = in.lexicon.match_trigger(in.words, at, true, &length);
      if (entry == nullptr || coded_as_statement(in, *entry, at, length) || within_cue(in, at))
        continue;
      const Range trigger{at, std::min(at + length, in.end())};
      if (modifies_next(in, trigger)) continue;
      drafts.push_back(noun_draft(in, *entry, trigger));
    }
    at = drafts.back().trigger.end - 1;
  }
  drop_weapons(in, drafts);
  return drafts;
}

}  // namespace casus::extract

#include "extract/events/sentence.h"

#include <algorithm>

namespace casus::extract {
namespace {

bool holds(const Phrase& phrase, std::uint32_t token) { return phrase.tokens.contains(token); }

bool opens_no_phrase(std::string_view word) {
  return one_of(word, {",", ".", ";", ":", "(", ")", "-", "–", "—", "\"", "“", "”", "'", "that",
                       "which", "who", "and", "or", "but"});
}

}  // namespace

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

PartOfSpeech EventSentence::part(std::uint32_t token) const {
  const std::uint32_t at = token - sentence.tokens.begin;
  return token >= sentence.tokens.begin && at < syntax.parts.size() ? syntax.parts[at]
                                                                    : PartOfSpeech::unknown;
}

int EventSentence::clause_of_verb(std::uint32_t token) const {
  for (std::size_t i = 0; i < syntax.clauses.size(); ++i) {
    if (syntax.clauses[i].verb == token) return static_cast<int>(i);
  }
  return -1;
}

EventSentence::Slot EventSentence::slot_of(std::uint32_t token) const {
  for (std::size_t i = 0; i < syntax.clauses.size(); ++i) {
    const Clause& clause = syntax.clauses[i];
    const int at = static_cast<int>(i);
    for (const Phrase& phrase : clause.objects) {
      if (holds(phrase, token)) return {at, "object"};
    }
    for (const Phrase& phrase : clause.agents) {
      if (holds(phrase, token)) return {at, "agent"};
    }
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (holds(adjunct.phrase, token)) return {at, words[adjunct.preposition]};
    }
    for (const Phrase& phrase : clause.subjects) {
      if (holds(phrase, token)) return {at, "subject"};
    }
    if (clause.complement && holds(*clause.complement, token)) return {at, "complement"};
  }
  return {};
}

int EventSentence::clause_around(std::uint32_t token) const {
  for (std::size_t i = 0; i < syntax.clauses.size(); ++i) {
    if (syntax.clauses[i].group.contains(token)) return static_cast<int>(i);
  }
  if (const Slot slot = slot_of(token); slot.clause >= 0) return slot.clause;
  // The last verb before it; before the first verb, that one.
  int best = -1;
  for (std::size_t i = 0; i < syntax.clauses.size(); ++i) {
    if (syntax.clauses[i].verb < token) best = static_cast<int>(i);
  }
  return best < 0 && !syntax.clauses.empty() ? 0 : best;
}

const Phrase* EventSentence::phrase_around(std::uint32_t token) const {
  for (const Phrase& phrase : syntax.phrases) {
    if (phrase.tokens.contains(token)) return &phrase;
  }
  return nullptr;
}

std::optional<Phrase> EventSentence::phrase_from(std::uint32_t token) const {
  if (!contains(token) || opens_no_phrase(words[token])) return std::nullopt;
  const Phrase* around = phrase_around(token);
  if (around == nullptr) return std::nullopt;
  if (around->tokens.begin == token) return *around;
  Phrase rest = *around;
  rest.tokens.begin = token;
  if (rest.head >= token) return rest;
  // The tail of "the killing of two officers of the guard": its head stands before the next "of".
  std::uint32_t stop = token;
  while (stop < rest.tokens.end && words[stop] != "of") ++stop;
  rest.head = stop - 1;
  return rest;
}

std::vector<Adjunct> EventSentence::tail_of(std::uint32_t noun_end) const {
  std::vector<Adjunct> tail;
  for (std::uint32_t at = noun_end; contains(at) && tail.size() < 4;) {
    if (!one_of(words[at],
                {"of",   "on",  "in",        "at",      "near",   "against", "by",     "with",
                 "from", "to",  "between",   "outside", "inside", "over",    "off",    "upon",
                 "into", "for", "targeting", "towards", "toward", "around",  "within", "across"})) {
      break;
    }
    auto phrase = phrase_from(at + 1);
    if (!phrase) break;
    // "on the embassy in Baghdad": a tail of its own begins at the next preposition that is no
    // "of".
    tail.push_back({at, *phrase});
    at = phrase->tokens.end;
  }
  return tail;
}

bool EventSentence::is_cue(const Clause& clause) const {
  if (clause.verb == kNone) return false;
  std::uint32_t n = 0;
  const CueEntry* cue = lexicon.match_cue(words, clause.verb, CueEntry::Form::verb, &n);
  if (cue == nullptr || !clause.content.empty()) return cue != nullptr;
  // "continued", "added": cues only where something is said.
  return !cue->weak && std::any_of(cue->content.begin(), cue->content.end(), [](const auto& slot) {
    return !one_of(slot, {"clause", "quote"});
  });
}

bool EventSentence::speech_act(const Clause& clause) const {
  if (clause.verb == kNone) return false;
  std::uint32_t n = 0;
  const CueEntry* cue = lexicon.match_cue(words, clause.verb, CueEntry::Form::verb, &n);
  if (cue != nullptr && !cue->event_type.empty()) return true;
  const TriggerEntry* trigger = lexicon.match_trigger(words, clause.verb, false, &n);
  return trigger != nullptr &&
         one_of(trigger->type, {"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE"});
}

bool EventSentence::in_cue_content(std::uint32_t token) const {
  if (document.quotation_of(token) != nullptr) return true;
  for (const Clause& clause : syntax.clauses) {
    for (const Range content : clause.content) {
      if (content.contains(token) && is_cue(clause)) return true;
    }
  }
  // "according to"; a clause of saying that stands behind a comma.
  for (std::uint32_t i = begin(); i + 1 < end(); ++i) {
    if (words[i] == "according" && words[i + 1] == "to") return true;
  }
  return false;
}

const AgentEntry* EventSentence::agent_noun(const Phrase& phrase) const {
  const std::uint32_t from =
      phrase.head >= phrase.tokens.begin + 3 ? phrase.head - 3 : phrase.tokens.begin;
  for (std::uint32_t i = from; i <= phrase.head; ++i) {
    std::uint32_t n = 0;
    const AgentEntry* agent = lexicon.match_agent(words, i, &n);
    if (agent != nullptr && i + n > phrase.head) return agent;
  }
  return nullptr;
}

const Phrase* EventSentence::speaker_behind(std::uint32_t pronoun) const {
  const bool we = one_of(words[pronoun], {"we", "they", "us", "them"});
  const bool one = one_of(words[pronoun], {"he", "she", "i", "it", "him", "her"});
  if (!we && !one) return nullptr;
  for (const Clause& clause : syntax.clauses) {
    if (clause.subjects.empty() || !is_cue(clause)) continue;
    const bool said = std::any_of(clause.content.begin(), clause.content.end(),
                                  [&](const Range& range) { return range.contains(pronoun); });
    const Phrase& speaker = clause.subjects.front();
    if (!said || part(speaker.head) == PartOfSpeech::pronoun) continue;
    const std::string_view head = words[speaker.head];
    const bool many = clause.subjects.size() > 1 || lexicon.noun_lemma(head) != head;
    // A name ("the Union of Teachers") tells nothing of its number.
    const bool any = document[speaker.head].capital || words[pronoun] == "we";
    if (many == we || any) return &speaker;
  }
  return nullptr;
}

bool EventSentence::actor_like(const Phrase& phrase, const Referent& referent) const {
  return referent.actor >= 0 || agent_noun(phrase) != nullptr;
}

const WeaponEntry* EventSentence::weapon(const Phrase& phrase) const {
  const std::uint32_t from =
      phrase.head >= phrase.tokens.begin + 3 ? phrase.head - 3 : phrase.tokens.begin;
  for (std::uint32_t i = from; i <= phrase.head; ++i) {
    std::uint32_t n = 0;
    const WeaponEntry* weapon = lexicon.match_weapon(words, i, &n);
    if (weapon == nullptr || i + n <= phrase.head) continue;
    // "a suicide bomber" is no bomber.
    std::uint32_t longer = 0;
    const bool person = i > phrase.tokens.begin &&
                        lexicon.match_agent(words, i - 1, &longer) != nullptr && longer > n;
    return person ? nullptr : weapon;
  }
  return nullptr;
}

}  // namespace casus::extract

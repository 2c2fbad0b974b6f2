#ifndef CASUS_EXTRACT_EVENTS_SENTENCE_H_
#define CASUS_EXTRACT_EVENTS_SENTENCE_H_

// A parsed sentence with the look-ups that the event coder needs. Cheap to make; what it refers to
// must outlive it. Not thread-safe.

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "extract/reading.h"

namespace casus::extract {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words);

class EventSentence {
 public:
  // `words`: the lower-case words of the whole document.
  EventSentence(Reading& reading, std::span<const std::string_view> words, std::uint32_t index)
      : reading(reading),
        document(reading.document),
        lexicon(reading.lexicon),
        sentence(reading.document.sentences()[index]),
        syntax(*reading.syntax[index]),
        words(words),
        index(index) {}

  Reading& reading;
  const Document& document;
  const Lexicon& lexicon;
  const Sentence& sentence;
  const Syntax& syntax;
  std::span<const std::string_view> words;
  std::uint32_t index;

  std::uint32_t begin() const { return sentence.body; }
  std::uint32_t end() const { return sentence.tokens.end; }
  bool contains(std::uint32_t token) const { return token >= begin() && token < end(); }
  // Empty beyond the sentence.
  std::string_view word(std::uint32_t token) const {
    return contains(token) ? words[token] : std::string_view();
  }
  PartOfSpeech part(std::uint32_t token) const;

  int clause_of_verb(std::uint32_t token) const;  // -1 if it is no clause's verb
  // The clause whose group or arguments hold the token; -1 if none does.
  int clause_around(std::uint32_t token) const;
  // The clause that has the range as (part of) an argument, and in which slot: "subject",
  // "object", "agent" or the preposition.
  struct Slot {
    int clause = -1;
    std::string_view name;
  };
  Slot slot_of(std::uint32_t token) const;
  const Clause* clause(int i) const {
    return i < 0 ? nullptr : &syntax.clauses[static_cast<std::size_t>(i)];
  }

  // The maximal noun phrase that holds the token.
  const Phrase* phrase_around(std::uint32_t token) const;
  // The phrase that begins at the token, or a part of a maximal one from there on.
  std::optional<Phrase> phrase_from(std::uint32_t token) const;
  // The prepositional phrases that follow a noun one after the other: "on the base in Mosul".
  std::vector<Adjunct> tail_of(std::uint32_t noun_end) const;

  bool is_cue(const Clause& clause) const;  // a verb of saying
  // A verb that is an event by being said: demand, agree, refuse, threaten, accuse.
  bool speech_act(const Clause& clause) const;
  bool in_cue_content(std::uint32_t token) const;
  // "The rebels said that [they] would": who says what a pronoun stands in, if it can stand for
  // that speaker; else nullptr.
  const Phrase* speaker_behind(std::uint32_t pronoun) const;
  // Is somebody: a named actor, or a noun that stands for people or bodies.
  bool actor_like(const Phrase& phrase, const Referent& referent) const;
  const AgentEntry* agent_noun(const Phrase& phrase) const;  // that its head is, or nullptr
  const WeaponEntry* weapon(const Phrase& phrase) const;     // that its head is, or nullptr
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_SENTENCE_H_

#ifndef CASUS_EXTRACT_SYNTAX_GRAMMAR_WORDS_H_
#define CASUS_EXTRACT_SYNTAX_GRAMMAR_WORDS_H_

// What the parsers know of single words: closed classes, verbs and their forms. Words are in lower
// case. Thread-safe.

#include <cstdint>
#include <string>
#include <string_view>

namespace casus::extract {

enum class Tag : std::uint8_t {
  none,
  noun,
  name,
  adjective,
  adverb,
  determiner,
  possessive,  // "'s"
  pronoun,
  number,
  preposition,
  conjunction,   // and, or, but
  subordinator,  // that, because, if
  wh,            // who, which, where
  to,
  modal,
  be,
  have,
  do_,
  base,     // of a main verb, as all below
  present,  // "attacks", also "attack" with a plural
  past,
  participle,
  gerund,
  negation,
  mark
};

bool is_verb(Tag tag);       // a main verb
bool is_auxiliary(Tag tag);  // modal, be, have, do
bool is_nominal(Tag tag);    // can stand in a noun phrase before or as its head

// The class of a word that has only one; Tag::none for others.
Tag closed_class(std::string_view lower);

// What a word can be as a verb.
struct VerbForms {
  std::string lemma;
  bool base = false;
  bool present = false;  // with -s
  bool past = false;
  bool participle = false;
  bool gerund = false;
  bool noun_too = false;  // may as well be a noun
  bool any() const { return base || present || past || participle || gerund; }
};
VerbForms verb_forms(std::string_view lower);

// Verbs that take what somebody says or thinks: "say", "deny", "believe".
bool is_speech_verb(std::string_view lemma);
// Verbs after which a noun phrase or an adjective says what the subject is: "be", "become".
bool is_copula(std::string_view lemma);
// Verbs whose participle does not follow its noun: "the soldiers fled by night".
bool is_intransitive(std::string_view lemma);
bool is_particle_of(std::string_view lemma, std::string_view particle);

// Days, months, "yesterday", "morning": nouns that say when.
bool is_time_word(std::string_view lower);
bool is_adverb(std::string_view lower);
// Adjectives in -ing that look like the form of a verb.
bool is_verbless_participle(std::string_view lower);
bool is_adjective(std::string_view lower);
// Nouns for what people are: "spokesman", "minister", "leader".
bool is_role(std::string_view lower);
bool is_plural(std::string_view lower);  // of a noun
// "the train [bombing] of 2004", "the school [shooting] in Oslo": a deed that takes an object,
// behind what it was done to, and not who does it. `lemma`: of the form in -ing.
bool names_deed(std::string_view before, std::string_view lemma, std::string_view after);
// Pronouns that can only be a subject.
bool is_subject_pronoun(std::string_view lower);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_GRAMMAR_WORDS_H_

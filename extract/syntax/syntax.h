#ifndef CASUS_EXTRACT_SYNTAX_SYNTAX_H_
#define CASUS_EXTRACT_SYNTAX_SYNTAX_H_

// The grammar of a sentence as predicates with their arguments: what the coders of events and of
// attributions read. Two parsers give it: Link Grammar, and a shallow one for what Link Grammar
// refuses; behind this interface another may stand.
//
// All positions are token indices of the Document.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/document/document.h"
#include "extract/grammar.h"

namespace casus::extract {

// A noun phrase: its head word and the whole of it, with the modifiers before the head and a
// prepositional tail with "of" ("the leader of the group"), without relative clauses and
// appositions. The head of "hundreds of students" is "students".
struct Phrase {
  std::uint32_t head = 0;
  Range tokens;
};

struct Adjunct {
  std::uint32_t preposition = 0;
  Phrase phrase;
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Clause {
  enum class Form { finite, infinitive, participle, gerund };

  std::uint32_t verb = kNone;  // the main verb: "commented" of "has not yet commented"
  Range group;                 // from its first auxiliary to the verb and its particle
  std::string lemma;           // base form of the verb, lower case; with particle: "carry out"
  Form form = Form::finite;
  bool passive = false;
  bool negated = false;         // not, n't, never, "no" on its subject or object, neither
  std::uint32_t modal = kNone;  // will, would, may, might, could, should, must, can
  bool future = false;          // will, shall, "is to", "going to"
  bool perfect_or_past = false;

  // Coordinated phrases are listed one by one. For a passive, `subjects` are what is acted upon and
  // `agents` who acts. A clause that shares the subject of another (coordination, infinitive,
  // participle, relative clause) has it here, resolved.
  std::vector<Phrase> subjects;
  std::vector<Phrase> objects;
  std::vector<Phrase> agents;
  std::vector<Adjunct> adjuncts;     // prepositional phrases of the verb or of its object
  std::optional<Phrase> complement;  // after a copula: "is a fabrication"; may be an adjective

  std::uint32_t governor = kNone;  // index of the clause whose content, infinitive or relative
                                   // clause this is
  // What is said, with a verb that takes a clause: "that ...", a bare clause, "to ..." and the
  // inverted or parenthetical orders ("..., he said, ..."), where it may be in several pieces.
  std::vector<Range> content;
};

struct Apposition {
  Phrase name;         // "Maria Ivanova"
  Phrase description;  // "the ministry's spokeswoman"
};

enum class PartOfSpeech : std::uint8_t {
  unknown,
  noun,
  name,
  verb,
  auxiliary,
  adjective,
  adverb,
  preposition,
  determiner,
  pronoun,
  conjunction,
  number,
  punctuation
};

struct Syntax {
  enum class Quality { complete, partial, shallow };
  Quality quality = Quality::shallow;
  std::vector<Clause> clauses;  // in the order of their verbs
  std::vector<Apposition> appositions;
  std::vector<PartOfSpeech> parts;  // one a token of the sentence
  std::vector<Phrase> phrases;      // maximal noun phrases, in order
};

class Parser {
 public:
  virtual ~Parser() = default;
  // Deterministic: depends on the sentence alone, never on time or load. Never throws on content.
  virtual Syntax parse(const Document& document, const Sentence& sentence) = 0;
};

// Link Grammar with a shallow fallback. One a thread.
std::unique_ptr<Parser> make_parser(std::shared_ptr<const Grammar> grammar);
// The shallow parser alone.
std::unique_ptr<Parser> make_shallow_parser();

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_SYNTAX_H_

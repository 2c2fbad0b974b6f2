#ifndef CASUS_EXTRACT_SYNTAX_GRAMMAR_CLAUSES_H_
#define CASUS_EXTRACT_SYNTAX_GRAMMAR_CLAUSES_H_

// From chunks to clauses: who does what to whom. Surface order decides, except where a parser knows
// better and says so by relations.

#include <vector>

#include "extract/syntax/grammar_chunks.h"
#include "extract/syntax/grammar_tags.h"
#include "extract/syntax/syntax.h"

namespace casus::extract {

// What a parser knows of two words.
struct Relation {
  enum class Kind { subject, object, speaker };  // speaker: subject after an inverted verb
  Kind kind = Kind::subject;
  std::uint32_t verb = 0;  // any token of the verb's group
  std::uint32_t noun = 0;  // head of the noun phrase, or a word in it
};

// A sentence in the course of being analysed; what the steps share.
struct Analysis {
  const TaggedSentence& sentence;
  const Chunks& chunks;
  const std::vector<Relation>& relations;
  std::vector<Clause> clauses;       // one a verb group
  std::vector<bool> relative;        // its subject is a relative pronoun
  std::vector<std::uint32_t> after;  // first token after the verb's objects and adjuncts
  std::vector<bool> inverted;        // "said X"

  std::int32_t phrase_at(std::uint32_t token) const {
    return sentence.range.contains(token) ? chunks.phrase_of[token - sentence.range.begin] : -1;
  }
  std::int32_t group_at(std::uint32_t token) const {
    return sentence.range.contains(token) ? chunks.group_of[token - sentence.range.begin] : -1;
  }
  const Phrase& phrase(std::int32_t i) const { return chunks.phrases[static_cast<std::size_t>(i)]; }
  // The phrase that begins at the token, or -1.
  std::int32_t phrase_from(std::uint32_t token) const {
    std::int32_t p = phrase_at(token);
    return p >= 0 && phrase(p).tokens.begin == token ? p : -1;
  }
  bool is_quote(std::uint32_t token) const;
  bool is_time(const Phrase& phrase) const;
  // A list of phrases, "A, B and C", from its first or its last one.
  std::vector<Phrase> list_from(std::int32_t first, std::uint32_t* end) const;
  std::vector<Phrase> list_to(std::int32_t last) const;

  std::uint32_t skip_adverbs(std::uint32_t token) const;
  // The phrase that a relative pronoun stands for, or -1.
  std::int32_t antecedent_of(std::uint32_t pronoun) const;
  // The mark that opens the insertion that `close` ends: "X[,] a spokesman[,] said"; kNone if it
  // ends none. Not before `limit`.
  std::uint32_t opening_of(std::uint32_t close, std::uint32_t limit) const;
  // Whether the subject of clause `k` stands right after "who", "which", "what".
  bool preceded_by_wh(std::size_t k) const;
};

// The steps, in their order. Arguments are found clause by clause, from left to right: what is
// known of a clause helps to find the subject of the next one.
void find_arguments(Analysis& analysis);
void find_finite_subject(Analysis& analysis, std::size_t clause);      // a step of it
void find_controlled_subject(Analysis& analysis, std::size_t clause);  // the same
void find_content(Analysis& analysis);
std::vector<Apposition> find_appositions(const Analysis& analysis);

// All of it.
Syntax build_syntax(const Document& document, const Sentence& sentence,
                    const std::vector<Tag>& hints, const std::vector<Relation>& relations);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_GRAMMAR_CLAUSES_H_

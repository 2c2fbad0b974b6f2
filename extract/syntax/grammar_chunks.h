#ifndef CASUS_EXTRACT_SYNTAX_GRAMMAR_CHUNKS_H_
#define CASUS_EXTRACT_SYNTAX_GRAMMAR_CHUNKS_H_

// Noun phrases and verb groups of a tagged sentence.

#include <vector>

#include "extract/syntax/grammar_tags.h"
#include "extract/syntax/syntax.h"

namespace casus::extract {

struct VerbGroup {
  Clause clause;             // what the group itself says: verb, lemma, form, voice, ...
  std::uint32_t to = kNone;  // of an infinitive
};

struct Chunks {
  std::vector<Phrase> phrases;          // in order, not overlapping
  std::vector<VerbGroup> groups;        // in order, not overlapping
  std::vector<std::int32_t> phrase_of;  // by token of the sentence's range; -1 outside
  std::vector<std::int32_t> group_of;
};

Chunks chunk(const TaggedSentence& sentence);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_GRAMMAR_CHUNKS_H_

#ifndef CASUS_EXTRACT_STATEMENTS_ATTRIBUTION_H_
#define CASUS_EXTRACT_STATEMENTS_ATTRIBUTION_H_

// The attribution coder: who says what. Source, cue and content of every statement, its kind and
// whom it addresses.

#include <set>
#include <string_view>
#include <vector>

#include "extract/events/events.h"
#include "extract/reading.h"
#include "extract/statements/statement_kind.h"

namespace casus::extract {

// True if the sentence has a word that may introduce what somebody says, so that it is worth
// parsing.
bool has_cue(const Document& document, const Sentence& sentence, const Lexicon& lexicon);

// What the making of claims needs of a statement beside what the annotation has.
struct StatementDraft {
  v1::StatementKind::Value kind = v1::StatementKind::other;
  std::uint32_t sentence = 0;  // that of the cue
  int speaker = -1;            // actor index
  int addressee = -1;          // actor index
  Range accused;               // the words for the addressee, if the cue has any
  std::vector<Range> content;
  std::set<std::string_view> words;  // of the content, by which repetitions are told
  std::vector<Range> retold;         // where the headline says it once more
  ContentSigns signs;
  bool turn = false;      // a sentence of a transcript
  bool retracts = false;  // takes back what the speaker said before
};

// Appends statements (local keys "s1", ...) and the verbal events that they are to the annotation;
// returns one draft a statement, in the same order.
std::vector<StatementDraft> code_attributions(Reading& reading,
                                              const std::vector<EventMention>& events,
                                              v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_ATTRIBUTION_H_

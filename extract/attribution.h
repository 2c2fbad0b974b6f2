#ifndef CASUS_EXTRACT_ATTRIBUTION_H_
#define CASUS_EXTRACT_ATTRIBUTION_H_

// The attribution coder: who says what. Source, cue and content of every statement, its kind and
// whom it addresses.

#include <string>
#include <vector>

#include "extract/events.h"
#include "extract/reading.h"

namespace casus::extract {

bool has_cue(const Document& document, const Sentence& sentence, const Lexicon& lexicon);

// Appends statements (local keys "s1", ...) and the verbal events that they are to the annotation.
// Claims are made from them afterwards, see claims.h; what that needs of each statement is
// returned, one entry a statement.
struct StatementDraft {
  std::uint32_t sentence = 0;
  int speaker = -1;                  // actor index
  int addressee = -1;                // actor index
  std::vector<Range> content;        // tokens
  bool content_negated = false;      // the content says that something is not so
  bool refers_back = false;          // "the allegation", "those claims": the claim is an earlier one
  int accuser_named = -1;            // "denied Iran's claim": actor index of the claim's maker
};
std::vector<StatementDraft> code_attributions(Reading& reading,
                                              const std::vector<EventMention>& events,
                                              v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_ATTRIBUTION_H_

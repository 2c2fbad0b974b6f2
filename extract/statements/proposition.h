#ifndef CASUS_EXTRACT_STATEMENTS_PROPOSITION_H_
#define CASUS_EXTRACT_STATEMENTS_PROPOSITION_H_

// What a content says, as a proposition. What is denied is worded positively: "Iran neither orders
// nor prevents the attacks" is the denial of "Iran orders or prevents the attacks"; what is
// asserted keeps its own words. Belongs to its reading, and to one thread with it.

#include <set>
#include <string>

#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

struct Proposition {
  std::string text;             // positive wording
  int subject = -1;             // actor index
  std::string predicate;        // lemma of the main verb
  std::string object;           // key of an actor or a place; empty if none
  bool ahead = false;           // what will, should or would be
  int event = -1;               // index into annotation.events
  std::set<std::string> words;  // content words, stemmed lightly, for comparison
};

// Of a statement's content. `text` is empty if there is nothing to say.
Proposition read_proposition(Reading& reading, const StatementDraft& draft,
                             const v1::Statement& statement);

// Share of the smaller set's words that both have; 0 if either is empty.
double word_overlap(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_PROPOSITION_H_

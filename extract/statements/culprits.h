#ifndef CASUS_EXTRACT_STATEMENTS_CULPRITS_H_
#define CASUS_EXTRACT_STATEMENTS_CULPRITS_H_

// Whose harmful doing a content tells of: the speaker's own, which is admitted by telling it, or
// another party's, who thereby stands accused. No state; belongs to its reading, and to one thread
// with it.

#include <vector>

#include "extract/reading.h"
#include "extract/statements/statement_kind.h"

namespace casus::extract {

// Sets `accused`, `charges` and `admits` of the signs; reads `negated` and `first_person`.
// `clauses`: of the content, the main one first (`clauses_in`).
void find_culprit(Reading& reading, const Utterance& utterance,
                  const std::vector<const Clause*>& clauses, ContentSigns& signs);

// Whether a subject is the speaker, or the side that they speak for: "we", "its troops".
bool speaks_of_self(Reading& reading, int speaker, const Clause& clause, const Phrase& subject);

// "It was the army that fired", 'it was "likely" that ...': such an "it" is nobody.
bool says_what_it_was(const Reading& reading, const Clause& clause);

// Whose doing a phrase speaks of: the actor that it names, or whose thing it is ("Kenyan jets", "a
// submarine of the navy"). -1 if nobody's.
int actor_behind(Reading& reading, const Phrase& phrase);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_CULPRITS_H_

#ifndef CASUS_EXTRACT_STATEMENTS_ADDRESSEES_H_
#define CASUS_EXTRACT_STATEMENTS_ADDRESSEES_H_

// Whom a statement is to. No state.

#include <vector>

#include "extract/reading.h"
#include "extract/statements/cue_finder.h"

namespace casus::extract {

// Whether a phrase is an actor, a pronoun, or a word for people or a body.
bool is_somebody(const Reading& reading, const Phrase& phrase);

// "a leak", "the weather": one thing that nothing in the lexicon knows as an actor.
bool is_cause(const Reading& reading, const Phrase& phrase);

// "urged both sides", "called on all parties": those who were spoken of, and no one else.
bool is_parties(const Reading& reading, const Phrase& phrase);

// Kinds that speak to somebody.
bool is_directed(v1::StatementKind::Value kind);

// "will hit back at Peru and its friend, Chile, over ...": the actors in the threat that are not
// its maker, up to what it is made for.
void add_threatened(const Reading& reading, const Attribution& threat,
                    std::vector<Referent>& found);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_ADDRESSEES_H_

#ifndef CASUS_EXTRACT_STATEMENTS_SPEAKERS_H_
#define CASUS_EXTRACT_STATEMENTS_SPEAKERS_H_

// Who the source of a cue is. No state; resolves phrases, and so belongs to the thread of its
// reading.

#include "extract/reading.h"
#include "extract/statements/cue_finder.h"

namespace casus::extract {

// By the name of the source, or one in apposition to it ("a neighbour, the baker Ana Ruiz"); for a
// document, whoever issued it; for a spokesman without a name, the body that is spoken of first.
// `recent`: who spoke just before, or nullptr. The attribution must have a source.
Referent find_speaker(Reading& reading, const Attribution& attribution, const Referent* recent);

// Of who speaks: a name in the source tells; a pronoun, words that take somebody up, and a cue
// without a source leave it to what was said before.
v1::Certainty::Value speaker_certainty(const Reading& reading, const Attribution& attribution);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_SPEAKERS_H_

#ifndef CASUS_EXTRACT_DOCUMENT_TRANSCRIPT_H_
#define CASUS_EXTRACT_DOCUMENT_TRANSCRIPT_H_

// The turns of a transcript, as monitors of broadcasts write them: "[Reporter] Who fired first?
// [Okello] They did. [end recording]".

#include <vector>

#include "extract/document/document.h"

namespace casus::extract {

struct Turn {
  Range name;  // in the brackets before it, in this sentence or an earlier one
  Range said;  // of the sentence; empty if it is in no turn
};

// One a sentence. Where a text marks its recordings ("[begin recording]"), nobody's turn is outside
// of them: there the name is that of the presenter. A text that has neither recordings nor somebody
// who asks has no turns. Whether a name is anybody's is not looked at.
std::vector<Turn> turns_of(const Document& document);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_DOCUMENT_TRANSCRIPT_H_

#ifndef CASUS_EXTRACT_MENTIONS_OTHERS_H_
#define CASUS_EXTRACT_MENTIONS_OTHERS_H_

// Whom a stretch of text is about besides the one who says or does it: "demanded that [Hamas]
// renounce", "rejected [Chad]'s offer", "agreed to return the ship to [Norway]". What is asked,
// promised or refused names its other side in its content where the verb has no slot for it.
// No state; resolves phrases, and so belongs to the thread of its reading.

#include <vector>

#include "extract/reading.h"

namespace casus::extract {

// The first known actor named in the ranges who is not `self` (an actor's index, -1 for nobody
// known) or one that speaks for it, with those listed beside it; else the first people without a
// name ("refugees"); else, if `or_where` asks for it, who is only where it happens ("in Iraq").
std::vector<Referent> others_in(Reading& reading, const std::vector<Range>& ranges, int self,
                                bool or_where);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_MENTIONS_OTHERS_H_

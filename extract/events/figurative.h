#ifndef CASUS_EXTRACT_EVENTS_FIGURATIVE_H_
#define CASUS_EXTRACT_EVENTS_FIGURATIVE_H_

// Violence that is a manner of speaking: prices explode, plans are attacked, teams are beaten.
// Thread-safe, no state.

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

enum class Sense {
  literal,
  figurative,  // no event at all
  verbal,      // words against somebody: "attacked the judge in a speech"
};

// Of a draft whose parties are known.
Sense sense_of(const EventSentence& in, const EventDraft& draft);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_FIGURATIVE_H_

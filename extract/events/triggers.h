#ifndef CASUS_EXTRACT_EVENTS_TRIGGERS_H_
#define CASUS_EXTRACT_EVENTS_TRIGGERS_H_

// Finding the words of a sentence that name events. Thread-safe, no state.

#include <vector>

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// Drafts with trigger, entry, clause and phrase filled, and what the trigger's own words say
// (definite, plural, another). By position; triggers do not overlap. Words that are the cue of a
// statement which is an event of its own (accuse, threaten) are left to the attribution coder.
std::vector<EventDraft> find_triggers(const EventSentence& in);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_TRIGGERS_H_

#ifndef CASUS_EXTRACT_EVENTS_SETTING_H_
#define CASUS_EXTRACT_EVENTS_SETTING_H_

// Where and when: the place and the date that a sentence gives an event. What belongs to a verb of
// saying ("said on Tuesday", "said in Geneva") is not the event's. Not thread-safe.

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// Fills place and date of a draft whose frame is filled; leaves unknown what is not said.
void fill_setting(const EventSentence& in, EventDraft& draft);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_SETTING_H_

#ifndef CASUS_EXTRACT_EVENTS_FRAMES_H_
#define CASUS_EXTRACT_EVENTS_FRAMES_H_

// Who did it to whom, and with what: the slots that the grammar of a trigger gives.
// Not thread-safe (resolves mentions).

#include <vector>

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// Fills initiators, targets, weapon and mode of one draft. `drafts` are those of the sentence; the
// words of another event are nobody's name ("the blast killed ..." has no initiator) but tie the
// two drafts together (`same_as`).
void fill_frame(const EventSentence& in, std::vector<EventDraft>& drafts, std::size_t which);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_FRAMES_H_

#ifndef CASUS_EXTRACT_EVENTS_MODALITY_H_
#define CASUS_EXTRACT_EVENTS_MODALITY_H_

// Whether an event is told as having happened, and by whom. Thread-safe, no state.

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// Fills modality, certainty, `attributed`, `generic` and the initiators' status. As PLOVER has it,
// what is promised, refused or threatened of acts other than assault is an act of its own: "will
// send aid" is AGREE, "refused to meet" REJECT, "will boycott" THREATEN.
void fill_modality(const EventSentence& in, EventDraft& draft);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_MODALITY_H_

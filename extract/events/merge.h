#ifndef CASUS_EXTRACT_EVENTS_MERGE_H_
#define CASUS_EXTRACT_EVENTS_MERGE_H_

// From mentions to events: which drafts of an article tell of one event. Not thread-safe.

#include <vector>

#include "extract/events/draft.h"
#include "extract/reading.h"

namespace casus::extract {

struct MergedEvent {
  EventDraft told;                    // its first telling, with slots that later ones fill
  std::vector<std::size_t> mentions;  // indices into the drafts, ascending
  bool stands = false;                // told as an occasion; else nothing but a mention of one
};

// `drafts` by position; `same_as` of a draft indexes `drafts`. Drafts that tell of nothing that
// could be pinned down belong to no event.
std::vector<MergedEvent> merge_drafts(const Reading& reading,
                                      const std::vector<EventDraft>& drafts);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_MERGE_H_

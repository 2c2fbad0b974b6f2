#ifndef CASUS_EXTRACT_TIMES_TIMES_H_
#define CASUS_EXTRACT_TIMES_TIMES_H_

// Dates as news words them, resolved against the day of publication: "on Tuesday" (the last one,
// the day of publication included), "early Friday", "yesterday", "7 October", "Oct. 7, 2023", "last
// month", "in March 2022", "in 2020", "two days ago", "last week", "since 7 October". What cannot
// be resolved stays unknown. Thread-safe, no state.

#include <optional>

#include "extract/document/document.h"
#include "graph/dates.h"

namespace casus::extract {

struct TimeMatch {
  Range tokens;
  DayWindow days;           // closed; both ends known, except with `since` (only the start) and
                            // `until`
  bool range_word = false;  // since, until, from ... to, between, over the past ...: a period, no
                            // day of an event
};

// The expression that begins at the token (its preposition included), not beyond `limit`.
// `published` may be unknown: then only absolute dates with a year are found.
std::optional<TimeMatch> match_time(const Document& document, std::uint32_t at, std::uint32_t limit,
                                    Day published);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TIMES_TIMES_H_

#ifndef CASUS_QUERY_NEWS_H_
#define CASUS_QUERY_NEWS_H_

// What changed between two days. Thread-safe.

#include <cstddef>
#include <optional>

#include "casus/v1/answer.pb.h"
#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

// Of a trace as of a later day, with all its voices, what had not been published by `since`: only
// the voices that came after it, at most so many of each side, the oldest (0: all), with the status
// that the claim had then. Nullopt if nothing is new. Costs a trace as of `since`.
std::optional<v1::Trace> news(const storage::Snapshot& snapshot, const v1::Trace& now, Day since,
                              std::size_t voices = 0);

}  // namespace casus::query

#endif  // CASUS_QUERY_NEWS_H_

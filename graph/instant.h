#ifndef CASUS_GRAPH_INSTANT_H_
#define CASUS_GRAPH_INSTANT_H_

// Moments, to the second: only what tells two versions of one article apart is that exact.

#include <cstdint>
#include <optional>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus {

// Seconds since 1970-01-01T00:00:00Z, as POSIX counts them.
using Instant = std::int64_t;

// Reads an ISO 8601 date, which is its first second in UTC, or a date-time with its offset
// ("2023-12-08T14:05:30+03:00", "2023-12-08T11:05Z"; fractions of a second are left out). nullopt
// for anything else, a time without an offset included. Thread-safe, no state.
std::optional<Instant> parse_instant(std::string_view text);

// Whether `version` is older than `other` of the same article: by `Article.updated`, of which
// unknown is older than any. Versions of the same instant are not older than one another.
bool is_older(const v1::Article& version, const v1::Article& other);

}  // namespace casus

#endif  // CASUS_GRAPH_INSTANT_H_

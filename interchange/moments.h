#ifndef CASUS_INTERCHANGE_MOMENTS_H_
#define CASUS_INTERCHANGE_MOMENTS_H_

// Days and times as pages, feeds and headers write them, and as `Article.published` and
// `Article.updated` hold them. Thread-safe, no state.

#include <optional>
#include <string>
#include <string_view>

#include "graph/dates.h"

namespace casus::interchange {

// Where the writer's clock stood, and how far it was ahead of UTC.
struct Moment {
  Day day;                            // unknown where only a time is written
  std::optional<int> second;          // of the day; absent where only a day is written
  std::optional<int> offset_minutes;  // absent where no time zone is written
};

// Reads ISO 8601 ("2024-05-01", "2024-05-01T14:05:30+02:00", "2024-05-01 14:05 UTC",
// "20240501T140530Z"), what mail and RSS write ("Wed, 01 May 2024 14:05:30 GMT") and what English
// pages write ("May 1, 2024 at 2:05 p.m. ET", "1 May 2024, 14:05", "14:05 GMT"). nullopt for
// anything else: "05/06/2024" says neither day nor month.
std::optional<Moment> parse_moment(std::string_view text);

// "2024-05-01T14:05:30+02:00"; the day alone where there is no time. A time without a time zone is
// taken as UTC, so that the versions of one article can be told apart. The day must be known.
std::string format_moment(const Moment& moment);

// What a short line says of the article's update, where it begins so or comes to it after a comma
// or a bar: "UPDATED 14:05", "Published May 1, 2024 | Last updated: May 2, 2024 09:00 GMT". A time
// alone is one of `published`. Empty if it says nothing, or the time is alone and `published` is
// unknown.
std::string update_in_line(std::string_view line, Day published);

// The same of a text: of its first or last lines, the first one that says so.
std::string update_in_text(std::string_view text, Day published);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_MOMENTS_H_

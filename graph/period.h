#ifndef CASUS_GRAPH_PERIOD_H_
#define CASUS_GRAPH_PERIOD_H_

#include <optional>
#include <string_view>

#include "graph/dates.h"

namespace casus {

// A day, a month or a year as people write them: the first and the last of its days. Reads
// `YYYY-MM-DD` (and what else parse_day takes), `YYYY-MM` and `YYYY`; nullopt for anything else.
// Thread-safe, no state.
std::optional<DayWindow> parse_period(std::string_view text);

}  // namespace casus

#endif  // CASUS_GRAPH_PERIOD_H_

#ifndef CASUS_GRAPH_CODES_H_
#define CASUS_GRAPH_CODES_H_

// Code lists of the field: modes of events, sectors of actors. Thread-safe, no state.

#include <span>
#include <string_view>

namespace casus {

// PLOVER 0.8 modes of an event type; empty for a type without modes.
std::span<const std::string_view> plover_modes(std::string_view type);

// PLOVER's sectors, with CAMEO's where PLOVER has none.
std::span<const std::string_view> sectors();

}  // namespace casus

#endif  // CASUS_GRAPH_CODES_H_

#ifndef CASUS_EXTRACT_LEXICON_CODES_H_
#define CASUS_EXTRACT_LEXICON_CODES_H_

// The code lists that cells of the lexicon are checked against. Thread-safe, no state.

#include <span>
#include <string_view>

namespace casus::extract {

// PLOVER 0.8 modes of an event type; empty for a type without modes.
std::span<const std::string_view> plover_modes(std::string_view type);

// PLOVER's sectors, with CAMEO's where PLOVER has none.
std::span<const std::string_view> sectors();

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_CODES_H_

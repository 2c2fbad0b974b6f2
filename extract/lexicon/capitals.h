#ifndef CASUS_EXTRACT_LEXICON_CAPITALS_H_
#define CASUS_EXTRACT_LEXICON_CAPITALS_H_

// Names of dictionaries that are all in capitals, as news writes them. Thread-safe, no state.

#include <string>
#include <string_view>

namespace casus::extract {

// "LEAGUE_OF_THE_LAGOON_" -> "League of the Lagoon", "RF" -> "RF". Words that hold a letter in
// lower case stay as they are. `name` must be UTF-8.
std::string name_from_capitals(std::string_view name);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_CAPITALS_H_

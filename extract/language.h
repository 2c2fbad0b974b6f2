#ifndef CASUS_EXTRACT_LANGUAGE_H_
#define CASUS_EXTRACT_LANGUAGE_H_

// Whether a text is in the language that the rules are for. Thread-safe, no state.

#include <string_view>

namespace casus::extract {

// By its declared language (BCP 47: "en", "en-GB") where there is one, else by the share of English
// function words among its first 2,000 words. Texts of fewer than two dozen words count as English.
bool is_english(std::string_view declared, std::string_view text);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LANGUAGE_H_

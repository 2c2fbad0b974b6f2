#ifndef CASUS_EXTRACT_TITLE_SENTENCE_CASE_H_
#define CASUS_EXTRACT_TITLE_SENTENCE_CASE_H_

#include <string>
#include <string_view>

#include "extract/lexicon/lexicon.h"

namespace casus::extract {

// A headline in Title Case or in CAPITALS as a sentence would write it: a word is spelled as the
// article's text spells it within its sentences, else as a name of the lexicon, else in lower case.
// Any other headline comes back as it is. Only letters of ASCII change, so that every offset
// stays. Cost: linear in `text` where the case says nothing, else in the headline. Thread-safe.
std::string in_sentence_case(std::string_view headline, std::string_view text,
                             const Lexicon& lexicon);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TITLE_SENTENCE_CASE_H_

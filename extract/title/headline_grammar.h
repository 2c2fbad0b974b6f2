#ifndef CASUS_EXTRACT_TITLE_HEADLINE_GRAMMAR_H_
#define CASUS_EXTRACT_TITLE_HEADLINE_GRAMMAR_H_

#include <span>
#include <string_view>

#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/syntax.h"

namespace casus::extract {

// Headlines leave auxiliaries out: "Judge killed in Mosul" is a passive, and whoever stands before
// "to attack" is its subject. Mends what a parser made of a headline, in place. `words`: the
// lower-case words of the document. Thread-safe, no state.
void mend_headline(const Sentence& sentence, std::span<const std::string_view> words,
                   const Lexicon& lexicon, Syntax& syntax);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TITLE_HEADLINE_GRAMMAR_H_

#ifndef CASUS_EXTRACT_LEXICON_FOLD_H_
#define CASUS_EXTRACT_LEXICON_FOLD_H_

// Words as the lexicon compares them: lower case, Latin letters without their marks, no dots and
// apostrophes inside ("U.S." is "us", "Sana'a" is "sanaa"), cut at hyphens ("al-Shabaab" is "al",
// "shabaab"). The case of each piece is kept beside it, because "US" and "us" differ in nothing
// else. A table rather than ICU: this runs for every word of an archive. Thread-safe, no state.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::extract {

// In the order of how much they demand of a text.
enum class WordCase : std::uint8_t {
  lower,    // no capital at its head: "al", "16"
  initial,  // "Shabaab", "M" of "M-19"
  mixed,    // with a capital inside: "LeT"
  capitals  // two letters or more, all of them capitals: "US"
};

struct FoldedPiece {
  std::string text;
  WordCase letters = WordCase::lower;
};

// Appends the pieces of one word of a text to `pieces`; punctuation gives none.
void fold_word(std::string_view word, std::vector<FoldedPiece>& pieces);

// Splits at white space and at slashes, commas and brackets, then folds each word.
std::vector<FoldedPiece> fold_name(std::string_view name);

// Lower case of ASCII letters.
std::string ascii_lower(std::string_view text);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_FOLD_H_

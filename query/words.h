#ifndef CASUS_QUERY_WORDS_H_
#define CASUS_QUERY_WORDS_H_

// English words as questions and claims use them: which carry meaning, and which are forms of one
// another. Words are normalised (graph/names.h); others than ASCII ones are left as they are.
// Thread-safe, no state.

#include <string>
#include <string_view>
#include <vector>

namespace casus::query {

// "the", "of", "was", "who": words that say nothing about what a claim is about.
bool is_stop_word(std::string_view word);

// One text for all forms of a word: "bombs", "bombed" and "bombing" give "bomb", "struck" gives
// what "strike" gives. Not always a word itself.
std::string stem(std::string_view word);

// The forms that share the word's stem, itself included, sorted: what an index of whole words is to
// be asked for.
std::vector<std::string> word_forms(std::string_view word);

}  // namespace casus::query

#endif  // CASUS_QUERY_WORDS_H_

#ifndef CASUS_GRAPH_NAMES_H_
#define CASUS_GRAPH_NAMES_H_

// Names as they are compared: "Al-Shabaab", "al Shabaab" and "AL SHABAAB" are one name.
// All functions take and give UTF-8; bytes that are not UTF-8 count as U+FFFD. Thread-safe.

#include <string>
#include <string_view>
#include <vector>

namespace casus {

// NFKD, combining marks off, case folded, every run of other than letters and digits one space,
// no space at the ends, a leading English "the" off: "The  Élysée" -> "elysee". Letters that are
// not Latin stay. Cost: linear; about a microsecond for a short ASCII name.
std::string normalise_name(std::string_view name);

// The same with '-' for ' ', for use in keys: "abu-yahya-gedi".
std::string slug(std::string_view name);

// The words of `normalise_name(text)`, in order; what claims are found by.
std::vector<std::string> normalised_words(std::string_view text);

// Whether `words`, which must be normalised, stand in `text` one after the other, the last perhaps
// as the beginning of a word: "velm har" in "the Port of Velm Harbour". Empty words stand nowhere.
bool holds_words(std::string_view text, std::string_view words);

}  // namespace casus

#endif  // CASUS_GRAPH_NAMES_H_

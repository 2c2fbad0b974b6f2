#ifndef CASUS_GRAPH_SPELLING_H_
#define CASUS_GRAPH_SPELLING_H_

// "Did you mean": words that are near to a misspelt one. Thread-safe, no state.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace casus {

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, in bytes;
// `bound` + 1 if it takes more than `bound`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

// The candidate nearest to `word`, whatever the case, and spaces or underscores or hyphens between
// its parts; the first of equals. Empty if none is near: more than a third of its letters differ.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// How a sentence about a misspelt word ends: "; did you mean 'b'? Expected one of a, b, c.", or,
// where nothing is near, "; expected one of a, b, c."
std::string expected_one_of(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace casus

#endif  // CASUS_GRAPH_SPELLING_H_

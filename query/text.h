#ifndef CASUS_QUERY_TEXT_H_
#define CASUS_QUERY_TEXT_H_

// Small things done to text that is shown. UTF-8 in and out; no state, thread-safe.

#include <cstddef>
#include <string>
#include <string_view>

namespace casus::query {

// The longest head of `text` of at most `limit` bytes that ends on a character boundary, and on a
// word's end where one is near.
std::size_t head_length(std::string_view text, std::size_t limit);

// On one line, runs of white space as one space, cut to about `limit` bytes with an ellipsis.
std::string one_line(std::string_view text, std::size_t limit);

}  // namespace casus::query

#endif  // CASUS_QUERY_TEXT_H_

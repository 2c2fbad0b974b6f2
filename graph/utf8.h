#ifndef CASUS_GRAPH_UTF8_H_
#define CASUS_GRAPH_UTF8_H_

// Whether bytes are UTF-8, and where its characters begin. Thread-safe, no state.

#include <cstddef>
#include <optional>
#include <string_view>

namespace casus {

// Offset of the first byte that does not belong to well-formed UTF-8 (surrogates and overlong forms
// are not well-formed); nullopt if all do. Cost: linear, eight bytes at a time over ASCII.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// Whether a character of `text`, which is UTF-8, begins at `at`, or the text ends there.
bool is_character_boundary(std::string_view text, std::size_t at);

// The longest head of `text`, which is UTF-8, that has at most `bytes` bytes and whole characters.
std::string_view utf8_head(std::string_view text, std::size_t bytes);

}  // namespace casus

#endif  // CASUS_GRAPH_UTF8_H_

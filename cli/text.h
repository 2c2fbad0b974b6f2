#ifndef CASUS_CLI_TEXT_H_
#define CASUS_CLI_TEXT_H_

// Text as it may safely and readably stand on a terminal. All functions take any bytes;
// thread-safe, no state.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

// Control characters and those that turn the direction of writing become visible escapes
// (`\u{1B}`), bytes that are not UTF-8 become `\xFF`, and every run of white space one space: names
// and quotes come from strangers and must not steer a terminal. What is invisible and harmless
// (soft hyphens, marks of direction) is left out.
std::string printable(std::string_view text);

// In single quotation marks and printable, cut where it is long: how a message repeats what
// somebody typed.
std::string echoed(std::string_view text);

// How many columns a printable text takes: wide characters take two, combining ones none.
std::size_t columns(std::string_view text);

// With each part of a printable text that is written from right to left in isolation, so that a
// terminal that knows directions does not move what stands beside it. Takes as many columns.
std::string isolated(std::string_view text);

// Breaks a printable text between words into lines of at most `width` columns; a longer word
// stands on a line of its own.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The text with spaces behind it up to `width` columns.
std::string padded(std::string text, std::size_t width);

// "1,234,567"
std::string with_thousands(std::uint64_t number);

}  // namespace casus::cli

#endif  // CASUS_CLI_TEXT_H_

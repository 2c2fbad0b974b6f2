#ifndef CASUS_INTERCHANGE_MARKUP_H_
#define CASUS_INTERCHANGE_MARKUP_H_

// Text of strangers in files of other tools. All functions take any bytes and give UTF-8; bytes
// that are not UTF-8 become U+FFFD. Thread-safe, no state.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus::interchange {

// The text itself, for formats that hold any text but NUL, which becomes U+FFFD too.
std::string valid_text(std::string_view text);

// As content or attribute of XML 1.0, which every parser gives back as it was: line breaks and tabs
// are character references. Characters that XML cannot hold become U+FFFD.
std::string xml_escaped(std::string_view text);

// A key as an identifier that XML and DOT give back unchanged: control characters, those that XML
// cannot hold, those that turn the direction of writing, quotes, backslashes and '%' are
// percent-encoded. Different keys stay different.
std::string identifier(std::string_view key);

// The text as a link, if it is one to the web; else empty. What a URL cannot hold is
// percent-encoded.
std::string web_link(std::string_view text);

// Lines of about `columns` columns (a wide character takes two), broken where Unicode allows it,
// a longer word within; at most `lines` of them, the last with an ellipsis where text is left out.
// Control characters and those that turn the direction of writing are left out, and every run of
// white space is one space.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t lines);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_MARKUP_H_

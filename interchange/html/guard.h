#ifndef CASUS_INTERCHANGE_HTML_GUARD_H_
#define CASUS_INTERCHANGE_HTML_GUARD_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace casus::interchange {

// As browsers bound them; what lies deeper loses its tags and keeps its text.
inline constexpr std::size_t kMaxHtmlDepth = 512;
inline constexpr std::size_t kMaxHtmlAttributes = 512;  // of one tag, which is left out beyond it

// The same page without the tags that would nest it deeper than a parser can bear: an HTML parser
// looks through all open elements at each tag, so that its time grows with their square. The tags
// are counted as they are written, which is what a parser makes of them or more.
// Thread-safe, no state. Cost: linear.
std::string bounded_html(std::string_view html);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_GUARD_H_

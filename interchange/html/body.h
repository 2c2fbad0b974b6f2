#ifndef CASUS_INTERCHANGE_HTML_BODY_H_
#define CASUS_INTERCHANGE_HTML_BODY_H_

#include <string>
#include <string_view>

#include "interchange/html/tree.h"

namespace casus::interchange {

// The text of the article that a page holds: paragraphs, items of lists and headings, with a blank
// line between them; empty if there is none. Navigation, comments, related stories, advertisements,
// captions and forms are left out, and so are a heading that says `title` and paragraphs that are
// mostly links. The article is looked for in what the page names its body, else its <article>, else
// its <main>, else where the most text in paragraphs is. Cost: linear.
std::string body_text(const HtmlTree& page, std::string_view title);

// All text of a piece of HTML, as feeds hold it, in the same form; scripts and forms are left out.
std::string fragment_text(std::string_view html);

// The same where little text and no structure is expected: a title.
std::string fragment_line(std::string_view html);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_BODY_H_

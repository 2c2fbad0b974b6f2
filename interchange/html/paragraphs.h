#ifndef CASUS_INTERCHANGE_HTML_PARAGRAPHS_H_
#define CASUS_INTERCHANGE_HTML_PARAGRAPHS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "interchange/html/tree.h"

namespace casus::interchange {

// One block of running text, white space collapsed.
struct Paragraph {
  std::string text;
  std::size_t linked = 0;  // bytes of it that are links or times
  bool is_heading = false;
  const GumboNode* block = nullptr;  // the innermost block element that it stands in

  // Navigation and teasers, where a paragraph of the article has a link here and there.
  bool is_mostly_links() const { return 3 * linked > 2 * text.size(); }
};

// The paragraphs inside `top`, in the order of the page; two line breaks end one as well. Elements
// of which `skip` says so are left out with all that is in them; `top` is not asked about.
std::vector<Paragraph> paragraphs_of(const GumboNode& top,
                                     const std::function<bool(const GumboNode&)>& skip);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_PARAGRAPHS_H_

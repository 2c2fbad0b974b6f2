#ifndef CASUS_INTERCHANGE_HTML_CLUTTER_H_
#define CASUS_INTERCHANGE_HTML_CLUTTER_H_

#include <gumbo.h>

namespace casus::interchange {

// How sure it is that an element is none of the article: navigation, comments, related stories,
// advertisements, share bars, captions, forms, what is hidden.
enum class Clutter {
  none,
  likely,   // its class or id says so, which a wrapper around everything may too
  certain,  // its tag or role says so
};
Clutter clutter_of(const GumboNode& element);

// Whether its class, id or property says that it is the body of the article.
bool is_named_body(const GumboNode& element);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_CLUTTER_H_

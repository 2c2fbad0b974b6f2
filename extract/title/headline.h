#ifndef CASUS_EXTRACT_TITLE_HEADLINE_H_
#define CASUS_EXTRACT_TITLE_HEADLINE_H_

#include <string_view>

namespace casus::extract {

// The part of a title that tells the news: without labels before it ("LIVE:", "UPDATE 2-") and the
// outlet after it ("| The Lakeside Post", also where `outlet` is not known to be that). A view into
// `title`; empty if nothing is left. Thread-safe, no state.
std::string_view headline_of(std::string_view title, std::string_view outlet);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TITLE_HEADLINE_H_

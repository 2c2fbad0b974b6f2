// Articles in HTML pages.

#include <fmt/format.h>

#include <string>
#include <utility>

#include "graph/assemble.h"
#include "graph/dates.h"
#include "interchange/encoding.h"
#include "interchange/html/body.h"
#include "interchange/html/metadata.h"
#include "interchange/html/paragraphs.h"
#include "interchange/moments.h"
#include "interchange/sources.h"

namespace casus::interchange {
namespace {

// Where no field says it: a line above or in the text, "Last updated May 2, 2024 09:00 GMT".
std::string update_on_page(const HtmlTree& page, Day published) {
  std::string found;
  const auto is_hidden = [](const GumboNode& element) {
    return is_element(element, GUMBO_TAG_SCRIPT) || is_element(element, GUMBO_TAG_STYLE) ||
           is_element(element, GUMBO_TAG_ASIDE) || is_element(element, GUMBO_TAG_NAV);
  };
  for (const Paragraph& paragraph : paragraphs_of(page.root(), is_hidden)) {
    if (found.empty()) found = update_in_line(paragraph.text, published);
  }
  return found;
}

}  // namespace

v1::Article parse_page_article(std::string_view html, const std::string& id) {
  constexpr std::size_t kShort = 200;  // a notice, not a body
  const HtmlTree page(html);
  PageMetadata data = page_metadata(page);
  std::string text = body_text(page, data.title);
  if (text.size() < kShort && data.text.size() > text.size()) text = std::move(data.text);
  if (text.empty()) {
    throw InputError(
        "has no text of an article; pages that a script fills must be saved with what it shows.");
  }
  if (text.size() > kMaxTextBytes) {
    throw InputError(fmt::format("has {} bytes of text; at most {} are taken. Split the article.",
                                 text.size(), kMaxTextBytes));
  }
  if (data.updated.empty()) {
    data.updated = update_on_page(page, parse_day(data.published).value_or(Day::unknown()));
  }
  v1::Article article;
  article.set_id(data.url.empty() ? id : data.url);
  article.set_url(std::move(data.url));
  article.set_title(std::move(data.title));
  article.set_outlet(std::move(data.outlet));
  article.set_published(std::move(data.published));
  article.set_updated(std::move(data.updated));
  article.set_language(std::move(data.language));
  article.set_text(std::move(text));
  return article;
}

void read_page(ByteSource& in, const Source& source, const ReadLimits& limits,
               const ReadCallbacks& callbacks) {
  read_document(in, source, limits, callbacks, {"page", Markup::html, &parse_page_article});
}

}  // namespace casus::interchange

#ifndef CASUS_INTERCHANGE_HTML_METADATA_H_
#define CASUS_INTERCHANGE_HTML_METADATA_H_

#include <string>
#include <string_view>

#include "interchange/html/tree.h"

namespace casus::interchange {

// What a page says of its article; a field that it does not tell is empty, and so is one that says
// it in no form that is known.
struct PageMetadata {
  std::string title;
  std::string published;  // as `Article.published`
  std::string updated;    // as `Article.updated`
  std::string outlet;
  std::string language;
  std::string url;   // absolute, and not of a home page
  std::string text;  // of its body, which pages hold for search engines

  // Takes from `other` what is empty here.
  void fill_from(const PageMetadata& other);
};

// Each field from the first that has it: schema.org's JSON-LD (NewsArticle, its kinds, and
// LiveBlogPosting), OpenGraph, meta elements and microdata, then <link rel=canonical>, <html lang>,
// <time>, <h1> and <title>.
PageMetadata page_metadata(const HtmlTree& page);

// The part of JSON-LD: `script` is what one element holds. JSON that is none is taken for empty.
PageMetadata json_ld_metadata(std::string_view script);

// How those fields are cleaned. Dates give "" where they are in no form that is known.
std::string published_day(std::string_view text);
std::string updated_moment(std::string_view text);
std::string article_url(std::string_view text);
std::string language_tag(std::string_view text);  // "en_US" is "en-US"

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_METADATA_H_

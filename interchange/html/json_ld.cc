// What schema.org's JSON-LD says of an article.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graph/error.h"
#include "interchange/html/body.h"
#include "interchange/html/metadata.h"
#include "interchange/json.h"

namespace casus::interchange {
namespace {

namespace dom = simdjson::dom;

// Of the page that it is parsed from; the rest of it is of no interest.
constexpr std::size_t kMaxItems = 1000;

bool get(dom::object object, std::string_view name, dom::element& value) {
  return object.at_key(name).get(value) == simdjson::SUCCESS;
}

std::string_view string_of(dom::element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS || text.find('\0') != std::string_view::npos) return {};
  return text;
}

std::string_view string_of(dom::object object, std::string_view name) {
  dom::element value;
  return get(object, name, value) ? string_of(value) : std::string_view();
}

bool is_article_type(std::string_view type) {
  if (const std::size_t at = type.find_last_of(":/#"); at != std::string_view::npos) {
    type.remove_prefix(at + 1);
  }
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

bool is_article(dom::object object) {
  dom::element type;
  if (!get(object, "@type", type)) return false;
  dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return is_article_type(string_of(type));
  return std::any_of(types.begin(), types.end(),
                     [](dom::element one) { return is_article_type(string_of(one)); });
}

// The objects of a document: its root, or those of a list or of "@graph".
std::vector<dom::object> items_of(dom::element root) {
  std::vector<dom::object> items;
  std::vector<dom::element> open = {root};
  while (!open.empty() && items.size() < kMaxItems) {
    const dom::element at = open.back();
    open.pop_back();
    dom::array array;
    dom::object object;
    if (at.get(array) == simdjson::SUCCESS) {
      std::vector<dom::element> inside(array.begin(), array.end());
      open.insert(open.end(), inside.rbegin(), inside.rend());
    } else if (at.get(object) == simdjson::SUCCESS) {
      items.push_back(object);
      dom::element inside;
      for (const std::string_view name : {"mainEntity", "@graph"}) {
        if (get(object, name, inside)) open.push_back(inside);
      }
    }
  }
  return items;
}

// A name, or of what is a list or a reference to another item, its name.
std::string name_of(dom::element value, const std::vector<dom::object>& items) {
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    if (array.begin() == array.end()) return {};
    value = *array.begin();
  }
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return fragment_line(string_of(value));
  if (const std::string_view name = string_of(object, "name"); !name.empty()) {
    return fragment_line(name);
  }
  const std::string_view id = string_of(object, "@id");
  for (const dom::object item : items) {
    if (!id.empty() && string_of(item, "@id") == id) return fragment_line(string_of(item, "name"));
  }
  return {};
}

std::string url_of(dom::object article) {
  for (const std::string_view name : {"url", "mainEntityOfPage"}) {
    dom::element value;
    if (!get(article, name, value)) continue;
    dom::object object;
    const std::string_view text =
        value.get(object) == simdjson::SUCCESS ? string_of(object, "@id") : string_of(value);
    if (std::string url = article_url(text); !url.empty()) return url;
  }
  return {};
}

// Lines, or HTML, to paragraphs.
std::string text_in(std::string_view body) {
  if (body.find("</") != std::string_view::npos) return fragment_text(body);
  std::string text;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string line = fragment_line(body.substr(0, end));
    if (!line.empty()) (text += text.empty() ? "" : "\n\n") += line;
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return text;
}

std::string text_of(dom::object article) {
  std::string text = text_in(string_of(article, "articleBody"));
  dom::element posts;
  dom::array list;
  if (!text.empty() || !get(article, "liveBlogUpdate", posts) ||
      posts.get(list) != simdjson::SUCCESS) {
    return text;
  }
  for (const dom::element element : list) {
    dom::object post;
    if (element.get(post) != simdjson::SUCCESS) continue;
    for (const std::string_view name : {"headline", "articleBody"}) {
      const std::string part = text_in(string_of(post, name));
      if (!part.empty()) (text += text.empty() ? "" : "\n\n") += part;
    }
  }
  return text;
}

PageMetadata metadata_of(dom::object article, const std::vector<dom::object>& items) {
  PageMetadata data;
  data.title = fragment_line(string_of(article, "headline"));
  if (data.title.empty()) data.title = fragment_line(string_of(article, "name"));
  data.published = published_day(string_of(article, "datePublished"));
  data.updated = updated_moment(string_of(article, "dateModified"));
  dom::element value;
  for (const std::string_view name : {"publisher", "sourceOrganization"}) {
    if (data.outlet.empty() && get(article, name, value)) data.outlet = name_of(value, items);
  }
  if (get(article, "inLanguage", value)) data.language = language_tag(name_of(value, items));
  data.url = url_of(article);
  data.text = text_of(article);
  return data;
}

}  // namespace

PageMetadata json_ld_metadata(std::string_view script) {
  // Comments and CDATA marks around it are common, and so are line breaks inside strings.
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string json(script.substr(begin, end - begin + 1));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  try {
    dom::parser parser;
    const std::vector<dom::object> items = items_of(parse_json(json, parser));
    for (const dom::object item : items) {
      if (is_article(item)) return metadata_of(item, items);
    }
  } catch (const InputError&) {
    // A page is read for what is right in it.
  }
  return {};
}

}  // namespace casus::interchange

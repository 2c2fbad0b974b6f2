#include "interchange/html/metadata.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "graph/utf8.h"
#include "interchange/html/body.h"
#include "interchange/html/clutter.h"
#include "interchange/moments.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

constexpr std::size_t kLongest = 4096;  // of a field; a store takes more

enum class Field { title, published, updated, outlet, language, url };

struct Name {
  std::string_view name;
  Field field;
};

// In the order in which they count.
constexpr std::array<Name, 8> kOpenGraph = {{{"og:title", Field::title},
                                             {"article:published_time", Field::published},
                                             {"og:article:published_time", Field::published},
                                             {"article:modified_time", Field::updated},
                                             {"og:updated_time", Field::updated},
                                             {"og:site_name", Field::outlet},
                                             {"og:locale", Field::language},
                                             {"og:url", Field::url}}};
constexpr std::array<Name, 27> kMeta = {{{"headline", Field::title},
                                         {"dc.title", Field::title},
                                         {"twitter:title", Field::title},
                                         {"datepublished", Field::published},
                                         {"date", Field::published},
                                         {"dc.date", Field::published},
                                         {"dc.date.issued", Field::published},
                                         {"dc.date.created", Field::published},
                                         {"dcterms.issued", Field::published},
                                         {"dcterms.created", Field::published},
                                         {"dcterms.date", Field::published},
                                         {"pubdate", Field::published},
                                         {"publishdate", Field::published},
                                         {"publish-date", Field::published},
                                         {"parsely-pub-date", Field::published},
                                         {"sailthru.date", Field::published},
                                         {"datemodified", Field::updated},
                                         {"dc.date.modified", Field::updated},
                                         {"dcterms.modified", Field::updated},
                                         {"last-modified", Field::updated},
                                         {"application-name", Field::outlet},
                                         {"dc.publisher", Field::outlet},
                                         {"publisher", Field::outlet},
                                         {"inlanguage", Field::language},
                                         {"dc.language", Field::language},
                                         {"language", Field::language},
                                         {"content-language", Field::language}}};

std::string& slot(PageMetadata& data, Field field) {
  switch (field) {
    case Field::title:
      return data.title;
    case Field::published:
      return data.published;
    case Field::updated:
      return data.updated;
    case Field::outlet:
      return data.outlet;
    case Field::language:
      return data.language;
    case Field::url:
      return data.url;
  }
  return data.title;
}

std::string cleaned(Field field, std::string_view value) {
  switch (field) {
    case Field::published:
      return published_day(value);
    case Field::updated:
      return updated_moment(value);
    case Field::url:
      return article_url(value);
    case Field::language:
      return language_tag(value);
    case Field::title:
    case Field::outlet:
      break;
  }
  std::string line;
  append_collapsed(line, utf8_head(value, kLongest));
  return std::string(trim(line));
}

// Fills the fields of one list, each from the first of its names that says something.
template <std::size_t N>
class Listed {
 public:
  explicit Listed(const std::array<Name, N>& names) : names_(names) {}

  void see(std::string_view name, std::string_view value) {
    const std::string word = lower(utf8_head(name, 64));
    for (std::size_t i = 0; i < N; ++i) {
      if (word == names_[i].name && values_[i].empty()) {
        values_[i] = cleaned(names_[i].field, value);
      }
    }
  }

  PageMetadata data() const {
    PageMetadata data;
    for (std::size_t i = 0; i < N; ++i) {
      std::string& field = slot(data, names_[i].field);
      if (field.empty()) field = values_[i];
    }
    return data;
  }

 private:
  const std::array<Name, N>& names_;
  std::array<std::string, N> values_;
};

// "Title - Outlet" without the outlet.
std::string without_outlet(std::string title, std::string_view outlet) {
  if (outlet.empty() || title.size() <= outlet.size()) return title;
  const std::size_t at = title.size() - outlet.size();
  if (!same_word(std::string_view(title).substr(at), outlet)) return title;
  const std::string_view head = trim(std::string_view(title).substr(0, at));
  for (const std::string_view mark :
       {"-", "|", ":", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xC2\xBB", "/"}) {
    if (!head.ends_with(mark)) continue;
    const std::string_view rest = trim(head.substr(0, head.size() - mark.size()));
    if (!rest.empty()) return std::string(rest);
  }
  return title;
}

bool names_update(const GumboNode& element) {
  for (const auto* name : {"class", "id", "itemprop"}) {
    const std::string words = lower(utf8_head(attribute(element, name), 256));
    if (words.find("modified") != std::string::npos || words.find("updated") != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool names_date(const GumboNode& element) {
  for (const auto* name : {"class", "id"}) {
    const std::string words = lower(utf8_head(attribute(element, name), 256));
    for (const std::string_view word : {"date", "publish", "posted", "timestamp"}) {
      if (words.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

// "Posted on March 5, 2024": the day of a short line that says nothing else.
std::string day_in_line(std::string_view line) {
  constexpr std::size_t kLongestLine = 80;
  if (line.size() > kLongestLine) return {};
  for (const std::string_view label : {"first published", "published", "posted", "date"}) {
    if (same_word(line.substr(0, label.size()), label)) {
      line = trim(line.substr(label.size()));
      break;
    }
  }
  for (const std::string_view mark : {":", "on ", "at "}) {
    if (line.starts_with(mark)) line = trim(line.substr(mark.size()));
  }
  return published_day(line);
}

// What the page shows its readers.
struct Shown {
  std::vector<std::string> headlines;
  std::string title;
  std::string published;
  std::string updated;
  std::string day;      // of publication, where it is written and not marked as a time
  int lines_left = 20;  // that are looked at for it

  void see(const GumboNode& element) {
    if (is_element(element, GUMBO_TAG_TITLE) && title.empty()) {
      title = line_of(element);
    } else if (is_element(element, GUMBO_TAG_H1)) {
      headlines.push_back(line_of(element));
    } else if (is_element(element, GUMBO_TAG_TIME)) {
      const std::string_view when = attribute(element, "datetime");
      if (names_update(element)) {
        if (updated.empty()) updated = updated_moment(when);
      } else if (published.empty()) {
        published = published_day(when);
      }
    } else if (lines_left > 0 && day.empty() && !headlines.empty() && names_date(element) &&
               !names_update(element)) {
      // Above the headline stands what day it is today.
      --lines_left;
      day = day_in_line(line_of(element));
    }
  }
};

}  // namespace

void PageMetadata::fill_from(const PageMetadata& other) {
  const auto fill = [](std::string& mine, const std::string& its) {
    if (mine.empty()) mine = its;
  };
  fill(title, other.title);
  fill(published, other.published);
  fill(updated, other.updated);
  fill(outlet, other.outlet);
  fill(language, other.language);
  fill(url, other.url);
  fill(text, other.text);
}

std::string published_day(std::string_view text) {
  if (text.size() > kLongest) return {};
  const std::optional<Moment> moment = parse_moment(text);
  return moment ? format_day(moment->day) : std::string();
}

std::string updated_moment(std::string_view text) {
  if (text.size() > kLongest) return {};
  const std::optional<Moment> moment = parse_moment(text);
  return moment && moment->day.known() ? format_moment(*moment) : std::string();
}

std::string article_url(std::string_view text) {
  text = trim(text);
  if (text.size() > kLongest) return {};
  const std::string head = lower(text.substr(0, 8));
  if (!head.starts_with("http://") && !head.starts_with("https://")) return {};
  const std::size_t host = text.find("//") + 2;
  const std::size_t path = text.find_first_of("/?#", host);
  if (path == std::string_view::npos || path == host || path + 1 == text.size()) return {};
  return std::string(text.substr(0, text.find('#')));
}

std::string language_tag(std::string_view text) {
  text = trim(text);
  std::string tag(text.substr(0, text.find_first_of(",; ")));
  std::replace(tag.begin(), tag.end(), '_', '-');
  constexpr std::size_t kLongestTag = 35;  // as BCP 47 asks for
  const bool shaped =
      tag.size() >= 2 && tag.size() <= kLongestTag &&
      std::all_of(tag.begin(), tag.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
      });
  return shaped ? tag : std::string();
}

PageMetadata page_metadata(const HtmlTree& page) {
  PageMetadata data;
  Listed open_graph(kOpenGraph);
  Listed meta(kMeta);
  PageMetadata links;
  Shown shown;
  links.language = language_tag(attribute(page.root(), "lang"));
  walk(page.root(), [&](const GumboNode& node) {
    if (!is_element(node)) return false;
    const std::string_view content = attribute(node, "content");
    if (is_element(node, GUMBO_TAG_SCRIPT)) {
      if (trim(lower(attribute(node, "type"))).starts_with("application/ld+json")) {
        std::string script;
        walk(node, [&](const GumboNode& inside) {
          script += text_of(inside);
          return true;
        });
        data.fill_from(json_ld_metadata(script));
      }
      return false;
    }
    if (is_element(node, GUMBO_TAG_META)) {
      for (const auto* key : {"property", "name", "itemprop", "http-equiv"}) {
        open_graph.see(attribute(node, key), content);
        meta.see(attribute(node, key), content);
      }
    } else if (has_attribute(node, "itemprop")) {
      std::string_view said = content;
      if (said.empty()) said = attribute(node, "datetime");
      if (said.empty() && is_element(node, GUMBO_TAG_ABBR)) said = attribute(node, "title");
      meta.see(attribute(node, "itemprop"), said);
    }
    if (is_element(node, GUMBO_TAG_LINK) && same_word(attribute(node, "rel"), "canonical") &&
        links.url.empty()) {
      links.url = article_url(attribute(node, "href"));
    }
    shown.see(node);
    return true;
  });
  data.fill_from(open_graph.data());
  data.fill_from(meta.data());
  // The canonical address is meant for this.
  if (!links.url.empty()) data.url = links.url;
  data.fill_from(links);
  if (data.title.empty() && shown.headlines.size() == 1) data.title = shown.headlines.front();
  if (data.title.empty()) data.title = shown.title;
  data.title = without_outlet(std::move(data.title), data.outlet);
  if (data.published.empty()) data.published = shown.published;
  if (data.published.empty()) data.published = shown.day;
  if (data.updated.empty()) data.updated = shown.updated;
  return data;
}

}  // namespace casus::interchange

#include "interchange/html/clutter.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "interchange/html/tree.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

constexpr std::array<GumboTag, 31> kTags = {
    GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,      GUMBO_TAG_MATH,     GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,
    GUMBO_TAG_INPUT,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_NAV,      GUMBO_TAG_HEADER,
    GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,    GUMBO_TAG_FIGURE,   GUMBO_TAG_MENU,
    GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,    GUMBO_TAG_CANVAS,   GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_DATALIST, GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES, GUMBO_TAG_MAP,
    GUMBO_TAG_METER,    GUMBO_TAG_PROGRESS, GUMBO_TAG_ADDRESS};

constexpr std::array<std::string_view, 10> kRoles = {
    "navigation", "banner", "contentinfo", "complementary", "search",
    "dialog",     "form",   "menu",        "menubar",       "alertdialog"};

// Of the names that an element has, cut where their parts meet: "related-stories", "shareBar",
// "js_newsletter".
constexpr std::array<std::string_view, 80> kWords = {"ad",
                                                     "ads",
                                                     "adslot",
                                                     "advert",
                                                     "advertisement",
                                                     "advertorial",
                                                     "banner",
                                                     "breadcrumb",
                                                     "breadcrumbs",
                                                     "byline",
                                                     "caption",
                                                     "captions",
                                                     "comment",
                                                     "comments",
                                                     "consent",
                                                     "cookie",
                                                     "cookies",
                                                     "copyright",
                                                     "credit",
                                                     "credits",
                                                     "date",
                                                     "disclaimer",
                                                     "disqus",
                                                     "dropdown",
                                                     "follow",
                                                     "footer",
                                                     "gallery",
                                                     "gdpr",
                                                     "interstitial",
                                                     "masthead",
                                                     "menu",
                                                     "meta",
                                                     "modal",
                                                     "mostpopular",
                                                     "mostread",
                                                     "mostviewed",
                                                     "nav",
                                                     "navbar",
                                                     "navigation",
                                                     "newsletter",
                                                     "newsletters",
                                                     "outbrain",
                                                     "overlay",
                                                     "pager",
                                                     "pagination",
                                                     "paywall",
                                                     "playlist",
                                                     "popular",
                                                     "popup",
                                                     "promo",
                                                     "promos",
                                                     "promotion",
                                                     "pubdate",
                                                     "rating",
                                                     "recirc",
                                                     "recommendation",
                                                     "recommendations",
                                                     "recommended",
                                                     "related",
                                                     "relatedposts",
                                                     "replies",
                                                     "share",
                                                     "sharebar",
                                                     "sharing",
                                                     "sidebar",
                                                     "signup",
                                                     "skip",
                                                     "social",
                                                     "sponsor",
                                                     "sponsored",
                                                     "subscribe",
                                                     "subscription",
                                                     "taboola",
                                                     "tags",
                                                     "teaser",
                                                     "timestamp",
                                                     "toolbar",
                                                     "tooltip",
                                                     "trending",
                                                     "widget"};

// For those who hear a page, and told by the whole name: "field--label-hidden" is seen.
constexpr std::array<std::string_view, 5> kHidden = {"hidden", "visuallyhidden", "sronly",
                                                     "screenreadertext", "screenreaderonly"};

// "has-comments", "no-ads": what there is around it, not what it is.
constexpr std::array<std::string_view, 7> kAbout = {"has", "no", "with", "without",
                                                    "is",  "js", "not"};

constexpr std::array<std::string_view, 19> kBodyNames = {
    "articlebody",  "storybody",   "articlecontent", "storycontent",      "postcontent",
    "entrycontent", "newsbody",    "newscontent",    "posttext",          "articletext",
    "storytext",    "articlecopy", "contentbody",    "bodycontent",       "richtextarticlebody",
    "bodytext",     "postbody",    "fieldnamebody",  "fieldnamefieldbody"};

template <typename List>
bool lists(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Calls `see` with each name of a class or id.
template <typename See>
bool any_name(std::string_view names, See see) {
  for (names = trim(names); !names.empty(); names = trim(names)) {
    const std::size_t end = std::min(names.find_first_of(kSpace), names.size());
    if (see(names.substr(0, end))) return true;
    names.remove_prefix(end);
  }
  return false;
}

bool is_clutter_name(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  if (name.size() > kLongest) return false;
  std::string word;
  bool first = true;
  bool found = false;
  bool about = false;
  const auto end_word = [&] {
    if (word.empty()) return;
    if (first && lists(kAbout, word)) about = true;
    first = false;
    found = found || lists(kWords, word);
    word.clear();
  };
  char before = '\0';
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && before >= 'a' && before <= 'z')) end_word();
    if (letter) word += lower(c);
    before = c;
  }
  end_word();
  return found && !about;
}

// Without what joins its parts, in small letters.
std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c != '-' && c != '_') letters += lower(c);
  }
  return letters;
}

bool is_body_name(std::string_view name) { return lists(kBodyNames, letters_of(name)); }
bool is_hidden_name(std::string_view name) { return lists(kHidden, letters_of(name)); }

// Whether an element is called so by its class or id, or by what page builders call their parts.
template <typename Is>
bool is_called(const GumboNode& element, Is is) {
  for (const auto* key : {"class", "id", "data-component", "data-gu-name", "data-testid"}) {
    if (any_name(attribute(element, key), is)) return true;
  }
  return false;
}

bool is_hidden(const GumboNode& element) {
  if (has_attribute(element, "hidden")) return true;
  if (same_word(attribute(element, "aria-hidden"), "true")) return true;
  std::string style = lower(attribute(element, "style").substr(0, 1024));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

}  // namespace

Clutter clutter_of(const GumboNode& element) {
  if (std::find(kTags.begin(), kTags.end(), element.v.element.tag) != kTags.end())
    return Clutter::certain;
  if (lists(kRoles, lower(attribute(element, "role").substr(0, 32)))) return Clutter::certain;
  if (is_named_body(element)) return Clutter::none;
  // Some pages are one form.
  if (is_element(element, GUMBO_TAG_FORM) || is_hidden(element) ||
      is_called(element, is_clutter_name) || is_called(element, is_hidden_name)) {
    return Clutter::likely;
  }
  return Clutter::none;
}

bool is_named_body(const GumboNode& element) {
  return any_name(attribute(element, "itemprop"),
                  [](std::string_view name) { return same_word(name, "articleBody"); }) ||
         same_word(attribute(element, "data-gu-name"), "body") || is_called(element, is_body_name);
}

}  // namespace casus::interchange

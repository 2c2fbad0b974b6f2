#include "interchange/html/guard.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "interchange/words.h"

namespace casus::interchange {
namespace {

bool is_one_of(std::string_view name, const std::string_view* begin, const std::string_view* end) {
  return std::find_if(begin, end, [&](std::string_view one) { return same_word(name, one); }) !=
         end;
}

// Elements that have no end, or that the next of their kind ends.
bool is_flat(std::string_view name) {
  static constexpr std::array<std::string_view, 27> kFlat = {
      "area",   "base",  "br",   "col",   "dd",     "dt",    "embed", "hr",    "img",
      "input",  "li",    "link", "meta",  "option", "p",     "param", "rp",    "rt",
      "source", "tbody", "td",   "tfoot", "th",     "thead", "tr",    "track", "wbr"};
  return is_one_of(name, kFlat.begin(), kFlat.end());
}

// Elements whose content is text up to their end tag.
bool is_raw(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kRaw = {
      "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};
  return is_one_of(name, kRaw.begin(), kRaw.end());
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

struct Tag {
  std::size_t end = 0;  // behind its '>'
  std::string_view name;
  bool closes = false;  // </name>
  std::size_t attributes = 0;
};

// The tag at `html[at]`, a '<'; its name is empty if there is none.
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < html.size() && html[i] == '/') {
    tag.closes = true;
    ++i;
  }
  if (i >= html.size() || !is_letter(html[i])) return tag;
  const std::size_t begin = i;
  i = std::min(html.find_first_of(" \t\r\n\f/>", i), html.size());
  tag.name = html.substr(begin, i - begin);
  while (i < html.size() && html[i] != '>') {
    if (html[i] == '/' || kSpace.find(html[i]) != std::string_view::npos) {
      ++i;
      continue;
    }
    ++tag.attributes;
    i = std::min(html.find_first_of(" \t\r\n\f/>=", i + 1), html.size());
    std::size_t value = std::min(html.find_first_not_of(kSpace, i), html.size());
    if (value >= html.size() || html[value] != '=') continue;
    value = std::min(html.find_first_not_of(kSpace, value + 1), html.size());
    if (value >= html.size()) {
      i = value;
    } else if (html[value] == '"' || html[value] == '\'') {
      i = std::min(html.find(html[value], value + 1), html.size() - 1) + 1;
    } else {
      i = std::min(html.find_first_of(" \t\r\n\f>", value), html.size());
    }
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

std::size_t end_of_comment(std::string_view html, std::size_t at) {
  const bool comment = html.substr(at).starts_with("<!--");
  const std::string_view end = comment ? "-->" : ">";
  const std::size_t found = html.find(end, at + (comment ? 4 : 1));
  return found == std::string_view::npos ? html.size() : found + end.size();
}

// Behind the text of <script> and its like: where its end tag begins.
std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (same_word(html.substr(at + 2, name.size()), name)) return at;
  }
  return html.size();
}

}  // namespace

std::string bounded_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  std::vector<std::string_view> open;
  std::size_t copied = 0;
  const auto leave_out = [&](std::size_t begin, std::size_t end) {
    out.append(html, copied, begin - copied);
    copied = end;
  };
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    if (next == '!' || next == '?') {
      at = end_of_comment(html, at);
      continue;
    }
    const Tag tag = tag_at(html, at);
    if (tag.name.empty()) {
      ++at;
      continue;
    }
    if (tag.attributes > kMaxHtmlAttributes) {
      leave_out(at, tag.end);
    } else if (tag.closes) {
      const auto same = std::find_if(open.rbegin(), open.rend(), [&](std::string_view name) {
        return same_word(name, tag.name);
      });
      if (same != open.rend()) {
        open.erase(same.base() - 1, open.end());
      } else if (open.size() == kMaxHtmlDepth) {
        leave_out(at, tag.end);  // it ends what was left out
      }
    } else if (is_raw(tag.name)) {
      at = end_of_raw(html, tag.end, tag.name);
      continue;
    } else if (!is_flat(tag.name)) {
      if (open.size() < kMaxHtmlDepth) {
        open.push_back(tag.name);
      } else {
        leave_out(at, tag.end);
      }
    }
    at = tag.end;
  }
  leave_out(html.size(), html.size());
  return out;
}

}  // namespace casus::interchange

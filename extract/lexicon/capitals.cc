#include "extract/lexicon/capitals.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

namespace casus::extract {
namespace {

// Written small within a name; "AL" and "EL" also at its head, since they are found in any case.
constexpr std::array<std::string_view, 33> kSmall = {
    "AL", "EL",  "OF", "THE", "AND", "FOR", "IN",  "ON",  "TO",  "AT",  "BY",
    "DE", "DEL", "LA", "LOS", "LAS", "DU",  "DES", "DER", "VON", "VAN", "BIN",
    "DA", "DOS", "DI", "E",   "Y",   "ET",  "ASH", "AS",  "AN",  "AR",  "AD"};
// Abbreviations without a vowel that are no acronyms.
constexpr std::array<std::string_view, 10> kTitles = {"MR", "MRS", "MS", "DR", "ST",
                                                      "LT", "JR",  "SR", "MT", "NG"};

std::vector<std::string_view> pieces(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) all.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

// By characters: `take(character, position)`.
template <class Take>
void each_character(std::string_view text, const Take& take) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t at = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, size, c);
    take(c, at);
  }
}

bool has_lower(std::string_view word) {
  bool found = false;
  each_character(word, [&](UChar32 c, std::int32_t) { found = found || u_islower(c) != 0; });
  return found;
}

// "PKK": no word of a language.
bool vowelless(std::string_view word) {
  return word.size() > 1 &&
         word.find_first_not_of("BCDFGHJKLMNPQRSTVWXZ") == std::string_view::npos &&
         std::ranges::count(kTitles, word) == 0;
}

// The first letter stays, and that behind "O'", "D'" and behind dots.
std::string capitalised(std::string_view word) {
  std::string out;
  bool head = true;
  each_character(word, [&](UChar32 c, std::int32_t at) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, head ? c : u_tolower(c));
    out.append(bytes, static_cast<std::size_t>(length));
    head = c == '.' || (c == '\'' && at == 1);
  });
  return out;
}

std::string part(std::string_view word, bool small_allowed) {
  if (has_lower(word) || vowelless(word)) return std::string(word);
  if (small_allowed && std::ranges::count(kSmall, word) > 0) {
    std::string small(word);
    std::ranges::transform(small, small.begin(), [](char c) { return static_cast<char>(c + 32); });
    return small;
  }
  return capitalised(word);
}

}  // namespace

std::string name_from_capitals(std::string_view name) {
  const std::vector<std::string_view> words = pieces(name, "_ \t");
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    // One short word alone is an acronym ("RF") rather than a name.
    if (words.size() == 1 && words[0].size() <= 3) return std::string(words[0]);
    const std::vector<std::string_view> parts = pieces(words[i], "-");
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (k > 0) out += '-';
      const bool article = parts[k] == "AL" || parts[k] == "EL";
      out += part(parts[k], i > 0 || k > 0 || (article && words.size() + parts.size() > 2));
    }
  }
  return out;
}

}  // namespace casus::extract

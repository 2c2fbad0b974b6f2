// Datelines: "BAGHDAD (Reuters) -", "San Salvador, 12 Jan 90 (Radio Venceremos) -- [Text]".

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/document/parts.h"

namespace casus::extract {
namespace {

constexpr std::uint32_t kLongest = 24;  // tokens

bool is_dash(std::string_view s) {
  return s == "-" || s == "--" || s == "---" || s == "–" || s == "—" || s == "―";
}

bool is_month(std::string_view lower) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (lower.ends_with('.')) lower.remove_suffix(1);
  return lower.size() >= 3 && std::any_of(kMonths.begin(), kMonths.end(),
                                          [&](auto month) { return month.starts_with(lower); });
}

bool is_particle(std::string_view lower) {
  return lower == "de" || lower == "of" || lower == "al" || lower == "del" || lower == "la" ||
         lower == "el" || lower == "near" || lower == "in" || lower == "and" || lower == "the";
}

bool in_capitals(std::string_view text) {
  bool letter = false;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter && text.size() > 1;
}

class Dateline {
 public:
  Dateline(const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end)
      : tokens_(tokens), begin_(begin), end_(std::min(end, begin + kLongest)) {}

  // The token after it; `begin` if there is none.
  std::uint32_t find() {
    std::uint32_t i = begin_;
    bool place = false;
    bool capitals = false;
    bool date = false;
    bool agency = false;
    while (i < end_) {
      const Token& token = tokens_[i];
      if (is_dash(token.text)) {
        bool spaced = token.space_before || token.text == "—" || token.text == "--";
        bool sure = agency || date || (capitals && (i - begin_ <= 6));
        bool found = spaced && (place || agency) && (sure || (begin_ == 0 && after_place(i)));
        return found ? skip_brackets(i + 1) : begin_;
      }
      if (token.text == "(" || token.text == "[") {
        std::uint32_t close = closing(i);
        if (close == i) return begin_;
        agency = true;
        i = close + 1;
        if (!place && (i >= end_ || !is_dash(tokens_[i].text))) return i;  // "(CNN) The ..."
        continue;
      }
      if (token.number || is_month(token.lower)) {
        date = date || place;
        if (!place) return begin_;
      } else if (token.word && (token.capital || is_particle(token.lower))) {
        place = place || token.capital;
        capitals = capitals || in_capitals(token.text);
      } else if (token.text != "," && token.text != "/" && token.text != "'s") {
        return begin_;
      }
      ++i;
    }
    return begin_;
  }

  // "... -- Arica -- Three men": the place that a second dateline names.
  std::uint32_t skip_place(std::uint32_t i) const {
    std::uint32_t dash = i;
    while (dash < end_ && dash - i < 4 && tokens_[dash].word &&
           (tokens_[dash].capital || (dash > i && is_particle(tokens_[dash].lower)))) {
      ++dash;
    }
    const bool named = dash > i && dash < end_ && tokens_[dash].space_before;
    return named && is_dash(tokens_[dash].text) ? skip_brackets(dash + 1) : i;
  }

  std::uint32_t skip_brackets(std::uint32_t i) const {
    while (i < end_ && tokens_[i].text == "[") {
      std::uint32_t close = closing(i);
      if (close == i) break;
      i = close + 1;
    }
    return i;
  }

 private:
  // "Baghdad - Rockets hit": one or two words before the dash, a capital after it.
  bool after_place(std::uint32_t dash) const {
    return dash - begin_ <= 3 && dash + 1 < end_ && tokens_[dash + 1].capital;
  }
  std::uint32_t closing(std::uint32_t open) const {
    std::string_view mark = tokens_[open].text == "(" ? ")" : "]";
    for (std::uint32_t i = open + 1; i < end_ && i < open + 12; ++i) {
      if (tokens_[i].text == mark) return i;
    }
    return open;
  }

  const std::vector<Token>& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

bool is_bullet(const Token& token) {
  return token.text == "-" || token.text == "*" || token.text == "•" || token.text == "–" ||
         token.text == "‣" || token.text == "▪" || token.text == "+" || token.text == "—";
}

}  // namespace

std::uint32_t after_date_line(const std::vector<Token>& tokens, Range range) {
  const std::uint32_t begin = range.begin;
  if (begin > 0 || range.size() < 2 || tokens[0].lower != "date" || !tokens[1].number) return begin;
  std::uint32_t i = 2;
  while (i < range.end && !tokens[i].space_before && (tokens[i].number || tokens[i].text == "-"))
    ++i;
  return i < range.end ? i : begin;
}

std::uint32_t find_body(const std::vector<Token>& tokens, const Sentence& sentence) {
  std::uint32_t begin = sentence.tokens.begin;
  std::uint32_t end = sentence.tokens.end;
  if (end - begin > 1 && is_bullet(tokens[begin])) return begin + 1;
  begin = after_date_line(tokens, sentence.tokens);
  if (begin > sentence.tokens.begin) return begin;
  if (end - begin > 2 && tokens[begin].number && tokens[begin].text.size() < 3 &&
      (tokens[begin + 1].text == "." || tokens[begin + 1].text == ")")) {
    return begin + 2;
  }
  Dateline dateline(tokens, begin, end);
  std::uint32_t body = dateline.skip_brackets(begin);
  if (body == begin) body = dateline.find();
  if (body > begin) body = dateline.skip_place(body);
  return body < end ? body : begin;
}

}  // namespace casus::extract

#include "extract/times/numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

namespace casus::extract {
namespace {

using Words = std::initializer_list<std::string_view>;

// What a hedge makes of the figure after it.
enum class Hedge { exact, low, best, high };

struct HedgePhrase {
  std::array<std::string_view, 4> words;
  Hedge hedge;
};

// Longer phrases stand before their own beginnings.
constexpr HedgePhrase kHedges[] = {
    {{"no", "fewer", "than"}, Hedge::low},
    {{"no", "less", "than"}, Hedge::low},
    {{"not", "less", "than"}, Hedge::low},
    {{"no", "more", "than"}, Hedge::high},
    {{"a", "minimum", "of"}, Hedge::low},
    {{"a", "maximum", "of"}, Hedge::high},
    {{"a", "total", "of"}, Hedge::exact},
    {{"as", "many", "as"}, Hedge::high},
    {{"as", "few", "as"}, Hedge::low},
    {{"at", "the", "very", "least"}, Hedge::low},
    {{"at", "least"}, Hedge::low},
    {{"more", "than"}, Hedge::low},
    {{"upwards", "of"}, Hedge::low},
    {{"well", "over"}, Hedge::low},
    {{"just", "over"}, Hedge::low},
    {{"at", "most"}, Hedge::high},
    {{"up", "to"}, Hedge::high},
    {{"fewer", "than"}, Hedge::high},
    {{"less", "than"}, Hedge::high},
    {{"close", "to"}, Hedge::best},
    {{"an", "estimated"}, Hedge::best},
    {{"a", "further"}, Hedge::exact},
    {{"an", "additional"}, Hedge::exact},
    {{"over"}, Hedge::low},
    {{"about"}, Hedge::best},
    {{"around"}, Hedge::best},
    {{"approximately"}, Hedge::best},
    {{"roughly"}, Hedge::best},
    {{"some"}, Hedge::best},
    {{"nearly"}, Hedge::best},
    {{"almost"}, Hedge::best},
    {{"another"}, Hedge::exact},
    {{"only"}, Hedge::exact},
    {{"just"}, Hedge::exact},
};

constexpr std::pair<std::string_view, std::uint64_t> kSmall[] = {
    {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
    {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
    {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
};
constexpr std::pair<std::string_view, std::uint64_t> kTens[] = {
    {"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
    {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
};
constexpr std::pair<std::string_view, std::uint64_t> kScales[] = {
    {"dozen", 12},        {"hundred", 100},        {"thousand", 1000},
    {"million", 1000000}, {"billion", 1000000000},
};
// Plurals without a figure: the least that they can mean.
constexpr std::pair<std::string_view, std::uint64_t> kVague[] = {
    {"dozens", 24}, {"scores", 40}, {"hundreds", 200}, {"thousands", 2000}, {"millions", 2000000},
};

std::optional<std::uint64_t> look_up(
    std::span<const std::pair<std::string_view, std::uint64_t>> table, std::string_view word) {
  const auto* found = std::find_if(table.data(), table.data() + table.size(),
                                   [&](const auto& entry) { return entry.first == word; });
  if (found == table.data() + table.size()) return std::nullopt;
  return found->second;
}

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_month(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return is_one_of(
      word, {"january",   "february", "march",    "april",    "may", "june", "july", "august",
             "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
             "jun",       "jul",      "aug",      "sept",     "sep", "oct",  "nov",  "dec"});
}

class Reader {
 public:
  Reader(const Document& document, std::uint32_t at, std::uint32_t limit)
      : document_(document),
        at_(at),
        limit_(
            std::min<std::uint32_t>(limit, static_cast<std::uint32_t>(document.tokens().size()))) {}

  std::optional<NumberMatch> read() {
    const std::uint32_t begin = at_;
    NumberMatch match;
    if (const auto zero = none()) {
      match.tokens = {begin, at_};
      match.count.set_best(0);
      return match;
    }
    const bool between = take({"between"});
    const Hedge hedge = between ? Hedge::exact : take_hedge();
    if (const auto low = vague()) {
      match.tokens = {begin, at_};
      match.count.set_low(clamp(*low));
      return match;
    }
    const std::uint32_t figure_at = at_;
    const auto first = figure();
    if (!first || (hedge == Hedge::exact && is_year(figure_at))) return std::nullopt;
    const auto second = rest_of_range(between, *first);
    if (between && !second) return std::nullopt;
    if (is_other_quantity(figure_at)) return std::nullopt;
    if (second) {
      match.count.set_low(clamp(*first));
      match.count.set_high(clamp(*second));
    } else {
      set(match.count, or_more() ? Hedge::low : hedge, clamp(*first));
    }
    match.tokens = {begin, at_};
    return match;
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return i < limit_ ? std::string_view(document_[i].lower) : std::string_view();
  }

  bool take(std::span<const std::string_view> words) {
    std::uint32_t i = at_;
    for (std::string_view expected : words) {
      if (expected.empty()) break;
      if (word(i) != expected) return false;
      ++i;
    }
    at_ = i;
    return true;
  }
  bool take(Words words) { return take(std::span(words.begin(), words.size())); }

  Hedge take_hedge() {
    Hedge hedge = Hedge::exact;
    for (bool more = true; more;) {  // "at least some 40", "only about 12"
      more = false;
      for (const HedgePhrase& phrase : kHedges) {
        if (!take(phrase.words)) continue;
        if (hedge == Hedge::exact) hedge = phrase.hedge;
        more = true;
        break;
      }
    }
    return hedge;
  }

  std::optional<std::uint64_t> none() {
    if (take({"no", "one"}) || take({"no-one"}) || take({"nobody"}) || take({"none"})) return 0;
    const bool comparison = is_one_of(word(at_ + 1), {"fewer", "less", "more", "longer"});
    if (word(at_) == "no" && at_ + 1 < limit_ && document_[at_ + 1].word && !comparison) {
      ++at_;
      return 0;
    }
    return std::nullopt;
  }

  std::optional<std::uint64_t> vague() {
    if (take({"tens", "of", "thousands"})) return 20000;
    if (take({"hundreds", "of", "thousands"})) return 200000;
    if (const auto value = look_up(kVague, word(at_))) {
      ++at_;
      return value;
    }
    const std::uint32_t begin = at_;
    if (take({"several"}) || take({"a", "few"})) {
      const auto scale = look_up(kScales, word(at_));
      if (scale) ++at_;
      return 3 * scale.value_or(1);
    }
    at_ = begin;
    return std::nullopt;
  }

  // Twenty, "-", five; twenty-five; 25; a dozen; two hundred and six; 1.5 million.
  std::optional<std::uint64_t> figure() {
    if (take({"half", "a", "dozen"})) return 6;
    if (take({"a", "couple"})) {
      take({"of"});
      return 2;
    }
    if (word(at_) == "a" && look_up(kScales, word(at_ + 1))) {
      ++at_;
      return scaled(1);
    }
    if (at_ < limit_ && document_[at_].number) return digits();
    const auto value = below_hundred();
    if (!value) return std::nullopt;
    return scaled(*value);
  }

  std::optional<std::uint64_t> below_hundred() {
    const std::string_view text = word(at_);
    if (const auto small = look_up(kSmall, text)) {
      ++at_;
      return small;
    }
    const std::size_t dash = text.find('-');
    const auto tens = look_up(kTens, text.substr(0, dash));
    if (!tens) return std::nullopt;
    if (dash != std::string_view::npos) {
      const auto unit = look_up(kSmall, text.substr(dash + 1));
      if (!unit || *unit > 9) return std::nullopt;
      ++at_;
      return *tens + *unit;
    }
    ++at_;
    const std::uint32_t unit_at = word(at_) == "-" ? at_ + 1 : at_;
    const auto unit = look_up(kSmall, word(unit_at));
    if (!unit || *unit > 9 || *unit == 0) return tens;
    at_ = unit_at + 1;
    return *tens + *unit;
  }

  // Multiplies by the scale words that follow and adds what follows those.
  std::uint64_t scaled(std::uint64_t value) {
    std::uint64_t sum = 0;
    while (const auto scale = look_up(kScales, word(at_))) {
      ++at_;
      value = std::min(value * *scale, kLargest);
      if (*scale > 100) {
        sum = std::min(sum + value, kLargest);
        value = 0;
      }
      const std::uint32_t begin = at_;
      if (word(at_) == "and" && *scale >= 100) ++at_;
      const auto more = *scale >= 100 ? below_hundred() : std::nullopt;
      if (!more) {
        at_ = begin;
        continue;
      }
      value = std::min(value + *more, kLargest);
    }
    return std::min(sum + value, kLargest);
  }

  std::optional<std::uint64_t> digits() {
    const std::string_view text = document_[at_].text;
    std::uint64_t whole = 0;
    std::uint64_t tenths = 0;
    int decimals = -1;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c >= '0' && c <= '9') {
        if (decimals >= 0) {
          if (decimals++ == 0) tenths = static_cast<std::uint64_t>(c - '0');
        } else {
          whole =
              std::min<std::uint64_t>(whole * 10 + static_cast<std::uint64_t>(c - '0'), kLargest);
        }
      } else if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c != ',') {
        return std::nullopt;  // a time, a date, a fraction
      }
    }
    ++at_;
    const auto scale = look_up(kScales, word(at_));
    if (decimals > 0 && (!scale || *scale < 1000)) return std::nullopt;
    if (!scale) return whole;
    ++at_;
    return std::min(whole * *scale + tenths * *scale / 10, kLargest);
  }

  // "to 50", "-50", "or 50"; after "between" the word is "and".
  std::optional<std::uint64_t> rest_of_range(bool between, std::uint64_t first) {
    const std::uint32_t begin = at_;
    const bool joined =
        between ? take({"and"}) : (take({"to"}) || take({"or"}) || take({"-"}) || take({"–"}));
    if (joined) {
      const auto second = figure();
      if (second && *second > first) return second;
    }
    at_ = begin;
    return std::nullopt;
  }

  bool or_more() {
    return take({"or", "more"}) || take({"or", "so"}) || take({"plus"}) || take({"+"});
  }

  // A bare figure of four digits is a year more often than a count.
  bool is_year(std::uint32_t at) const {
    const std::string_view text = document_[at].text;
    return document_[at].number && text.size() == 4 && at_ == at + 1 && text >= "1800" &&
           text < "2100" && text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // Money, percentages, times and dates; at_ stands behind the figure.
  bool is_other_quantity(std::uint32_t at) const {
    if (at > 0 && is_one_of(document_[at - 1].text, {"$", "€", "£", "¥", "US$", "₹", "#"})) {
      return true;
    }
    if (is_one_of(word(at_), {"%",       "percent", "pct",  "per",   "°",      "a.m",    "p.m",
                              "a.m.",    "p.m.",    "am",   "pm",    "gmt",    "utc",    "o'clock",
                              "dollar",  "dollars", "euro", "euros", "pounds", "rupees", "rubles",
                              "shekels", "th",      "st",   "nd",    "rd"})) {
      return word(at_) != "per" || word(at_ + 1) == "cent";
    }
    if (!document_[at].number) return false;
    const bool month_before =
        at > 0 && (is_month(document_[at - 1].lower) ||
                   (document_[at - 1].text == "." && at > 1 && is_month(document_[at - 2].lower)));
    // "12 may have died" is no date.
    const bool month_after = is_month(word(at_)) && document_[at_].capital;
    return month_before || month_after;
  }

  static void set(v1::Count& count, Hedge hedge, std::uint32_t value) {
    switch (hedge) {
      case Hedge::low:
        count.set_low(value);
        break;
      case Hedge::high:
        count.set_high(value);
        break;
      default:
        count.set_best(value);
    }
  }

  static std::uint32_t clamp(std::uint64_t value) {
    return static_cast<std::uint32_t>(std::min(value, kLargest));
  }

  static constexpr std::uint64_t kLargest = std::numeric_limits<std::uint32_t>::max();

  const Document& document_;
  std::uint32_t at_;
  std::uint32_t limit_;
};

}  // namespace

std::optional<NumberMatch> match_number(const Document& document, std::uint32_t at,
                                        std::uint32_t limit) {
  return Reader(document, at, limit).read();
}

}  // namespace casus::extract

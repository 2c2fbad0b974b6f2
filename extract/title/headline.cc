#include "extract/title/headline.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "extract/word_set.h"
#include "graph/names.h"

namespace casus::extract {
namespace {

constexpr std::size_t kLongestOutlet = 6;  // words
constexpr std::size_t kShortestNews = 3;   // words

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// What editors put before a headline to say what sort of piece it is.
bool is_label(const std::vector<std::string>& words) {
  static const WordSet kLabels = word_set(
      "live update updates updated breaking news watch listen video photos pictures exclusive "
      "analysis opinion editorial podcast explainer factbox timeline urgent developing latest "
      "wrapup rpt refile corrected correction flash just in");
  return !words.empty() && words.size() <= 3 &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return kLabels.contains(word) || word.find_first_not_of("0123456789") == word.npos;
         });
}

// "LIVE: ", "UPDATE 2-", "Breaking news | ": what follows it.
std::optional<std::string_view> after_label(std::string_view title) {
  const std::size_t mark = title.find_first_of(":|-");
  if (mark == std::string_view::npos || mark == 0) return std::nullopt;
  if (!is_label(normalised_words(title.substr(0, mark)))) return std::nullopt;
  return trimmed(title.substr(mark + 1));
}

bool has_outlet_word(const std::vector<std::string>& words) {
  static const WordSet kWords = word_set(
      "news times post herald tribune journal gazette daily press agency tv radio online "
      "independent monitor chronicle observer mail today wire standard star telegraph "
      "broadcasting com reuters ap afp bbc cnn guardian weekly bulletin courier mirror review "
      "network channel magazine newspaper");
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return kWords.contains(word); });
}

// Whether every word is written as a name is.
bool in_capitals(std::string_view text) {
  bool begins = true;
  for (const char c : text) {
    const bool lower = c >= 'a' && c <= 'z';
    if (begins && lower) return false;
    begins = c == ' ';
  }
  return true;
}

struct Separator {
  std::string_view mark;
  bool sure;  // stands between a headline and an outlet, and hardly within a headline
};
constexpr std::array<Separator, 6> kSeparators{
    {{" | ", true}, {" • ", true}, {" :: ", true}, {" - ", false}, {" – ", false}, {" — ", false}}};

// What stands before the outlet; nullopt if the title does not end with one.
std::optional<std::string_view> before_outlet(std::string_view title, std::string_view outlet) {
  const Separator* last = nullptr;
  std::size_t at = 0;
  for (const Separator& separator : kSeparators) {
    const std::size_t found = title.rfind(separator.mark);
    if (found == std::string_view::npos || (last != nullptr && found < at)) continue;
    last = &separator;
    at = found;
  }
  if (last == nullptr) return std::nullopt;
  const std::string_view news = trimmed(title.substr(0, at));
  const std::string_view tail = trimmed(title.substr(at + last->mark.size()));
  const std::vector<std::string> words = normalised_words(tail);
  if (words.empty() || words == normalised_words(outlet)) return news;
  if (words.size() > kLongestOutlet || normalised_words(news).size() < kShortestNews) {
    return std::nullopt;
  }
  if (last->sure || (in_capitals(tail) && has_outlet_word(words))) return news;
  return std::nullopt;
}

}  // namespace

std::string_view headline_of(std::string_view title, std::string_view outlet) {
  std::string_view rest = trimmed(title);
  while (const auto news = before_outlet(rest, outlet)) rest = *news;
  while (const auto news = after_label(rest)) rest = *news;
  return rest;
}

}  // namespace casus::extract

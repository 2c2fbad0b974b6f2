#include "graph/passage_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/names.h"

namespace casus {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 200;  // bytes: what is longer is no word

bool of_a_size(std::string_view word) {
  return word.size() >= kShortest && word.size() <= kLongest;
}

// Words that say nothing of what a sentence is about. Shorter ones are left out altogether.
bool is_function_word(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kFunctionWords = {
      "and",   "any",  "are",  "been",  "being", "but",  "did",   "does",  "for",   "from", "had",
      "has",   "have", "her",  "his",   "into",  "its",  "near",  "not",   "off",   "onto", "our",
      "out",   "over", "she",  "some",  "such",  "than", "that",  "the",   "their", "them", "there",
      "these", "they", "this", "those", "was",   "were", "which", "while", "who",   "will", "with"};
  static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

bool names_a_time(std::string_view word) {
  static constexpr std::array<std::string_view, 29> kTimes = {
      "apr",       "april",  "aug",      "august",   "dec",      "december", "feb",      "february",
      "friday",    "jan",    "january",  "jul",      "july",     "jun",      "june",     "march",
      "may",       "monday", "nov",      "november", "oct",      "october",  "saturday", "sept",
      "september", "sunday", "thursday", "tuesday",  "wednesday"};
  static_assert(std::is_sorted(kTimes.begin(), kTimes.end()));
  return std::binary_search(kTimes.begin(), kTimes.end(), word);
}

// So that "rocket" and "rockets", "killed" and "killing" meet. All are cut alike, so that it does
// no harm where it is no ending.
std::string stem(std::string word) {
  const auto strip = [&word](std::string_view ending) {
    if (!word.ends_with(ending) || word.size() < ending.size() + kShortest) return false;
    word.resize(word.size() - ending.size());
    return true;
  };
  if (strip("ies")) return word + 'y';
  if (!word.ends_with("ss")) strip("s");
  if (strip("ing") || strip("ed")) {
    // "bombed" and "bomb", but "stopped" and "stop"
    const std::size_t size = word.size();
    if (size > kShortest && word[size - 1] == word[size - 2] && word.back() != 'l') word.pop_back();
  }
  if (word.size() > kShortest && word.back() == 'e') word.pop_back();
  return word;
}

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  UChar32 letter = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  U8_NEXT(bytes, at, word.size(), letter);
  return letter >= 0 && (u_isupper(letter) != 0 || u_istitle(letter) != 0);
}

// What begins a sentence before a name: the names of two words are told from "After Kenya".
bool opens_sentence(std::string_view word) {
  static constexpr std::array<std::string_view, 52> kOpeners = {
      "about",   "according", "after",   "again",     "all",    "although", "among",   "around",
      "because", "before",    "behind",  "between",   "both",   "despite",  "during",  "earlier",
      "early",   "eight",     "even",    "every",     "five",   "four",     "however", "instead",
      "last",    "late",      "later",   "meanwhile", "most",   "nine",     "nor",     "once",
      "one",     "only",      "other",   "outside",   "police", "seven",    "since",   "six",
      "ten",     "then",      "three",   "two",       "under",  "unlike",   "until",   "what",
      "when",    "where",     "whether", "yesterday"};
  static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));
  return is_function_word(word) || names_a_time(word) ||
         std::binary_search(kOpeners.begin(), kOpeners.end(), word);
}

// Also before a quotation mark or a bracket that closes.
bool ends_sentence(std::string_view token) {
  static constexpr std::array<std::string_view, 6> kClosing = {"\"", "'", ")", "]", "”", "’"};
  for (std::size_t i = 0; i < kClosing.size();) {
    const bool closes = token.ends_with(kClosing[i]);
    if (closes) token.remove_suffix(kClosing[i].size());
    i = closes ? 0 : i + 1;
  }
  return !token.empty() && std::string_view(".!?:").find(token.back()) != std::string_view::npos;
}

}  // namespace

void add_content_words(std::string_view text, Words& words) {
  for (std::string& word : normalised_words(text)) {
    if (of_a_size(word) && !is_function_word(word)) words.insert(stem(std::move(word)));
  }
}

void add_name_words(std::string_view text, Words& names) {
  constexpr std::string_view kSpace = " \t\r\n";
  constexpr std::string_view kOpening = "\"'([{";
  bool begins = true;                         // a sentence, or a quotation
  std::vector<std::string> head_of_sentence;  // its first word, which a name may follow
  for (std::size_t at = 0; (at = text.find_first_not_of(kSpace, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    std::string_view token = text.substr(at, end - at);
    at = end;
    const std::size_t head = token.find_first_not_of(kOpening);
    if (head == std::string_view::npos) continue;
    begins = begins || head > 0;
    token.remove_prefix(head);
    const bool capital = begins_with_capital(token);
    if (capital) {
      // "Harm's" is Harm.
      const std::size_t apostrophe = token.find_first_of("'\xE2");
      std::vector<std::string> words = normalised_words(token.substr(0, apostrophe));
      std::erase_if(words, [&](const std::string& word) {
        return !of_a_size(word) || names_a_time(word) || (begins && opens_sentence(word));
      });
      if (begins) {
        head_of_sentence = std::move(words);
      } else {
        // "Harm Torvik fell": where two are in capitals the first is a name as well.
        for (std::string& word : head_of_sentence) names.insert(std::move(word));
        for (std::string& word : words) names.insert(std::move(word));
      }
    }
    if (!capital || !begins) head_of_sentence.clear();
    begins = ends_sentence(token);
  }
}

}  // namespace casus

#include "extract/language.h"

#include <cctype>
#include <set>
#include <string>

namespace casus::extract {
namespace {

constexpr std::size_t kWordsRead = 2000;
constexpr std::size_t kFewWords = 24;
// English news has 35 to 45 such words in a hundred; of the languages that share some of them
// ("in", "a", "he"), none comes near a tenth. Short texts vary too much to tell.
constexpr double kLeastShare = 0.12;

const std::set<std::string_view> kFunctionWords = {
    "the",  "of",  "and",  "to",   "in",    "that", "was",  "is",   "for",   "on",  "with",
    "by",   "at",  "from", "has",  "had",   "have", "were", "been", "be",    "are", "it",
    "its",  "as",  "an",   "he",   "she",   "they", "his",  "her",  "their", "who", "which",
    "this", "not", "but",  "said", "after", "two",  "no",   "any",  "or",    "a"};

}  // namespace

bool is_english(std::string_view declared, std::string_view text) {
  if (!declared.empty())
    return declared.size() >= 2 && (declared[0] | 0x20) == 'e' && (declared[1] | 0x20) == 'n' &&
           (declared.size() == 2 || declared[2] == '-' || declared[2] == '_');
  std::size_t words = 0;
  std::size_t english = 0;
  std::string word;
  for (std::size_t i = 0; i <= text.size() && words < kWordsRead; ++i) {
    const unsigned char c = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
    if (std::isalpha(c) || c >= 0x80) {
      word += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
      continue;
    }
    if (word.empty()) continue;
    ++words;
    english += kFunctionWords.contains(word);
    word.clear();
  }
  return words < kFewWords ||
         static_cast<double>(english) >= kLeastShare * static_cast<double>(words);
}

}  // namespace casus::extract

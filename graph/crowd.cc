#include "graph/crowd.h"

#include <algorithm>
#include <array>

namespace casus {
namespace {

bool counts(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kCounts = {
      "a",       "an",  "eight", "five", "four", "many",  "nine", "other",  "seven",
      "several", "six", "some",  "ten",  "the",  "three", "two",  "various"};
  static_assert(std::is_sorted(kCounts.begin(), kCounts.end()));
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower.find_first_not_of("0123456789") == std::string::npos ||
         std::binary_search(kCounts.begin(), kCounts.end(), lower);
}

}  // namespace

std::string crowd(std::string_view words) {
  for (std::size_t space = words.find(' '); space != std::string_view::npos;
       space = words.find(' ')) {
    if (!counts(words.substr(0, space))) break;
    words.remove_prefix(space + 1);
  }
  return std::string(words);
}

}  // namespace casus

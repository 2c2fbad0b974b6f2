#ifndef CASUS_EXTRACT_WORD_SET_H_
#define CASUS_EXTRACT_WORD_SET_H_

// Sets of words, written as one literal. Thread-safe once made.

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace casus::extract {

using WordSet = std::unordered_set<std::string_view>;

// The words of a list, apart by spaces; the list must live for ever.
inline WordSet word_set(std::string_view list) {
  WordSet words;
  for (std::size_t at = 0; at < list.size();) {
    std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.insert(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_WORD_SET_H_

#ifndef CASUS_INTERCHANGE_WORDS_H_
#define CASUS_INTERCHANGE_WORDS_H_

// Names that formats write in ASCII and in any case. Thread-safe, no state.

#include <algorithm>
#include <string>
#include <string_view>

namespace casus::interchange {

inline constexpr std::string_view kSpace = " \t\r\n\f\v";

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

inline bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

inline std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_WORDS_H_

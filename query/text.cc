#include "query/text.h"

#include "graph/utf8.h"

namespace casus::query {
namespace {

constexpr std::size_t kNearWordEnd = 40;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::size_t head_length(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  for (std::size_t end = limit; end > 0 && end + kNearWordEnd > limit; --end) {
    if (is_space(text[end]) && !is_space(text[end - 1])) return end;
  }
  return utf8_head(text, limit).size();
}

std::string one_line(std::string_view text, std::size_t limit) {
  std::string line;
  for (const char c : text) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  const std::size_t length = head_length(line, limit);
  if (length == line.size()) return line;
  return line.substr(0, length) + "…";
}

}  // namespace casus::query

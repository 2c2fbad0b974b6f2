#include "graph/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace casus {
namespace {

constexpr std::size_t kMaxWordBytes = 100;

// "No-Comment", "noComment" and "NO_COMMENT" are written as one.
std::string plain(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == '-' || c == '_' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > bound) return bound + 1;
  // Three rows of the table of optimal string alignment: before last, last, this.
  std::vector<std::size_t> earlier(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], earlier[j - 2] + 1);
      }
    }
    std::swap(earlier, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], bound + 1);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kMaxWordBytes) return {};
  const std::string wanted = plain(word);
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::string written = plain(candidate);
    const std::size_t distance = edit_distance(wanted, written, best - 1);
    // A word of which nothing is left is not near to anything.
    if (distance >= best || distance >= written.size()) continue;
    best = distance;
    found = candidate;
    if (best == 0) break;
  }
  return found;
}

std::string expected_one_of(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view near = nearest(word, candidates);
  const std::string list = fmt::format("{}.", fmt::join(candidates, ", "));
  return near.empty() ? "; expected one of " + list
                      : fmt::format("; did you mean '{}'? Expected one of {}", near, list);
}

}  // namespace casus

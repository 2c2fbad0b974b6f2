#include <algorithm>
#include <utility>
#include <vector>

#include "query/questions.h"
#include "query/text.h"

namespace casus::query {
namespace {

constexpr std::uint32_t kMaxQuoteBytes = 400;

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The union of the spans where that is short enough; else of those neighbouring spans that fit and
// say most, so that a source and a distant content do not quote what lies between them.
Range shown_range(const google::protobuf::RepeatedPtrField<v1::Span>& spans) {
  std::vector<Range> sorted;
  for (const auto& span : spans) {
    if (span.begin() < span.end()) sorted.push_back({span.begin(), span.end()});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Range& a, const Range& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  Range best;
  std::uint64_t best_said = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    Range range = sorted[i];
    std::uint64_t said = range.end - range.begin;
    for (std::size_t j = i + 1; j < sorted.size(); ++j) {
      const std::uint32_t end = std::max(range.end, sorted[j].end);
      if (end - range.begin > kMaxQuoteBytes) break;
      range.end = end;
      said += sorted[j].end - sorted[j].begin;
    }
    if (said > best_said) {
      best = range;
      best_said = said;
    }
  }
  return best;
}

}  // namespace

v1::Quote quote(const storage::Snapshot& snapshot, const v1::Evidence& evidence) {
  v1::Quote quote;
  if (const auto node = snapshot.node(evidence.article())) {
    quote.set_article(node->article().id());
    quote.set_outlet(node->article().outlet());
    quote.set_published(node->article().published());
  }
  const Range range = shown_range(evidence.spans());
  if (range.begin >= range.end) return quote;
  // A few bytes more than are shown let the cut see whether a word ends there.
  const std::uint32_t read_end = std::min(range.end, range.begin + kMaxQuoteBytes + 4);
  std::string text = snapshot.text(evidence.article(), range.begin, read_end);
  if (text.size() > kMaxQuoteBytes) text.resize(head_length(text, kMaxQuoteBytes));
  quote.set_begin(range.begin);
  quote.set_end(range.begin + static_cast<std::uint32_t>(text.size()));
  quote.set_quote(std::move(text));
  return quote;
}

}  // namespace casus::query

#include "query/passage.h"

#include <cstdint>
#include <limits>

namespace casus::query {

namespace {

std::string clamped(const std::string& text, const v1::Span& span) {
  if (span.begin() >= span.end() || span.begin() >= text.size()) return {};
  return text.substr(span.begin(), span.end() - span.begin());
}

std::string title_of(const storage::Snapshot& snapshot, std::string_view article_key) {
  const auto node = snapshot.node(article_key);
  return node ? node->article().title() : std::string();
}

}  // namespace

std::string passage(const storage::Snapshot& snapshot, std::string_view article_key,
                    const v1::Span& span) {
  return span.part() == v1::TextPart::title ? clamped(title_of(snapshot, article_key), span)
                                            : snapshot.text(article_key, span.begin(), span.end());
}

std::string Passages::find(const std::string& article_key, const v1::Span& span) {
  if (article_key != article_) {
    title_ = title_of(snapshot_, article_key);
    text_ = snapshot_.text(article_key, 0, std::numeric_limits<std::uint32_t>::max());
    article_ = article_key;
  }
  return clamped(span.part() == v1::TextPart::title ? title_ : text_, span);
}

}  // namespace casus::query

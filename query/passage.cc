#include "query/passage.h"

namespace casus::query {

std::string passage(const storage::Snapshot& snapshot, std::string_view article_key,
                    const v1::Span& span) {
  if (span.part() != v1::TextPart::title) {
    return snapshot.text(article_key, span.begin(), span.end());
  }
  const auto node = snapshot.node(article_key);
  if (!node || span.begin() >= span.end()) return {};
  const std::string& title = node->article().title();
  return span.begin() < title.size() ? title.substr(span.begin(), span.end() - span.begin())
                                     : std::string();
}

}  // namespace casus::query

#include <algorithm>
#include <utility>

#include "graph/items.h"
#include "query/passage.h"
#include "query/questions.h"
#include "query/quotes.h"
#include "query/text.h"

namespace casus::query {
namespace {

constexpr std::uint32_t kMaxQuoteBytes = 400;

// Of the spans of one part of the article, the union where that is short enough; else of those
// neighbouring ones that fit and say most, so that a source and a distant content do not quote what
// lies between them. Without extent if there are none.
v1::Span shown_span(const Spans& spans) {
  v1::Span best;
  std::uint64_t best_said = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    v1::Span span = spans[i];
    std::uint64_t said = span.end() - span.begin();
    for (std::size_t j = i + 1; j < spans.size(); ++j) {
      const std::uint32_t end = std::max(span.end(), spans[j].end());
      if (end - span.begin() > kMaxQuoteBytes) break;
      span.set_end(end);
      said += spans[j].end() - spans[j].begin();
    }
    if (said > best_said) {
      best = span;
      best_said = said;
    }
  }
  return best;
}

// What is written in the text says more than what its title says of it.
v1::Span shown_span(const v1::Evidence& evidence) {
  Spans spans(evidence.spans().begin(), evidence.spans().end());
  sort_spans(spans);
  const auto text = std::find_if(spans.begin(), spans.end(),
                                 [](const v1::Span& span) { return !span.has_part(); });
  if (text != spans.end()) spans.erase(spans.begin(), text);
  return shown_span(spans);
}

// Where what tells of a node stands: the article, and in it.
std::pair<const std::string&, v1::Span> told_at(const v1::Node& node) {
  const v1::Event& event = node.event();
  const v1::Span& told = has_extent(event.sentence()) ? event.sentence() : event.trigger();
  return {node.evidence().article(), has_extent(told) ? told : shown_span(node.evidence())};
}

v1::Quote source_of(const v1::Article& article) {
  v1::Quote source;
  source.set_article(article.id());
  source.set_outlet(article.outlet());
  source.set_published(article.published());
  return source;
}

}  // namespace

void Quotes::learn(std::span<const storage::NodeId> articles) {
  std::vector<storage::NodeId> wanted;
  for (const storage::NodeId article : articles) {
    if (article != 0 && learned_.insert(article).second) wanted.push_back(article);
  }
  std::sort(wanted.begin(), wanted.end());  // as they lie in the store
  for (const auto& node : snapshot_.nodes(wanted)) {
    if (node) sources_.try_emplace(node->key(), source_of(node->article()));
  }
}

const v1::Quote& Quotes::source(const std::string& article) {
  const auto [at, inserted] = sources_.try_emplace(article);
  v1::Quote& source = at->second;
  if (!inserted) return source;
  if (const auto node = snapshot_.node(article)) source = source_of(node->article());
  return source;
}

v1::Quote Quotes::place(const std::string& article, const v1::Span& span) {
  v1::Quote place = source(article);
  if (!has_extent(span)) return place;
  place.set_begin(span.begin());
  place.set_end(span.end());
  if (span.has_part()) place.set_part(span.part());
  return place;
}

v1::Quote Quotes::quote(const std::string& article, v1::Span span) {
  v1::Quote quote = place(article, span);
  if (!has_extent(span)) return quote;
  // A few bytes more than are shown let the cut see whether a word ends there.
  span.set_end(std::min(span.end(), span.begin() + kMaxQuoteBytes + 4));
  std::string text = passage(snapshot_, article, span);
  if (text.size() > kMaxQuoteBytes) text.resize(head_length(text, kMaxQuoteBytes));
  quote.set_end(span.begin() + static_cast<std::uint32_t>(text.size()));
  quote.set_quote(std::move(text));
  return quote;
}

v1::Quote Quotes::quote(const v1::Evidence& evidence) {
  return quote(evidence.article(), shown_span(evidence));
}

v1::Quote Quotes::quote(const v1::Node& node) {
  const auto [article, span] = told_at(node);
  return quote(article, span);
}

v1::Quote Quotes::place(const v1::Node& node) {
  const auto [article, span] = told_at(node);
  return place(article, span);
}

v1::Quote quote(const storage::Snapshot& snapshot, const v1::Evidence& evidence) {
  return Quotes(snapshot).quote(evidence);
}

v1::Quote quote(const storage::Snapshot& snapshot, const v1::Node& node) {
  return Quotes(snapshot).quote(node);
}

}  // namespace casus::query

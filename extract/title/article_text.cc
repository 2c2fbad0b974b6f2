#include "extract/title/article_text.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <vector>

#include "extract/title/headline.h"
#include "extract/title/sentence_case.h"
#include "graph/utf8.h"

namespace casus::extract {
namespace {

bool says(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c & 0x80) != 0;
}

// Whether the text begins with the headline's words, whatever their case and the marks between.
bool begins_with(std::string_view text, std::string_view headline) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; };
  std::size_t at = 0;
  for (const char c : headline) {
    if (!says(c)) continue;
    while (at < text.size() && !says(text[at])) ++at;
    if (at == text.size() || lower(text[at]) != lower(c)) return false;
    ++at;
  }
  return at == text.size() || !says(text[at]);
}

template <typename Change>
void each_span(google::protobuf::Message& message, const Change& change) {
  if (message.GetDescriptor() == v1::Span::descriptor()) {
    return change(static_cast<v1::Span&>(message));
  }
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      each_span(*reflection.MutableMessage(&message, field), change);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      each_span(*reflection.MutableRepeatedMessage(&message, field, i), change);
    }
  }
}

}  // namespace

ArticleText::ArticleText(const v1::Article& article, std::size_t limit, const Lexicon& lexicon) {
  const std::string_view text = utf8_head(article.text(), limit);
  const std::string_view headline = headline_of(article.title(), article.outlet());
  bytes_ = text;
  text_bytes_ = text.size();
  headline_ = text.size();
  if (headline.empty()) return;
  const std::string_view told = headline_of(text, article.outlet());
  if (begins_with(told, headline) && begins_with(headline, told)) {
    headline_ = static_cast<std::size_t>(told.data() - text.data());
    bytes_ = std::string(headline_, ' ') + in_sentence_case(told, {}, lexicon);
    return;
  }
  if (begins_with(text, headline)) return;
  bytes_ += '\n';
  headline_ = bytes_.size();
  headline_in_title_ = static_cast<std::size_t>(headline.data() - article.title().data());
  bytes_ += in_sentence_case(headline, text, lexicon);
}

void ArticleText::place_spans(v1::ArticleAnnotation& annotation) const {
  each_span(annotation, [this](v1::Span& span) {
    if (span.end() <= text_bytes_) return;
    span.set_begin(static_cast<std::uint32_t>(span.begin() - headline_ + headline_in_title_));
    span.set_end(static_cast<std::uint32_t>(span.end() - headline_ + headline_in_title_));
    span.set_part(v1::TextPart::title);
  });
}

}  // namespace casus::extract

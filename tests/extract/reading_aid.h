#ifndef CASUS_TESTS_EXTRACT_READING_AID_H_
#define CASUS_TESTS_EXTRACT_READING_AID_H_

// Short ways to ask what an extractor made of a text.

#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"

namespace casus::extract::aid {

// The built-in lexicon and both parsers, loaded once; published 2021-03-10 unless told otherwise.
v1::ArticleAnnotation read(const std::string& text, const std::string& published = "2021-03-10");

// An English article of The Lakeside Post with a title, published 2021-03-10.
v1::ArticleAnnotation read_titled(const std::string& title, const std::string& text);

// The name of an actor or place, by key; empty if there is none of that key.
std::string name(const v1::ArticleAnnotation& annotation, const std::string& key);
const v1::Actor* actor(const v1::ArticleAnnotation& annotation, const std::string& name);

// The words that spans cover, joined by " ... ".
template <typename Spans>
std::string words(const v1::ArticleAnnotation& annotation, const Spans& spans) {
  std::string out;
  for (const v1::Span& span : spans) {
    if (!out.empty()) out += " ... ";
    const bool title = span.part() == v1::TextPart::title;
    out += (title ? annotation.article().title() : annotation.article().text())
               .substr(span.begin(), span.end() - span.begin());
  }
  return out;
}

// All statements of a kind, in order.
std::vector<v1::Statement> of_kind(const v1::ArticleAnnotation& annotation,
                                   v1::StatementKind::Value kind);
// The kind of the one statement of a text; a failed test if it has none or more.
v1::StatementKind::Value only_kind(const std::string& text);
const v1::Claim* claim(const v1::ArticleAnnotation& annotation, const std::string& key);

}  // namespace casus::extract::aid

#endif  // CASUS_TESTS_EXTRACT_READING_AID_H_

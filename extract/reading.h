#ifndef CASUS_EXTRACT_READING_H_
#define CASUS_EXTRACT_READING_H_

// One article as it is being read: what the coders of events, attributions and claims share.

#include <optional>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/mentions/mentions.h"
#include "extract/syntax/syntax.h"
#include "graph/dates.h"

namespace casus::extract {

struct Reading {
  const Document& document;
  const Lexicon& lexicon;
  Mentions& mentions;
  Day published;
  // By sentence; empty where the sentence has neither trigger nor cue and was not parsed.
  std::vector<std::optional<Syntax>> syntax;

  v1::Span span(Range tokens) const {
    v1::Span span;
    if (!tokens.empty()) {
      span.set_begin(document[tokens.begin].begin);
      span.set_end(document[tokens.end - 1].end);
    }
    return span;
  }
  v1::Span span(const Sentence& sentence) const {
    v1::Span span;
    span.set_begin(sentence.begin);
    span.set_end(sentence.end);
    return span;
  }
  bool in_headline(std::uint32_t sentence) const { return document.sentences()[sentence].headline; }
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_READING_H_

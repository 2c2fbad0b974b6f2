#include "extract/extractor.h"

#include <chrono>
#include <optional>

#include "extract/attribution.h"
#include "extract/claims.h"
#include "extract/document.h"
#include "extract/events.h"
#include "extract/language.h"
#include "extract/mentions.h"
#include "extract/reading.h"
#include "graph/keys.h"

namespace casus::extract {
namespace {

// Raised with every change of the rules.
constexpr int kRules = 1;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

struct Extractor::Impl {
  std::shared_ptr<const Lexicon> lexicon;
  std::unique_ptr<Parser> parser;
  ExtractionStats stats;

  void parse(const Document& document, Reading& reading) {
    const Clock::time_point start = Clock::now();
    const std::vector<Sentence>& sentences = document.sentences();
    reading.syntax.resize(sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      ++stats.sentences;
      // A sentence inside a quotation is somebody's words though it has no cue of its own.
      if (!has_trigger(document, sentences[i], *lexicon) &&
          !has_cue(document, sentences[i], *lexicon) &&
          document.quotation_of(sentences[i].tokens.begin) == nullptr)
        continue;
      reading.syntax[i] = parser->parse(document, sentences[i]);
      ++(reading.syntax[i]->quality == Syntax::Quality::shallow ? stats.shallow : stats.parsed);
    }
    stats.parser_seconds += seconds_since(start);
  }
};

std::string extractor_version(const Lexicon& lexicon) {
  return std::to_string(kRules) + "+" + lexicon.fingerprint();
}

Extractor::Extractor(std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Grammar> grammar)
    : impl_(std::make_unique<Impl>()) {
  impl_->lexicon = std::move(lexicon);
  impl_->parser = make_parser(std::move(grammar));
}

Extractor::~Extractor() = default;

const ExtractionStats& Extractor::stats() const { return impl_->stats; }

v1::ArticleAnnotation Extractor::extract(const v1::Article& article, bool* understood) {
  const Clock::time_point start = Clock::now();
  v1::ArticleAnnotation annotation;
  *annotation.mutable_article() = article;
  if (annotation.article().key().empty())
    annotation.mutable_article()->set_key(article_key(article.id()));
  annotation.mutable_extractor()->set_name(kExtractorName);
  annotation.mutable_extractor()->set_version(extractor_version(*impl_->lexicon));

  const bool english = is_english(article.language(), annotation.article().text());
  if (understood != nullptr) *understood = english;
  if (!english) return annotation;

  const Document document(annotation.article().text());
  const Day published = parse_day(article.published()).value_or(Day::unknown());
  Mentions mentions(document, *impl_->lexicon, published);
  Reading reading{document, *impl_->lexicon, mentions, published, {}};
  impl_->parse(document, reading);
  const std::vector<EventMention> events = code_events(reading, annotation);
  const std::vector<StatementDraft> drafts = code_attributions(reading, events, annotation);
  make_claims(reading, events, drafts, annotation);
  mentions.write(annotation);
  impl_->stats.seconds += seconds_since(start);
  return annotation;
}

}  // namespace casus::extract

#include "extract/extractor.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string_view>

#include "extract/document/document.h"
#include "extract/document/transcript.h"
#include "extract/events/events.h"
#include "extract/explain.h"
#include "extract/language.h"
#include "extract/mentions/mentions.h"
#include "extract/reading.h"
#include "extract/statements/attribution.h"
#include "extract/statements/claims.h"
#include "extract/statements/media.h"
#include "extract/syntax/syntax.h"
#include "extract/title/article_text.h"
#include "extract/title/headline_grammar.h"
#include "graph/assemble.h"
#include "graph/keys.h"
#include "graph/utf8.h"

namespace casus::extract {
namespace {

// Raised with every change of the rules.
constexpr int kRules = 7;

using Clock = std::chrono::steady_clock;

// What an annotation may hold (graph/assemble.h) is more than any wording needs; a blob of text in
// one pair of quotation marks must not cost the article.
void keep_within_bounds(v1::ArticleAnnotation& annotation) {
  constexpr std::size_t kName = 512;
  constexpr int kAliases = static_cast<int>(kMaxAliases);
  constexpr std::size_t kWording = 2048;
  constexpr int kSpans = 1000;
  const auto cut = [](std::string* text, std::size_t bytes) {
    if (text->size() > bytes) *text = std::string(utf8_head(*text, bytes));
  };
  const auto cut_spans = [](auto* spans) {
    if (spans->size() > kSpans) spans->DeleteSubrange(kSpans, spans->size() - kSpans);
  };
  for (v1::Actor& actor : *annotation.mutable_actors()) {
    cut(actor.mutable_name(), kName);
    cut(actor.mutable_role(), kName);
    if (actor.aliases_size() > kAliases)
      actor.mutable_aliases()->DeleteSubrange(kAliases, actor.aliases_size() - kAliases);
    for (std::string& alias : *actor.mutable_aliases()) cut(&alias, kMaxAliasBytes);
    cut_spans(actor.mutable_evidence());
  }
  for (v1::Place& place : *annotation.mutable_places()) {
    cut(place.mutable_name(), kName);
    cut_spans(place.mutable_evidence());
  }
  for (v1::Event& event : *annotation.mutable_events()) {
    cut(event.mutable_weapon(), kName);
    for (v1::Initiator& initiator : *event.mutable_initiators())
      cut(initiator.mutable_text(), kWording);
    for (v1::Target& target : *event.mutable_targets()) cut(target.mutable_text(), kWording);
    cut_spans(event.mutable_evidence());
  }
  for (v1::Statement& statement : *annotation.mutable_statements())
    cut(statement.mutable_speaker_text(), kWording);
  for (v1::Claim& claim : *annotation.mutable_claims()) {
    cut(claim.mutable_text(), kWording);
    cut_spans(claim.mutable_evidence());
  }
}

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
    const std::vector<Turn> turns = turns_of(document);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      ++stats.sentences;
      // A sentence inside a quotation or a transcript is somebody's words though it has no cue of
      // its own.
      if (!has_trigger(document, sentences[i], *lexicon) &&
          !has_cue(document, sentences[i], *lexicon) &&
          document.quotation_of(sentences[i].tokens.begin) == nullptr && turns[i].said.empty())
        continue;
      reading.syntax[i] = parser->parse(document, sentences[i]);
      if (sentences[i].headline)
        mend_headline(sentences[i], reading.mentions.lower(), *lexicon, *reading.syntax[i]);
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

v1::ArticleAnnotation Extractor::extract(const v1::Article& article, std::string* unread,
                                         std::vector<Explanation>* why) {
  const Clock::time_point start = Clock::now();
  v1::ArticleAnnotation annotation;
  *annotation.mutable_article() = article;
  if (annotation.article().key().empty())
    annotation.mutable_article()->set_key(article_key(article.id()));
  annotation.mutable_extractor()->set_name(kExtractorName);
  annotation.mutable_extractor()->set_version(extractor_version(*impl_->lexicon));

  const std::string_view whole = annotation.article().text();
  if (unread != nullptr) unread->clear();
  if (!is_english(article.language(), whole)) {
    if (unread != nullptr)
      *unread =
          "not extracted, because its language is not one that the extractor reads (English).";
    return annotation;
  }
  const ArticleText text(article, kMaxExtractedBytes, *impl_->lexicon);
  if (text.text_bytes() < whole.size() && unread != nullptr)
    *unread = fmt::format("only the first {} of its {} bytes were extracted from. Split it.",
                          text.text_bytes(), whole.size());

  const Document document(text.bytes(), text.headline());
  const Day published = parse_day(article.published()).value_or(Day::unknown());
  Mentions mentions(document, *impl_->lexicon, published);
  Reading reading{document, *impl_->lexicon, mentions, published, {}};
  impl_->parse(document, reading);
  const std::vector<EventMention> events = code_events(reading, annotation);
  std::vector<StatementDraft> drafts = code_attributions(reading, events, annotation);
  find_media(reading, drafts, annotation);
  make_claims(reading, events, drafts, annotation);
  mentions.write(annotation);
  if (why != nullptr) *why = explain(reading, annotation);
  text.place_spans(annotation);
  keep_within_bounds(annotation);
  impl_->stats.seconds += seconds_since(start);
  return annotation;
}

}  // namespace casus::extract

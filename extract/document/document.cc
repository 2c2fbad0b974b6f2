#include "extract/document/document.h"

#include <algorithm>

#include "extract/document/parts.h"

namespace casus::extract {
namespace {

// Few letters outside capitals, as where only "al-" or a unit is in lower case.
bool in_capitals(const std::vector<Token>& tokens) {
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (const Token& token : tokens) {
    for (char c : token.text) {
      if (c >= 'A' && c <= 'Z') ++capitals;
      if (c >= 'a' && c <= 'z') ++others;
    }
  }
  return capitals >= 20 && others * 10 < capitals;
}

}  // namespace

Document::Document(std::string_view text, std::size_t headline) : text_(text) {
  for (ByteRange paragraph : cut_paragraphs(text.substr(0, headline))) add_paragraph(paragraph);
  if (paragraphs_.size() == 1) {
    for (Sentence& sentence : sentences_) sentence.heading = false;
  }
  quotations_ = find_quotations(tokens_, paragraphs_);
  if (headline < text.size()) {
    const std::size_t first = sentences_.size();
    const std::size_t paragraphs = paragraphs_.size();
    add_paragraph({static_cast<std::uint32_t>(headline), static_cast<std::uint32_t>(text.size())});
    for (std::size_t i = first; i < sentences_.size(); ++i) {
      sentences_[i].headline = true;
      sentences_[i].heading = false;
    }
    // A quotation that the text leaves open does not go on here.
    const std::vector<Quotation> own = find_quotations(
        tokens_,
        {paragraphs_.begin() + static_cast<std::ptrdiff_t>(paragraphs), paragraphs_.end()});
    quotations_.insert(quotations_.end(), own.begin(), own.end());
  }
  quotation_of_token_.assign(tokens_.size(), -1);
  for (std::size_t i = 0; i < quotations_.size(); ++i) {  // inner ones come after outer ones
    Range range = quotations_[i].tokens;
    std::fill(quotation_of_token_.begin() + range.begin, quotation_of_token_.begin() + range.end,
              static_cast<std::int32_t>(i));
  }
  all_caps_ = in_capitals(tokens_);
  for (Sentence& sentence : sentences_) {  // 'He said: "Who did it? ..."': they ask, who are quoted
    const Quotation* quotation =
        sentence.question ? quotation_of(sentence.tokens.end - 1) : nullptr;
    if (quotation != nullptr && quotation->tokens.begin > sentence.tokens.begin)
      sentence.question = false;
  }
}

void Document::add_paragraph(ByteRange paragraph) {
  const auto begin = static_cast<std::uint32_t>(tokens_.size());
  cut_tokens(text_, paragraph, tokens_);
  const Range range{begin, static_cast<std::uint32_t>(tokens_.size())};
  if (range.empty()) return;
  cut_sentences(text_, paragraph, static_cast<std::uint32_t>(paragraphs_.size()), tokens_, range,
                sentences_);
  paragraphs_.push_back(range);
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  auto after = std::upper_bound(
      sentences_.begin(), sentences_.end(), token,
      [](std::uint32_t t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

const Quotation* Document::quotation_of(std::uint32_t token) const {
  if (token >= quotation_of_token_.size() || quotation_of_token_[token] < 0) return nullptr;
  return &quotations_[static_cast<std::size_t>(quotation_of_token_[token])];
}

std::string_view Document::text_of(Range range) const {
  if (range.empty()) return {};
  std::uint32_t begin = tokens_[range.begin].begin;
  return text_.substr(begin, tokens_[range.end - 1].end - begin);
}

}  // namespace casus::extract

#ifndef CASUS_EXTRACT_SYNTAX_GRAMMAR_TAGS_H_
#define CASUS_EXTRACT_SYNTAX_GRAMMAR_TAGS_H_

// The word class of every token of a sentence, from word lists, endings and neighbours.

#include <string_view>
#include <vector>

#include "extract/document/document.h"
#include "extract/syntax/grammar_words.h"

namespace casus::extract {

// A sentence with its tags; positions are token indices of the document.
struct TaggedSentence {
  const Document* document = nullptr;
  Range range;  // from the body on
  std::vector<Tag> tags;

  Tag tag(std::uint32_t i) const { return range.contains(i) ? tags[i - range.begin] : Tag::none; }
  void set(std::uint32_t i, Tag tag) { tags[i - range.begin] = tag; }
  const Token& token(std::uint32_t i) const { return (*document)[i]; }
  // Both empty outside the range.
  std::string_view lower(std::uint32_t i) const {
    return range.contains(i) ? std::string_view((*document)[i].lower) : std::string_view();
  }
  std::string_view text(std::uint32_t i) const {
    return range.contains(i) ? (*document)[i].text : std::string_view();
  }
  bool is(std::uint32_t i, std::string_view lower) const {
    return range.contains(i) && (*document)[i].lower == lower;
  }
  bool token_is_money(std::uint32_t i) const {
    return (is(i, "$") || is(i, "£") || is(i, "€")) && tag(i + 1) == Tag::number;
  }
};

// `hints`, one a token of the range, overrule what neighbours would say; Tag::none where unknown.
// May be empty.
TaggedSentence tag_sentence(const Document& document, const Sentence& sentence,
                            const std::vector<Tag>& hints);

// The first step of it: tags of the words that have one class only (Tag::none for others), and what
// each word can be as a verb.
std::vector<VerbForms> tag_words(TaggedSentence& sentence, const std::vector<Tag>& hints);
// Whether a capital at `i` says nothing: the sentence or a quotation begins there.
bool begins_sentence(const TaggedSentence& sentence, std::uint32_t i);
// Whether the mark of a quotation stands at `i`.
bool opens_quotation(const TaggedSentence& sentence, std::uint32_t i);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_GRAMMAR_TAGS_H_

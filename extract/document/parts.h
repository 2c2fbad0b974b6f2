#ifndef CASUS_EXTRACT_DOCUMENT_PARTS_H_
#define CASUS_EXTRACT_DOCUMENT_PARTS_H_

// The steps that make a Document, in their order. For document.cc and its tests only. Every step
// takes time linear in the text. Thread-safe, no state.

#include <string_view>
#include <vector>

#include "extract/document/document.h"

namespace casus::extract {

// Cuts at newlines, but not at those that only wrap a paragraph to a width. Blank ones are left
// out.
std::vector<ByteRange> cut_paragraphs(std::string_view text);

// Appends the tokens of one paragraph.
void cut_tokens(std::string_view text, ByteRange paragraph, std::vector<Token>& tokens);

// Appends the sentences of one paragraph, whose tokens are `range`.
void cut_sentences(std::string_view text, ByteRange paragraph, std::uint32_t number,
                   const std::vector<Token>& tokens, Range range, std::vector<Sentence>& sentences);

// The first token after the "date 2023-12-08" that some archives begin a text with; that of `range`
// if there is no such line, or nothing after it.
std::uint32_t after_date_line(const std::vector<Token>& tokens, Range range);

// The first token after a bullet and a dateline.
std::uint32_t find_body(const std::vector<Token>& tokens, const Sentence& sentence);

// All quotations, by their beginning; `paragraphs` are the paragraphs' tokens.
std::vector<Quotation> find_quotations(const std::vector<Token>& tokens,
                                       const std::vector<Range>& paragraphs);

// Words that end in a full stop without ending a sentence: "gen." and its like.
enum class Abbreviation {
  none,
  title,    // stands before a name: never ends a sentence
  numeral,  // one only next to a number: "No. 5", "Jan. 12"
  common,   // may also end a sentence: "Inc.", "etc."
};
Abbreviation abbreviation_of(std::string_view lower);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_DOCUMENT_PARTS_H_

#ifndef CASUS_EXTRACT_DOCUMENT_DOCUMENT_H_
#define CASUS_EXTRACT_DOCUMENT_DOCUMENT_H_

// A text cut into paragraphs, sentences and words, each with its byte range. Words are ICU's, with
// news in mind: "U.S.", "al-Shabaab", "don't", "9:30" and "1,200" are one token each (a possessive
// "'s" and a contracted auxiliary are tokens of their own: "Iran" "'s", "they" "'re"); an
// abbreviation keeps its full stop ("Gen.", "J."); every other punctuation mark is a token; curly
// and straight quotation marks are told apart from apostrophes. A sentence has at most 400 tokens;
// what is longer is cut there.
//
// A headline may follow the text: it is a paragraph of its own and never a mere heading. Memory:
// about 100 bytes a word. Thread-safe once made.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::extract {

// A half-open range of bytes.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Token {
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  std::string_view text;  // as written
  std::string lower;      // lower case, curly apostrophes straight, soft hyphens off
  bool word = false;      // has a letter
  bool number = false;    // digits, with their separators: "1,200", "12.5"
  bool capital = false;   // begins with a capital letter
  bool space_before = false;
};

// A half-open range of token indices.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(std::uint32_t token) const { return token >= begin && token < end; }
  bool contains(Range other) const { return other.begin >= begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Range&, const Range&) = default;
};

struct Sentence {
  Range tokens;
  std::uint32_t begin =
      0;  // bytes; after the "date 2023-12-08" that some archives begin a text with
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  bool question = false;   // ends in a question mark that is the article's own
  bool heading = false;    // a short paragraph without a full stop at its end: no sentence
  bool headline = false;   // stands in the article's title, after its text
  std::uint32_t body = 0;  // first token after a dateline ("BAGHDAD (Reuters) -") or a bullet, else
                           // tokens.begin
};

// A quotation from its opening to its closing mark (both included). One that is not closed ends
// with its paragraph; if the next paragraph opens with a mark again, the quotation goes on there
// as another one with `continued` set.
struct Quotation {
  Range tokens;
  bool continued = false;
};

class Document {
 public:
  // `text` must be valid UTF-8 and outlive the document; from byte `headline` on it is a headline.
  // Never throws on content.
  explicit Document(std::string_view text, std::size_t headline = std::string_view::npos);

  std::string_view text() const { return text_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const std::vector<Quotation>& quotations() const { return quotations_; }

  const Token& operator[](std::uint32_t i) const { return tokens_[i]; }
  std::uint32_t sentence_of(std::uint32_t token) const;      // index of its sentence
  const Quotation* quotation_of(std::uint32_t token) const;  // innermost; nullptr outside
  std::string_view text_of(Range range) const;               // from its first to its last byte
  bool all_caps() const { return all_caps_; }                // the text is in capitals throughout

 private:
  void add_paragraph(ByteRange paragraph);

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Range> paragraphs_;  // their tokens
  std::vector<Quotation> quotations_;
  std::vector<std::int32_t> quotation_of_token_;  // -1 outside
  bool all_caps_ = false;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_DOCUMENT_DOCUMENT_H_

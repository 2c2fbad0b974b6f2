// Paragraphs and words.

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "extract/document/parts.h"

namespace casus::extract {
namespace {

constexpr std::size_t kLongestWord = 100;  // bytes up to which words are joined

// --- paragraphs

struct Line {
  ByteRange bytes;           // without surrounding spaces
  std::uint32_t width = 0;   // code points
  std::uint32_t first = 0;   // width of its first word
  bool lower_start = false;  // begins with a lower-case letter
  bool item = false;         // begins with a bullet
  bool ended = false;        // ends in a sentence's last mark
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

bool is_item(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kBullets{"- ", "* ", "+ ", "•", "‣", "▪"};
  for (std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits < 3 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

Line measure(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  Line line;
  line.bytes = {begin, end};
  if (begin == end) return line;
  std::string_view content = text.substr(begin, end - begin);
  bool in_first = true;
  for (char c : content) {
    if (is_blank(c)) in_first = false;
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    ++line.width;
    if (in_first) ++line.first;
  }
  UChar32 first = 0;
  U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, static_cast<std::int64_t>(begin),
         static_cast<std::int64_t>(text.size()), first);
  line.lower_start = first > 0 && u_islower(first) != 0;
  line.item = is_item(content);
  while (!content.empty() && (content.back() == '"' || content.back() == ')' ||
                              content.back() == '\'' || content.ends_with("”"))) {
    content.remove_suffix(content.ends_with("”") ? 3 : 1);
  }
  line.ended = !content.empty() && std::string_view(".!?:").find(content.back()) != content.npos;
  return line;
}

// A text is wrapped if many of its lines go on in the next one in lower case. A line of such a text
// goes on in the next one if the first word there had no room on it.
class Wrapping {
 public:
  explicit Wrapping(const std::vector<Line>& lines) {
    std::size_t joints = 0;
    std::size_t running = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      width_ = std::max(width_, lines[i].width);
      if (i + 1 == lines.size() || lines[i].width == 0 || lines[i + 1].width == 0) continue;
      ++joints;
      if (lines[i + 1].lower_start && !lines[i].ended) ++running;
    }
    wrapped_ = width_ <= 100 && running >= 1 && running * 4 >= joints;
  }
  bool joins(const Line& line, const Line& next) const {
    if (!wrapped_ || line.width == 0 || next.width == 0 || next.item) return false;
    if (next.lower_start && !line.ended) return true;
    return line.width + 1 + next.first > width_;
  }

 private:
  std::uint32_t width_ = 0;
  bool wrapped_ = false;
};

// --- words

struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool letters = false;
  bool digits = false;
  bool first_digit = false;
  bool last_digit = false;
  bool space = false;
};

Piece classify(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Piece piece{begin, end};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(begin);
  bool only_space = true;
  while (i < static_cast<std::int64_t>(end)) {
    bool first = i == static_cast<std::int64_t>(begin);
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<std::int64_t>(end), c);
    bool digit = c > 0 && u_isdigit(c) != 0;
    if (c > 0 && u_isalpha(c) != 0) piece.letters = true;
    if (digit) piece.digits = true;
    if (first) piece.first_digit = digit;
    piece.last_digit = digit;
    if (c < 0 || (u_isUWhiteSpace(c) == 0 && u_charType(c) != U_CONTROL_CHAR &&
                  u_charType(c) != U_FORMAT_CHAR)) {
      only_space = false;
    }
  }
  piece.space = only_space;
  return piece;
}

bool is_hyphen(std::string_view s) { return s == "-" || s == "‐" || s == "‑"; }

std::string lowered(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool ascii =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0 && c < 0x80; });
  if (ascii) {
    for (char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return out;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::int64_t i = 0;
  const auto length = static_cast<std::int64_t>(text.size());
  while (i < length) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) c = 0xFFFD;
    if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;
    if (c == 0x2018 || c == 0x2019 || c == 0x2BC) c = '\'';
    if (c == 0x2010 || c == 0x2011) c = '-';
    c = u_tolower(c);
    std::array<std::uint8_t, U8_MAX_LENGTH> buffer{};
    std::int32_t n = 0;
    U8_APPEND_UNSAFE(buffer.data(), n, c);
    out.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(n));
  }
  return out;
}

class WordCutter {
 public:
  WordCutter(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void cut(ByteRange paragraph) {
    split(paragraph);
    first_token_ = tokens_.size();
    for (std::size_t i = 0; i < pieces_.size();) i = take(i);
  }

 private:
  std::string_view at(std::size_t i) const {
    return text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin);
  }
  bool solid(std::size_t i) const { return i < pieces_.size() && !pieces_[i].space; }
  bool alnum(std::size_t i) const {
    return i < pieces_.size() && (pieces_[i].letters || pieces_[i].digits);
  }

  void split(ByteRange paragraph) {
    pieces_.clear();
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    UText* utext = utext_openUTF8(nullptr, text_.data() + paragraph.begin,
                                  paragraph.end - paragraph.begin, &status);
    if (U_SUCCESS(status)) words->setText(utext, status);
    if (U_SUCCESS(status)) {
      std::int32_t begin = words->first();
      for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE;
           begin = end, end = words->next()) {
        add_piece(paragraph.begin + static_cast<std::uint32_t>(begin),
                  paragraph.begin + static_cast<std::uint32_t>(end));
      }
    }
    utext_close(utext);
  }

  // "attack.The", where a space is missing, is a word to ICU.
  void add_piece(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin + 3; i + 1 < end; ++i) {
      auto lower = [&](std::uint32_t k) { return text_[k] >= 'a' && text_[k] <= 'z'; };
      if (text_[i] == '.' && lower(i - 1) && lower(i - 2) && text_[i + 1] >= 'A' &&
          text_[i + 1] <= 'Z') {
        pieces_.push_back(classify(text_, begin, i));
        pieces_.push_back(classify(text_, i, i + 1));
        begin = i + 1;
      }
    }
    pieces_.push_back(classify(text_, begin, end));
  }

  // Makes a token that begins with piece `i`; returns the piece after it.
  std::size_t take(std::size_t i) {
    if (pieces_[i].space) return i + 1;
    if (!alnum(i)) return take_mark(i);
    std::size_t j = i + 1;
    while (joins(j) && pieces_[j + 1].end - pieces_[i].begin <= kLongestWord) j += 2;
    if (j < pieces_.size() && at(j) == "." && is_abbreviated(i, j)) ++j;
    std::uint32_t end = pieces_[j - 1].end;
    std::uint32_t suffix = suffix_length(pieces_[i].begin, end);
    push(pieces_[i].begin, end - suffix);
    if (suffix > 0) push(end - suffix, end);
    return j;
  }

  // Runs of the same dash, dot or quote are one mark: "--", "...", "``".
  std::size_t take_mark(std::size_t i) {
    std::size_t j = i + 1;
    std::string_view mark = at(i);
    if (mark == "-" || mark == "." || mark == "`" || mark == "'") {
      while (solid(j) && at(j) == mark && j - i < 8) ++j;
    }
    // "''He said, 'No,'''": a quotation within one, which closes first and opens last.
    if (mark == "'" && j - i == 3) {
      const std::size_t inner = i > 0 && solid(i - 1) ? i + 1 : i + 2;
      push(pieces_[i].begin, pieces_[inner - 1].end);
      i = inner;
    }
    push(pieces_[i].begin, pieces_[j - 1].end);
    return j;
  }

  // Whether the mark at `j` joins the words around it.
  bool joins(std::size_t j) const {
    if (!alnum(j - 1) || !solid(j) || !alnum(j + 1)) return false;
    std::string_view mark = at(j);
    bool digits = pieces_[j - 1].last_digit && pieces_[j + 1].first_digit;
    if (is_hyphen(mark)) return !digits;
    if (mark == ":") return digits;
    return mark == "&" && pieces_[j - 1].letters && pieces_[j + 1].letters;
  }

  // Whether the full stop at `j` belongs to the word that it follows.
  bool is_abbreviated(std::size_t i, std::size_t j) const {
    if (solid(j + 1) && at(j + 1) == ".") return false;  // an ellipsis
    std::string_view word = text_.substr(pieces_[i].begin, pieces_[j - 1].end - pieces_[i].begin);
    std::size_t next = j + 1;
    while (next < pieces_.size() && pieces_[next].space) ++next;
    bool number_next = next < pieces_.size() && pieces_[next].first_digit;
    bool number_before = tokens_.size() > first_token_ && tokens_.back().number;
    if (word.size() == 1) {  // an initial
      bool capital = word[0] >= 'A' && word[0] <= 'Z';
      return capital && next < pieces_.size() && pieces_[next].letters &&
             text_[pieces_[next].begin] >= 'A' && text_[pieces_[next].begin] <= 'Z';
    }
    if (dotted(word)) return true;
    switch (abbreviation_of(lowered(word))) {
      case Abbreviation::title:
      case Abbreviation::common:
        return true;
      case Abbreviation::numeral:
        return number_next || number_before;
      case Abbreviation::none:
        break;
    }
    return false;
  }

  // "U.S", "a.m": letters with dots between.
  static bool dotted(std::string_view word) {
    if (word.size() < 3 || word.size() > 12) return false;
    for (std::size_t k = 0; k < word.size(); ++k) {
      bool letter = (word[k] >= 'A' && word[k] <= 'Z') || (word[k] >= 'a' && word[k] <= 'z');
      if (k % 2 == 0 ? !letter : word[k] != '.') return word == "Ph.D";
    }
    return word.size() % 2 == 1;
  }

  // How much of a word is "'s" or a contracted auxiliary: "Iran's", "they're".
  std::uint32_t suffix_length(std::uint32_t begin, std::uint32_t end) const {
    std::string_view word = text_.substr(begin, end - begin);
    std::size_t mark = word.rfind('\'');
    std::size_t width = 1;
    if (mark == std::string_view::npos) {
      mark = word.rfind("’");
      width = 3;
    }
    if (mark == std::string_view::npos || mark == 0) return 0;
    std::string suffix = lowered(word.substr(mark + width));
    bool split = suffix == "s" || suffix == "re" || suffix == "ve" || suffix == "ll" ||
                 suffix == "d" || suffix == "m";
    return split ? static_cast<std::uint32_t>(word.size() - mark) : 0;
  }

  void push(std::uint32_t begin, std::uint32_t end) {
    Token token;
    token.begin = begin;
    token.end = end;
    token.text = text_.substr(begin, end - begin);
    token.lower = lowered(token.text);
    Piece piece = classify(text_, begin, end);
    token.word = piece.letters;
    token.number = piece.digits && !piece.letters;
    UChar32 first = 0;
    U8_GET(reinterpret_cast<const std::uint8_t*>(token.text.data()), 0, 0,
           static_cast<std::int64_t>(token.text.size()), first);
    token.capital = first > 0 && (u_isupper(first) != 0 || u_istitle(first) != 0);
    token.space_before = tokens_.empty() || tokens_.back().end != begin;
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::vector<Piece> pieces_;
  std::size_t first_token_ = 0;
};

}  // namespace

std::vector<ByteRange> cut_paragraphs(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(
        measure(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
    begin = end + 1;
  }
  Wrapping wrapping(lines);
  std::vector<ByteRange> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width == 0) continue;
    if (i > 0 && wrapping.joins(lines[i - 1], lines[i])) {
      paragraphs.back().end = lines[i].bytes.end;
    } else {
      paragraphs.push_back(lines[i].bytes);
    }
  }
  return paragraphs;
}

void cut_tokens(std::string_view text, ByteRange paragraph, std::vector<Token>& tokens) {
  WordCutter(text, tokens).cut(paragraph);
}

}  // namespace casus::extract

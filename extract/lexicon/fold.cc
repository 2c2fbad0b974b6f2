#include "extract/lexicon/fold.h"

#include <array>

namespace casus::extract {
namespace {

// Base letters of U+00C0 to U+017F, one UTF-8 text each; a capital where the letter is one.
constexpr std::array<std::string_view, 192> kLatin = {
    "A", "A", "A",  "A",  "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I",  "I",  //
    "D", "N", "O",  "O",  "O", "O", "O",  "",  "O", "U", "U", "U", "U", "Y", "Th", "ss",
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",  //
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",
    "A", "a", "A",  "a",  "A", "a", "C",  "c", "C", "c", "C", "c", "C", "c", "D",  "d",  // U+0100
    "D", "d", "E",  "e",  "E", "e", "E",  "e", "E", "e", "E", "e", "G", "g", "G",  "g",
    "G", "g", "G",  "g",  "H", "h", "H",  "h", "I", "i", "I", "i", "I", "i", "I",  "i",  //
    "I", "i", "IJ", "ij", "J", "j", "K",  "k", "k", "L", "l", "L", "l", "L", "l",  "L",
    "l", "L", "l",  "N",  "n", "N", "n",  "N", "n", "n", "N", "n", "O", "o", "O",  "o",  // U+0140
    "O", "o", "OE", "oe", "R", "r", "R",  "r", "R", "r", "S", "s", "S", "s", "S",  "s",
    "S", "s", "T",  "t",  "T", "t", "T",  "t", "U", "u", "U", "u", "U", "u", "U",  "u",  //
    "U", "u", "U",  "u",  "W", "w", "Y",  "y", "Y", "Z", "z", "Z", "z", "Z", "z",  "s"};

bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool ascii_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
char lowered(char c) { return ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

class Folder {
 public:
  explicit Folder(std::vector<FoldedPiece>& pieces) : pieces_(pieces) {}

  void letters(std::string_view text) {
    for (const char c : text) {
      if (ascii_upper(c)) {
        if (piece_.text.empty()) head_ = true;
        ++upper_;
      } else if (ascii_lower_letter(c)) {
        ++lower_;
      }
      piece_.text += lowered(c);
    }
  }
  void raw(std::string_view bytes) {
    if (piece_.text.empty()) head_ = true;  // scripts without case count as capitals at the head
    ++lower_;
    piece_.text += bytes;
  }
  void finish() {
    if (!piece_.text.empty()) {
      piece_.letters = upper_ >= 2 && lower_ == 0 ? WordCase::capitals
                       : head_ && upper_ >= 2     ? WordCase::mixed
                       : head_                    ? WordCase::initial
                                                  : WordCase::lower;
      pieces_.push_back(std::move(piece_));
    }
    piece_ = {};
    upper_ = lower_ = 0;
    head_ = false;
  }

 private:
  std::vector<FoldedPiece>& pieces_;
  FoldedPiece piece_;
  int upper_ = 0;
  int lower_ = 0;
  bool head_ = false;
};

std::size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool is_gap(std::string_view c) {
  return c == "-" || c == "/" || c == "," || c == "(" || c == ")" || c == "&" || c == " " ||
         c == "\t" || c == "\u2010" || c == "\u2011" || c == "\u2013";
}

}  // namespace

void fold_word(std::string_view word, std::vector<FoldedPiece>& pieces) {
  Folder folder(pieces);
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view c = word.substr(i, sequence_length(static_cast<unsigned char>(word[i])));
    i += c.size();
    if (c.size() == 1 && (ascii_upper(c[0]) || ascii_lower_letter(c[0]) || ascii_digit(c[0]))) {
      folder.letters(c);
    } else if (is_gap(c)) {
      folder.finish();
    } else if (c.size() == 2) {
      const unsigned point = ((static_cast<unsigned char>(c[0]) & 0x1FU) << 6U) |
                             (static_cast<unsigned char>(c[1]) & 0x3FU);
      const bool mark = point >= 0x300 && point <= 0x36F;
      const bool modifier = point >= 0x2B0 && point <= 0x2FF;  // okina and the like
      if (point >= 0xC0 && point <= 0x17F) {
        folder.letters(kLatin[point - 0xC0]);
      } else if (point == 0x218 || point == 0x219) {
        folder.letters(point == 0x218 ? "S" : "s");
      } else if (point == 0x21A || point == 0x21B) {
        folder.letters(point == 0x21A ? "T" : "t");
      } else if (point == 0x18F || point == 0x259) {
        folder.letters(point == 0x18F ? "A" : "a");
      } else if (point >= 0x370 && !mark && !modifier) {
        folder.raw(c);
      }
    } else if (c.size() > 2 && static_cast<unsigned char>(c[0]) != 0xE2) {
      folder.raw(c);  // 0xE2 leads the general punctuation: curly quotation marks and dashes
    }
  }
  folder.finish();
}

std::vector<FoldedPiece> fold_name(std::string_view name) {
  std::vector<FoldedPiece> pieces;
  fold_word(name, pieces);
  return pieces;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowered(c);
  return lower;
}

}  // namespace casus::extract

#include "extract/syntax/link_pieces.h"

#include <algorithm>

#include "extract/syntax/grammar_words.h"

namespace casus::extract {
namespace {

constexpr std::size_t kSplitAbove = 20;    // words
constexpr std::size_t kLongestPiece = 24;  // words; the tagger reads longer ones as well
constexpr std::size_t kLongestWord = 60;   // bytes
constexpr std::size_t kShortestPart = 6;   // words on either side of a cut

bool is_quote(std::string_view s) {
  return s == "\"" || s == "“" || s == "”" || s == "``" || s == "''" || s == "«" || s == "»" ||
         s == "‘" || s == "„";
}

bool is_dash(std::string_view s) {
  return s == "-" || s == "--" || s == "–" || s == "—" || s == "---";
}

class PieceCutter {
 public:
  PieceCutter(const Document& document, const Sentence& sentence)
      : document_(document), sentence_(sentence) {
    for (std::uint32_t i = sentence.body; i < sentence.tokens.end; ++i) {
      const Token& token = document[i];
      if (token.word && token.text.size() > 1) {
        if (std::none_of(token.text.begin(), token.text.end(),
                         [](char c) { return c >= 'a' && c <= 'z'; })) {
          ++capitals_;
        } else {
          ++others_;
        }
      }
    }
  }

  std::vector<LinkPiece> cut() {
    std::vector<std::uint32_t> kept = keep(true);
    if (kept.size() < 3) kept = keep(false);  // all of it in brackets
    split(kept, 0, kept.size());
    return std::move(pieces_);
  }

 private:
  // All tokens but brackets with what they hold, and quotation marks.
  std::vector<std::uint32_t> keep(bool without_brackets) const {
    std::vector<std::uint32_t> kept;
    std::uint32_t end = sentence_.tokens.end;
    for (std::uint32_t i = sentence_.body; i < end; ++i) {
      std::string_view text = document_[i].text;
      if (without_brackets && (text == "(" || text == "[")) {
        std::string_view close = text == "(" ? ")" : "]";
        std::uint32_t j = i + 1;
        while (j < end && j < i + 40 && document_[j].text != close) ++j;
        if (j < end && document_[j].text == close) {
          i = j;
          continue;
        }
      }
      if (text == "(" || text == ")" || text == "[" || text == "]") continue;
      kept.push_back(i);
    }
    return kept;
  }

  void split(const std::vector<std::uint32_t>& kept, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    if (words(kept, begin, end) > kSplitAbove) {
      std::size_t cut = best_cut(kept, begin, end);
      if (cut != 0) {
        split(kept, begin, cut);
        split(kept, cut, end);
        return;
      }
    }
    make(kept, begin, end);
  }

  std::size_t words(const std::vector<std::uint32_t>& kept, std::size_t begin,
                    std::size_t end) const {
    return static_cast<std::size_t>(
        std::count_if(kept.begin() + static_cast<std::ptrdiff_t>(begin),
                      kept.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](std::uint32_t i) { return document_[i].word || document_[i].number; }));
  }

  // The strongest mark, and of several the one nearest to the middle; 0 if there is none.
  std::size_t best_cut(const std::vector<std::uint32_t>& kept, std::size_t begin,
                       std::size_t end) const {
    std::size_t best = 0;
    int best_rank = 0;
    std::size_t best_distance = 0;
    std::size_t middle = begin + (end - begin) / 2;
    for (std::size_t k = begin + kShortestPart; k + kShortestPart < end; ++k) {
      int rank = rank_of_cut(kept, k);
      if (rank == 0) continue;
      std::size_t distance = k > middle ? k - middle : middle - k;
      if (rank > best_rank || (rank == best_rank && distance < best_distance)) {
        best = k;
        best_rank = rank;
        best_distance = distance;
      }
    }
    return best;
  }

  // How good it is to begin a piece at kept[k].
  int rank_of_cut(const std::vector<std::uint32_t>& kept, std::size_t k) const {
    const Token& before = document_[kept[k - 1]];
    const Token& here = document_[kept[k]];
    if (before.text == ";") return 5;
    if (is_quote(before.text) || is_quote(here.text)) return 4;
    if (is_dash(before.text)) return 3;
    if (before.text == "," && (here.lower == "and" || here.lower == "but")) return 2;
    if (before.text == "," && (here.lower == "which" || here.lower == "who" ||
                               here.lower == "while" || here.lower == "where")) {
      return 1;
    }
    return 0;
  }

  void make(const std::vector<std::uint32_t>& kept, std::size_t begin, std::size_t end) {
    LinkPiece piece;
    bool lower_all = document_.all_caps() || (capitals_ > 4 && capitals_ > 4 * others_);
    std::size_t word_count = 0;
    for (std::size_t k = begin; k < end; ++k) {
      const Token& token = document_[kept[k]];
      if (is_quote(token.text) || floats(kept, begin, k, end)) continue;
      bool last = k + 1 == end;
      if ((is_dash(token.text) || token.text == ";") && (piece.text.empty() || last)) continue;
      if (token.text == "," && (piece.text.empty() || last)) continue;
      bool glued = token.lower.size() > 1 && token.lower.size() < 4 && token.lower[0] == '\'' &&
                   !token.space_before;
      if (!piece.text.empty() && !glued) piece.text += ' ';
      piece.starts.push_back(static_cast<std::uint32_t>(piece.text.size()));
      piece.tokens.push_back(kept[k]);
      piece.text += owns(kept, begin, k, end)              ? "the"
                    : stands_for_they(kept, begin, k, end) ? "they"
                                                           : spelling(token, lower_all);
      if (token.word || token.number) ++word_count;
    }
    if (word_count < 2) return;
    piece.too_long = word_count > kLongestPiece || piece.tokens.size() > 80;
    pieces_.push_back(std::move(piece));
  }

  // "the guards [both] fled", "they have [since] fled": an adverb that Link Grammar takes for
  // another word where it stands.
  // "[yesterday's] raid": a determiner, and no adverb.
  bool owns(const std::vector<std::uint32_t>& kept, std::size_t begin, std::size_t k,
            std::size_t end) const {
    if (k + 1 >= end || !is_time_word(document_[kept[k]].lower)) return false;
    const std::string_view mark = document_[kept[k + 1]].text;
    return (mark == "'s" || mark == "’s") &&
           (k == begin || closed_class(document_[kept[k - 1]].lower) != Tag::determiner);
  }

  bool floats(const std::vector<std::uint32_t>& kept, std::size_t begin, std::size_t k,
              std::size_t end) const {
    if (k == begin || k + 1 >= end) return false;
    if (owns(kept, begin, k - 1, end)) return true;
    const std::string_view word = document_[kept[k]].lower;
    const std::string_view before = document_[kept[k - 1]].lower;
    const VerbForms next = verb_forms(document_[kept[k + 1]].lower);
    if (word == "since")
      return (before == "have" || before == "has" || before == "had") && next.participle;
    if ((word != "both" && word != "all") || !next.past || !document_[kept[k - 1]].word)
      return false;
    const VerbForms verb = verb_forms(before);
    return closed_class(before) == Tag::none && (!verb.any() || verb.noun_too);
  }

  // "Some say they fled": "some" is who says it.
  bool stands_for_they(const std::vector<std::uint32_t>& kept, std::size_t begin, std::size_t k,
                       std::size_t end) const {
    if (k + 1 >= end) return false;
    const std::string_view word = document_[kept[k]].lower;
    if (word != "some" && word != "many" && word != "most" && word != "few") return false;
    const VerbForms next = verb_forms(document_[kept[k + 1]].lower);
    if ((!next.base && !next.past) || next.lemma == "report" || !is_speech_verb(next.lemma))
      return false;
    if (k == begin) return true;
    const std::string_view before = document_[kept[k - 1]].lower;
    return !document_[kept[k - 1]].word || before == "and" || before == "but" || before == "that";
  }

  static std::string spelling(const Token& token, bool lower_all) {
    if (token.text.size() > kLongestWord) return token.capital ? "Something" : "something";
    if (is_dash(token.text)) return "-";
    if (lower_all || token.lower.size() != token.text.size()) return token.lower;
    if (token.text == "’") return "'";
    return std::string(token.text);
  }

  const Document& document_;
  const Sentence& sentence_;
  std::size_t capitals_ = 0;
  std::size_t others_ = 0;
  std::vector<LinkPiece> pieces_;
};

}  // namespace

std::vector<LinkPiece> cut_for_links(const Document& document, const Sentence& sentence) {
  return PieceCutter(document, sentence).cut();
}

}  // namespace casus::extract

#include "extract/lexicon/names.h"

#include <algorithm>
#include <array>

namespace casus::extract {
namespace {

// Names in capitals that are everyday words once a whole text is in capitals.
constexpr std::array<std::string_view, 16> kCommonWords = {
    "who", "is", "us",  "it",  "in",  "so",   "or",  "an",
    "as",  "am", "may", "all", "aid", "care", "act", "fast"};

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32U) | word;
}

char code(WordCase letters) { return static_cast<char>(letters); }

// Text in capitals suits a name with an initial, and anything suits a word in lower case.
bool suits(char text, char wanted) { return text >= wanted; }

}  // namespace

NameIndex::NameIndex() {
  words_.reserve(1U << 14U);
  steps_.reserve(1U << 15U);
}

void NameIndex::add(std::string_view name, NameKind kind, std::uint32_t actor,
                    std::uint32_t place) {
  const std::vector<FoldedPiece> pieces = fold_name(name);
  if (pieces.empty()) return;
  std::uint32_t node = 0;
  Variant variant;
  for (const FoldedPiece& piece : pieces) {
    const std::uint32_t word =
        words_.try_emplace(piece.text, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [next, fresh] =
        steps_.try_emplace(edge(node, word), static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) nodes_.push_back(kNoEntry);
    node = next->second;
    variant.letters += code(piece.letters);
  }
  variant.kind = kind;
  variant.actor = actor;
  variant.place = place;
  variant.common_word = pieces.size() == 1 && pieces[0].letters == WordCase::capitals &&
                        std::ranges::count(kCommonWords, pieces[0].text) > 0;
  variant.next = nodes_[node];
  nodes_[node] = static_cast<std::uint32_t>(variants_.size());
  variants_.push_back(std::move(variant));
}

std::optional<std::uint32_t> NameIndex::step(std::uint32_t node, std::string_view piece) const {
  const auto word = words_.find(piece);
  if (word == words_.end()) return std::nullopt;
  const auto next = steps_.find(edge(node, word->second));
  if (next == steps_.end()) return std::nullopt;
  return next->second;
}

NameIndex::Found NameIndex::longest(std::span<const std::string_view> words, std::size_t at,
                                    bool all_caps) const {
  Found found;
  std::uint32_t node = 0;
  std::vector<FoldedPiece> pieces;
  std::string letters;
  bool dotted = false;
  for (std::size_t i = at; i < words.size(); ++i) {
    // "St." may have come as two tokens.
    if (i > at && words[i] == ".") continue;
    pieces.clear();
    fold_word(words[i], pieces);
    if (pieces.empty()) break;
    dotted = dotted || words[i].find('.') != std::string_view::npos;
    bool known = true;
    for (const FoldedPiece& piece : pieces) {
      const auto next = step(node, piece.text);
      known = next.has_value();
      if (!known) break;
      node = *next;
      letters += code(piece.letters);
    }
    if (!known) break;
    Found here;
    for (std::uint32_t v = nodes_[node]; v != kNoEntry; v = variants_[v].next) {
      const Variant& variant = variants_[v];
      if (!all_caps && !std::equal(letters.begin(), letters.end(), variant.letters.begin(), suits))
        continue;
      if (all_caps && variant.common_word && !dotted) continue;
      here.tokens = static_cast<std::uint32_t>(i - at + 1);
      if (here.place == kNoEntry) here.place = variant.place;
      const bool stronger = here.kind == NameKind::metonym && variant.kind != NameKind::metonym;
      if (variant.actor != kNoEntry && (here.actor == kNoEntry || stronger)) {
        here.actor = variant.actor;
        here.kind = variant.kind;
      }
    }
    if (here.tokens != 0) found = here;
  }
  return found;
}

}  // namespace casus::extract

#include "extract/lexicon/phrases.h"

#include <algorithm>
#include <array>

namespace casus::extract {
namespace {

constexpr std::uint32_t kGap = 0xFFFFFFFE;  // the word id of "..."
constexpr std::size_t kLongestGap = 8;
constexpr int kMostAdverbs = 2;

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32U) | word;
}

bool is_adverb(std::string_view word) {
  constexpr std::array<std::string_view, 12> kAdverbs = {"again", "also", "not",   "never",
                                                         "once",  "even", "later", "further",
                                                         "still", "yet",  "then",  "both"};
  return (word.size() > 4 && word.ends_with("ly")) || std::ranges::count(kAdverbs, word) > 0;
}

bool is_punctuation(std::string_view word) {
  return word.size() == 1 && std::string_view(".,;:!?()\"").find(word[0]) != std::string_view::npos;
}

// Where a clause ends, though no comma says so: a gap does not reach over it.
bool begins_clause(std::string_view word) {
  constexpr std::array<std::string_view, 12> kWords = {"if",    "unless",  "because", "while",
                                                       "when",  "whether", "after",   "before",
                                                       "until", "since",   "though",  "although"};
  return std::ranges::count(kWords, word) > 0;
}

}  // namespace

void PhraseIndex::add(std::span<const std::string_view> words, std::uint32_t entry) {
  std::uint32_t node = 0;
  for (const std::string_view word : words) {
    const std::uint32_t id =
        word == "..."
            ? kGap
            : words_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()))
                  .first->second;
    const auto [next, fresh] =
        steps_.try_emplace(edge(node, id), static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.push_back(kNoEntry);
    node = next->second;
  }
  if (node != 0) entries_[node] = entry;
}

std::uint32_t PhraseIndex::step(std::uint32_t node, std::uint32_t word) const {
  const auto next = steps_.find(edge(node, word));
  return next == steps_.end() ? kNoEntry : next->second;
}

struct PhraseIndex::Search {
  const PhraseIndex& index;
  std::span<const std::string_view> words;
  std::size_t at;
  bool adverbs;
  Found best;
  int best_depth = 0;

  void walk(std::uint32_t node, std::size_t i, int depth, int adverbs_left) {
    if (index.entries_[node] != kNoEntry && depth > best_depth) {
      best = {static_cast<std::uint32_t>(i - at), index.entries_[node]};
      best_depth = depth;
    }
    if (i >= words.size()) return;
    const std::uint32_t next = word_step(node, words[i]);
    if (next != kNoEntry) walk(next, i + 1, depth + 1, adverbs_left);
    if (depth == 0) return;
    if (adverbs && adverbs_left > 0 && is_adverb(words[i]))
      walk(node, i + 1, depth, adverbs_left - 1);
    const std::uint32_t gap = index.step(node, kGap);
    if (gap == kNoEntry) return;
    for (std::size_t j = i; j < words.size() && j - i <= kLongestGap; ++j) {
      if (word_step(gap, words[j]) != kNoEntry) return walk(gap, j, depth, 0);
      if (is_punctuation(words[j]) || begins_clause(words[j])) return;
    }
  }

  std::uint32_t word_step(std::uint32_t node, std::string_view word) const {
    auto found = index.words_.find(word);
    if (found == index.words_.end() && has_capital(word))
      found = index.words_.find(ascii_lower(word));
    return found == index.words_.end() ? kNoEntry : index.step(node, found->second);
  }

  static bool has_capital(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  }
};

PhraseIndex::Found PhraseIndex::longest(std::span<const std::string_view> words, std::size_t at,
                                        bool adverbs) const {
  if (at >= words.size()) return {};
  Search search{*this, words, at, adverbs, {}, 0};
  search.walk(0, at, 0, kMostAdverbs);
  return search.best;
}

}  // namespace casus::extract

#ifndef CASUS_EXTRACT_LEXICON_PHRASES_H_
#define CASUS_EXTRACT_LEXICON_PHRASES_H_

// Phrases of common words ("open fire", "security forces"), found by their longest match. Filled
// once, then read by any number of threads. Cost of a search: one hash look-up for a word that
// begins no phrase.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon/names.h"

namespace casus::extract {

class PhraseIndex {
 public:
  // Words in lower case; "..." stands for up to eight words of any kind, or for none; but for
  // punctuation and what begins a clause ("if", "because"). A later phrase wins over an earlier one
  // of the same words.
  void add(std::span<const std::string_view> words, std::uint32_t entry);

  struct Found {
    std::uint32_t tokens = 0;
    std::uint32_t entry = kNoEntry;
  };
  // The phrase with most words that begins at words[at]. With `adverbs`, up to two adverbs may
  // stand between its words ("called again for").
  Found longest(std::span<const std::string_view> words, std::size_t at, bool adverbs) const;

 private:
  struct Search;
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;  // kNoEntry: no way on

  StringMap<std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;
  std::vector<std::uint32_t> entries_{kNoEntry};  // by node
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_PHRASES_H_

#ifndef CASUS_EXTRACT_LEXICON_NAMES_H_
#define CASUS_EXTRACT_LEXICON_NAMES_H_

// Names of actors and places, found by their longest match in a row of words. Filled once, then
// read by any number of threads. Cost of a search: one hash look-up for a word that begins no name.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon/fold.h"

namespace casus::extract {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

inline constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

enum class NameKind : std::uint8_t { plain, demonym, metonym };

class NameIndex {
 public:
  struct Found {
    std::uint32_t tokens = 0;
    std::uint32_t actor = kNoEntry;
    std::uint32_t place = kNoEntry;
    NameKind kind = NameKind::plain;  // of the actor's name
  };

  NameIndex();

  // A later name wins over an earlier one of the same spelling, but a metonym never over the
  // proper name of another actor. Exactly one of `actor` and `place` is an entry.
  void add(std::string_view name, NameKind kind, std::uint32_t actor, std::uint32_t place);

  Found longest(std::span<const std::string_view> words, std::size_t at, bool all_caps) const;

 private:
  // One name as it is spelled; the names of a node are chained, the latest first.
  struct Variant {
    std::string letters;  // the WordCase of each piece, a character each
    std::uint32_t actor = kNoEntry;
    std::uint32_t place = kNoEntry;
    std::uint32_t next = kNoEntry;
    NameKind kind = NameKind::plain;
    bool common_word = false;  // "WHO", "IS", "US": in a text of capitals it is the common word
  };

  std::optional<std::uint32_t> step(std::uint32_t node, std::string_view piece) const;

  StringMap<std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // node and word -> node
  std::vector<std::uint32_t> nodes_{kNoEntry};              // its first variant
  std::vector<Variant> variants_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_NAMES_H_

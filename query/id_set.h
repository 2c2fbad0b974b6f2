#ifndef CASUS_QUERY_ID_SET_H_
#define CASUS_QUERY_ID_SET_H_

// A set of node ids, and a number for each, from 0 in their order. Ids are dense, so it takes a bit
// for every id up to the greatest, and half a bit for the numbers; a hash table of a million ids
// takes a hundred times as much and misses the cache at each look.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

class IdSet {
 public:
  void insert(storage::NodeId id) {
    if (word(id) >= words_.size()) {
      words_.resize(std::max<std::size_t>(word(id) + 1, 2 * words_.size()));
    }
    words_[word(id)] |= bit(id);
  }
  void erase(storage::NodeId id) {
    if (word(id) < words_.size()) words_[word(id)] &= ~bit(id);
  }
  bool holds(storage::NodeId id) const {
    return word(id) < words_.size() && (words_[word(id)] & bit(id)) != 0;
  }
  // In their order; `visit` may erase the one that it is shown, and later ones.
  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      for (std::uint64_t seen = 0; (words_[at] & ~seen) != 0;) {
        const int place = std::countr_zero(words_[at] & ~seen);
        seen |= (std::uint64_t{2} << place) - 1;
        visit(at * kBits + static_cast<unsigned>(place));
      }
    }
  }

  // Gives the numbers; holds until the set changes. How many there are.
  std::uint32_t count() {
    before_.resize(words_.size());
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      before_[at] = sum;
      sum += static_cast<std::uint32_t>(std::popcount(words_[at]));
    }
    return sum;
  }
  // Of one that it holds, after `count`.
  std::uint32_t number(storage::NodeId id) const {
    const std::uint64_t lower = words_[word(id)] & (bit(id) - 1);
    return before_[word(id)] + static_cast<std::uint32_t>(std::popcount(lower));
  }

 private:
  static constexpr std::size_t kBits = 64;
  static std::size_t word(storage::NodeId id) { return id / kBits; }
  static std::uint64_t bit(storage::NodeId id) { return std::uint64_t{1} << id % kBits; }

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> before_;  // how many there are in the words before
};

}  // namespace casus::query

#endif  // CASUS_QUERY_ID_SET_H_

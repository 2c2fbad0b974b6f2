#include "query/copies.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace casus::query {
namespace {

constexpr std::uint32_t kHeadBytes = 4 << 10;
constexpr std::size_t kRun = 4;      // words
constexpr std::uint64_t kOneOf = 4;  // run in so many is looked at, the same in every article
constexpr std::size_t kUsualRuns = 160;
constexpr double kShare = 0.5;
constexpr std::size_t kFewest = 3;  // fewer shared runs may be a turn of speech

constexpr std::uint64_t kSeed = 14695981039346656037U;  // FNV-1a: the same on every machine
constexpr std::uint64_t kPrime = 1099511628211U;

// A hash for each word. Copies are alike by the byte, so that case and punctuation, straight or
// typographic (U+2000 to U+207F), are all that need not count.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t word = kSeed;
  const auto end_word = [&] {
    if (word != kSeed) words.push_back(word);
    word = kSeed;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && i + 2 < text.size() && (static_cast<unsigned char>(text[i + 1]) | 1) == 0x81) {
      end_word();
      i += 2;
      continue;
    }
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    const bool in_word = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (in_word) {
      word = (word ^ c) * kPrime;
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdU;
  return value ^ (value >> 33U);
}

}  // namespace

const Copies::Sketch& Copies::sketch(const std::string& article) {
  const auto [at, inserted] = sketches_.try_emplace(article);
  if (!inserted) return at->second;
  Sketch& sketch = at->second;
  const auto words = words_of(snapshot_.text(article, 0, kHeadBytes));
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t n = 0; n < kRun; ++n) run = mixed(run ^ words[i + n]) + n;
    if (run % kOneOf == 0) sketch.push_back(run);
  }
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  return sketch;
}

std::size_t Copies::independent(const std::vector<std::string>& articles) {
  std::vector<std::size_t> parents(articles.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
  };
  std::unordered_multimap<std::uint64_t, std::size_t> holders;  // of a run: one of each family
  holders.reserve(articles.size() * kUsualRuns);
  std::size_t independent = articles.size();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Sketch& own = sketch(articles[i]);
    std::unordered_map<std::size_t, std::size_t> shared;
    for (const std::uint64_t run : own) {
      const auto [begin, end] = holders.equal_range(run);
      for (auto holder = begin; holder != end; ++holder) ++shared[holder->second];
    }
    for (const auto& [other, count] : shared) {
      if (count < kFewest) continue;
      const std::size_t shorter = std::min(own.size(), sketches_.at(articles[other]).size());
      if (static_cast<double>(count) < kShare * static_cast<double>(shorter)) continue;
      const std::size_t a = root(i);
      const std::size_t b = root(other);
      if (a == b) continue;
      parents[a] = b;
      --independent;
    }
    // A copy stands for nothing that its original does not stand for: families stay small to ask.
    if (root(i) == i) {
      for (const std::uint64_t run : own) holders.emplace(run, i);
    }
  }
  return independent;
}

}  // namespace casus::query

#include "query/copies.h"

#include <xxhash.h>

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <string_view>

namespace casus::query {
namespace {

constexpr std::uint32_t kHeadBytes = 4 << 10;
constexpr std::size_t kRun = 4;      // words
constexpr std::uint64_t kOneOf = 4;  // run in so many is looked at, the same in every article
constexpr std::size_t kUsualRuns = 160;
constexpr double kShare = 0.5;
constexpr std::size_t kFewest = 3;  // fewer shared runs may be a turn of speech

// The words of a text, one behind the other, and where each begins. Copies are alike by the byte,
// so that case and punctuation, straight or typographic (U+2000 to U+207F), are all that need not
// count.
struct Plain {
  std::string text;
  std::vector<std::size_t> words;
};

Plain plain(std::string_view text) {
  Plain out;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    const bool typographic =
        c == 0xE2 && i + 2 < text.size() && (static_cast<unsigned char>(text[i + 1]) | 1) == 0x81;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    const bool counts =
        !typographic && (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    if (counts && !in_word) {
      if (!out.text.empty()) out.text += ' ';
      out.words.push_back(out.text.size());
    }
    if (counts) out.text += static_cast<char>(c);
    in_word = counts;
    if (typographic) i += 2;
  }
  return out;
}

}  // namespace

const Copies::Sketch& Copies::sketch(const std::string& article) {
  const auto [at, inserted] = sketches_.try_emplace(article);
  if (!inserted) return at->second;
  Sketch& sketch = at->second;
  const Plain head = plain(snapshot_.text(article, 0, kHeadBytes));
  for (std::size_t i = 0; i + kRun <= head.words.size(); ++i) {
    const std::size_t begin = head.words[i];
    const std::size_t end =
        i + kRun < head.words.size() ? head.words[i + kRun] - 1 : head.text.size();
    const std::uint64_t run = XXH3_64bits(head.text.data() + begin, end - begin);
    if (run % kOneOf == 0) sketch.push_back(run);
  }
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  return sketch;
}

std::size_t Copies::independent(const std::vector<std::string>& articles,
                                const std::map<std::string, std::string>& had_from) {
  boost::disjoint_sets_with_storage<> families(articles.size());
  std::unordered_multimap<std::uint64_t, std::size_t> holders;  // of a run: one of each family
  holders.reserve(articles.size() * kUsualRuns);
  std::size_t independent = articles.size();
  const auto join = [&](std::size_t a, std::size_t b) {
    if (families.find_set(a) == families.find_set(b)) return;
    families.union_set(a, b);
    --independent;
  };
  std::unordered_map<std::string, std::size_t> of_medium;  // the first
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (const auto medium = had_from.find(articles[i]); medium != had_from.end()) {
      join(i, of_medium.try_emplace(medium->second, i).first->second);
    }
    const Sketch& own = sketch(articles[i]);
    bool copy = false;
    std::unordered_map<std::size_t, std::size_t> shared;
    for (const std::uint64_t run : own) {
      const auto [begin, end] = holders.equal_range(run);
      for (auto holder = begin; holder != end; ++holder) ++shared[holder->second];
    }
    for (const auto& [other, count] : shared) {
      if (count < kFewest) continue;
      const std::size_t shorter = std::min(own.size(), sketches_.at(articles[other]).size());
      if (static_cast<double>(count) < kShare * static_cast<double>(shorter)) continue;
      copy = true;
      join(i, other);
    }
    // A copy stands for nothing that its original does not stand for: families stay small to ask.
    if (copy) continue;
    for (const std::uint64_t run : own) holders.emplace(run, i);
  }
  return independent;
}

}  // namespace casus::query

#include "query/likeness.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/sound.h"
#include "graph/spelling.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr double kLeast = 0.6;
constexpr double kSameSound = 0.9;   // of words that are spelt in different ways
constexpr double kExtraWord = 0.05;  // against a name for each word that was not asked for
constexpr std::size_t kBatch = 256;
constexpr std::size_t kMaxWordBytes = 64;

struct Word {
  std::string letters;
  std::string sound;
};

std::vector<Word> words_of(std::string_view name) {
  std::vector<Word> words;
  for (std::string& letters : name_words(romanised(name))) {
    if (letters.size() > kMaxWordBytes) letters.resize(kMaxWordBytes);
    std::string sound = sound_of(letters);
    words.push_back({std::move(letters), std::move(sound)});
  }
  return words;
}

double like(const Word& a, const Word& b) {
  if (a.letters == b.letters) return 1;
  const std::size_t longest = std::max(a.letters.size(), b.letters.size());
  const std::size_t bound = longest / 3;
  const std::size_t distance = edit_distance(a.letters, b.letters, bound);
  double share =
      distance > bound ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longest);
  // A skeleton of one consonant says too little.
  if (a.sound.size() > 1 && a.sound == b.sound) share = std::max(share, kSameSound);
  return share;
}

// Each word that was asked for is matched with its likest, longer words weigh more.
double like(const std::vector<Word>& wanted, const std::vector<Word>& words) {
  double sum = 0;
  double weight = 0;
  for (const Word& word : wanted) {
    double best = 0;
    for (const Word& other : words) best = std::max(best, like(word, other));
    const auto letters = static_cast<double>(word.letters.size());
    sum += best * letters;
    weight += letters;
  }
  const std::size_t extra = words.size() > wanted.size() ? words.size() - wanted.size() : 0;
  return weight == 0 ? 0 : sum / weight - kExtraWord * static_cast<double>(std::min(extra, 4UL));
}

}  // namespace

std::vector<Alike> actors_like(const Snapshot& snapshot, std::string_view name) {
  const std::vector<Word> wanted = words_of(name);
  std::vector<Alike> found;
  std::vector<NodeId> batch;
  const auto look_at_batch = [&] {
    for (auto& node : snapshot.nodes(batch)) {
      if (!node) continue;
      double best = like(wanted, words_of(node->actor().name()));
      for (const std::string& alias : node->actor().aliases()) {
        best = std::max(best, like(wanted, words_of(alias)));
      }
      if (best >= kLeast) found.push_back({best, *std::move(node)});
    }
    batch.clear();
  };
  snapshot.each(v1::NodeKind::actor, [&](NodeId id) {
    batch.push_back(id);
    if (batch.size() == kBatch) look_at_batch();
    return true;
  });
  look_at_batch();
  std::stable_sort(found.begin(), found.end(), [](const Alike& a, const Alike& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.actor.key() < b.actor.key();
  });
  return found;
}

}  // namespace casus::query

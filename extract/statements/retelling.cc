#include "extract/statements/retelling.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace casus::extract {
namespace {

using Words = std::set<std::string_view>;

// Half of the words of the one that has fewer.
bool enough(std::size_t common, const Words& a, const Words& b) {
  return common > 0 && common * 2 >= std::min(a.size(), b.size());
}

bool share_words(const Words& a, const Words& b) {
  std::size_t common = 0;
  for (std::string_view word : a) common += b.contains(word);
  return enough(common, a, b);
}

bool is_loose(v1::StatementKind::Value kind) {
  return is_plain(kind) || kind == v1::StatementKind::confirmation;
}

}  // namespace

std::set<std::string_view> telling_words(const Document& document,
                                         const std::vector<Range>& content) {
  Words words;
  for (const Range& range : content)
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      if (document[i].word && document[i].lower.size() > 3) words.insert(document[i].lower);
  return words;
}

bool Repetitions::repeats(const Reading& reading, const std::vector<StatementDraft>& done,
                          const StatementDraft& next) const {
  if (next.speaker < 0 || is_plain(next.kind) || reading.in_headline(next.sentence)) return false;
  const auto act = done_.find(act_of(next));
  if (act == done_.end()) return false;
  // Counted by word: an article of thousands of denials must not be compared by pairs.
  std::vector<std::size_t> common(done.size(), 0);
  for (std::string_view word : next.words) {
    const auto earlier = act->second.find(word);
    if (earlier == act->second.end()) continue;
    for (std::size_t i : earlier->second)
      if (done[i].sentence != next.sentence && enough(++common[i], next.words, done[i].words))
        return true;
  }
  return false;
}

void Repetitions::add(std::size_t which, const StatementDraft& draft,
                      const std::set<std::string_view>& words) {
  if (draft.speaker < 0 || is_plain(draft.kind)) return;
  auto& act = done_[act_of(draft)];
  for (std::string_view word : words) act[word].push_back(which);
}

StatementDraft* told_before(const Reading& reading, std::vector<StatementDraft>& done,
                            const StatementDraft& headline) {
  if (!reading.in_headline(headline.sentence)) return nullptr;
  const auto agree = [&](int a, int b) {
    return a < 0 || b < 0 || reading.mentions.principal(a) == reading.mentions.principal(b);
  };
  StatementDraft* told = nullptr;
  for (StatementDraft& earlier : done) {
    if (reading.in_headline(earlier.sentence) || !agree(earlier.speaker, headline.speaker))
      continue;
    const bool one_speaker = (earlier.speaker >= 0) == (headline.speaker >= 0);
    const bool one_kind =
        earlier.kind == headline.kind || (is_plain(earlier.kind) && is_plain(headline.kind));
    // What a headline has a country "say" is the denial of the text; a denial is no accusation.
    const bool loose = is_loose(headline.kind) || is_loose(earlier.kind);
    if (!one_kind && !(one_speaker && loose)) continue;
    const bool same_event =
        headline.signs.event >= 0 && headline.signs.event == earlier.signs.event;
    if (same_event || share_words(headline.words, earlier.words)) return &earlier;
    if (!one_kind && !is_loose(headline.kind)) continue;
    if (told == nullptr && one_speaker && agree(earlier.addressee, headline.addressee))
      told = &earlier;
  }
  return told;
}

}  // namespace casus::extract

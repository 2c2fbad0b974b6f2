// Speakers set before or behind what they say by a mark: "Kenya: planes were not ours", "Planes
// were not ours: Kenya". So do headlines, transcripts and live pages.

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "extract/statements/cue_finder.h"

namespace casus::extract {
namespace {

constexpr std::uint32_t kLongestLabel = 7;  // tokens of a speaker's name and office

const CueEntry& label() {
  static const CueEntry entry = [] {
    CueEntry cue;
    cue.phrase = ":";
    cue.form = CueEntry::Form::preposition;
    cue.kind = v1::StatementKind::claim;
    cue.stance = v1::Stance::asserts;
    cue.certainty = v1::Certainty::certain;
    cue.content = {"clause"};
    return cue;
  }();
  return entry;
}

bool is_dash(std::string_view mark) {
  return mark == "-" || mark == "--" || mark == "–" || mark == "—";
}

}  // namespace

void CueFinder::find_label(std::uint32_t s, std::vector<Attribution>& found) const {
  const Sentence& sentence = doc_.sentences()[s];
  const Range all = sentence.tokens;
  const bool heading = sentence.heading || sentence.headline;
  const auto add = [&](Range who, std::uint32_t mark, Range said) {
    Attribution attribution = labelled(s, who, {mark, mark + 1}, said);
    if (!attribution.content.empty()) found.push_back(std::move(attribution));
  };
  const std::uint32_t limit = std::min(sentence.body + kLongestLabel, all.end - 1);
  for (std::uint32_t i = sentence.body + 1; i < limit; ++i) {
    if (doc_[i].text != ":" || !names_speaker({sentence.body, i})) continue;
    if (heading || doc_.quotation_of(i + 1) != nullptr)
      add({sentence.body, i}, i, {i + 1, all.end});
    return;
  }
  if (!heading) return;
  std::uint32_t end = all.end;
  while (end > all.begin && doc_[end - 1].text == ".") --end;
  for (std::uint32_t i = end; i-- > sentence.body + 2 && end - i <= kLongestLabel;) {
    const bool mark = doc_[i].text == ":" || (is_dash(doc_[i].text) && doc_[i].space_before);
    if (!mark) continue;
    if (i + 1 < end && names_speaker({i + 1, end})) add({i + 1, end}, i, {sentence.body, i});
    return;
  }
}

// '"Childish," was the answer of General Okello': a quotation that a noun of answering ascribes.
void CueFinder::find_reaction(std::uint32_t s, std::vector<Attribution>& found) const {
  static const std::set<std::string_view> kNouns{"reaction", "response", "reply",  "answer",
                                                 "verdict",  "comment",  "retort", "rejoinder"};
  const Sentence& sentence = doc_.sentences()[s];
  const Quotation* quotation = doc_.quotation_of(sentence.body);
  if (quotation == nullptr || quotation->tokens.begin != sentence.body) return;
  const std::uint32_t was = quotation->tokens.end;
  if (was + 4 >= sentence.tokens.end || (lower_[was] != "was" && lower_[was] != "came") ||
      !kNouns.contains(lower_[was + 2]) || (lower_[was + 3] != "of" && lower_[was + 3] != "from"))
    return;
  for (const Phrase& phrase : reading_.syntax[s]->phrases) {
    if (!phrase.tokens.contains(was + 4)) continue;
    const Range who{was + 4, phrase.tokens.end};
    Attribution attribution = labelled(s, who, {was + 2, was + 3}, quotation->tokens);
    if (phrase.head > was + 4) attribution.source->head = phrase.head;
    if (is_somebody(*attribution.source)) found.push_back(std::move(attribution));
    return;
  }
}

Attribution CueFinder::labelled(std::uint32_t s, Range who, Range mark, Range said) const {
  Attribution attribution;
  attribution.cue = &label();
  attribution.sentence = s;
  attribution.cue_tokens = mark;
  attribution.source = Phrase{who.end - 1, who};
  attribution.whole_source = who;
  attribution.content = {said};
  attribution.clausal = true;
  trim(attribution);
  return attribution;
}

// Whether the words are nothing but the name or office of somebody.
bool CueFinder::names_speaker(Range words) const {
  bool somebody = false;
  for (std::uint32_t i = words.begin; i < words.end;) {
    std::uint32_t n = 0;
    if (const Mention* name = reading_.mentions.at(i); name != nullptr && name->actor >= 0) {
      somebody = somebody || !name->demonym;
      i = name->tokens.end;
    } else if (reading_.lexicon.match_agent(lower_, i, &n) != nullptr) {
      somebody = true;
      i += n;
    } else if (i == words.begin && (lower_[i] == "the" || lower_[i] == "a")) {
      ++i;
    } else {
      return false;
    }
  }
  return somebody;
}

}  // namespace casus::extract

// Cues that are nouns: "Kenya's claim that ...".

#include <algorithm>
#include <string>

#include "extract/statements/cue_finder.h"

namespace casus::extract {

// "[Kenya]'s claim that ...", "his call for a truce", "criticism by the union of the raid": nouns
// of saying with whoever speaks and what is said beside them.
void CueFinder::find_noun_cues(std::uint32_t s, std::vector<Attribution>& found) const {
  const Range sentence = sentence_range(s);
  const std::size_t verbs = found.size();
  for (const Phrase& phrase : reading_.syntax[s]->phrases) {
    std::uint32_t n = 0;
    std::uint32_t at = phrase.tokens.begin;
    const CueEntry* cue = nullptr;
    for (; at < phrase.tokens.end && cue == nullptr; ++at)
      if (reading_.mentions.at(at) == nullptr)
        cue = reading_.lexicon.match_cue(lower_, at, CueEntry::Form::noun, &n);
    if (cue == nullptr || cue->weak || cue->stance == v1::Stance::denies) continue;
    Attribution attribution;
    attribution.cue = cue;
    attribution.sentence = s;
    attribution.cue_tokens = {at - 1, at - 1 + n};
    const bool taken = std::any_of(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(verbs),
        [&](const Attribution& verb) {
          return verb.cue_tokens.overlaps(attribution.cue_tokens) ||
                 (verb.cue->kind == v1::StatementKind::denial && !verb.content.empty() &&
                  verb.content.front().contains(attribution.cue_tokens.begin));
        });
    if (taken) continue;
    if (!find_owner(phrase, attribution) || !find_noun_content(attribution, sentence)) continue;
    trim(attribution);
    if (!attribution.content.empty()) found.push_back(std::move(attribution));
  }
}

// "Kenya's", "his", and "by the union" after it.
bool CueFinder::find_owner(const Phrase& phrase, Attribution& attribution) const {
  const std::uint32_t noun = attribution.cue_tokens.begin;
  const std::string& first = doc_[phrase.tokens.begin].lower;
  if (first == "his" || first == "her" || first == "their" || first == "its") {
    attribution.source =
        Phrase{phrase.tokens.begin, {phrase.tokens.begin, phrase.tokens.begin + 1}};
    return true;
  }
  for (std::uint32_t i = phrase.tokens.begin + 1; i < noun; ++i) {
    if (lower_[i] != "'s" && lower_[i] != "’s" && lower_[i] != "'" && lower_[i] != "’") continue;
    attribution.source = Phrase{i - 1, {phrase.tokens.begin, i}};
    return true;
  }
  const std::uint32_t by = attribution.cue_tokens.end;
  if (by + 1 >= doc_.tokens().size() || (lower_[by] != "by" && lower_[by] != "from")) return false;
  const auto& phrases = reading_.syntax[attribution.sentence]->phrases;
  const auto owner = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& p) {
    return p.tokens.begin == by + 1 || (p.tokens.contains(by + 1) && p.head > by);
  });
  if (owner == phrases.end()) return false;
  attribution.source = Phrase{owner->head, {by + 1, owner->tokens.end}};
  return true;
}

// What stands after it: "that ...", "to ..." and the prepositions that the cue takes.
bool CueFinder::find_noun_content(Attribution& attribution, Range sentence) const {
  std::uint32_t from = attribution.cue_tokens.end;
  if (attribution.source->tokens.begin >= from) from = attribution.source->tokens.end;
  if (from + 1 >= sentence.end) return false;
  const auto takes = [&](std::string_view slot) {
    const auto& slots = attribution.cue->content;
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
  };
  const bool clause = lower_[from] == "that" && takes("clause");
  const bool infinitive =
      lower_[from] == "to" && takes("infinitive") &&
      reading_.syntax[attribution.sentence]->parts[from + 1 - sentence.begin] == PartOfSpeech::verb;
  if (!clause && !infinitive && !takes(lower_[from])) return false;
  const std::uint32_t begin = clause || infinitive ? from : from + 1;
  attribution.content = {to_clause_end({begin, begin + 1}, sentence)};
  attribution.clausal = clause;
  return true;
}

}  // namespace casus::extract

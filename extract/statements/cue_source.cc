// Where the source of a cue begins and ends.

#include <algorithm>
#include <string>

#include "extract/statements/cue_finder.h"
#include "extract/times/times.h"

namespace casus::extract {

// "X, the head of Y, said": between a subject and its verb stands nothing but what describes the
// one, or when and how the other was done.
Range CueFinder::whole_source(const Attribution& attribution) const {
  Range source = attribution.source->tokens;
  const Range sentence = sentence_range(attribution.sentence);
  const std::uint32_t cue = attribution.cue_tokens.begin;
  if (source.begin >= cue) {
    source.end = described_until(source.end, sentence);
    return source;
  }
  const Syntax& syntax = *reading_.syntax[attribution.sentence];
  for (const Clause& other : syntax.clauses) {
    if (other.verb < source.end || other.verb >= cue) continue;
    const bool within =
        std::any_of(other.subjects.begin(), other.subjects.end(),
                    [&](const Phrase& phrase) { return phrase.tokens.begin >= source.end; });
    const bool relative = other.governor != kNone || other.form != Clause::Form::finite;
    const std::string& before = lower_before(other, source.end);
    if (!within && !relative && before != "who" && before != "which" && before != "that")
      return source;
  }
  std::uint32_t end = cue;
  const auto part = [&](std::uint32_t i) { return syntax.parts[i - sentence.begin]; };
  for (bool trimmed = true; trimmed && end > source.end;) {
    trimmed = false;
    while (end > source.end && (part(end - 1) == PartOfSpeech::adverb ||
                                part(end - 1) == PartOfSpeech::auxiliary || !doc_[end - 1].word)) {
      if (doc_[end - 1].text == ")" || doc_[end - 1].text == "\"") break;
      --end;
      trimmed = true;
    }
    // "on Tuesday", "late Friday"
    for (std::uint32_t at = end > source.end + 5 ? end - 5 : source.end; at < end; ++at) {
      const auto time = match_time(doc_, at, end, reading_.published);
      if (!time || time->tokens.end != end) continue;
      end = std::max(time->tokens.begin, source.end);
      if (end > source.end && part(end - 1) == PartOfSpeech::preposition) --end;
      trimmed = true;
      break;
    }
  }
  source.end = std::max(source.end, end);
  return source;
}

const std::string& CueFinder::lower_before(const Clause& clause, std::uint32_t from) const {
  const std::uint32_t begin = clause.group.empty() ? clause.verb : clause.group.begin;
  return doc_[begin > from ? begin - 1 : begin].lower;
}

// "said X, | the head of Y", "said X of Y": to the next comma that does not open a description.
std::uint32_t CueFinder::described_until(std::uint32_t from, Range sentence) const {
  const Syntax& syntax = *reading_.syntax[doc_.sentence_of(sentence.begin)];
  const auto phrase_at = [&](std::uint32_t at) {
    return std::find_if(syntax.phrases.begin(), syntax.phrases.end(),
                        [&](const Phrase& p) { return p.tokens.begin == at; });
  };
  std::uint32_t end = from;
  bool described = false;
  while (end + 1 < sentence.end) {
    const bool comma = doc_[end].text == ",";
    const bool preposition =
        syntax.parts[end - sentence.begin] == PartOfSpeech::preposition && lower_[end] != "that";
    if (comma ? described : !preposition) break;
    const auto phrase = phrase_at(end + 1);
    if (phrase == syntax.phrases.end() ||
        match_time(doc_, phrase->tokens.begin, phrase->tokens.end, reading_.published))
      break;
    if (preposition && !described && lower_[end] != "of" && lower_[end] != "for" &&
        lower_[end] != "at" && lower_[end] != "from" && lower_[end] != "with")
      break;
    described = described || comma;
    end = phrase->tokens.end;
  }
  return end;
}

}  // namespace casus::extract

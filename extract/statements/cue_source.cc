// Where the source of a cue begins and ends.

#include <algorithm>
#include <set>
#include <string>

#include "extract/statements/cue_finder.h"
#include "extract/times/times.h"

namespace casus::extract {

bool names_document(std::string_view noun) {
  static const std::set<std::string_view> kNouns{
      "report",    "statement", "communique", "communiqué",  "document", "article", "editorial",
      "letter",    "message",   "recording",  "video",       "mail",     "email",   "e-mail",
      "tweet",     "post",      "leaflet",    "declaration", "bulletin", "text",    "pamphlet",
      "broadcast", "note",      "release",    "manifesto",   "posting",  "tape",    "audio"};
  return kNouns.contains(noun);
}

// "X, the head of Y, said": between a subject and its verb stands nothing but what describes the
// one, or when and how the other was done.
Range CueFinder::whole_source(const Attribution& attribution) const {
  Range source = attribution.source->tokens;
  const Range sentence = sentence_range(attribution.sentence);
  const std::uint32_t cue = attribution.cue_tokens.begin;
  if (source.begin >= cue) {
    source.end =
        described_until(source.end, sentence, attribution.cue->form == CueEntry::Form::preposition);
    return source;
  }
  if (const std::uint32_t pronoun = relative_pronoun(source.end, cue); pronoun != kNone)
    return {pronoun, pronoun + 1};
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
  // "officials stressing the need and vowing", "X, speaking in Brod, said"
  for (const Clause& other : syntax.clauses) {
    const std::uint32_t begin = other.group.empty() ? other.verb : other.group.begin;
    const bool participle =
        other.form == Clause::Form::participle || other.form == Clause::Form::gerund;
    if (participle && begin > source.end && begin < end && doc_[begin - 1].text == ",")
      end = begin - 1;
  }
  if (end > source.end &&
      (lower_[end - 1] == "and" || lower_[end - 1] == "or" || lower_[end - 1] == "but"))
    return source;
  source.end = std::max(source.end, end);
  return source;
}

// "the ministry, [which] on Tuesday denied": the word that stands for the source before the cue;
// kNone if it is no relative clause.
std::uint32_t CueFinder::relative_pronoun(std::uint32_t from, std::uint32_t cue) const {
  const Syntax& syntax = *reading_.syntax[doc_.sentence_of(cue)];
  const std::uint32_t first = sentence_range(doc_.sentence_of(cue)).begin;
  for (std::uint32_t i = cue; i > from;) {
    --i;
    if (lower_[i] == "who" || lower_[i] == "which" || lower_[i] == "that") return i;
    const PartOfSpeech part = syntax.parts[i - first];
    if (part == PartOfSpeech::adverb || part == PartOfSpeech::auxiliary) continue;
    std::uint32_t begin = i;
    for (std::uint32_t at = i > from + 4 ? i - 4 : from; at <= i && begin == i; ++at)
      if (const auto time = match_time(doc_, at, i + 1, reading_.published);
          time && time->tokens.begin == at && time->tokens.end == i + 1)
        begin = at;
    if (begin == i && !match_time(doc_, i, i + 1, reading_.published)) return kNone;
    i = begin > from && syntax.parts[begin - 1 - first] == PartOfSpeech::preposition ? begin - 1
                                                                                     : begin;
  }
  return kNone;
}

const std::string& CueFinder::lower_before(const Clause& clause, std::uint32_t from) const {
  const std::uint32_t begin = clause.group.empty() ? clause.verb : clause.group.begin;
  return doc_[begin > from ? begin - 1 : begin].lower;
}

// "said X, | the head of Y, who was there", "said X of Y": all that describes the speaker behind a
// verb of saying; behind a preposition ("according to a report on") more, for no verb can own it.
std::uint32_t CueFinder::described_until(std::uint32_t from, Range sentence, bool governed) const {
  const Syntax& syntax = *reading_.syntax[doc_.sentence_of(sentence.begin)];
  const auto phrase_at = [&](std::uint32_t at) {
    return std::find_if(syntax.phrases.begin(), syntax.phrases.end(),
                        [&](const Phrase& p) { return p.tokens.begin == at; });
  };
  std::uint32_t end = from;
  bool described = false;
  while (end + 1 < sentence.end) {
    const bool comma = doc_[end].text == ",";
    std::uint32_t next = end + comma;
    // "a clerk styling herself Okello"
    if (!comma && (lower_[next] == "calling" || lower_[next] == "styling") &&
        next + 2 < sentence.end)
      return relative_end(next, sentence);
    if (lower_[next] == "who" || (comma && described && lower_[next] == "which"))
      return relative_end(next, sentence);
    if (comma && (lower_[next] == "then" || lower_[next] == "now")) ++next;
    const bool preposition =
        lower_[end] == "to" ||
        (syntax.parts[end - sentence.begin] == PartOfSpeech::preposition && lower_[end] != "that");
    // A second description has its article: "the editor of X, the journal of Y".
    if (comma && doc_[next].number && doc_[next + 1].text == ",") {  // "Ana Ruiz, 39, a baker"
      end = next + 1;
      described = true;
      continue;
    }
    if (comma && (doc_[next].number || doc_[next].text == "$")) break;
    if (comma ? described && lower_[next] != "the" && lower_[next] != "a" && lower_[next] != "an"
              : !preposition)
      break;
    const auto phrase = phrase_at(comma ? next : end + 1);
    if (phrase == syntax.phrases.end() || (comma && is_subject(next)) ||
        match_time(doc_, phrase->tokens.begin, phrase->tokens.end, reading_.published))
      break;
    if (preposition && !described && !governed && lower_[end] != "of" && lower_[end] != "for" &&
        lower_[end] != "at" && lower_[end] != "from" && lower_[end] != "with")
      break;
    described = described || comma;
    end = phrase->tokens.end;
  }
  return end;
}

// Whether a finite clause of its own has its subject at the token.
bool CueFinder::is_subject(std::uint32_t token) const {
  const auto& clauses = reading_.syntax[doc_.sentence_of(token)]->clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    if (clause.form != Clause::Form::finite || clause.subjects.empty()) return false;
    const Range subject = clause.subjects.front().tokens;
    const std::uint32_t verb = clause.group.empty() ? clause.verb : clause.group.begin;
    return subject.begin == token && verb > subject.end - 1 &&
           relative_pronoun(subject.end, verb) == kNone;
  });
}

// From "who" to the comma, quotation or stop that ends its clause.
std::uint32_t CueFinder::relative_end(std::uint32_t pronoun, Range sentence) const {
  std::uint32_t end = pronoun + 1;
  while (end < sentence.end && (doc_[end].word || doc_[end].number)) ++end;
  return end;
}

}  // namespace casus::extract

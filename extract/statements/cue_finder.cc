#include "extract/statements/cue_finder.h"

#include <algorithm>
#include <string>

#include "extract/statements/statement_kind.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

using Form = CueEntry::Form;

// Said by nobody yet: "could say", "would deny".
bool doubtful(std::string_view modal) {
  return modal == "could" || modal == "may" || modal == "might" || modal == "would" ||
         modal == "should";
}

// Coordinated speakers make one statement: "US and Iraqi officials".
Phrase joined(const std::vector<Phrase>& phrases) {
  Phrase all = phrases.front();
  for (const Phrase& phrase : phrases) {
    all.tokens.begin = std::min(all.tokens.begin, phrase.tokens.begin);
    all.tokens.end = std::max(all.tokens.end, phrase.tokens.end);
  }
  return all;
}

// Verbs after which an infinitive tells of what was done.
bool goes_on(std::string_view lemma) {
  return lemma == "have" || lemma == "go on" || lemma == "go" || lemma == "begin" ||
         lemma == "continue" || lemma == "proceed" || lemma == "come" || lemma == "appear" ||
         lemma == "seem" || lemma == "be";
}

}  // namespace

std::vector<Attribution> CueFinder::find(std::uint32_t sentence) const {
  std::vector<Attribution> found;
  find_verb_cues(sentence, found);
  find_preposition_cues(sentence, found);
  find_noun_cues(sentence, found);
  for (Attribution& attribution : found)
    if (attribution.source) attribution.whole_source = whole_source(attribution);
  std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    return a.cue_tokens.begin < b.cue_tokens.begin;
  });
  return found;
}

bool CueFinder::is_verb_cue(std::uint32_t token) const {
  std::uint32_t n = 0;
  return reading_.lexicon.match_cue(lower_, token, Form::verb, &n) != nullptr;
}

// "has not yet commented": a cue of several words may begin before its main verb.
const CueEntry* CueFinder::verb_cue(const Clause& clause, std::uint32_t& end) const {
  std::uint32_t n = 0;
  for (std::uint32_t i = clause.group.begin; i < clause.verb; ++i) {
    const CueEntry* cue = reading_.lexicon.match_cue(lower_, i, Form::verb, &n);
    if (cue == nullptr || i + n <= clause.verb) continue;
    end = i + n;
    return cue;
  }
  const CueEntry* cue = reading_.lexicon.match_cue(lower_, clause.verb, Form::verb, &n);
  end = clause.verb + n;
  return cue;
}

void CueFinder::find_verb_cues(std::uint32_t s, std::vector<Attribution>& found) const {
  for (const Clause& clause : reading_.syntax[s]->clauses) {
    if (clause.verb == kNone) continue;
    std::uint32_t end = 0;
    const CueEntry* cue = verb_cue(clause, end);
    if (cue == nullptr) continue;
    Attribution attribution;
    attribution.cue = cue;
    attribution.sentence = s;
    attribution.cue_tokens = {
        clause.group.empty() ? clause.verb : std::min(clause.group.begin, clause.verb),
        std::max(end, clause.group.end)};
    attribution.negated = clause.negated && cue->kind != v1::StatementKind::no_comment;
    attribution.participle =
        clause.form != Clause::Form::finite || doc_[clause.verb].lower.ends_with("ing");
    // "would say only that ..." has said it.
    attribution.doubtful = clause.modal != kNone && doubtful(doc_[clause.modal].lower) &&
                           lower_[std::min(end, sentence_range(s).end - 1)] != "only";
    const std::vector<Phrase>& sources = clause.passive ? clause.agents : clause.subjects;
    for (const Phrase& phrase : sources) {
      const std::string& first = doc_[phrase.tokens.begin].lower;
      if (first == "no" || first == "nobody" || first == "none") attribution.negated = true;
    }
    if (!sources.empty()) attribution.source = joined(sources);
    if (attribution.source && is_time(*attribution.source)) attribution.source.reset();
    find_addressee(clause, attribution);
    find_content(clause, attribution, s);
    if (in_passing(clause, attribution)) continue;
    if (worth(attribution)) found.push_back(std::move(attribution));
  }
}

// Plain saying and thinking that nobody is quoted with: "I think" and "you know" within what
// somebody says, and what is yet to be said ("to find out"), unless it is told ("went on to say
// that").
bool CueFinder::in_passing(const Clause& clause, const Attribution& attribution) const {
  using K = v1::StatementKind;
  const K::Value kind = attribution.cue->kind;
  if (kind != K::claim && kind != K::report && kind != K::other) return false;
  if (clause.form == Clause::Form::infinitive) {
    const std::vector<Clause>& clauses = reading_.syntax[doc_.sentence_of(clause.verb)]->clauses;
    if (clause.governor != kNone && goes_on(clauses[clause.governor].lemma)) return false;
    if (attribution.content.empty() || attribution.cue->weak) return true;
    const std::uint32_t first = attribution.content.front().begin;
    return lower_[first] != "that" && doc_.quotation_of(first) == nullptr;
  }
  if (doc_.quotation_of(clause.verb) == nullptr || clause.subjects.empty()) return false;
  const std::string& who = doc_[clause.subjects.front().head].lower;
  return who == "i" || who == "we" || who == "you";
}

std::optional<Phrase> CueFinder::phrase_at(std::uint32_t token) const {
  if (token >= doc_.tokens().size()) return std::nullopt;
  const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(token)];
  if (!syntax) return std::nullopt;
  for (const Phrase& phrase : syntax->phrases)
    if (phrase.tokens.begin == token) return phrase;
  return std::nullopt;
}

const Adjunct* CueFinder::adjunct(const Clause& clause, std::string_view preposition) const {
  for (const Adjunct& a : clause.adjuncts)
    if (lower_[a.preposition] == preposition) return &a;
  return nullptr;
}

// "last week", "Tuesday": when it was said, whatever the parser made of it.
bool CueFinder::is_time(const Phrase& phrase) const {
  const auto time = match_time(doc_, phrase.tokens.begin, phrase.tokens.end, reading_.published);
  return time && time->tokens.begin == phrase.tokens.begin && time->tokens.end >= phrase.head + 1;
}

bool CueFinder::is_somebody(const Phrase& phrase) const {
  const Mention* name = reading_.mentions.at(phrase.head);
  std::uint32_t n = 0;
  return (name != nullptr && name->actor >= 0) ||
         reading_.lexicon.match_agent(lower_, phrase.head, &n) != nullptr ||
         reading_.syntax[doc_.sentence_of(phrase.head)]
                 ->parts[phrase.head - sentence_range(doc_.sentence_of(phrase.head)).begin] ==
             PartOfSpeech::pronoun;
}

bool CueFinder::worth(const Attribution& a) {
  using K = v1::StatementKind;
  const K::Value kind = a.cue->kind;
  if (kind == K::no_comment) return true;
  if (a.negated && silent(*a.cue)) return a.source.has_value();
  if (a.negated && kind != K::denial) return false;
  if (kind == K::responsibility_claim) return a.source.has_value();
  // An accusation says something by itself; "spoke on Friday" does not.
  if (a.content.empty())
    return a.addressee && a.source &&
           (kind == K::accusation || kind == K::condemnation || kind == K::threat);
  if (a.doubtful && kind != K::threat) return false;
  if (a.cue->weak) return a.source.has_value() && a.clausal;
  return true;
}

// "according to the ministry, ..." and "..., according to residents".
void CueFinder::find_preposition_cues(std::uint32_t s, std::vector<Attribution>& found) const {
  const Range sentence = sentence_range(s);
  const std::uint32_t body = doc_.sentences()[s].body;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    std::uint32_t n = 0;
    const CueEntry* cue = reading_.lexicon.match_cue(lower_, i, Form::preposition, &n);
    // "in a statement" names no source.
    if (cue == nullptr || n == 0 || cue->weak) continue;
    const std::uint32_t after = i + n;
    const std::vector<Phrase>& phrases = reading_.syntax[s]->phrases;
    const auto source = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
      return phrase.tokens.begin <= after + 1 && phrase.tokens.end > after && phrase.head >= after;
    });
    if (source == phrases.end()) continue;
    Attribution attribution;
    attribution.cue = cue;
    attribution.sentence = s;
    attribution.cue_tokens = {i, after};
    attribution.source = *source;
    attribution.source->tokens.begin = std::max(source->tokens.begin, after);
    if (i == sentence.begin || i == body) {
      std::uint32_t comma = source->tokens.end;
      while (comma < sentence.end && doc_[comma].text != ",") ++comma;
      if (comma + 1 < sentence.end) attribution.content = {{comma + 1, sentence.end}};
    } else {
      std::uint32_t begin = body;
      for (const Attribution& earlier : found)
        if (earlier.cue_tokens.end <= i) begin = std::max(begin, earlier.cue_tokens.end);
      attribution.content = {{begin, i}};
    }
    trim(attribution);
    extend_quotations(attribution);
    if (!attribution.content.empty()) found.push_back(std::move(attribution));
    i = after;
  }
}

}  // namespace casus::extract

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

Range span_of(const std::vector<Range>& ranges) {
  Range all = ranges.front();
  for (const Range& range : ranges) {
    all.begin = std::min(all.begin, range.begin);
    all.end = std::max(all.end, range.end);
  }
  return all;
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
    if (in_passing(clause, *cue)) continue;
    find_addressee(clause, attribution);
    find_content(clause, attribution, s);
    if (worth(attribution)) found.push_back(std::move(attribution));
  }
}

// Plain saying and thinking that nobody is quoted with: "I think" and "you know" within what
// somebody says, and what is yet to be said ("to find out", "went on to say" tells of more).
bool CueFinder::in_passing(const Clause& clause, const CueEntry& cue) const {
  using K = v1::StatementKind;
  const bool plain = cue.kind == K::claim || cue.kind == K::report || cue.kind == K::other;
  if (!plain) return false;
  if (clause.form == Clause::Form::infinitive) {
    const std::vector<Clause>& clauses = reading_.syntax[doc_.sentence_of(clause.verb)]->clauses;
    return clause.governor == kNone || !goes_on(clauses[clause.governor].lemma);
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

// 'called the raid "a crime"', "called him divisive": what it calls something is what is said.
void CueFinder::find_name(const Clause& clause, Attribution& attribution, Range sentence) const {
  if (attribution.cue->phrase != "call" || clause.objects.empty() || clause.passive) return;
  const Range object = clause.objects.front().tokens;
  if (object.begin != attribution.cue_tokens.end || object.end + 1 >= sentence.end) return;
  const PartOfSpeech part =
      reading_.syntax[attribution.sentence]->parts[object.end - sentence.begin];
  const bool named = doc_.quotation_of(object.end) != nullptr || part == PartOfSpeech::determiner ||
                     part == PartOfSpeech::adjective;
  if (!named || match_time(doc_, object.end, sentence.end, reading_.published)) return;
  attribution.content = {to_clause_end({object.begin, object.end + 1}, sentence)};
  attribution.clausal = true;
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

// What is acted on; "[call for] an end": of a cue that ends with a preposition, what that governs.
std::vector<Phrase> CueFinder::objects(const Clause& clause, const Attribution& attribution) const {
  std::vector<Phrase> found = clause.passive ? clause.subjects : clause.objects;
  const std::vector<std::string>& whom = attribution.cue->addressee;
  for (const Adjunct& a : clause.adjuncts) {
    const bool governs = attribution.cue_tokens.contains(a.preposition) &&
                         std::find(whom.begin(), whom.end(), lower_[a.preposition]) == whom.end();
    if (found.empty() && governs) found.push_back(a.phrase);
  }
  if (found.empty() && !clause.passive)
    if (const auto antecedent = antecedent_of(clause)) found.push_back(*antecedent);
  return found;
}

// "[a raid] that Chad blamed on Niger", "[a charge] it threw out": what a relative clause lacks.
std::optional<Phrase> CueFinder::antecedent_of(const Clause& clause) const {
  if (clause.subjects.empty()) return std::nullopt;
  std::uint32_t begin = clause.subjects.front().tokens.begin;
  if (begin == 0 || begin >= clause.verb) return std::nullopt;
  if (lower_[begin - 1] == "that" || lower_[begin - 1] == "which") --begin;
  const auto& phrases = reading_.syntax[doc_.sentence_of(clause.verb)]->phrases;
  for (const Phrase& phrase : phrases)
    if (phrase.tokens.end == begin) return phrase;
  return std::nullopt;
}

// The words that the "..." of a cue stands for: "called [that] absurd".
Range CueFinder::gap_of(const Attribution& attribution) const {
  const std::string& phrase = attribution.cue->phrase;
  const std::size_t gap = phrase.find(" ... ");
  if (gap == std::string::npos) return {};
  const auto words = [](std::string_view part) {
    return static_cast<std::uint32_t>(std::count(part.begin(), part.end(), ' ') + 1);
  };
  std::uint32_t begin = attribution.cue_tokens.begin;
  const std::uint32_t stop = attribution.cue_tokens.end;
  std::uint32_t n = 0;
  while (begin < stop &&
         reading_.lexicon.match_cue(lower_, begin, Form::verb, &n) != attribution.cue)
    ++begin;
  begin += words(std::string_view(phrase).substr(0, gap));
  const std::uint32_t tail = words(std::string_view(phrase).substr(gap + 5));
  return begin + tail < stop ? Range{begin, stop - tail} : Range{};
}

void CueFinder::find_addressee(const Clause& clause, Attribution& attribution) const {
  for (const std::string& slot : attribution.cue->addressee) {
    if (slot == "object") {
      const std::vector<Phrase> acted_on = objects(clause, attribution);
      if (!acted_on.empty()) attribution.addressee = acted_on.front();
    } else if (const Adjunct* a = adjunct(clause, slot)) {
      attribution.addressee = a->phrase;
    } else if (lower_[attribution.cue_tokens.end - 1] == slot) {
      attribution.addressee = phrase_at(attribution.cue_tokens.end);  // "blamed on [Niger]"
    }
    if (attribution.addressee) return;
  }
}

void CueFinder::find_content(const Clause& clause, Attribution& attribution,
                             std::uint32_t s) const {
  const Range sentence = sentence_range(s);
  for (const std::string& slot : attribution.cue->content) {
    if (slot == "clause" || slot == "quote") {
      find_spoken(clause, slot == "quote", attribution, sentence);
    } else if (slot == "object") {
      for (const Phrase& phrase : objects(clause, attribution)) {
        const bool addressee =
            attribution.addressee && phrase.tokens == attribution.addressee->tokens;
        if (addressee && is_somebody(phrase)) continue;
        if (addressee) attribution.addressee.reset();  // "condemned the launch"
        // What stands before the verb is whole: a passive's subject, a relative clause's noun.
        const bool whole = clause.passive || phrase.tokens.end <= attribution.cue_tokens.begin;
        attribution.content.push_back(whole ? phrase.tokens
                                            : to_clause_end(phrase.tokens, sentence));
      }
      if (attribution.content.size() > 1) attribution.content = {span_of(attribution.content)};
    } else if (slot == "infinitive" || slot == "gerund") {
      find_governed(clause, slot == "infinitive", attribution, s);
    } else if (const Adjunct* a = adjunct(clause, slot)) {
      attribution.content.push_back(to_clause_end(a->phrase.tokens, sentence));
    } else {
      // The preposition right after the cue, where the parser did not tie it: "accused X of".
      const std::uint32_t from =
          std::max(attribution.cue_tokens.end,
                   attribution.addressee ? attribution.addressee->tokens.end : 0U);
      if (from + 1 < sentence.end && lower_[from] == slot)
        attribution.content.push_back(to_clause_end({from + 1, from + 2}, sentence));
    }
    if (attribution.content.empty()) continue;
    attribution.clausal = slot == "clause" || slot == "quote";
    break;
  }
  find_name(clause, attribution, sentence);
  if (attribution.content.empty())
    if (const Range gap = gap_of(attribution); !gap.empty()) attribution.content.push_back(gap);
  const std::vector<std::string>& slots = attribution.cue->content;
  // "condemned the raid": whom it is said to is what it is said of.
  if (attribution.content.empty() && attribution.addressee &&
      std::find(slots.begin(), slots.end(), "object") != slots.end())
    attribution.content.push_back(attribution.addressee->tokens);
  trim(attribution);
  extend_quotations(attribution);
  lead_in(attribution);
}

// 'said the group "must be destroyed"': what the sentence says of the quotation belongs to it.
void CueFinder::lead_in(Attribution& attribution) const {
  if (!attribution.clausal || attribution.content.empty()) return;
  Range& range = attribution.content.front();
  std::uint32_t from = attribution.cue_tokens.end;
  if (attribution.addressee) from = std::max(from, attribution.addressee->tokens.end);
  const Quotation* quotation = doc_.quotation_of(range.begin);
  if (quotation == nullptr || quotation->tokens.begin != range.begin || from >= range.begin ||
      range.begin - from > 12)
    return;
  from = after_circumstances(from, range.begin);
  const bool plain = std::all_of(doc_.tokens().begin() + from, doc_.tokens().begin() + range.begin,
                                 [](const Token& token) { return token.word || token.number; });
  if (plain) range.begin = from;
}

// Times and prepositional phrases after a cue: "on Monday", "in a statement".
std::uint32_t CueFinder::after_circumstances(std::uint32_t from, std::uint32_t end) const {
  const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(from)];
  while (from < end) {
    if (const auto time = match_time(doc_, from, end, reading_.published)) {
      if (time->tokens.begin != from) break;
      from = time->tokens.end;
      continue;
    }
    const Range sentence = sentence_range(doc_.sentence_of(from));
    if (!syntax || syntax->parts[from - sentence.begin] != PartOfSpeech::preposition) break;
    const auto phrase = std::find_if(syntax->phrases.begin(), syntax->phrases.end(),
                                     [&](const Phrase& p) { return p.tokens.begin == from + 1; });
    if (phrase == syntax->phrases.end() || phrase->tokens.end > end) break;
    from = phrase->tokens.end;
  }
  return from;
}

void CueFinder::find_spoken(const Clause& clause, bool quote, Attribution& attribution,
                            Range sentence) const {
  const std::vector<std::string>& slots = attribution.cue->content;
  const bool infinitive = std::find(slots.begin(), slots.end(), "infinitive") != slots.end();
  for (const Range& range : clause.content) {
    if (range.empty() || opens_with_cue(range)) continue;
    // "continued to fight": nothing is said.
    if (!infinitive && lower_[range.begin] == "to" && doc_.quotation_of(range.begin) == nullptr)
      continue;
    attribution.content.push_back(range);
  }
  if (!attribution.content.empty()) return;
  if (const Range bare = bare_clause(clause, attribution, sentence); !bare.empty()) {
    attribution.content.push_back(bare);
    return;
  }
  if (!quote) return;
  const Quotation* last = nullptr;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Quotation* quotation = doc_.quotation_of(i);
    if (quotation == nullptr || quotation == last || quotation->tokens.begin != i) continue;
    last = quotation;
    if (quotation->tokens.size() > 3 && !quotation->tokens.contains(clause.verb))
      attribution.content.push_back({i, std::min(quotation->tokens.end, sentence.end)});
  }
}

// "said if asked it would help": a clause right after a verb of saying that the parser lost.
Range CueFinder::bare_clause(const Clause& clause, const Attribution& attribution,
                             Range sentence) const {
  if (attribution.cue->weak || clause.passive || clause.form == Clause::Form::infinitive) return {};
  if (attribution.cue->content.front() != "clause") return {};
  std::uint32_t from = attribution.cue_tokens.end;
  if (attribution.addressee) from = std::max(from, attribution.addressee->tokens.end);
  from = after_circumstances(from, sentence.end);
  if (from >= sentence.end || !doc_[from].word) return {};
  const PartOfSpeech part = reading_.syntax[doc_.sentence_of(from)]->parts[from - sentence.begin];
  if (part == PartOfSpeech::verb || part == PartOfSpeech::preposition ||
      part == PartOfSpeech::conjunction)
    return {};
  const Range range = to_clause_end({from, from + 1}, sentence);
  const auto& clauses = reading_.syntax[doc_.sentence_of(from)]->clauses;
  const bool says = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& inner) {
    return inner.form == Clause::Form::finite && range.contains(inner.verb);
  });
  return says ? range : Range{};
}

void CueFinder::find_governed(const Clause& clause, bool infinitive, Attribution& attribution,
                              std::uint32_t s) const {
  const std::vector<Clause>& clauses = reading_.syntax[s]->clauses;
  for (const Clause& inner : clauses) {
    const bool fits =
        infinitive ? inner.form == Clause::Form::infinitive
                   : inner.form == Clause::Form::gerund || inner.form == Clause::Form::participle;
    if (!fits || inner.verb <= clause.verb || inner.governor == kNone) continue;
    if (clauses[inner.governor].verb != clause.verb) continue;
    if (opens_with_cue({inner.verb, inner.verb + 1})) continue;
    std::uint32_t begin = inner.group.empty() ? inner.verb : inner.group.begin;
    if (begin > 0 && lower_[begin - 1] == "to") --begin;
    // "called on | both sides to stop": who is to do it belongs to what is asked.
    const std::uint32_t after = attribution.cue_tokens.end;
    if (begin > after && begin - after <= 8) begin = after;
    attribution.content.push_back(to_clause_end({begin, inner.verb + 1}, sentence_range(s)));
    return;
  }
}

// "denied the allegation, stating that ...": the participle is a cue of its own, no content.
bool CueFinder::opens_with_cue(Range range) const {
  while (range.size() > 1 && !doc_[range.begin].word) ++range.begin;
  return lower_[range.begin].ends_with("ing") && is_verb_cue(range.begin);
}

// Whether a finite clause begins with its subject at the token.
bool CueFinder::begins_clause(std::uint32_t token) const {
  const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(token)];
  if (!syntax) return false;
  return std::any_of(syntax->clauses.begin(), syntax->clauses.end(), [&](const Clause& clause) {
    return clause.form == Clause::Form::finite && !clause.subjects.empty() &&
           clause.subjects.front().tokens.begin == token;
  });
}

// To the end of the clause that the range begins: a comma before another clause, another cue of
// the speaker's, or the sentence's end.
Range CueFinder::to_clause_end(Range range, Range sentence) const {
  std::uint32_t end = range.end;
  for (; end < sentence.end; ++end) {
    const std::string_view text = doc_[end].text;
    if (text == ";" || text == ":") break;
    // 'the group "must be destroyed," which ...': the comma within ends what is quoted.
    const Quotation* quotation = doc_.quotation_of(end);
    if (quotation != nullptr && quotation->tokens.end == end + 1 && end > range.begin &&
        doc_[end - 1].text == ",") {
      ++end;
      break;
    }
    const std::uint32_t next = end + 1;
    if (next >= sentence.end) continue;
    if (text == ",") {
      const std::string_view word = lower_[next];
      if (begins_clause(next) || is_verb_cue(next)) break;
      if (word == "but" || word == "while" || word == "which" || word == "although" ||
          word == "though" || word == "even" || word == "despite" || word == "most")
        break;
      if (word == "and" && next + 1 < sentence.end &&
          (is_verb_cue(next + 1) || begins_clause(next + 1)))
        break;
    }
    if (lower_[end] == "and" && is_verb_cue(next)) break;
  }
  while (end > range.end && !doc_[end - 1].word && !doc_[end - 1].number &&
         doc_[end - 1].text != "\"" && doc_[end - 1].text != "\u201d")
    --end;
  return {range.begin, end};
}

void CueFinder::trim(Attribution& attribution) const {
  for (Range& range : attribution.content) {
    while (!range.empty() && (doc_[range.begin].text == "," || doc_[range.begin].text == ":"))
      ++range.begin;
    while (!range.empty() && (doc_[range.end - 1].text == "." || doc_[range.end - 1].text == ","))
      --range.end;
  }
  std::erase_if(attribution.content, [](const Range& range) { return range.empty(); });
}

// A quotation that began in sentences before belongs to the speaker as a whole.
void CueFinder::extend_quotations(Attribution& attribution) const {
  for (Range& range : attribution.content) {
    const Quotation* quotation = doc_.quotation_of(range.begin);
    if (quotation == nullptr || quotation->tokens.begin >= range.begin) continue;
    if (quotation->tokens.contains(attribution.cue_tokens.begin)) continue;
    const auto from = covered_.begin() + quotation->tokens.begin;
    if (std::none_of(from, covered_.begin() + range.begin, [](bool c) { return c; }))
      range.begin = quotation->tokens.begin;
  }
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
        cue = reading_.lexicon.match_cue(lower_, at, Form::noun, &n);
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

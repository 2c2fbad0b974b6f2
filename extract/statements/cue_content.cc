// What a cue says, and to whom: the words that belong to it.

#include <algorithm>
#include <set>
#include <string>

#include "extract/statements/cue_finder.h"
#include "extract/times/times.h"

namespace casus::extract {

namespace {

using Form = CueEntry::Form;

constexpr std::uint32_t kLongestObject = 12;  // tokens behind "called X ... 'a crime'"

Range span_of(const std::vector<Range>& ranges) {
  Range all = ranges.front();
  for (const Range& range : ranges) {
    all.begin = std::min(all.begin, range.begin);
    all.end = std::max(all.end, range.end);
  }
  return all;
}

}  // namespace
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
        attribution.content.push_back(whole ? with_tail(phrase.tokens, attribution.cue_tokens.begin)
                                            : to_clause_end(phrase.tokens, sentence));
      }
      if (attribution.content.size() > 1) attribution.content = {span_of(attribution.content)};
      // "denounced [what it called a theft]"
      const std::uint32_t next = attribution.cue_tokens.end;
      if (attribution.content.empty() && next + 2 < sentence.end && lower_[next] == "what" &&
          !clause.passive)
        attribution.content.push_back(to_clause_end({next, next + 2}, sentence));
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
  if (clause.passive) add_what_for(clause, attribution, sentence);
  cut_addressee(attribution);
  find_name(clause, attribution, sentence);
  if (attribution.content.empty())
    if (const Range gap = gap_of(attribution); !gap.empty()) attribution.content.push_back(gap);
  if (attribution.content.empty() && attribution.addressee)
    if (const Range matter = matter_before(clause); !matter.empty())
      attribution.content.push_back(matter);
  const std::vector<std::string>& slots = attribution.cue->content;
  // "condemned the raid": whom it is said to is what it is said of.
  const bool of_whom = std::find(slots.begin(), slots.end(), "object") != slots.end() ||
                       attribution.cue->kind == v1::StatementKind::condemnation;
  if (attribution.content.empty() && attribution.addressee && of_whom)
    attribution.content.push_back(to_clause_end(attribution.addressee->tokens, sentence));
  trim(attribution);
  extend_quotations(attribution);
  lead_in(attribution);
}

// "blamed [the raid] on Chad": whom it is blamed on is no part of what is.
void CueFinder::cut_addressee(Attribution& attribution) const {
  if (!attribution.addressee || attribution.clausal) return;
  const Mention* name = reading_.mentions.at(attribution.addressee->head);
  if (name == nullptr || name->actor < 0) return;
  const std::uint32_t whom = attribution.addressee->tokens.begin;
  for (Range& range : attribution.content)
    if (range.begin + 1 < whom && whom < range.end && attribution.cue_tokens.contains(whom - 1))
      range.end = whom - 1;
}

// "[a drought] for which Norway blames Chad": what stands before the preposition and its pronoun.
Range CueFinder::matter_before(const Clause& clause) const {
  if (clause.subjects.empty()) return {};
  const std::uint32_t subject = clause.subjects.front().tokens.begin;
  const Range sentence = sentence_range(doc_.sentence_of(clause.verb));
  if (subject < sentence.begin + 3 || lower_[subject - 1] != "which" || !doc_[subject - 2].word)
    return {};
  for (const Phrase& phrase : reading_.syntax[doc_.sentence_of(clause.verb)]->phrases)
    if (phrase.tokens.end == subject - 2) return phrase.tokens;
  return {};
}

// "[The guards] were criticised [for delays]", "[the raid] was described [as an accident]": of what
// or whom, and what. Of an accusation the one is whom it is against, and no part of it.
void CueFinder::add_what_for(const Clause& clause, Attribution& attribution, Range sentence) const {
  if (clause.subjects.empty() || attribution.clausal || attribution.content.empty() ||
      attribution.cue->kind == v1::StatementKind::accusation)
    return;
  const Range subject = with_tail(clause.subjects.front().tokens, attribution.cue_tokens.begin);
  if (subject.end > attribution.cue_tokens.begin) return;
  std::vector<Range>& content = attribution.content;
  if (content.front().begin >= attribution.cue_tokens.end) {
    content.insert(content.begin(), subject);
    return;
  }
  for (const char* slot : {"as", "over", "about", "for"})
    if (const Adjunct* a = adjunct(clause, slot);
        a != nullptr && a->preposition == attribution.cue_tokens.end)
      content.push_back(to_clause_end(a->phrase.tokens, sentence));
}

// "[the maps of the port] were described": a passive's subject with the phrases that belong to it.
Range CueFinder::with_tail(Range phrase, std::uint32_t cue) const {
  if (phrase.end >= cue) return phrase;
  const std::uint32_t first = sentence_range(doc_.sentence_of(cue)).begin;
  const auto& parts = reading_.syntax[doc_.sentence_of(cue)]->parts;
  for (std::uint32_t i = phrase.end; i < cue; ++i) {
    const PartOfSpeech part = parts[i - first];
    if (!doc_[i].word || part == PartOfSpeech::verb || part == PartOfSpeech::auxiliary ||
        part == PartOfSpeech::conjunction || part == PartOfSpeech::adverb || lower_[i] == "that" ||
        lower_[i] == "which" || lower_[i] == "who")
      return phrase;
  }
  return {phrase.begin, cue};
}

// 'called the raid "a crime"', 'calls the letter on the harvest "careless"', "called him divisive":
// what it calls something is what is said.
void CueFinder::find_name(const Clause& clause, Attribution& attribution, Range sentence) const {
  if (attribution.cue->phrase != "call" || clause.objects.empty() || clause.passive) return;
  const Range object = clause.objects.front().tokens;
  if (object.begin != attribution.cue_tokens.end || object.end + 1 >= sentence.end) return;
  std::uint32_t name = object.end;
  const PartOfSpeech part = reading_.syntax[attribution.sentence]->parts[name - sentence.begin];
  const std::uint32_t limit = std::min(object.end + kLongestObject, sentence.end);
  if (part != PartOfSpeech::determiner && part != PartOfSpeech::adjective)
    while (name < limit && doc_.quotation_of(name) == nullptr && doc_[name].text != ",") ++name;
  if (name == limit || doc_[name].text == "," ||
      match_time(doc_, name, sentence.end, reading_.published))
    return;
  attribution.content = {to_clause_end({object.begin, name + 1}, sentence)};
  attribution.clausal = true;
}

// 'said the dam "must be rebuilt"': what the sentence says of the quotation belongs to it.
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
    if (lower_[from] == "and" && from + 1 < end &&
        syntax->parts[from + 1 - sentence.begin] == PartOfSpeech::preposition)
      ++from;
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
  // "talked of his sons": what the cue's own preposition governs is said.
  if (std::find(slots.begin(), slots.end(), lower_[attribution.cue_tokens.end]) != slots.end())
    return;
  // "recalled the talks": what the verb has for an object is said, no quotation further on.
  const bool object = std::find(slots.begin(), slots.end(), "object") != slots.end();
  if (object && !clause.passive && !clause.objects.empty() &&
      clause.objects.front().tokens.begin == attribution.cue_tokens.end &&
      doc_.quotation_of(clause.objects.front().tokens.begin) == nullptr)
    return;
  const Quotation* last = nullptr;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Quotation* quotation = doc_.quotation_of(i);
    if (quotation == nullptr || quotation == last || quotation->tokens.begin != i) continue;
    last = quotation;
    if (quotation->tokens.size() <= 3 || quotation->tokens.contains(clause.verb)) continue;
    const Range words{i, std::min(quotation->tokens.end, sentence.end)};
    attribution.content.push_back(goes_on_after(words, sentence) ? to_clause_end(words, sentence)
                                                                 : words);
  }
}

// 'against "loose talk" of a truce': the sentence ends what it quotes in passing.
bool CueFinder::goes_on_after(Range quotation, Range sentence) const {
  if (quotation.end + 1 >= sentence.end || quotation.size() < 3) return false;
  return doc_[quotation.end - 2].word && doc_[quotation.end].word;
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

// "rejected the charge, stating that ...": the participle is a cue of its own, no content.
bool CueFinder::opens_with_cue(Range range) const {
  while (range.size() > 1 && (!doc_[range.begin].word || lower_[range.begin] == "by"))
    ++range.begin;
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
  const std::optional<Phrase> first = phrase_at(range.begin);
  const bool name = first && reading_.mentions.at(first->head) != nullptr;
  const bool phrase = first && first->tokens.end <= range.end && !begins_clause(range.begin);
  for (; end < sentence.end; ++end) {
    const std::string_view text = doc_[end].text;
    if (text == ";" || text == ":") break;
    // 'the dam "must be rebuilt," which ...': the comma within ends what is quoted.
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
    if (lower_[end] == "but" || lower_[end] == "despite" || lower_[end] == "amid") break;
    if (phrase && opens_circumstance(end)) break;
    if (text == "," && name && describes(next)) break;
    if (goes_on_with_verb(range, end)) break;
  }
  while (end > range.end && !doc_[end - 1].word && !doc_[end - 1].number &&
         doc_[end - 1].text != "\"" && doc_[end - 1].text != "\u201d")
    --end;
  return {range.begin, end};
}

// "referring to X, [the] head of Y", "[who] was there"
bool CueFinder::describes(std::uint32_t token) const {
  const std::string_view word = lower_[token];
  return word == "the" || word == "a" || word == "an" || word == "his" || word == "her" ||
         word == "its" || word == "who";
}

// "praised the ruling [after] its troops left", "[as] rockets fell".
bool CueFinder::opens_circumstance(std::uint32_t token) const {
  static const std::set<std::string_view> kWords{"after",   "before", "when", "while",
                                                 "because", "since",  "until"};
  return kWords.contains(lower_[token]) || (lower_[token] == "as" && begins_clause(token + 1));
}

// "praised the ruling [and] left", "men claiming the town [shot]": a verb with a tense whose
// subject stands before the range goes on with the sentence, not with what is said.
bool CueFinder::goes_on_with_verb(Range range, std::uint32_t at) const {
  if (lower_[at - 1] == "to") return false;
  const std::uint32_t verb = lower_[at] == "and" || lower_[at] == "or" ? at + 1 : at;
  const auto& clauses = reading_.syntax[doc_.sentence_of(at)]->clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.form == Clause::Form::finite && clause.group.begin == verb &&
           !clause.subjects.empty() && clause.subjects.front().tokens.begin < range.begin;
  });
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

}  // namespace casus::extract

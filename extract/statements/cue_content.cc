// What a cue says, and to whom: the words that belong to it.

#include <algorithm>
#include <string>

#include "extract/statements/cue_finder.h"
#include "extract/times/times.h"

namespace casus::extract {

namespace {

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
      // "saw the hand of [Niger]", which is one phrase
      if (!attribution.addressee)
        if (const Mention* name = reading_.mentions.at(attribution.cue_tokens.end);
            name != nullptr && name->actor >= 0)
          attribution.addressee = Phrase{name->tokens.end - 1, name->tokens};
    }
    if (attribution.addressee) return cut_matter(attribution);
  }
}

// "accused [Chad] of that raid": what a name is accused of is no part of it.
void CueFinder::cut_matter(Attribution& attribution) const {
  Range& whom = attribution.addressee->tokens;
  const std::vector<std::string>& slots = attribution.cue->content;
  for (std::uint32_t i = whom.begin + 1; i + 1 < whom.end; ++i) {
    const Mention* name = reading_.mentions.at(i - 1);
    if (name == nullptr || name->actor < 0 || name->tokens.end != i ||
        std::find(slots.begin(), slots.end(), lower_[i]) == slots.end())
      continue;
    whom.end = i;
    attribution.addressee->head = i - 1;
    return;
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
        const bool before = phrase.tokens.end <= attribution.cue_tokens.begin;
        Range matter = phrase.tokens;
        const bool names_whom = attribution.addressee &&
                                attribution.addressee->tokens.begin == attribution.cue_tokens.end &&
                                reading_.mentions.at(attribution.addressee->head) != nullptr;
        if (const Range gap = gap_of(attribution);
            names_whom && gap.begin == matter.begin && !gap.empty())
          matter = gap;  // "put [the raid] down to Chad"
        else if (clause.passive)
          matter = with_tail(matter, attribution.cue_tokens.begin);
        else
          matter = before ? with_relative(matter, clause) : to_clause_end(matter, sentence);
        attribution.content.push_back(matter);
      }
      if (attribution.content.size() > 1) attribution.content = {span_of(attribution.content)};
      const std::uint32_t next = attribution.cue_tokens.end;
      // 'spoke of ["a fable"]'
      if (attribution.content.empty() && !clause.passive && next < sentence.end &&
          lower_[next - 1] != "as" &&
          reading_.syntax[s]->parts[next - 1 - sentence.begin] == PartOfSpeech::preposition)
        if (const Quotation* quotation = doc_.quotation_of(next);
            quotation != nullptr && quotation->tokens.begin == next)
          attribution.content.push_back({next, std::min(quotation->tokens.end, sentence.end)});
      // "denounced [what it called a theft]"
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
  if (attribution.content.empty()) find_next_paragraph(attribution, sentence);
  // "accused Chad of the raid, [which] Chad denied"
  if (attribution.content.empty() && attribution.cue->kind == v1::StatementKind::denial &&
      !clause.passive && !clause.subjects.empty()) {
    const std::uint32_t who = clause.subjects.front().tokens.begin;
    if (who >= sentence.begin + 2 && lower_[who - 1] == "which" && doc_[who - 2].text == ",")
      attribution.content = {{who - 1, who}};
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

// "The mayor told the crowd:" closes a paragraph: what is said is the next one, or the quotation
// that it opens with.
void CueFinder::find_next_paragraph(Attribution& attribution, Range sentence) const {
  const auto& sentences = doc_.sentences();
  const std::uint32_t next = attribution.sentence + 1;
  if (doc_[sentence.end - 1].text != ":" || next >= sentences.size() || sentences[next].headline ||
      doc_[sentences[next].tokens.begin].text == "[" || attribution.cue->weak ||
      attribution.cue->content.front() != "clause")
    return;
  Range said = sentences[next].tokens;
  if (const Quotation* quotation = doc_.quotation_of(said.begin)) {
    said = quotation->tokens;
  } else {
    for (std::uint32_t s = next;
         s < sentences.size() && sentences[s].paragraph == sentences[next].paragraph; ++s)
      said.end = sentences[s].tokens.end;
  }
  attribution.content = {said};
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
    const bool reason = attribution.content.empty() && lower_[range.begin] == "because";
    if (range.empty() || opens_with_cue(range) || reason) continue;
    // "continued to fight", "went on fighting": nothing is said.
    const bool goes_on =
        attribution.cue->phrase == "continue" || attribution.cue->phrase == "go on";
    if (doc_.quotation_of(range.begin) == nullptr &&
        ((!infinitive && lower_[range.begin] == "to") ||
         (goes_on && lower_[range.begin].ends_with("ing"))))
      continue;
    Range said = range;
    if (doc_.quotation_of(range.begin) == nullptr && range.begin >= attribution.cue_tokens.end)
      for (std::uint32_t i = range.begin + 1; i + 1 < range.end && said.end == range.end; ++i)
        if (doc_[i].text == "," && resumes_at(i + 1)) said.end = i;
    attribution.content.push_back(said);
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

// "said if asked it would help": a clause right after a verb of saying that the parser lost.
Range CueFinder::bare_clause(const Clause& clause, const Attribution& attribution,
                             Range sentence) const {
  if (attribution.cue->weak || clause.passive || clause.form == Clause::Form::infinitive) return {};
  if (attribution.cue->content.front() != "clause") return {};
  std::uint32_t from = attribution.cue_tokens.end;
  if (attribution.addressee) from = std::max(from, attribution.addressee->tokens.end);
  from = after_circumstances(from, sentence.end);
  if (from >= sentence.end || !doc_[from].word) return {};
  // "has no doubt that": a verb and its noun
  if (lower_[from] == "that" && attribution.cue->phrase.find(' ') != std::string::npos)
    return to_clause_end({from, from + 1}, sentence);
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

}  // namespace casus::extract

// Where what a cue says ends.

#include <algorithm>
#include <set>
#include <string_view>

#include "extract/statements/cue_finder.h"

namespace casus::extract {

// 'against "loose talk" of a truce': the sentence ends what it quotes in passing.
bool CueFinder::goes_on_after(Range quotation, Range sentence) const {
  if (quotation.end + 1 >= sentence.end || quotation.size() < 3) return false;
  return doc_[quotation.end - 2].word && doc_[quotation.end].word;
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
      if (begins_clause(next) || is_verb_cue(next) || resumes_at(next)) break;
      if (word == "but" || word == "while" || word == "which" || word == "although" ||
          word == "though" || word == "even" || word == "despite" || word == "most")
        break;
      if (word == "and" && next + 1 < sentence.end &&
          (is_verb_cue(next + 1) || begins_clause(next + 1)))
        break;
    }
    if (lower_[end] == "and" && (is_verb_cue(next) || speaks_at(next))) break;
    if (lower_[end] == "but" || lower_[end] == "despite" || lower_[end] == "amid") break;
    if (phrase && (opens_circumstance(end) || opens_occasion(end))) break;
    if (text == "," && name && describes(next)) break;
    if (goes_on_with_verb(range, end)) break;
  }
  while (end > range.end && !doc_[end - 1].word && !doc_[end - 1].number &&
         doc_[end - 1].text != "\"" && doc_[end - 1].text != "\u201d")
    --end;
  return {range.begin, end};
}

// "accused Chad of the raid, [a charge] that it denies": what was said is named.
bool CueFinder::resumes_at(std::uint32_t token) const {
  std::uint32_t n = 0;
  if ((lower_[token] != "a" && lower_[token] != "an") || token + 1 >= lower_.size()) return false;
  const CueEntry* noun = reading_.lexicon.match_cue(lower_, token + 1, CueEntry::Form::noun, &n);
  return noun != nullptr && noun->stance == v1::Stance::asserts;
}

// "blamed Chad for the raid and [Chad] blamed Niger": where somebody else begins to speak.
bool CueFinder::speaks_at(std::uint32_t token) const {
  const auto& clauses = reading_.syntax[doc_.sentence_of(token)]->clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.form == Clause::Form::finite && !clause.subjects.empty() &&
           clause.subjects.front().tokens.begin == token && clause.verb > token &&
           is_verb_cue(clause.verb);
  });
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

// "praised the ruling [in] a sermon", "[at] a press briefing": where it was said.
bool CueFinder::opens_occasion(std::uint32_t token) const {
  static const std::set<std::string_view> kPrepositions{"in", "at", "during", "on", "via"};
  static const std::set<std::string_view> kOccasions{
      "interview", "speech",   "address", "conference", "briefing", "statement", "letter",
      "debate",    "forum",    "tweet",   "post",       "twitter",  "facebook",  "television",
      "tv",        "radio",    "op-ed",   "editorial",  "article",  "testimony", "sermon",
      "broadcast", "telecast", "message", "memo",       "remarks",  "hall",      "stump"};
  if (!kPrepositions.contains(lower_[token])) return false;
  const std::optional<Phrase> where = phrase_at(token + 1);
  if (!where || !kOccasions.contains(reading_.lexicon.noun_lemma(lower_[where->head])))
    return false;
  // "expressed fear in a speech last week that ...": what is said goes on.
  const Range sentence = sentence_range(doc_.sentence_of(token));
  const std::uint32_t next = after_circumstances(where->tokens.end, sentence.end);
  return next >= sentence.end || lower_[next] != "that";
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

}  // namespace casus::extract

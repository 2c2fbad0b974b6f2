#include "extract/syntax/grammar_clauses.h"

#include <algorithm>

namespace casus::extract {
namespace {

PartOfSpeech part_of(Tag tag) {
  switch (tag) {
    case Tag::noun:
      return PartOfSpeech::noun;
    case Tag::name:
      return PartOfSpeech::name;
    case Tag::adjective:
      return PartOfSpeech::adjective;
    case Tag::adverb:
    case Tag::negation:
      return PartOfSpeech::adverb;
    case Tag::determiner:
    case Tag::possessive:
      return PartOfSpeech::determiner;
    case Tag::pronoun:
    case Tag::wh:
      return PartOfSpeech::pronoun;
    case Tag::number:
      return PartOfSpeech::number;
    case Tag::preposition:
    case Tag::to:
      return PartOfSpeech::preposition;
    case Tag::conjunction:
    case Tag::subordinator:
      return PartOfSpeech::conjunction;
    case Tag::modal:
    case Tag::be:
    case Tag::have:
    case Tag::do_:
      return PartOfSpeech::auxiliary;
    case Tag::base:
    case Tag::present:
    case Tag::past:
    case Tag::participle:
    case Tag::gerund:
      return PartOfSpeech::verb;
    case Tag::mark:
      return PartOfSpeech::punctuation;
    case Tag::none:
      break;
  }
  return PartOfSpeech::unknown;
}

}  // namespace

bool Analysis::is_quote(std::uint32_t token) const {
  if (!sentence.range.contains(token)) return false;
  std::string_view text = sentence.text(token);
  return text == "\"" || text == "“" || text == "”" || text == "``" || text == "''" ||
         text == "‘" || text == "«" || text == "»";
}

bool Analysis::is_time(const Phrase& phrase) const {
  return is_time_word(sentence.lower(phrase.head)) ||
         (sentence.tag(phrase.head) == Tag::number &&
          is_time_word(sentence.lower(phrase.tokens.begin)));
}

std::vector<Phrase> Analysis::list_from(std::int32_t first, std::uint32_t* end) const {
  std::vector<Phrase> list{phrase(first)};
  std::vector<Phrase> open;  // after commas, until an "and" shows that it is a list
  std::uint32_t k = phrase(first).tokens.end;
  bool any = false;
  for (int items = 0; items < 12; ++items) {
    bool comma = sentence.is(k, ",");
    std::uint32_t next = comma ? k + 1 : k;
    bool conjunction = sentence.tag(next) == Tag::conjunction && !sentence.is(next, "but");
    if (conjunction) ++next;
    std::int32_t p = (comma || conjunction) ? phrase_from(next) : -1;
    if (p < 0) break;
    // "..., and X said": another clause.
    std::uint32_t after = phrase(p).tokens.end;
    while (sentence.tag(after) == Tag::adverb) ++after;
    std::int32_t g = group_at(after);
    bool verb = g >= 0 && clauses[static_cast<std::size_t>(g)].form == Clause::Form::finite;
    if (verb || (comma && conjunction && open.empty() && !any)) break;
    if (is_time(phrase(p))) break;
    open.push_back(phrase(p));
    k = phrase(p).tokens.end;
    if (conjunction) {
      list.insert(list.end(), open.begin(), open.end());
      open.clear();
      any = true;
      if (end != nullptr) *end = k;
    }
  }
  if (end != nullptr) *end = std::max(*end, list.back().tokens.end);
  return list;
}

std::vector<Phrase> Analysis::list_to(std::int32_t last) const {
  std::vector<Phrase> list{phrase(last)};
  std::uint32_t k = phrase(last).tokens.begin;
  for (int items = 0; items < 12; ++items) {
    if (k <= sentence.range.begin + 1) break;
    std::uint32_t joint = k - 1;
    if (items == 0 && sentence.tag(joint) == Tag::adverb) --joint;  // "and even"
    if (items == 0) {
      if (sentence.tag(joint) != Tag::conjunction || sentence.is(joint, "but")) break;
      if (sentence.is(joint - 1, ",")) {
        // "A, B, and C", or another clause
        std::int32_t b = phrase_at(joint - 2);
        if (joint < 2 || b < 0 || !sentence.is(phrase(b).tokens.begin - 1, ",")) break;
        --joint;
      }
    } else if (!sentence.is(joint, ",")) {
      break;
    }
    std::int32_t p = joint > sentence.range.begin ? phrase_at(joint - 1) : -1;
    if (p < 0 || is_time(phrase(p))) break;
    std::uint32_t begin = phrase(p).tokens.begin;
    if (begin > sentence.range.begin) {
      // "attacked X and Y fled": X is the object of another verb; "in X and Y".
      std::int32_t g = group_at(begin - 1);
      if (g >= 0 && !is_speech_verb(clauses[static_cast<std::size_t>(g)].lemma)) break;
      if (sentence.tag(begin - 1) == Tag::preposition) break;
    }
    list.insert(list.begin(), phrase(p));
    k = begin;
  }
  return list;
}

std::uint32_t Analysis::skip_adverbs(std::uint32_t k) const {
  while (sentence.tag(k) == Tag::adverb || sentence.tag(k) == Tag::negation) ++k;
  return k;
}

std::int32_t Analysis::antecedent_of(std::uint32_t wh) const {
  std::uint32_t i = wh;
  if (i == sentence.range.begin) return -1;
  --i;
  if (sentence.tag(i) == Tag::preposition && i > sentence.range.begin) --i;
  if (sentence.is(i, ",") && i > sentence.range.begin) --i;
  if (sentence.is(i, ")")) {
    std::uint32_t open = opening_of(i, sentence.range.begin);
    if (open == kNone || open == sentence.range.begin) return -1;
    i = open - 1;
  }
  std::int32_t p = phrase_at(i);
  if (p > 0 && is_time(phrase(p)) && phrase(p - 1).tokens.end == phrase(p).tokens.begin) {
    return p - 1;  // "a law last May that"
  }
  return p;
}

std::uint32_t Analysis::opening_of(std::uint32_t close, std::uint32_t limit) const {
  std::string_view mark = sentence.text(close);
  bool bracket = mark == ")" || mark == "]";
  std::string_view opening = mark == ")" ? "(" : mark == "]" ? "[" : mark;
  for (std::uint32_t j = close; j > limit;) {
    --j;
    if (sentence.text(j) == opening) {
      if (bracket) return j;
      if (j == limit || phrase_at(j - 1) < 0) {
        // "X (Y), said" and quotation marks
        if (j > limit && (sentence.is(j - 1, ")") || sentence.tag(j - 1) == Tag::number)) return j;
        return kNone;
      }
      if (sentence.tag(j + 1) == Tag::conjunction) return kNone;
      return j;
    }
    if (bracket) continue;
    std::int32_t g = group_at(j);
    if (g < 0) {
      if (sentence.text(j) == ";" || is_quote(j)) return kNone;
      continue;
    }
    auto k = static_cast<std::size_t>(g);
    bool inserted = clauses[k].form != Clause::Form::finite || relative[k] || preceded_by_wh(k) ||
                    is_speech_verb(clauses[k].lemma) || clauses[k].lemma == "go on";
    if (!inserted) return kNone;
    j = clauses[k].group.begin;
  }
  return kNone;
}

bool Analysis::preceded_by_wh(std::size_t k) const {
  if (clauses[k].subjects.empty()) return false;
  std::uint32_t begin = clauses[k].subjects.front().tokens.begin;
  return begin > sentence.range.begin && sentence.tag(begin - 1) == Tag::wh;
}

Syntax build_syntax(const Document& document, const Sentence& sentence,
                    const std::vector<Tag>& hints, const std::vector<Relation>& relations) {
  Syntax syntax;
  TaggedSentence tagged = tag_sentence(document, sentence, hints);
  Chunks chunks = chunk(tagged);
  Analysis analysis{tagged, chunks, relations, {}, {}, {}, {}};
  for (const VerbGroup& group : chunks.groups) analysis.clauses.push_back(group.clause);
  analysis.relative.assign(analysis.clauses.size(), false);
  analysis.inverted.assign(analysis.clauses.size(), false);
  analysis.after.assign(analysis.clauses.size(), 0);
  find_arguments(analysis);
  find_content(analysis);
  syntax.appositions = find_appositions(analysis);
  syntax.clauses = std::move(analysis.clauses);
  syntax.phrases = chunks.phrases;
  syntax.parts.assign(sentence.tokens.size(), PartOfSpeech::unknown);
  for (std::uint32_t i = tagged.range.begin; i < tagged.range.end; ++i) {
    syntax.parts[i - sentence.tokens.begin] = part_of(tagged.tag(i));
  }
  return syntax;
}

}  // namespace casus::extract

#include "extract/syntax/grammar_chunks.h"

#include <algorithm>

#include "extract/word_set.h"

namespace casus::extract {
namespace {

bool is_demonym(std::string_view lower) {
  if (lower.size() < 2) return false;
  if (lower == "us" || lower == "u.s." || lower == "uk" || lower == "eu" || lower == "un") {
    return true;
  }
  for (std::string_view suffix : {"ian", "ean", "ese", "ish", "can", "aqi", "aeli", "udi", "eni",
                                  "tani", "mali", "iti", "bian", "ench", "man"}) {
    if (lower.size() > 3 && lower.ends_with(suffix)) return true;
  }
  return false;
}

bool is_plural_noun(std::string_view lower) {
  return lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss");
}

class PhraseReader {
 public:
  explicit PhraseReader(const TaggedSentence& s) : s_(s) {}

  // The phrase that begins at `i`, with its "of" tail; empty if none.
  Phrase read(std::uint32_t i) const {
    Phrase phrase = core(i);
    if (phrase.tokens.empty()) return phrase;
    for (int depth = 0; depth < 4 && s_.is(phrase.tokens.end, "of"); ++depth) {
      Phrase tail = core(phrase.tokens.end + 1);
      if (tail.tokens.empty()) break;
      phrase.tokens.end = tail.tokens.end;
      if (counts(phrase.head)) phrase.head = tail.head;
      // "the presidents of X and Y"
      if (s_.tag(tail.head) == Tag::name && s_.tag(tail.tokens.end) == Tag::conjunction) {
        Phrase next = core(tail.tokens.end + 1);
        bool closed = !next.tokens.empty() && s_.tag(next.head) == Tag::name &&
                      tail.tokens.size() == 1 && next.tokens.size() <= 2;
        if (closed) phrase.tokens.end = next.tokens.end;
      }
    }
    return phrase;
  }

 private:
  bool nominal(std::uint32_t i) const { return is_nominal(s_.tag(i)); }
  bool noun(std::uint32_t i) const { return s_.tag(i) == Tag::noun || s_.tag(i) == Tag::name; }

  // "hundreds of students" are students.
  bool counts(std::uint32_t head) const {
    static const WordSet kQuantities = word_set(
        "hundreds thousands dozens scores millions tens number dozen majority handful couple one "
        "two three four five six seven eight nine ten some most many several all none both each");
    return s_.tag(head) == Tag::number || kQuantities.contains(s_.lower(head));
  }

  Phrase core(std::uint32_t i) const {
    Phrase phrase;
    std::uint32_t begin = i;
    if (s_.token_is_money(i)) ++i;
    Tag first = s_.tag(i);
    bool adverb = first == Tag::adverb && s_.tag(i + 1) == Tag::adjective && noun(i + 2);
    if (!adverb && (!nominal(i) || first == Tag::possessive)) return phrase;
    std::uint32_t end = i + 1;
    if (first != Tag::pronoun) {
      while (goes_on(begin, end)) ++end;
    }
    // A mark or a conjunction that led nowhere.
    while (end > begin + 1 && !nominal(end - 1)) --end;
    if (s_.tag(end - 1) == Tag::possessive && end > begin + 1 && !noun(end)) --end;
    phrase.tokens = {begin, end};
    phrase.head = end - 1;
    for (std::uint32_t k = end; k-- > begin;) {
      Tag t = s_.tag(k);
      if (t == Tag::noun || t == Tag::name || t == Tag::pronoun) {
        phrase.head = k;
        break;
      }
    }
    bool headed = std::any_of(
        s_.tags.begin() + (begin - s_.range.begin), s_.tags.begin() + (end - s_.range.begin),
        [](Tag t) { return t != Tag::adjective && t != Tag::adverb && t != Tag::possessive; });
    if (!headed) return {};
    // "on June 9", "at least 40": the last word.
    if (s_.tag(end - 1) == Tag::number && !noun(phrase.head)) phrase.head = end - 1;
    return phrase;
  }

  // Whether the token at `end` belongs to the phrase that began at `begin`.
  bool goes_on(std::uint32_t begin, std::uint32_t end) const {
    Tag last = s_.tag(end - 1);
    switch (s_.tag(end)) {
      case Tag::pronoun:
        return false;
      case Tag::determiner:
        return last == Tag::determiner && !s_.is(end, "the") && !s_.is(end, "a");
      case Tag::possessive:
        return noun(end - 1) || last == Tag::pronoun;
      case Tag::adjective:
        if (is_time_word(s_.lower(end + 1)) && noun(end - 1)) return false;  // "Baghdad last week"
        return last != Tag::noun && (last != Tag::name || noun(end + 1) || is_last_of_name(end));
      case Tag::number:
        return last != Tag::pronoun;
      case Tag::noun:
      case Tag::name:
        return !begins_time(begin, end) && !begins_contact(begin, end);
      case Tag::adverb:
        return (last == Tag::determiner || last == Tag::possessive || last == Tag::adjective) &&
               (s_.tag(end + 1) == Tag::adjective);
      case Tag::mark:
        return mark_goes_on(end);
      case Tag::conjunction:
        return modifiers_go_on(begin, end);
      default:
        return false;
    }
  }

  // "the US military".
  bool is_last_of_name(std::uint32_t i) const {
    std::string_view w = s_.lower(i);
    return w == "military" || w == "rebel" || w == "public" || w == "left" || w == "right";
  }

  // "rockets Friday": a day that is no part of the phrase before it.
  bool begins_time(std::uint32_t begin, std::uint32_t end) const {
    if (!is_time_word(s_.lower(end))) return false;
    std::string_view before = s_.lower(end - 1);
    Tag last = s_.tag(end - 1);
    if (last != Tag::noun && last != Tag::name) return false;
    if (is_time_word(before)) return false;
    return s_.token(end).capital && end > begin && s_.lower(end).ends_with("day");
  }

  // "the deadline Congress imposed": the subject of a relative clause without its pronoun.
  bool begins_contact(std::uint32_t begin, std::uint32_t end) const {
    if (s_.tag(begin) != Tag::determiner || s_.tag(end - 1) != Tag::noun ||
        s_.tag(end) != Tag::name || is_role(s_.lower(end - 1))) {
      return false;
    }
    while (s_.tag(end) == Tag::name) ++end;
    return s_.tag(end) == Tag::past || s_.tag(end) == Tag::present;
  }

  bool mark_goes_on(std::uint32_t end) const {
    Tag last = s_.tag(end - 1);
    std::string_view mark = s_.text(end);
    if (mark == "$" || mark == "£" || mark == "€") return s_.tag(end + 1) == Tag::number;
    if (mark == ",") {
      return last == Tag::adjective && s_.tag(end + 1) == Tag::adjective && noun(end + 2);
    }
    if (mark == "/") return noun(end - 1) && noun(end + 1);
    if (mark == "%") return last == Tag::number;
    if (const Quotation* quotation = s_.document->quotation_of(end)) {
      Range quoted = quotation->tokens;
      if (quoted.size() > 6) return false;
      if (quoted.begin == end) {
        return last == Tag::determiner || last == Tag::adjective || last == Tag::possessive ||
               last == Tag::name || last == Tag::noun;
      }
      return quoted.end == end + 1 && (noun(end + 1));
    }
    return false;
  }

  // "US and Iraqi officials", "rocket and drone attacks", "local and foreign troops".
  bool modifiers_go_on(std::uint32_t begin, std::uint32_t end) const {
    if (s_.is(end, "but") || !nominal(end + 1) ||
        !(noun(end + 2) || s_.tag(end + 2) == Tag::adjective)) {
      return false;
    }
    Tag last = s_.tag(end - 1);
    Tag next = s_.tag(end + 1);
    if (last == Tag::adjective && next == Tag::adjective) return true;
    if (is_demonym(s_.lower(end - 1)) && is_demonym(s_.lower(end + 1))) return true;
    if (last == Tag::number && next == Tag::number) return true;
    bool bare = end - begin == 1 || (end - begin == 2 && s_.tag(begin) == Tag::determiner);
    return last == Tag::noun && next == Tag::noun && bare && !is_plural_noun(s_.lower(end - 1)) &&
           s_.tag(end + 2) == Tag::noun && is_plural_noun(s_.lower(end + 2));
  }

  const TaggedSentence& s_;
};

class GroupReader {
 public:
  explicit GroupReader(const TaggedSentence& s) : s_(s) {}

  // The verb group that begins at `i`; without a verb if there is none.
  VerbGroup read(std::uint32_t i) const {
    VerbGroup group;
    Clause& c = group.clause;
    bool finite = is_finite(i);
    std::uint32_t last_auxiliary = kNone;
    std::uint32_t k = i;
    for (; s_.range.contains(k); ++k) {
      Tag t = s_.tag(k);
      if (t == Tag::negation) {
        c.negated = true;
      } else if (t == Tag::to) {
        if (!leads_to_base(k)) break;
        if (last_auxiliary == kNone && (k == i || s_.tag(k - 1) == Tag::negation)) {
          group.to = k;
        } else if (last_auxiliary != kNone && s_.tag(last_auxiliary) == Tag::be) {
          c.future = true;
        } else if (last_auxiliary == kNone || s_.tag(last_auxiliary) != Tag::have) {
          break;
        }
      } else if (is_auxiliary(t)) {
        if (k > i && k == last_auxiliary + 1 && s_.tag(k - 1) == Tag::do_) break;
        last_auxiliary = k;
        read_auxiliary(k, c);
      } else if (is_verb(t)) {
        if (s_.is(k, "going") && last_auxiliary != kNone && s_.is(k + 1, "to") &&
            s_.tag(k + 2) == Tag::base) {
          c.future = true;
          ++k;
          continue;
        }
        take_verb(k, last_auxiliary, c);
        break;
      } else if (t != Tag::adverb && !quotes_verb(k, last_auxiliary)) {
        break;
      }
    }
    if (c.verb == kNone) {
      if (last_auxiliary == kNone || s_.tag(last_auxiliary) == Tag::modal) return group;
      c.verb = last_auxiliary;
      c.lemma = s_.tag(last_auxiliary) == Tag::be     ? "be"
                : s_.tag(last_auxiliary) == Tag::have ? "have"
                                                      : "do";
    }
    c.group = {i, c.verb + 1};
    if (group.to != kNone) {
      c.form = Clause::Form::infinitive;
    } else if (finite) {
      c.form = Clause::Form::finite;
    } else {
      c.form = nonfinite_form(i);
    }
    if (c.form == Clause::Form::participle && s_.tag(c.verb) == Tag::participle) c.passive = true;
    if (s_.tag(c.verb) == Tag::past) c.perfect_or_past = true;
    take_particle(c);
    return group;
  }

 private:
  bool is_finite(std::uint32_t i) const {
    std::string_view w = s_.lower(i);
    switch (s_.tag(i)) {
      case Tag::modal:
      case Tag::do_:
      case Tag::past:
      case Tag::present:
        return true;
      case Tag::be:
        return w != "be" && w != "been" && w != "being";
      case Tag::have:
        return w != "having";
      default:
        return false;
    }
  }

  // 'had "flogged thieves"': the mark between an auxiliary and its verb.
  bool quotes_verb(std::uint32_t mark, std::uint32_t auxiliary) const {
    if (auxiliary == kNone || !opens_quotation(s_, mark)) return false;
    std::uint32_t verb = mark + 1;
    while (s_.tag(verb) == Tag::adverb || s_.tag(verb) == Tag::negation) ++verb;
    return is_verb(s_.tag(verb));
  }

  bool leads_to_base(std::uint32_t to) const {
    std::uint32_t k = to + 1;
    while (s_.tag(k) == Tag::adverb || s_.tag(k) == Tag::negation) ++k;
    return s_.tag(k) == Tag::base || s_.is(k, "be") || s_.is(k, "have") || s_.is(k, "do");
  }

  void read_auxiliary(std::uint32_t k, Clause& c) const {
    std::string_view w = s_.lower(k);
    if (w.ends_with("n't") || w == "cannot") c.negated = true;
    if (s_.tag(k) == Tag::modal) {
      c.modal = k;
      if (w == "will" || w == "shall" || w == "won't" || w.ends_with("'ll")) c.future = true;
    }
    if (s_.tag(k) == Tag::have || w == "was" || w == "were" || w == "did" || w == "wasn't" ||
        w == "weren't" || w == "didn't") {
      c.perfect_or_past = true;
    }
  }

  void take_verb(std::uint32_t k, std::uint32_t auxiliary, Clause& c) const {
    c.verb = k;
    c.lemma = verb_forms(s_.lower(k)).lemma;
    if (c.lemma.empty()) c.lemma = std::string(s_.lower(k));
    c.passive = auxiliary != kNone && s_.tag(auxiliary) == Tag::be && s_.tag(k) == Tag::participle;
  }

  Clause::Form nonfinite_form(std::uint32_t i) const {
    if (s_.tag(i) == Tag::negation) ++i;
    Tag t = s_.tag(i);
    if (t == Tag::base || s_.is(i, "be")) return Clause::Form::infinitive;
    std::uint32_t k = i;
    while (k > s_.range.begin && s_.tag(k - 1) == Tag::adverb) --k;
    bool after_preposition =
        k > s_.range.begin && (s_.tag(k - 1) == Tag::preposition ||
                               s_.tag(k - 1) == Tag::subordinator || s_.tag(k - 1) == Tag::to);
    bool after_verb = k > s_.range.begin && is_verb(s_.tag(k - 1));
    bool gerund = t == Tag::gerund || s_.is(i, "being") || s_.is(i, "having");
    return gerund && (after_preposition || after_verb) ? Clause::Form::gerund
                                                       : Clause::Form::participle;
  }

  void take_particle(Clause& c) const {
    std::uint32_t next = c.verb + 1;
    if (!s_.range.contains(next) || !is_particle_of(c.lemma, s_.lower(next))) return;
    Tag after = s_.tag(next + 1);
    bool preposition = s_.lower(next) == "in" || s_.lower(next) == "on" ||
                       s_.lower(next) == "off" || s_.lower(next) == "over" ||
                       s_.lower(next) == "down";
    if (preposition && s_.lower(next) == "in" && is_nominal(after) && !c.passive) {
      if (c.lemma != "bring" && c.lemma != "usher" && c.lemma != "rein" && c.lemma != "take") {
        return;
      }
    }
    c.lemma += " " + std::string(s_.lower(next));
    c.group.end = next + 1;
  }

  const TaggedSentence& s_;
};

}  // namespace

Chunks chunk(const TaggedSentence& s) {
  Chunks chunks;
  chunks.phrase_of.assign(s.range.size(), -1);
  chunks.group_of.assign(s.range.size(), -1);
  PhraseReader phrases(s);
  GroupReader groups(s);
  for (std::uint32_t i = s.range.begin; i < s.range.end;) {
    Tag t = s.tag(i);
    Tag next = s.tag(i + 1);
    bool negated = t == Tag::negation && (next == Tag::to || next == Tag::gerund);
    if (is_auxiliary(t) || is_verb(t) || t == Tag::to || negated) {
      VerbGroup group = groups.read(i);
      if (group.clause.verb != kNone && (t != Tag::to || group.to != kNone)) {
        Range range = group.clause.group;
        std::fill(chunks.group_of.begin() + (range.begin - s.range.begin),
                  chunks.group_of.begin() + (range.end - s.range.begin),
                  static_cast<std::int32_t>(chunks.groups.size()));
        chunks.groups.push_back(std::move(group));
        i = range.end;
        continue;
      }
    } else {
      Phrase phrase = phrases.read(i);
      if (!phrase.tokens.empty()) {
        std::fill(chunks.phrase_of.begin() + (phrase.tokens.begin - s.range.begin),
                  chunks.phrase_of.begin() + (phrase.tokens.end - s.range.begin),
                  static_cast<std::int32_t>(chunks.phrases.size()));
        chunks.phrases.push_back(phrase);
        i = phrase.tokens.end;
        continue;
      }
    }
    ++i;
  }
  return chunks;
}

}  // namespace casus::extract

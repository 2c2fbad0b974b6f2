#include "extract/syntax/grammar_tags.h"

#include <algorithm>
#include <unordered_set>

namespace casus::extract {
namespace {

constexpr std::uint32_t kLookAhead = 30;

class Tagger {
 public:
  Tagger(TaggedSentence& s, const std::vector<Tag>& hints) : s_(s), hints_(hints) {}

  void run() {
    Range r = s_.range;
    forms_ = tag_words(s_, hints_);
    for (std::uint32_t i = r.begin; i < r.end; ++i) settle(i);
  }

 private:
  std::string_view lower(std::uint32_t i) const { return s_.lower(i); }
  bool in(std::uint32_t i) const { return s_.range.contains(i); }
  const VerbForms& forms(std::uint32_t i) const { return forms_[i - s_.range.begin]; }
  bool open(std::uint32_t i) const { return in(i) && s_.tag(i) == Tag::none; }

  // "more than 60", "at least 12", "up to 30": part of the number.
  bool is_hedge(std::uint32_t i) const {
    std::uint32_t k = i;
    while (in(k) && k < i + 4 && is_hedge_word(lower(k))) ++k;
    if (k == i || !in(k) || s_.tag(k) != Tag::number) return false;
    std::string_view w = lower(i);
    if (w == "at") return lower(i + 1) == "least" || lower(i + 1) == "most";
    if (w == "to") return i > s_.range.begin && lower(i - 1) == "up";
    if (w == "up") return lower(i + 1) == "to";
    if (w == "as") return lower(i + 1) == "many" || (i > s_.range.begin && lower(i - 1) == "many");
    return true;
  }
  bool is_hedge_word(std::string_view w) const {
    return w == "more" || w == "than" || w == "at" || w == "least" || w == "up" || w == "to" ||
           w == "about" || w == "around" || w == "over" || w == "nearly" || w == "almost" ||
           w == "as" || w == "many" || w == "fewer" || w == "less" || w == "some" ||
           w == "roughly" || w == "approximately" || w == "most" || w == "only";
  }

  // The token before `i` that is no adverb.
  std::uint32_t before(std::uint32_t i) const {
    while (i > s_.range.begin) {
      --i;
      if (s_.tag(i) != Tag::adverb && s_.tag(i) != Tag::negation) return i;
    }
    return kOutside;
  }
  Tag tag_before(std::uint32_t i) const {
    std::uint32_t b = before(i);
    return b == kOutside ? Tag::none : s_.tag(b);
  }
  std::uint32_t after(std::uint32_t i) const {
    ++i;
    while (in(i) && (s_.tag(i) == Tag::adverb || s_.tag(i) == Tag::negation)) ++i;
    return i;
  }

  // Whether a noun phrase may begin at `i`.
  bool begins_phrase(std::uint32_t i) const {
    if (!in(i)) return false;
    Tag t = s_.tag(i);
    if (t == Tag::determiner || t == Tag::pronoun || t == Tag::number || t == Tag::name) {
      return true;
    }
    if (t == Tag::noun || t == Tag::adjective) return true;
    return false;
  }

  // The first auxiliary governing position `i`, also over the mark of a quotation ('had "flogged
  // thieves"'); jumping over a subject in between ("Did troops attack") not attempted.
  Tag auxiliary_before(std::uint32_t i) const {
    const std::uint32_t b = before(i);
    const Tag t = b != kOutside && opens_quotation(s_, b) ? tag_before(b) : tag_before(i);
    if (is_auxiliary(t) || t == Tag::to) return t;
    return Tag::none;
  }

  // Whether a verb with a tense stands further on in the same clause.
  bool finite_ahead(std::uint32_t i) const {
    std::uint32_t limit = std::min(s_.range.end, i + kLookAhead);
    for (std::uint32_t j = i + 1; j < limit; ++j) {
      Tag t = s_.tag(j);
      if (t == Tag::subordinator || t == Tag::wh) return false;
      if (t == Tag::mark) {
        std::string_view mark = s_.text(j);
        if (mark != "-" && mark != "(" && mark != ")" && mark != "'") return false;
        continue;
      }
      if (is_auxiliary(t) || t == Tag::past || t == Tag::present) return true;
      if (open(j)) {
        const VerbForms& f = forms(j);
        Tag p = s_.tag(j - 1);
        if (p == Tag::determiner || p == Tag::possessive || p == Tag::adjective || p == Tag::to ||
            (p == Tag::preposition && !f.past)) {
          continue;
        }
        if (f.past && !f.participle) return true;
        if (f.past && !s_.is(j + 1, "by") && p != Tag::preposition) return true;
        if (f.present && !f.noun_too) return true;
        bool phrase_next =
            in(j + 1) && (s_.tag(j + 1) == Tag::determiner || s_.tag(j + 1) == Tag::pronoun);
        if (f.base && (!f.noun_too || phrase_next) && is_plural(lower(j - 1))) return true;
        if (f.present && phrase_next) return true;
      }
    }
    return false;
  }

  // Whether the clause of `i` has its finite verb already.
  bool finite_behind(std::uint32_t i) const {
    std::uint32_t first = i > s_.range.begin + kLookAhead ? i - kLookAhead : s_.range.begin;
    bool phrase = false;
    for (std::uint32_t j = i; j-- > first;) {
      Tag t = s_.tag(j);
      if (t == Tag::subordinator || t == Tag::wh) return false;
      if (t == Tag::mark) {
        std::string_view mark = s_.text(j);
        if (mark == ";" || mark == ":" || mark == "\"" || mark == "“" || mark == "—" ||
            mark == "--") {
          return false;
        }
        if (mark == ",") return false;
        continue;
      }
      if (t == Tag::conjunction && !phrase) return false;
      if (t == Tag::noun || t == Tag::name || t == Tag::pronoun) phrase = true;
      if (is_auxiliary(t) || t == Tag::past || t == Tag::present) {
        if (std::uint32_t wh = before(j); wh != kOutside && s_.tag(wh) == Tag::wh && phrase) {
          j = wh;  // a relative clause on the way
          continue;
        }
        // "said rockets hit": the verb of saying is another clause's.
        return !is_speech_verb(verb_lemma_at(j)) || !phrase;
      }
    }
    return false;
  }
  std::string verb_lemma_at(std::uint32_t j) const { return forms(j).lemma; }

  void settle(std::uint32_t i) {
    if (!open(i)) {
      s_.set(i, resettle(i));
      return;
    }
    s_.set(i, choose(i));
  }

  // Closed-class words with two lives.
  Tag resettle(std::uint32_t i) const {
    Tag t = s_.tag(i);
    std::string_view w = lower(i);
    if (is_hedge_word(w) && is_hedge(i)) return Tag::determiner;
    if (t == Tag::preposition && i > s_.range.begin && s_.tag(i - 1) == Tag::determiner &&
        (w == "past" || w == "inside" || w == "outside" || w == "following")) {
      return w == "following" ? Tag::adjective : Tag::noun;
    }
    // "the police chief"; "chief executive" stays one.
    if (w == "chief" && t == Tag::adjective && i > s_.range.begin &&
        (s_.tag(i - 1) == Tag::noun || s_.tag(i - 1) == Tag::name))
      return Tag::noun;
    if (w == "neither" && open(i + 1) && (forms(i + 1).present || forms(i + 1).past)) {
      return Tag::adverb;
    }
    // "the guards (both) fled"
    if ((w == "both" || w == "all") && i > s_.range.begin && open(i + 1) && forms(i + 1).past &&
        (s_.tag(i - 1) == Tag::noun || s_.tag(i - 1) == Tag::name))
      return Tag::adverb;
    // "have (since) fled"
    if (w == "since" && tag_before(i) == Tag::have && open(i + 1) && forms(i + 1).participle)
      return Tag::adverb;
    // "(yesterday)'s raid"
    if (t == Tag::adverb && (s_.is(i + 1, "'s") || s_.is(i + 1, "’s"))) return Tag::noun;
    // "(some) say"
    if ((w == "some" || w == "many" || w == "most" || w == "few") && open(i + 1) &&
        (forms(i + 1).base || forms(i + 1).past) && is_speech_verb(forms(i + 1).lemma) &&
        !s_.is(i + 1, "report") &&
        (i == s_.range.begin || s_.tag(i - 1) == Tag::mark || s_.tag(i - 1) == Tag::conjunction ||
         s_.is(i - 1, "that")))
      return Tag::pronoun;
    // "said (that), if asked, it would"
    if (w == "that" && t == Tag::subordinator && s_.is(i + 1, ",") && i > s_.range.begin &&
        is_verb(s_.tag(i - 1)) && in(i + 2) &&
        (s_.tag(i + 2) == Tag::subordinator || s_.tag(i + 2) == Tag::preposition))
      return t;
    if (w == "that" && t == Tag::subordinator &&
        (!in(i + 1) || s_.is(i + 1, ".") || s_.is(i + 1, ",") || s_.is(i + 1, ";")))
      return Tag::pronoun;  // "Both reject that."
    if (w == "that" && t == Tag::subordinator) {
      Tag p = s_.tag(i - 1);
      bool noun_before = i > s_.range.begin && (p == Tag::noun || p == Tag::name);
      std::uint32_t next = after(i);
      if (in(next) && noun_before &&
          (is_auxiliary(s_.tag(next)) || (open(next) && begins_relative(next)))) {
        return Tag::wh;  // "rockets that hit"
      }
      bool verb_before = is_verb(p) || p == Tag::noun || p == Tag::name || p == Tag::adjective ||
                         p == Tag::mark || p == Tag::adverb || p == Tag::pronoun ||
                         p == Tag::conjunction;
      if (!verb_before && in(i + 1) && s_.tag(i + 1) == Tag::noun) return Tag::determiner;
      if (i == s_.range.begin || p == Tag::preposition) {
        bool alone = is_auxiliary(s_.tag(i + 1)) || (open(i + 1) && forms(i + 1).present);
        return alone ? Tag::pronoun : Tag::determiner;
      }
    }
    if (w == "her" && t == Tag::pronoun && in(i + 1) &&
        (s_.tag(i + 1) == Tag::noun || s_.tag(i + 1) == Tag::adjective ||
         (open(i + 1) && forms(i + 1).noun_too))) {
      return Tag::determiner;
    }
    if ((w == "before" || w == "after" || w == "since" || w == "until" || w == "as") &&
        t == Tag::preposition && clause_follows(i) && !names_as(i)) {
      return Tag::subordinator;
    }
    if (w == "so" && s_.is(i + 1, "that")) return Tag::adverb;
    if (is_adverbial(i) || (i > s_.range.begin && is_adverbial(i - 1))) return Tag::adverb;
    if (t == Tag::determiner && (w == "this" || w == "those" || w == "these" || w == "all" ||
                                 w == "both" || w == "some" || w == "many" || w == "several" ||
                                 w == "most" || w == "few" || w == "each" || w == "more")) {
      std::uint32_t next = i + 1;
      if (!in(next) || s_.tag(next) == Tag::mark || is_auxiliary(s_.tag(next)) ||
          s_.tag(next) == Tag::preposition ||
          (open(next) && forms(next).past && !forms(next).participle)) {
        return w == "more" || w == "most" ? Tag::adverb : Tag::pronoun;
      }
    }
    if (w == "no" && i == s_.range.begin && s_.is(i + 1, ",")) return Tag::adverb;
    // "will (most) likely sail"
    const bool degree = w == "most" || w == "more" || w == "very";
    const std::uint32_t likely = degree ? i + 1 : i;
    if ((degree || w == "likely") && s_.is(likely, "likely") && in(likely + 1) &&
        forms(likely + 1).base && tag_before(i) == Tag::modal)
      return Tag::adverb;
    if ((w == "up" || w == "down" || w == "out" || w == "off" || w == "over") &&
        t == Tag::preposition && in(i + 1) &&
        (s_.tag(i + 1) == Tag::preposition || s_.tag(i + 1) == Tag::mark)) {
      return Tag::adverb;
    }
    return t;
  }

  // "who [at first] fled": no light and no month follows.
  bool is_adverbial(std::uint32_t i) const {
    const bool at = s_.is(i, "at") && (s_.is(i + 1, "first") || s_.is(i + 1, "last"));
    if (!at && !(s_.is(i, "in") && s_.is(i + 1, "turn"))) return false;
    const std::uint32_t next = i + 2;
    return !in(next) || s_.tag(next) == Tag::mark || is_auxiliary(s_.tag(next)) ||
           is_verb(s_.tag(next)) || s_.tag(next) == Tag::pronoun ||
           (open(next) && forms(next).past);
  }

  // "a man known as Okello said"
  bool names_as(std::uint32_t as) const {
    if (!s_.is(as, "as") || as == s_.range.begin) return false;
    const std::string_view verb = lower(as - 1);
    return verb == "known" || verb == "identified" || verb == "named" || verb == "described" ||
           verb == "regarded" || verb == "seen" || verb == "billed";
  }

  // "groups that deal with", not "reporters that deal was".
  bool begins_relative(std::uint32_t verb) const {
    const VerbForms& f = forms(verb);
    if (!f.noun_too || f.past) return true;
    if (!f.base && !f.present) return false;
    std::uint32_t next = after(verb);
    return !is_auxiliary(s_.tag(next)) && !(open(next) && forms(next).past);
  }

  // "after rebels attacked": a subject and its verb follow before the clause ends.
  bool clause_follows(std::uint32_t i) const {
    bool phrase = false;
    std::uint32_t limit = std::min(s_.range.end, i + kLookAhead);
    for (std::uint32_t j = i + 1; j < limit; ++j) {
      Tag t = s_.tag(j);
      if (t == Tag::mark || t == Tag::subordinator || t == Tag::wh || t == Tag::conjunction) {
        return false;
      }
      if (t == Tag::noun || t == Tag::name || t == Tag::pronoun) phrase = true;
      if (phrase && (is_auxiliary(t) || t == Tag::past || t == Tag::present)) return true;
      if (phrase && open(j)) {
        const VerbForms& f = forms(j);
        if (f.past && !s_.is(j + 1, "by") && s_.tag(j - 1) != Tag::determiner) return true;
        if (f.present && !f.noun_too) return true;
      }
    }
    return false;
  }

  Tag choose(std::uint32_t i) const {
    const VerbForms& f = forms(i);
    Tag auxiliary = auxiliary_before(i);
    Tag previous = i > s_.range.begin ? s_.tag(i - 1) : Tag::none;
    if (previous == Tag::adverb &&
        (tag_before(i) == Tag::determiner || tag_before(i) == Tag::possessive)) {
      previous = tag_before(i);  // "the heavily fortified zone"
    }
    std::uint32_t next = after(i);

    if (auxiliary == Tag::to || auxiliary == Tag::modal || auxiliary == Tag::do_) {
      if (f.base) return Tag::base;
    } else if (auxiliary == Tag::have) {
      if (f.participle) return Tag::participle;
    } else if (auxiliary == Tag::be) {
      if (f.participle) return Tag::participle;
      if (f.gerund) return Tag::gerund;
    }

    // "a printer close to the bishop"
    if (lower(i) == "close" && s_.is(i + 1, "to") &&
        (previous == Tag::noun || previous == Tag::name || previous == Tag::pronoun))
      return Tag::adjective;
    if (i > s_.range.begin && lower(i - 1) == "neither") {
      if (f.past) return Tag::past;
      if (f.present || f.base) return Tag::present;
    }
    switch (previous) {
      case Tag::determiner:
      case Tag::possessive:
      case Tag::adjective:
      case Tag::number:
        return within_phrase(i, f, previous);
      case Tag::preposition:
        if (f.gerund) return Tag::gerund;
        if (f.participle && !f.base) return begins_phrase(next) ? Tag::adjective : Tag::noun;
        return Tag::noun;
      default:
        break;
    }
    if (previous == Tag::none || begins_sentence(s_, i)) return at_start(f, next);
    if (Tag shared = coordinated(i, f); shared != Tag::none) return shared;

    Tag subject = tag_before(i);
    bool has_subject = subject == Tag::noun || subject == Tag::name || subject == Tag::pronoun ||
                       subject == Tag::wh || subject == Tag::mark || subject == Tag::conjunction ||
                       subject == Tag::number || subject == Tag::subordinator ||
                       subject == Tag::determiner;
    if (f.past && !f.participle) return has_subject ? Tag::past : Tag::noun;
    if (f.past) return past_or_participle(i, f, subject, next);
    if (f.participle) return Tag::participle;
    if (f.gerund) {
      Tag follows = s_.tag(i + 1);
      bool noun_like = (previous == Tag::noun || previous == Tag::name) &&
                       (!in(i + 1) || follows == Tag::mark || follows == Tag::conjunction ||
                        follows == Tag::none || is_auxiliary(follows));
      const bool deed =
          previous == Tag::noun && in(i + 1) && names_deed(lower(i - 1), f.lemma, lower(i + 1));
      return noun_like || deed ? Tag::noun : Tag::gerund;
    }
    return plain_form(i, f, subject, next);
  }

  // After a determiner, an adjective or a number.
  Tag within_phrase(std::uint32_t i, const VerbForms& f, Tag previous) const {
    std::uint32_t next = i + 1;
    bool phrase_goes_on = in(next) && (begins_phrase(next) || (open(next) && !forms(next).past));
    if (previous == Tag::number || previous == Tag::adjective) {
      // "40 killed", "the two sides agreed": the phrase may be over.
      if (f.past && !f.participle) return Tag::past;
      if (f.past && (!phrase_goes_on || (in(next) && (s_.tag(next) == Tag::determiner ||
                                                      s_.tag(next) == Tag::pronoun)))) {
        return finite_behind(i) ? Tag::participle : Tag::past;
      }
    }
    if (previous == Tag::possessive && i >= s_.range.begin + 2 &&
        s_.tag(i - 2) == Tag::pronoun) {  // "he's arrived"
      if (f.participle) return Tag::participle;
      if (f.gerund) return Tag::gerund;
    }
    if (f.participle && !f.base && !f.noun_too) {
      return phrase_goes_on ? Tag::adjective : Tag::noun;
    }
    if (f.gerund) {
      return Tag::noun;
    }
    return Tag::noun;
  }

  Tag at_start(const VerbForms& f, std::uint32_t next) const {
    if (f.gerund)
      return begins_phrase(next) || !in(next) || s_.tag(next) == Tag::preposition ? Tag::gerund
                                                                                  : Tag::noun;
    if (f.participle && !f.base) {
      bool phrase = in(next) && (s_.tag(next) == Tag::noun || s_.tag(next) == Tag::name ||
                                 s_.tag(next) == Tag::adjective || open(next));
      return phrase ? Tag::adjective : Tag::participle;
    }
    if (f.base && !f.noun_too && begins_phrase(next)) return Tag::base;
    return Tag::noun;
  }

  // After "and", "or", "," the class of the verb before, if it stood in the same shape.
  Tag coordinated(std::uint32_t i, const VerbForms& f) const {
    std::uint32_t conjunction = before(i);
    if (conjunction == kOutside) return Tag::none;
    bool comma = s_.is(conjunction, ",");
    bool new_clause = !comma && conjunction > s_.range.begin && s_.is(conjunction - 1, ",");
    if (s_.tag(conjunction) != Tag::conjunction && !comma) return Tag::none;
    std::uint32_t first = i > s_.range.begin + kLookAhead ? i - kLookAhead : s_.range.begin;
    for (std::uint32_t j = conjunction; j-- > first;) {
      Tag t = s_.tag(j);
      if (!is_verb(t) && !is_auxiliary(t)) continue;
      if (t == Tag::base && f.base && (!f.noun_too || begins_phrase(after(i)))) return Tag::base;
      if (t == Tag::gerund && f.gerund) return Tag::gerund;
      if (t == Tag::participle && f.participle && !comma && !new_clause) return Tag::participle;
      if (t == Tag::past && f.past && !comma) return Tag::past;
      if (t == Tag::present && f.present) return Tag::present;
      if ((t == Tag::past || t == Tag::present) && f.past && !comma) return Tag::past;
      if (t == Tag::noun) continue;
      if (comma || is_auxiliary(t) || !f.past) return Tag::none;
    }
    return Tag::none;
  }

  Tag past_or_participle(std::uint32_t i, const VerbForms& f, Tag subject,
                         std::uint32_t next) const {
    if (f.base && f.noun_too && subject != Tag::pronoun && !begins_phrase(next) &&
        finite_ahead(i)) {
      return Tag::noun;  // "the cut", "a hit"
    }
    if (subject == Tag::pronoun || subject == Tag::wh) return Tag::past;
    if (is_intransitive(f.lemma)) return Tag::past;
    if (s_.is(next, "by")) return Tag::participle;
    if (subject == Tag::mark) {
      std::string_view mark = s_.text(before(i));
      if (mark == ",") {
        bool about = in(next) && s_.tag(next) == Tag::preposition && !is_speech_verb(f.lemma);
        return about && !comma_pair(before(i)) ? Tag::participle : Tag::past;
      }
      return Tag::past;
    }
    if (subject == Tag::conjunction) return Tag::past;
    if (finite_ahead(i) && !begins_phrase(next) && !is_speech_verb(f.lemma)) {
      return Tag::participle;
    }
    if (finite_ahead(i) && in(next) && s_.tag(next) == Tag::adverb) return Tag::participle;
    if (finite_behind(i)) return Tag::participle;
    return Tag::past;
  }

  // Whether the comma closes an insertion that another comma opened: "X, a man of Y, went".
  bool comma_pair(std::uint32_t comma) const {
    std::uint32_t first = comma > s_.range.begin + 20 ? comma - 20 : s_.range.begin;
    for (std::uint32_t j = comma; j-- > first;) {
      if (s_.is(j, ",")) return !finite_behind(j);
      if (s_.tag(j) == Tag::past || s_.tag(j) == Tag::present) return false;
    }
    return false;
  }

  // Whether the phrase before is a plural, also over "of ..." and "in ...".
  bool plural_before(std::uint32_t i) const {
    std::uint32_t b = before(i);
    for (int steps = 0; b != kOutside && steps < 4; ++steps) {
      if (is_plural(lower(b))) return true;
      while (b > s_.range.begin && is_nominal(s_.tag(b))) --b;
      if (s_.is(b, "and") && b > s_.range.begin && is_nominal(s_.tag(b - 1))) return true;
      if (s_.tag(b) != Tag::preposition || b == s_.range.begin) return false;
      --b;
    }
    return false;
  }

  // A base form or a form in -s that may be a verb in the present tense.
  Tag plain_form(std::uint32_t i, const VerbForms& f, Tag subject, std::uint32_t next) const {
    bool plural = plural_before(i);
    bool pronoun = subject == Tag::pronoun || subject == Tag::wh;
    bool nominal = subject == Tag::noun || subject == Tag::name || pronoun ||
                   subject == Tag::mark || subject == Tag::conjunction;
    if (!nominal) return Tag::noun;
    if (!f.noun_too) {
      if (f.present) return Tag::present;
      if (plural || pronoun || subject == Tag::mark) return Tag::present;
      return finite_behind(i) || finite_ahead(i) ? Tag::noun : Tag::present;
    }
    if (finite_behind(i) || finite_ahead(i)) return pronoun ? Tag::present : Tag::noun;
    if (f.present && plural && subject != Tag::name) return Tag::noun;
    if (!f.present && !plural && !pronoun) return Tag::noun;
    bool follows = begins_phrase(next) || s_.is(next, "that") || s_.is(next, "to") ||
                   (in(next) && s_.tag(next) == Tag::preposition && !s_.is(next, "of") &&
                    !s_.is(next, "on") && !s_.is(next, "against"));
    return pronoun || (follows && subject != Tag::mark && subject != Tag::conjunction)
               ? Tag::present
               : Tag::noun;
  }

  static constexpr std::uint32_t kOutside = 0xFFFFFFFF;
  TaggedSentence& s_;
  const std::vector<Tag>& hints_;
  std::vector<VerbForms> forms_;
};

}  // namespace

TaggedSentence tag_sentence(const Document& document, const Sentence& sentence,
                            const std::vector<Tag>& hints) {
  TaggedSentence tagged;
  tagged.document = &document;
  tagged.range = {sentence.body, sentence.tokens.end};
  Tagger(tagged, hints).run();
  return tagged;
}

}  // namespace casus::extract

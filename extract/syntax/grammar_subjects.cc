// Subjects of verbs with a tense.

#include <algorithm>
#include <unordered_set>

#include "extract/syntax/grammar_clauses.h"

namespace casus::extract {
namespace {

constexpr std::uint32_t kWindow = 60;  // tokens that a subject is looked for

class SubjectFinder {
 public:
  SubjectFinder(Analysis& a, std::size_t index) : a_(a), s_(a.sentence), index_(index) {}

  // The order of words where it is plain, the links where it is not.
  void finite_subject() {
    if (existential() || inverted_speaker()) return;
    bool plain = search_back(clause().group.begin);
    bool new_verb = clause().group.begin > first() + 1 && s_.is(clause().group.begin - 2, ",") &&
                    s_.tag(clause().group.begin - 1) == Tag::conjunction;  // "..., and called on"
    if (plain || ((new_verb || shared_) && !clause().subjects.empty())) return;
    std::vector<Phrase> linked = linked_subjects();
    if (!linked.empty() && !only_says(linked)) {
      clause().subjects = std::move(linked);
      a_.relative[index_] = false;
    }
  }

 private:
  Clause& clause() { return a_.clauses[index_]; }
  std::uint32_t first() const { return s_.range.begin; }

  std::vector<Phrase> linked_subjects() {
    const Clause& c = clause();
    std::vector<Phrase> linked;
    for (const Relation& r : a_.relations) {
      if (!c.group.contains(r.verb) || r.kind == Relation::Kind::object) continue;
      std::int32_t p = a_.phrase_at(r.noun);
      if (p < 0 || crosses_quote(r.noun, r.verb)) continue;
      if (r.noun < r.verb && governed(a_.phrase(p))) continue;
      if (r.noun >= c.group.end) {
        bool inverted =
            r.kind == Relation::Kind::speaker && after_mark(c.group.begin) &&
            (a_.is_quote(c.group.begin - 1) || ends_attribution(a_.phrase(p).tokens.end));
        if (!inverted && !is_question()) continue;
        if (inverted) a_.inverted[index_] = true;
      }
      linked.push_back(a_.phrase(p));
    }
    std::sort(linked.begin(), linked.end(),
              [](const Phrase& x, const Phrase& y) { return x.tokens.begin < y.tokens.begin; });
    linked.erase(std::unique(linked.begin(), linked.end(),
                             [](const Phrase& x, const Phrase& y) { return x.tokens == y.tokens; }),
                 linked.end());
    if (linked.size() == 1) {
      std::vector<Phrase> list = a_.list_to(a_.phrase_at(linked[0].head));
      if (list.size() > 1) return list;
    }
    return linked;
  }

  // "found on [two phones]": what a preposition governs is no subject.
  bool governed(const Phrase& phrase) const {
    const std::uint32_t begin = phrase.tokens.begin;
    return begin > first() && s_.tag(begin - 1) == Tag::preposition;
  }

  bool is_question() const { return s_.text(s_.range.end - 1) == "?"; }

  // "there were clashes"
  bool existential() {
    Clause& c = clause();
    if (c.lemma != "be" || c.group.begin == first() || !s_.is(c.group.begin - 1, "there")) {
      return false;
    }
    std::int32_t p = a_.phrase_from(a_.skip_adverbs(c.group.end));
    if (p >= 0) c.subjects = a_.list_from(p, nullptr);
    return true;
  }

  // Whether one of the two stands in a quotation where the other does not.
  bool crosses_quote(std::uint32_t noun, std::uint32_t verb) const {
    const Quotation* of_noun = s_.document->quotation_of(noun);
    const Quotation* of_verb = s_.document->quotation_of(verb);
    if (of_noun == of_verb) return false;
    return of_noun == nullptr || of_verb != nullptr || of_noun->tokens.size() > 6;
  }
  bool after_mark(std::uint32_t i) const { return i > first() && s_.tag(i - 1) == Tag::mark; }

  static bool inverts(std::string_view lemma) {
    static const std::unordered_set<std::string_view> kVerbs{
        "say",      "add",      "explain", "write",  "note",     "report",  "argue",   "insist",
        "declare",  "announce", "claim",   "warn",   "conclude", "reply",   "respond", "retort",
        "continue", "recall",   "observe", "remark", "complain", "quip",    "tweet",   "shout",
        "state",    "admit",    "ask",     "stress", "joke",     "concede", "counter", "cry"};
    return kVerbs.contains(lemma);
  }

  // `"...," said X`.
  bool inverted_speaker() {
    Clause& c = clause();
    if (c.group.size() != 1 || !inverts(c.lemma)) return false;
    if (c.group.begin == first()) return false;
    std::uint32_t before = c.group.begin - 1;
    bool quote = a_.is_quote(before);
    bool comma = s_.is(before, ",") || s_.text(before) == "?" || s_.text(before) == "!";
    if (!quote && (!comma || (c.lemma != "say" && c.lemma != "add" && c.lemma != "write"))) {
      return false;
    }
    std::int32_t p = a_.phrase_from(c.group.end);
    if (p < 0 || a_.is_time(a_.phrase(p))) return false;
    std::uint32_t end = c.group.end;
    std::vector<Phrase> list = a_.list_from(p, &end);
    if (!quote && !ends_attribution(end)) return false;
    c.subjects = std::move(list);
    a_.inverted[index_] = true;
    return true;
  }

  // "X said that Y came on Friday and killed Z": the links may have X kill.
  bool only_says(const std::vector<Phrase>& linked) const {
    if (shared_from_ == kNone || linked.size() != 1 || is_speech_verb(a_.clauses[index_].lemma))
      return false;
    const Clause& shared = a_.clauses[shared_from_];
    if (shared.subjects.empty()) return false;
    const std::uint32_t subject = shared.subjects.front().tokens.begin;
    for (std::size_t k = 0; k < shared_from_; ++k) {
      const Clause& before = a_.clauses[k];
      if (before.form == Clause::Form::finite && is_speech_verb(before.lemma) &&
          linked.front().tokens.end <= subject && before.group.end <= subject)
        return true;
    }
    return false;
  }

  // Whether nothing but the speaker's description and circumstances stands from `i` to the next
  // comma or the end.
  bool ends_attribution(std::uint32_t i) const {
    for (; s_.range.contains(i); ++i) {
      if (s_.is(i, ",") || s_.is(i, ".") || s_.is(i, ";") || a_.is_quote(i)) return true;
      if (s_.tag(i) == Tag::wh) return true;
      if (a_.group_at(i) >= 0 &&
          a_.clauses[static_cast<std::size_t>(a_.group_at(i))].form == Clause::Form::finite &&
          !describes_speaker(i)) {
        return false;
      }
      if (s_.is(i, "that")) return false;
    }
    return true;
  }

  // "said an engineer [trained] in Brod"
  bool describes_speaker(std::uint32_t verb) const {
    return a_.phrase_at(verb - 1) >= 0 && verb_forms(s_.lower(verb)).participle &&
           s_.tag(verb + 1) == Tag::preposition;
  }

  // Looks for the subject to the left of `from`. True if it is plain: a phrase right before the
  // verb, or a relative pronoun.
  bool search_back(std::uint32_t from) {
    Clause& c = clause();
    std::uint32_t limit = from > first() + kWindow ? from - kWindow : first();
    bool plain = true;
    for (std::uint32_t i = from; i > limit;) {
      --i;
      Tag t = s_.tag(i);
      if (t == Tag::adverb || t == Tag::negation) continue;
      if (a_.phrase_at(i) >= 0) {
        const Phrase& phrase = a_.phrase(a_.phrase_at(i));
        std::uint32_t begin = phrase.tokens.begin;
        if (a_.is_time(phrase) && begin > limit &&
            (a_.phrase_at(begin - 1) >= 0 || s_.tag(begin - 1) == Tag::preposition)) {
          i = begin;  // "the group on Tuesday claimed"
          if (s_.tag(i - 1) == Tag::preposition) --i;
          continue;
        }
        std::uint32_t top = climb(begin, limit);
        c.subjects = a_.list_to(a_.phrase_at(top));
        return plain && top == begin;
      }
      if (t == Tag::wh ||
          (s_.is(i, "that") && t == Tag::subordinator && i > first() && a_.phrase_at(i - 1) >= 0)) {
        std::int32_t antecedent = a_.antecedent_of(i);
        if (antecedent < 0) return t == Tag::wh;
        c.subjects = a_.list_to(antecedent);
        if (c.subjects.size() > 1 && s_.is(i - 1, ",")) c.subjects = {a_.phrase(antecedent)};
        if (s_.is(i, "who")) keep_person(c.subjects.back());
        a_.relative[index_] = true;
        return true;
      }
      if (s_.is(i, ",") && i > first() && s_.is(i - 1, ")")) continue;
      if (s_.is(i, ",") || s_.is(i, ")") || s_.is(i, "]") || is_dash(i)) {
        i = a_.opening_of(i, limit);
        if (i == kNone) return false;
        plain = false;
        continue;
      }
      if (t == Tag::conjunction) share_subject(i);
      if (std::int32_t g = a_.group_at(i); g >= 0 && take_over(static_cast<std::size_t>(g), i)) {
        plain = false;
        continue;
      }
      return false;
    }
    return false;
  }

  // A verb right before: of a clause within the subject ("those who were arrested had", "the bridge
  // blown up was"). True if the search goes on from `i`.
  bool take_over(std::size_t k, std::uint32_t& i) {
    if (a_.relative[k]) {
      clause().subjects = a_.clauses[k].subjects;
      return false;
    }
    if (reduced(static_cast<std::int32_t>(k))) {
      i = a_.clauses[k].group.begin;
      return true;
    }
    if (a_.preceded_by_wh(k)) {
      std::int32_t antecedent = a_.antecedent_of(a_.clauses[k].subjects.front().tokens.begin - 1);
      if (antecedent >= 0) clause().subjects = {a_.phrase(antecedent)};
    }
    return false;
  }

  // "the body of Ana Ruiz, who": the person, not the body.
  void keep_person(Phrase& phrase) const {
    for (std::uint32_t i = phrase.tokens.end; i-- > phrase.tokens.begin;) {
      if (!s_.is(i, "of")) continue;
      if (is_role(s_.lower(phrase.head))) return;
      phrase = {phrase.tokens.end - 1, {i + 1, phrase.tokens.end}};
      return;
    }
  }

  bool is_dash(std::uint32_t i) const {
    std::string_view mark = s_.text(i);
    return mark == "-" || mark == "--" || mark == "–" || mark == "—";
  }

  // From a phrase up the prepositional phrases, infinitives and reduced clauses that it ends: "[the
  // head] of the office in [Baghdad]", "[men] armed with [rifles]". Returns a token of the topmost
  // phrase.
  std::uint32_t climb(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t best = at;
    while (at > limit) {
      std::uint32_t b = at - 1;
      while (b > limit && s_.tag(b) == Tag::adverb) --b;
      if (s_.tag(b) == Tag::preposition || (s_.tag(b) == Tag::to && a_.group_at(b) < 0)) {
        if (b == limit) return best;
        std::uint32_t x = b - 1;
        if (x > limit && (s_.is(x, "along") || s_.is(x, "together")))
          --x;  // "Chad along with Mali"
        // "a teacher close to the bishop"
        if (s_.tag(x) == Tag::adjective && a_.phrase_at(x) < 0 && x > limit) --x;
        std::int32_t p = a_.phrase_at(x);
        std::int32_t g = a_.group_at(x);
        if (p >= 0) {
          at = a_.phrase(p).tokens.begin;
          best = at;
          continue;
        }
        if (g >= 0 && (reduced(g) || could_be_reduced(g))) {
          at = a_.clauses[static_cast<std::size_t>(g)].group.begin;
          if (at > limit && s_.tag(at - 1) == Tag::preposition) --at;
          std::int32_t q = at > limit ? a_.phrase_at(at - 1) : -1;
          if (q < 0) return best;
          at = a_.phrase(q).tokens.begin;
          best = at;
          continue;
        }
        return best;
      }
      if (s_.tag(b) == Tag::conjunction && b > limit) {  // "in Iraq and Syria"
        std::int32_t p = a_.phrase_at(b - 1);
        if (p < 0 || a_.phrase(p).tokens.begin <= limit) return best;
        std::uint32_t preposition = a_.phrase(p).tokens.begin - 1;
        if (s_.tag(preposition) != Tag::preposition) return best;
        if (clause_before(preposition, limit)) return best;  // "... in X and [Y] fled"
        at = a_.phrase(p).tokens.begin;
        continue;
      }
      std::int32_t g = a_.group_at(b);
      if (g < 0) return best;
      if (reduced(g)) {
        std::uint32_t start = a_.clauses[static_cast<std::size_t>(g)].group.begin;
        if (start > limit && s_.tag(start - 1) == Tag::preposition) --start;
        std::int32_t q = start > limit ? a_.phrase_at(start - 1) : -1;
        if (q < 0) return best;
        at = a_.phrase(q).tokens.begin;
        best = at;
        continue;
      }
      // "the rockets that hit the town killed"
      auto k = static_cast<std::size_t>(g);
      if (k < index_ && a_.relative[k] && !a_.clauses[k].subjects.empty() &&
          (!is_speech_verb(a_.clauses[k].lemma) || takes_noun(a_.clauses[k].lemma))) {
        std::uint32_t head = a_.clauses[k].subjects.back().head;
        if (head < limit) return best;
        at = a_.phrase(a_.phrase_at(head)).tokens.begin;
        best = at;
        continue;
      }
      return best;
    }
    return best;
  }

  // Verbs of saying and perceiving after which a noun is no subject: "who saw the raid | said",
  // "who called the plan sound | said".
  static bool takes_noun(std::string_view lemma) {
    static const std::unordered_set<std::string_view> kVerbs{
        "read",   "see",     "hear",  "call",     "describe", "cite",  "quote", "accuse",
        "charge", "mention", "order", "question", "speak",    "write", "post",  "judge"};
    return kVerbs.contains(lemma);
  }

  // Whether the words before `i` are a clause with its verb already.
  bool clause_before(std::uint32_t i, std::uint32_t limit) const {
    while (i-- > limit) {
      Tag t = s_.tag(i);
      if (t == Tag::wh || t == Tag::subordinator || s_.is(i, ",")) return false;
      std::int32_t g = a_.group_at(i);
      if (g < 0) continue;
      const Clause& c = a_.clauses[static_cast<std::size_t>(g)];
      if (c.form == Clause::Form::finite) return !is_speech_verb(c.lemma);
      i = c.group.begin;
    }
    return false;
  }

  bool reduced(std::int32_t g) const {
    const Clause& c = a_.clauses[static_cast<std::size_t>(g)];
    return c.form == Clause::Form::participle || c.form == Clause::Form::gerund ||
           (c.form == Clause::Form::infinitive && !is_speech_verb(c.lemma));
  }

  // "messages [found] on two phones suggested": a verb that may be a participle, with a noun before
  // it, where another follows that has the tense.
  bool could_be_reduced(std::int32_t g) const {
    const Clause& c = a_.clauses[static_cast<std::size_t>(g)];
    return c.form == Clause::Form::finite && c.group.size() == 1 &&
           static_cast<std::size_t>(g) + 1 == index_ && !a_.relative[static_cast<std::size_t>(g)] &&
           is_speech_verb(a_.clauses[index_].lemma) && verb_forms(s_.lower(c.verb)).participle &&
           c.group.begin > first() && a_.phrase_at(c.group.begin - 1) >= 0;
  }

  // "A attacked X and fled": the subject of the verb before, rather of one in the same tense.
  void share_subject(std::uint32_t conjunction) {
    std::size_t found = index_;
    std::size_t nearest = index_;
    for (std::size_t k = index_; k-- > 0;) {
      const Clause& other = a_.clauses[k];
      if (other.form != Clause::Form::finite || other.subjects.empty()) continue;
      if (conjunction > other.group.end + kWindow) break;
      bool comma = conjunction > first() && s_.is(conjunction - 1, ",");
      if (comma && (a_.relative[k] || a_.preceded_by_wh(k))) continue;
      if (found == index_) found = nearest = k;
      if (tense(other) == tense(clause())) {
        found = k;
        break;
      }
    }
    if (found == index_) return;
    const bool comma_before = conjunction > first() && s_.is(conjunction - 1, ",");
    if (found == nearest && !comma_before) shared_from_ = static_cast<std::uint32_t>(found);
    clause().subjects = a_.clauses[found].subjects;
    a_.relative[index_] = a_.relative[found];
    shared_ = found == nearest && is_speech_verb(clause().lemma) &&
              tense(a_.clauses[found]) == tense(clause());
  }

  enum class Tense { present, past, before_past };
  Tense tense(const Clause& c) const {
    std::string_view w = s_.lower(c.group.begin);
    if (w == "had" && c.group.size() > 1) return Tense::before_past;
    return s_.tag(c.group.begin) == Tag::past || w == "was" || w == "were" || w == "had" ||
                   w == "did"
               ? Tense::past
               : Tense::present;
  }

  Analysis& a_;
  const TaggedSentence& s_;
  std::size_t index_;
  bool shared_ = false;  // "blamed the army and vowed": whatever noun stands before the "and"
  std::uint32_t shared_from_ = kNone;  // the clause before an "and" without a comma
};

}  // namespace

void find_finite_subject(Analysis& analysis, std::size_t clause) {
  SubjectFinder(analysis, clause).finite_subject();
}

}  // namespace casus::extract

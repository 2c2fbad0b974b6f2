// Subjects, objects, agents, adjuncts and complements.

#include <algorithm>
#include <unordered_set>

#include "extract/grammar_clauses.h"

namespace casus::extract {
namespace {

constexpr std::uint32_t kWindow = 60;  // tokens that a subject is looked for

// "the right to defend": whoever has it is the subject.
bool is_intent_noun(std::string_view lower) {
  static const std::unordered_set<std::string_view> kNouns{
      "right",   "plan",    "plans",       "decision", "attempt",    "attempts",    "effort",
      "efforts", "threat",  "threats",     "pledge",   "refusal",    "call",        "calls",
      "ability", "failure", "intention",   "desire",   "readiness",  "willingness", "vow",
      "promise", "offer",   "bid",         "power",    "permission", "steps",       "measures",
      "action",  "chance",  "opportunity", "need",     "capacity",   "commitment"};
  return kNouns.contains(lower);
}

bool is_own_subject_control(std::string_view lemma) {
  return lemma == "promise" || lemma == "threaten" || lemma == "vow" || lemma == "pledge";
}

class ArgumentFinder {
 public:
  explicit ArgumentFinder(Analysis& a) : a_(a), s_(a.sentence) {}

  void run() {
    for (std::size_t g = 0; g < a_.clauses.size(); ++g) {
      index_ = g;
      if (clause().form == Clause::Form::finite) finite_subject();
      read_after();
      object_relative();
    }
    introductory_adjuncts();
    for (std::size_t g = 0; g < a_.clauses.size(); ++g) {
      index_ = g;
      if (clause().form != Clause::Form::finite) nonfinite_subject();
      negate_by_arguments();
    }
    govern_relatives();
  }

 private:
  Clause& clause() { return a_.clauses[index_]; }
  const Clause& clause() const { return a_.clauses[index_]; }
  std::uint32_t first() const { return s_.range.begin; }

  // --- finite verbs

  // The order of words where it is plain, the links where it is not.
  void finite_subject() {
    if (existential() || inverted_speaker()) return;
    bool plain = search_back(clause().group.begin);
    bool new_verb = clause().group.begin > first() + 1 && s_.is(clause().group.begin - 2, ",") &&
                    s_.tag(clause().group.begin - 1) == Tag::conjunction;  // "..., and called on"
    if (plain || (new_verb && !clause().subjects.empty())) return;
    std::vector<Phrase> linked = linked_subjects();
    if (!linked.empty()) {
      clause().subjects = std::move(linked);
      a_.relative[index_] = false;
    }
  }

  std::vector<Phrase> linked_subjects() {
    const Clause& c = clause();
    std::vector<Phrase> linked;
    for (const Relation& r : a_.relations) {
      if (!c.group.contains(r.verb) || r.kind == Relation::Kind::object) continue;
      std::int32_t p = a_.phrase_at(r.noun);
      if (p < 0 || crosses_quote(r.noun, r.verb)) continue;
      if (r.noun >= c.group.end) {
        bool inverted = r.kind == Relation::Kind::speaker && after_mark(c.group.begin);
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

  bool is_question() const { return s_.text(s_.range.end - 1) == "?"; }

  // "there were clashes"
  bool existential() {
    Clause& c = clause();
    if (c.lemma != "be" || c.group.begin == first() || !s_.is(c.group.begin - 1, "there")) {
      return false;
    }
    std::int32_t p = a_.phrase_from(skip_adverbs(c.group.end));
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

  // Whether nothing but the speaker's description and circumstances stands from `i` to the next
  // comma or the end.
  bool ends_attribution(std::uint32_t i) const {
    for (; s_.range.contains(i); ++i) {
      if (s_.is(i, ",") || s_.is(i, ".") || s_.is(i, ";") || a_.is_quote(i)) return true;
      if (s_.tag(i) == Tag::wh) return true;
      if (a_.group_at(i) >= 0 &&
          a_.clauses[static_cast<std::size_t>(a_.group_at(i))].form == Clause::Form::finite) {
        return false;
      }
      if (s_.is(i, "that")) return false;
    }
    return true;
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
        std::int32_t antecedent = antecedent_of(i);
        if (antecedent < 0) return t == Tag::wh;
        c.subjects = a_.list_to(antecedent);
        if (c.subjects.size() > 1 && s_.is(i - 1, ",")) c.subjects = {a_.phrase(antecedent)};
        if (s_.is(i, "who")) keep_person(c.subjects.back());
        a_.relative[index_] = true;
        return true;
      }
      if (s_.is(i, ",") && i > first() && s_.is(i - 1, ")")) continue;
      if (s_.is(i, ",") || s_.is(i, ")") || s_.is(i, "]") || is_dash(i)) {
        i = opening_of(i, limit);
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
    if (preceded_by_wh(k)) {
      std::int32_t antecedent = antecedent_of(a_.clauses[k].subjects.front().tokens.begin - 1);
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
        std::int32_t p = a_.phrase_at(x);
        std::int32_t g = a_.group_at(x);
        if (p >= 0) {
          at = a_.phrase(p).tokens.begin;
          best = at;
          continue;
        }
        if (g >= 0 && reduced(g)) {
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
          !is_speech_verb(a_.clauses[k].lemma)) {
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

  // The phrase that a relative pronoun stands for.
  std::int32_t antecedent_of(std::uint32_t wh) const {
    std::uint32_t i = wh;
    if (i == first()) return -1;
    --i;
    if (s_.tag(i) == Tag::preposition && i > first()) --i;
    if (s_.is(i, ",") && i > first()) --i;
    if (s_.is(i, ")")) {
      std::uint32_t open = opening_of(i, first());
      if (open == kNone || open == first()) return -1;
      i = open - 1;
    }
    std::int32_t p = a_.phrase_at(i);
    if (p > 0 && a_.is_time(a_.phrase(p)) &&
        a_.phrase(p - 1).tokens.end == a_.phrase(p).tokens.begin) {
      return p - 1;  // "a bill this year that"
    }
    return p;
  }

  // The mark that opens the insertion that `close` ends: "X[,] a spokesman[,] said".
  std::uint32_t opening_of(std::uint32_t close, std::uint32_t limit) const {
    std::string_view mark = s_.text(close);
    bool bracket = mark == ")" || mark == "]";
    std::string_view opening = mark == ")" ? "(" : mark == "]" ? "[" : mark;
    for (std::uint32_t j = close; j > limit;) {
      --j;
      if (s_.text(j) == opening) {
        if (bracket) return j;
        if (j == limit || a_.phrase_at(j - 1) < 0) {
          // "X (Y), said" and quotation marks
          if (j > limit && (s_.is(j - 1, ")") || s_.tag(j - 1) == Tag::number)) return j;
          return kNone;
        }
        if (s_.tag(j + 1) == Tag::conjunction) return kNone;
        return j;
      }
      if (bracket) continue;
      std::int32_t g = a_.group_at(j);
      if (g < 0) {
        if (s_.text(j) == ";" || a_.is_quote(j)) return kNone;
        continue;
      }
      auto k = static_cast<std::size_t>(g);
      bool inserted = a_.clauses[k].form != Clause::Form::finite || a_.relative[k] ||
                      preceded_by_wh(k) || is_speech_verb(a_.clauses[k].lemma);
      if (!inserted) return kNone;
      j = a_.clauses[k].group.begin;
    }
    return kNone;
  }

  bool preceded_by_wh(std::size_t k) const {
    if (a_.clauses[k].subjects.empty()) return false;
    std::uint32_t begin = a_.clauses[k].subjects.front().tokens.begin;
    return begin > first() && s_.tag(begin - 1) == Tag::wh;
  }

  // "A attacked X and fled": the subject of the verb before, rather of one in the same tense.
  void share_subject(std::uint32_t conjunction) {
    std::size_t found = index_;
    for (std::size_t k = index_; k-- > 0;) {
      const Clause& other = a_.clauses[k];
      if (other.form != Clause::Form::finite || other.subjects.empty()) continue;
      if (conjunction > other.group.end + kWindow) break;
      bool comma = conjunction > first() && s_.is(conjunction - 1, ",");
      if (comma && (a_.relative[k] || preceded_by_wh(k))) continue;
      if (found == index_) found = k;
      if (tense(other) == tense(clause())) {
        found = k;
        break;
      }
    }
    if (found == index_) return;
    clause().subjects = a_.clauses[found].subjects;
    a_.relative[index_] = a_.relative[found];
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

  // --- what follows the verb

  void read_after() {
    Clause& c = clause();
    std::uint32_t k = c.group.end;
    if (a_.inverted[index_]) {
      if (!c.subjects.empty()) k = std::max(k, c.subjects.back().tokens.end);
      a_.after[index_] = k;
      return;
    }
    k = skip_adverbs(k);
    if (is_copula(c.lemma)) k = read_complement(k);
    k = read_objects(k);
    k = read_adjuncts(k);
    a_.after[index_] = k;
  }

  std::uint32_t skip_adverbs(std::uint32_t k) const {
    while (s_.tag(k) == Tag::adverb || s_.tag(k) == Tag::negation) ++k;
    return k;
  }

  std::uint32_t read_complement(std::uint32_t k) {
    Clause& c = clause();
    std::int32_t p = a_.phrase_from(k);
    if (p >= 0) {
      if (a_.is_time(a_.phrase(p))) return k;
      c.complement = a_.phrase(p);
      if (s_.tag(k) == Tag::determiner && s_.is(k, "no")) c.negated = true;
      return a_.phrase(p).tokens.end;
    }
    if (s_.tag(k) == Tag::adjective) {
      c.complement = Phrase{k, {k, k + 1}};
      return k + 1;
    }
    return k;
  }

  std::uint32_t read_objects(std::uint32_t k) {
    Clause& c = clause();
    if (opens_quotation(k) && a_.phrase_from(k + 1) >= 0) ++k;
    for (const Relation& r : a_.relations) {
      if (r.kind != Relation::Kind::object || !c.group.contains(r.verb)) continue;
      std::int32_t p = a_.phrase_at(r.noun);
      if (p >= 0 && a_.phrase_from(k) < 0 && near_object(k, a_.phrase(p)) && !is_copula(c.lemma)) {
        std::uint32_t end = k;
        c.objects = a_.list_from(p, &end);
        return end;
      }
    }
    if (c.complement || is_copula(c.lemma)) return k;
    for (int slot = 0; slot < 2; ++slot) {
      std::int32_t p = a_.phrase_from(k);
      if (p < 0) break;
      if (a_.is_time(a_.phrase(p))) {
        k = skip_adverbs(a_.phrase(p).tokens.end);
        continue;
      }
      std::uint32_t end = k;
      std::vector<Phrase> list = a_.list_from(p, &end);
      if (is_speech_verb(c.lemma) && begins_clause(list.front(), end)) break;
      c.objects.insert(c.objects.end(), list.begin(), list.end());
      k = skip_adverbs(end);
      std::string_view word = s_.lower(k);
      if (k < s_.range.end && is_particle_of(c.lemma, word) &&
          a_.phrase_from(k + 1) < 0) {  // "shot a drone down"
        c.lemma += " " + std::string(word);
        ++k;
      }
      if (c.passive) break;
    }
    return k;
  }

  bool opens_quotation(std::uint32_t k) const {
    const Quotation* q = s_.document->quotation_of(k);
    return q != nullptr && q->tokens.begin == k;
  }

  // Whether a linked object is one: nothing but adverbs and the like between.
  bool near_object(std::uint32_t k, const Phrase& phrase) const {
    if (phrase.tokens.begin < k || a_.is_time(phrase)) return false;
    for (std::uint32_t i = k; i < phrase.tokens.begin; ++i) {
      if (s_.tag(i) != Tag::adverb && s_.tag(i) != Tag::adjective && !a_.is_quote(i)) return false;
    }
    return true;
  }

  // Whether a phrase after a verb of saying is the subject of what is said.
  bool begins_clause(const Phrase& phrase, std::uint32_t end) const {
    (void)phrase;
    std::uint32_t limit = std::min(s_.range.end, end + 12);
    for (std::uint32_t i = end; i < limit; ++i) {
      std::int32_t g = a_.group_at(i);
      if (g >= 0) {
        const Clause& next = a_.clauses[static_cast<std::size_t>(g)];
        if (next.form == Clause::Form::finite) return true;
        if (next.form == Clause::Form::infinitive && clause().lemma != "say") return false;
        i = next.group.end - 1;
        continue;
      }
      Tag t = s_.tag(i);
      if (t == Tag::adverb || t == Tag::preposition || a_.phrase_at(i) >= 0) continue;
      return false;
    }
    return false;
  }

  std::uint32_t read_adjuncts(std::uint32_t k) {
    Clause& c = clause();
    for (int turns = 0; turns < 12; ++turns) {
      k = skip_adverbs(k);
      std::int32_t time = a_.phrase_from(k);
      if (time >= 0 && a_.is_time(a_.phrase(time))) {
        k = a_.phrase(time).tokens.end;
        continue;
      }
      std::uint32_t at = k;
      if (s_.is(at, ",") && s_.tag(at + 1) == Tag::preposition && !begins_new_clause(at + 1)) ++at;
      if (s_.tag(at) != Tag::preposition && !(s_.tag(at) == Tag::to && a_.group_at(at) < 0)) break;
      std::uint32_t preposition = at;
      if ((s_.tag(at + 1) == Tag::preposition || s_.is(at + 1, "to")) && a_.group_at(at + 1) < 0) {
        ++at;  // "out of", "according to", "from inside"
      }
      std::int32_t p = a_.phrase_from(at + 1);
      if (p < 0) break;
      std::uint32_t end = at + 1;
      bool agent = c.passive && s_.is(preposition, "by") && !a_.is_time(a_.phrase(p));
      for (Phrase& phrase : a_.list_from(p, &end)) {
        if (agent) {
          c.agents.push_back(phrase);
        } else {
          c.adjuncts.push_back({preposition, phrase});
        }
      }
      k = end;
    }
    return k;
  }

  // "..., in a statement X said": the comma ends the clause.
  bool begins_new_clause(std::uint32_t preposition) const {
    std::uint32_t limit = std::min(s_.range.end, preposition + 14);
    for (std::uint32_t i = preposition; i < limit; ++i) {
      if (s_.is(i, ",") || s_.is(i, ".") || s_.tag(i) == Tag::wh) return false;
      std::int32_t g = a_.group_at(i);
      if (g >= 0 && a_.clauses[static_cast<std::size_t>(g)].form == Clause::Form::finite) {
        return true;
      }
    }
    return false;
  }

  // "the attack that rebels carried out": the antecedent is the object.
  void object_relative() {
    Clause& c = clause();
    if (c.form != Clause::Form::finite || a_.relative[index_] || c.subjects.empty() ||
        !c.objects.empty() || c.passive || is_copula(c.lemma) || is_speech_verb(c.lemma)) {
      return;
    }
    std::uint32_t begin = c.subjects.front().tokens.begin;
    if (begin <= first()) return;
    std::uint32_t wh = begin - 1;
    bool pronoun = s_.is(wh, "which") || s_.is(wh, "whom") || s_.is(wh, "that");
    if (!pronoun || wh == first() || s_.tag(wh - 1) == Tag::preposition) return;
    std::int32_t antecedent = antecedent_of(wh);
    if (antecedent < 0) return;
    if (s_.is(wh, "that") && (a_.group_at(c.group.end) >= 0 || completes(antecedent))) return;
    c.objects = {a_.phrase(antecedent)};
    object_relatives_.push_back(index_);
  }

  // "told reporters that", "the claim that": what follows is no relative clause.
  bool completes(std::int32_t antecedent) const {
    static const std::unordered_set<std::string_view> kNouns{
        "claim",      "claims",      "report",      "reports",    "allegation",  "allegations",
        "accusation", "accusations", "fact",        "evidence",   "statement",   "news",
        "belief",     "warning",     "warnings",    "suggestion", "suggestions", "charge",
        "charges",    "assertion",   "assertions",  "view",       "assurance",   "assurances",
        "proof",      "sign",        "signs",       "hope",       "hopes",       "fear",
        "fears",      "conclusion",  "possibility", "idea",       "rumours",     "rumors",
        "impression"};
    const Phrase& phrase = a_.phrase(antecedent);
    if (kNouns.contains(s_.lower(phrase.head))) return true;
    std::int32_t g = phrase.tokens.begin > first() ? a_.group_at(phrase.tokens.begin - 1) : -1;
    return g >= 0 && is_speech_verb(a_.clauses[static_cast<std::size_t>(g)].lemma);
  }

  // "In Aleppo, rebels attacked": phrases before the subject.
  void introductory_adjuncts() {
    std::uint32_t k = skip_adverbs(first());
    std::vector<Adjunct> found;
    while (s_.tag(k) == Tag::preposition) {
      std::uint32_t preposition = k;
      std::int32_t p = a_.phrase_from(k + 1);
      if (p < 0) return;
      std::uint32_t end = k + 1;
      for (Phrase& phrase : a_.list_from(p, &end)) found.push_back({preposition, phrase});
      k = end;
      if (s_.is(k, ",")) ++k;
      k = skip_adverbs(k);
    }
    if (found.empty()) return;
    for (Clause& c : a_.clauses) {
      if (c.form != Clause::Form::finite || c.group.begin < k) continue;
      if (!c.subjects.empty() && c.subjects.front().tokens.begin < found.back().phrase.tokens.end &&
          c.subjects.front().tokens.end > found.front().preposition) {
        continue;
      }
      c.adjuncts.insert(c.adjuncts.begin(), found.begin(), found.end());
      return;
    }
  }

  // --- infinitives, participles, gerunds

  void nonfinite_subject() {
    Clause& c = clause();
    std::uint32_t before = c.group.begin;
    while (before > first() && s_.tag(before - 1) == Tag::adverb) --before;
    if (before == first()) {
      if (c.form == Clause::Form::participle || c.form == Clause::Form::gerund) {
        take_from_next();
      }
      return;
    }
    --before;
    if (s_.tag(before) == Tag::conjunction && index_ > 0) {
      if (const Clause* twin = coordinated_twin()) {
        c.subjects = twin->subjects;
        c.governor = twin->governor;
        if (twin->passive && c.form == Clause::Form::participle) c.passive = true;
        return;
      }
    }
    bool after_phrase = a_.phrase_at(before) >= 0;
    bool subjunctive = c.form == Clause::Form::infinitive && !s_.is(c.group.begin, "to");
    if ((c.form == Clause::Form::participle || subjunctive) && after_phrase) {
      c.subjects = {a_.phrase(a_.phrase_at(before))};
      set_governor(false);
      return;
    }
    if (!set_governor(s_.is(before, ","))) {
      take_from_next();
      return;
    }
    const Clause& governor = a_.clauses[c.governor];
    bool preposition = s_.tag(before) == Tag::preposition;
    std::string_view word = s_.lower(before);
    bool object_control =
        preposition
            ? word == "of" || word == "from" || word == "for" || word == "into" || word == "with"
            : c.form == Clause::Form::infinitive && !is_own_subject_control(governor.lemma);
    if (governor.passive || !object_control || s_.is(before, ",")) {
      c.subjects = governor.subjects;
      return;
    }
    if (after_phrase) {
      const Phrase& phrase = a_.phrase(a_.phrase_at(before));
      bool intent = is_intent_noun(s_.lower(phrase.head));
      bool of_governor =
          std::any_of(governor.objects.begin(), governor.objects.end(),
                      [&](const Phrase& o) { return o.tokens == phrase.tokens; }) ||
          std::any_of(governor.adjuncts.begin(), governor.adjuncts.end(), [&](const Adjunct& o) {
            std::string_view p = s_.lower(o.preposition);
            bool on = (p == "on" || p == "upon") && governor.lemma.starts_with("call");
            return o.phrase.tokens == phrase.tokens && !a_.is_time(phrase) && (p == "for" || on);
          });
      c.subjects = of_governor && !intent ? std::vector<Phrase>{phrase} : governor.subjects;
      return;
    }
    c.subjects = preposition && !governor.objects.empty() ? governor.objects : governor.subjects;
  }

  // The clause before of the same form, that "and" joins this one to.
  const Clause* coordinated_twin() const {
    for (std::size_t k = index_; k-- > 0;) {
      if (a_.clauses[k].form == clause().form ||
          (clause().form == Clause::Form::participle && clause().passive &&
           a_.clauses[k].passive) ||
          (clause().form == Clause::Form::infinitive &&
           a_.clauses[k].form == Clause::Form::finite && a_.clauses[k].modal != kNone) ||
          (clause().form == Clause::Form::participle && !clause().passive &&
           a_.clauses[k].form == Clause::Form::gerund)) {
        return &a_.clauses[k];
      }
      if (a_.clauses[k].form == Clause::Form::finite) return nullptr;
    }
    return nullptr;
  }

  // The verb that this one depends on: the one before; a participle after a comma belongs to the
  // clause's finite verb.
  bool set_governor(bool finite_only) {
    for (std::size_t k = index_; k-- > 0;) {
      if (finite_only && a_.clauses[k].form != Clause::Form::finite) continue;
      if (finite_only && a_.relative[k]) continue;
      clause().governor = static_cast<std::uint32_t>(k);
      return true;
    }
    return false;
  }

  void take_from_next() {
    for (std::size_t k = index_ + 1; k < a_.clauses.size(); ++k) {
      if (a_.clauses[k].form != Clause::Form::finite) continue;
      clause().subjects = a_.clauses[k].subjects;
      return;
    }
  }

  // --- afterwards

  bool begins_with_no(const Phrase& phrase) const {
    return s_.is(phrase.tokens.begin, "no") || s_.is(phrase.tokens.begin, "neither") ||
           s_.is(phrase.tokens.begin, "nobody") || s_.is(phrase.tokens.begin, "none") ||
           s_.is(phrase.tokens.begin, "nothing");
  }

  void negate_by_arguments() {
    Clause& c = clause();
    for (const auto* list : {&c.subjects, &c.objects, &c.agents}) {
      for (const Phrase& phrase : *list) {
        if (begins_with_no(phrase)) c.negated = true;
      }
    }
    std::uint32_t b = c.group.begin;
    if (b > first() && (s_.is(b - 1, "neither") || s_.is(b - 1, "nor"))) c.negated = true;
  }

  // The clause that holds the phrase of which a relative clause speaks.
  void govern_relatives() {
    for (std::size_t k = 0; k < a_.clauses.size(); ++k) {
      Clause& c = a_.clauses[k];
      bool object = std::find(object_relatives_.begin(), object_relatives_.end(), k) !=
                    object_relatives_.end();
      if (!(a_.relative[k] || object) || c.governor != kNone) continue;
      const std::vector<Phrase>& of = object ? c.objects : c.subjects;
      if (of.empty()) continue;
      for (std::size_t j = 0; j < a_.clauses.size() && c.governor == kNone; ++j) {
        if (j != k && !a_.relative[j] && holds(a_.clauses[j], of.front().head)) {
          c.governor = static_cast<std::uint32_t>(j);
        }
      }
    }
  }

  static bool holds(const Clause& c, std::uint32_t head) {
    auto has = [&](const Phrase& phrase) { return phrase.tokens.contains(head); };
    return std::any_of(c.subjects.begin(), c.subjects.end(), has) ||
           std::any_of(c.objects.begin(), c.objects.end(), has) ||
           std::any_of(c.agents.begin(), c.agents.end(), has) ||
           (c.complement && has(*c.complement)) ||
           std::any_of(c.adjuncts.begin(), c.adjuncts.end(),
                       [&](const Adjunct& adjunct) { return has(adjunct.phrase); });
  }

  Analysis& a_;
  const TaggedSentence& s_;
  std::size_t index_ = 0;
  std::vector<std::size_t> object_relatives_;
};

}  // namespace

void find_arguments(Analysis& analysis) { ArgumentFinder(analysis).run(); }

}  // namespace casus::extract

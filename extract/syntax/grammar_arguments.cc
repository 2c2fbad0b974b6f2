// Objects, agents, adjuncts and complements.

#include <algorithm>
#include <unordered_set>

#include "extract/syntax/grammar_clauses.h"

namespace casus::extract {
namespace {

class ArgumentFinder {
 public:
  explicit ArgumentFinder(Analysis& a) : a_(a), s_(a.sentence) {}

  void run() {
    for (std::size_t g = 0; g < a_.clauses.size(); ++g) {
      index_ = g;
      if (clause().form == Clause::Form::finite) find_finite_subject(a_, g);
      read_after();
      object_relative();
    }
    introductory_adjuncts();
    for (std::size_t g = 0; g < a_.clauses.size(); ++g) {
      index_ = g;
      if (clause().form != Clause::Form::finite) find_controlled_subject(a_, g);
      negate_by_arguments();
    }
    govern_relatives();
  }

 private:
  Clause& clause() { return a_.clauses[index_]; }
  const Clause& clause() const { return a_.clauses[index_]; }
  std::uint32_t first() const { return s_.range.begin; }

  // --- what follows the verb

  void read_after() {
    Clause& c = clause();
    std::uint32_t k = c.group.end;
    if (a_.inverted[index_]) {
      if (!c.subjects.empty()) k = std::max(k, c.subjects.back().tokens.end);
      a_.after[index_] = k;
      return;
    }
    k = a_.skip_adverbs(k);
    if (is_copula(c.lemma)) k = read_complement(k);
    k = read_objects(k);
    k = read_adjuncts(k);
    a_.after[index_] = k;
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
        k = a_.skip_adverbs(a_.phrase(p).tokens.end);
        continue;
      }
      std::uint32_t end = k;
      std::vector<Phrase> list = a_.list_from(p, &end);
      if (is_speech_verb(c.lemma) && begins_clause(list.front(), end)) break;
      c.objects.insert(c.objects.end(), list.begin(), list.end());
      k = a_.skip_adverbs(end);
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
      k = a_.skip_adverbs(k);
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
    std::int32_t antecedent = a_.antecedent_of(wh);
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
    std::uint32_t k = a_.skip_adverbs(first());
    std::vector<Adjunct> found;
    while (s_.tag(k) == Tag::preposition) {
      std::uint32_t preposition = k;
      std::int32_t p = a_.phrase_from(k + 1);
      if (p < 0) return;
      std::uint32_t end = k + 1;
      for (Phrase& phrase : a_.list_from(p, &end)) found.push_back({preposition, phrase});
      k = end;
      if (s_.is(k, ",")) ++k;
      k = a_.skip_adverbs(k);
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

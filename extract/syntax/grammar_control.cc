// Subjects and governors of infinitives, participles and gerunds.

#include <algorithm>
#include <unordered_set>

#include "extract/syntax/grammar_clauses.h"

namespace casus::extract {
namespace {

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

// "reports of [gunmen] killing": nouns whose "of" says what happens.
bool is_telling_noun(std::string_view lower) {
  static const std::unordered_set<std::string_view> kNouns{
      "report", "reports", "news",     "account", "accounts", "claims", "allegations", "rumours",
      "rumors", "images",  "pictures", "photos",  "footage",  "video",  "videos",      "evidence",
      "fear",   "fears",   "risk",     "danger",  "prospect", "case",   "cases",       "instances",
      "signs",  "stories", "story",    "word",    "talk",     "sight",  "incidents",   "sounds",
  };
  return kNouns.contains(lower);
}

class ControlFinder {
 public:
  ControlFinder(Analysis& a, std::size_t index) : a_(a), s_(a.sentence), index_(index) {}

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
      c.subjects = {acting_part(a_.phrase(a_.phrase_at(before)))};
      if (!subjunctive && !c.passive && is_speech_verb(c.lemma)) leave_place();
      set_governor(false);
      return;
    }
    if (inserted_after(before)) return;
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

 private:
  Clause& clause() { return a_.clauses[index_]; }
  const Clause& clause() const { return a_.clauses[index_]; }
  std::uint32_t first() const { return s_.range.begin; }

  // "reports of gunmen": gunmen.
  Phrase acting_part(Phrase phrase) const {
    const std::uint32_t of = phrase.head + 1;
    if (!is_telling_noun(s_.lower(phrase.head)) || of + 1 >= phrase.tokens.end || !s_.is(of, "of"))
      return phrase;
    std::uint32_t end = of + 1;
    while (end < phrase.tokens.end && !s_.is(end, "of")) ++end;
    return {end - 1, {of + 1, phrase.tokens.end}};
  }

  // "[the police] in Brod admitting": no place speaks.
  void leave_place() {
    const std::uint32_t begin = clause().subjects.front().tokens.begin;
    if (begin < first() + 2 || (!s_.is(begin - 1, "in") && !s_.is(begin - 1, "at"))) return;
    const std::int32_t p = a_.phrase_at(begin - 2);
    if (p >= 0) clause().subjects = {a_.phrase(p)};
  }

  // "groups, advocating change, have fought": of what stands before the comma, whose verb comes
  // after another one.
  bool inserted_after(std::uint32_t comma) {
    std::int32_t p = comma > first() && s_.is(comma, ",") ? a_.phrase_at(comma - 1) : -1;
    if (p < 0) return false;
    for (std::size_t k = index_ + 1; k < a_.clauses.size(); ++k) {
      const Clause& later = a_.clauses[k];
      if (later.form != Clause::Form::finite || later.subjects.empty()) continue;
      if (!s_.is(later.group.begin - 1, ",")) return false;
      if (!(later.subjects.back().tokens == a_.phrase(p).tokens)) return false;
      clause().subjects = later.subjects;
      return true;
    }
    return false;
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

  Analysis& a_;
  const TaggedSentence& s_;
  std::size_t index_;
};

}  // namespace

void find_controlled_subject(Analysis& analysis, std::size_t clause) {
  ControlFinder(analysis, clause).nonfinite_subject();
}

}  // namespace casus::extract

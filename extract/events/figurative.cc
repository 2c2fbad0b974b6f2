#include "extract/events/figurative.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "extract/events/words.h"

namespace casus::extract {
namespace {

class Reader {
 public:
  Reader(const EventSentence& in, const EventDraft& draft)
      : in_(in), draft_(draft), clause_(draft.entry->noun ? nullptr : in.clause(draft.clause)) {}

  Sense read() const {
    if (draft_.type != "ASSAULT") return Sense::literal;
    if (of_words()) return Sense::verbal;
    if (on_abstractions() || by_abstractions() || over_abstractions() || in_sport()) {
      return Sense::figurative;
    }
    return Sense::literal;
  }

 private:
  bool abstract(std::uint32_t head) const {
    return abstraction(in_.lexicon.noun_lemma(in_.words[head]));
  }
  bool abstract(const Phrase& phrase) const { return abstract(phrase.head); }

  // "attacked the plan", "wiped out savings", "an attack on press freedom"
  bool on_abstractions() const {
    if (clause_ == nullptr) {
      return !draft_.targets.empty() &&
             std::all_of(draft_.targets.begin(), draft_.targets.end(),
                         [](const Party& target) { return abstraction(target.head); });
    }
    return all_abstract(clause_->passive ? clause_->subjects : clause_->objects);
  }

  // "the scandal exploded", "was hit by sanctions"
  bool by_abstractions() const {
    return clause_ != nullptr &&
           all_abstract(clause_->passive ? clause_->agents : clause_->subjects);
  }

  bool all_abstract(const std::vector<Phrase>& phrases) const {
    bool any = false;
    for (const Phrase& phrase : phrases) {
      if (phrase.tokens.overlaps(draft_.trigger)) continue;
      if (!abstract(phrase)) return false;
      any = true;
    }
    return any;
  }

  // "clashed over the budget"
  bool over_abstractions() const {
    if (clause_ == nullptr || !draft_.entry->reciprocal) return false;
    return std::any_of(clause_->adjuncts.begin(), clause_->adjuncts.end(), [&](const Adjunct& a) {
      return in_.words[a.preposition] == "over" && abstract(a.phrase);
    });
  }

  // "attacked the judge in a speech", "attacked the government over prices", "a verbal attack"
  bool of_words() const {
    if (clause_ == nullptr) {
      return draft_.phrase.begin < draft_.trigger.begin &&
             one_of(in_.word(draft_.trigger.begin - 1),
                    {"verbal", "scathing", "stinging", "blistering", "withering", "rhetorical"});
    }
    if (!one_of(clause_->lemma, {"attack", "assail", "blast", "slam", "savage"})) return false;
    for (const Adjunct& adjunct : clause_->adjuncts) {
      const std::string_view preposition = in_.words[adjunct.preposition];
      const std::string noun = in_.lexicon.noun_lemma(in_.words[adjunct.phrase.head]);
      if (preposition == "in" && speech(noun)) return true;
      if (one_of(preposition, {"over", "for"}) && abstraction(noun)) return true;
    }
    // "attacked the mayor for raising taxes"
    return std::any_of(in_.syntax.clauses.begin(), in_.syntax.clauses.end(), [&](const Clause& c) {
      return c.form == Clause::Form::gerund && c.governor != kNone &&
             in_.clause(static_cast<int>(c.governor)) == clause_ && !c.group.empty() &&
             in_.word(c.group.begin - 1) == "for";
    });
  }

  static bool speech(std::string_view noun) {
    return one_of(noun, {"speech", "statement", "interview", "letter", "article", "editorial",
                         "tweet", "post", "message", "address", "sermon", "debate", "broadcast",
                         "column", "essay", "remark", "comment", "book"});
  }

  // "beat Chile 2-1", "two clubs clashed"
  bool in_sport() const {
    if (clause_ == nullptr) return false;
    const auto plays = [&](const Phrase& phrase) {
      return one_of(in_.lexicon.noun_lemma(in_.words[phrase.head]),
                    {"team", "club", "striker", "goalkeeper", "midfielder", "defender", "batsman",
                     "coach", "champion", "winger"});
    };
    if (std::any_of(clause_->subjects.begin(), clause_->subjects.end(), plays) ||
        std::any_of(clause_->objects.begin(), clause_->objects.end(), plays)) {
      return true;
    }
    for (std::uint32_t i = draft_.trigger.end; i + 2 < in_.end() && i < draft_.trigger.end + 8;
         ++i) {
      if (goals(in_.words[i]) && one_of(in_.words[i + 1], {"-", "–"}) && goals(in_.words[i + 2])) {
        return true;
      }
    }
    return false;
  }

  static bool goals(std::string_view word) {
    return !word.empty() && word.size() <= 2 &&
           std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c); });
  }

  const EventSentence& in_;
  const EventDraft& draft_;
  const Clause* clause_;  // of a verb
};

}  // namespace

Sense sense_of(const EventSentence& in, const EventDraft& draft) {
  return Reader(in, draft).read();
}

}  // namespace casus::extract

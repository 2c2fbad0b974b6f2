#include "extract/events/modality.h"

#include <algorithm>
#include <string>

namespace casus::extract {
namespace {

using Modality = v1::Modality;

bool threatens(std::string_view lemma) {
  return one_of(lemma, {"threaten", "vow", "pledge", "warn", "swear", "promise"});
}

bool plans(std::string_view lemma) {
  return one_of(lemma, {"plan",      "intend", "prepare", "want",    "order",    "hope",
                        "call",      "urge",   "ask",     "demand",  "aim",      "seek",
                        "offer",     "decide", "agree",   "propose", "wish",     "need",
                        "expect",    "allow",  "let",     "request", "invite",   "authorize",
                        "authorise", "appeal", "press",   "set",     "instruct", "encourage",
                        "schedule",  "refuse", "decline", "tell",    "persuade", "incite"});
}

// What comes of them happens, or is told to have happened.
bool realises(std::string_view lemma) {
  return one_of(lemma,
                {"begin",   "start", "continue", "manage", "use",    "go on", "seem", "appear",
                 "come",    "help",  "cease",    "stop",   "report", "know",  "say",  "believe",
                 "allege",  "think", "happen",   "prove",  "go",     "move",  "rush", "try",
                 "attempt", "claim", "force",    "oblige", "compel"});
}

// Nouns and verbs after which an event is none yet, or none at all.
bool averts(std::string_view word) {
  return one_of(
      word, {"prevent", "avert",     "foil",     "thwart", "avoid",       "stop",     "fear",
             "deter",   "forestall", "plan",     "plot",   "threaten",    "threat",   "threats",
             "plans",   "plots",     "warn",     "risk",   "possibility", "prospect", "danger",
             "ban",     "prohibit",  "renounce", "oppose", "spare",       "seek",     "cease",
             "end",     "halt",      "demand",   "urge",   "call",        "propose",  "consider"});
}

class Reader {
 public:
  Reader(const EventSentence& in, EventDraft& draft) : in_(in), draft_(draft) {}

  void fill() {
    draft_.modality = draft_.entry->noun ? of_noun() : of_clause(draft_.clause, 0);
    if (conditional() && draft_.modality == Modality::actual) {
      draft_.modality = Modality::hypothetical;
    }
    if (!draft_.entry->noun) announce();
    draft_.attributed = in_.in_cue_content(draft_.trigger.begin);
    if (in_.sentence.question || in_.sentence.heading || habitual() || only_spoken_of() ||
        only_denied()) {
      draft_.generic = true;
    }
    read_hedges();
    for (Party& who : draft_.initiators) {
      const bool suspected = one_of(in_.word(who.tokens.begin), {"suspected", "alleged", "presumed",
                                                                 "unidentified", "unknown"});
      if (who.status == v1::InitiatorStatus::asserted &&
          (draft_.attributed || hedged_ || suspected)) {
        who.status = v1::InitiatorStatus::alleged;
      }
    }
  }

 private:
  // A promise, a refusal or a threat in place of the act.
  void announce() {
    const Clause& clause = *in_.clause(draft_.clause);
    const Clause* governor = clause.governor == kNone || clause.form != Clause::Form::infinitive
                                 ? nullptr
                                 : in_.clause(static_cast<int>(clause.governor));
    const bool cooperative = one_of(
        draft_.type, {"SUPPORT", "COOPERATE", "AID", "CONSULT", "CONCEDE", "RETREAT", "AGREE"});
    const bool hostile = one_of(draft_.type, {"SANCTION", "COERCE", "PROTEST", "MOBILIZE"});
    const bool will =
        clause.future || (clause.modal != kNone &&
                          one_of(in_.words[clause.modal], {"will", "shall", "would", "'ll"}));
    // "may suspend its aid"; what else may be is only supposed.
    const bool may = draft_.type == "SANCTION" && clause.modal != kNone &&
                     one_of(in_.words[clause.modal], {"may", "might", "could"});
    const bool refused = governor != nullptr && one_of(governor->lemma, {"refuse", "decline"});
    if (cooperative && (refused || (will && clause.negated))) {
      become("REJECT");
    } else if (cooperative && (will || willing(clause)) && draft_.type != "AGREE") {
      become("AGREE");
    } else if (hostile && (will || may) && !clause.negated) {
      become("THREATEN");
    } else if (draft_.mode == "visit" && armed_visitor()) {
      become("MOBILIZE");
      draft_.mode = "troops";
    } else if (draft_.type == "MOBILIZE" && exercises() && of_two_peoples()) {
      become("COOPERATE");
    }
  }

  // "held drills", "launched war games"
  bool exercises() const {
    const std::string last = in_.lexicon.noun_lemma(in_.words[draft_.trigger.end - 1]);
    return one_of(last, {"exercise", "drill", "manoeuvre", "maneuver", "game", "games"});
  }

  // "Chinese and Russian warships", "India and Nepal"
  bool of_two_peoples() const {
    int first = -1;
    for (const Party& who : draft_.initiators) {
      for (std::uint32_t at = who.tokens.begin; at < who.tokens.end; ++at) {
        const Mention* people = in_.reading.mentions.at(at);
        if (people == nullptr || people->actor < 0) continue;
        if (!people->demonym && people->place == nullptr) continue;
        if (first >= 0 && people->actor != first) return true;
        first = people->actor;
      }
    }
    return false;
  }

  // "is ready to send doctors", "is willing to meet"
  bool willing(const Clause& clause) const {
    if (clause.form != Clause::Form::infinitive || clause.negated) return false;
    std::uint32_t to = clause.group.empty() ? clause.verb : clause.group.begin;
    if (in_.word(to) != "to") --to;
    const Clause* governor = in_.clause(governor_of(draft_.clause));
    return governor != nullptr && !governor->negated &&
           (governor->lemma == "be" || governor->verb + 1 == to) &&
           one_of(in_.word(to - 1), {"ready", "willing", "prepared", "happy", "eager"});
  }

  // Troops pay no visits.
  bool armed_visitor() const {
    return std::any_of(draft_.initiators.begin(), draft_.initiators.end(), [&](const Party& who) {
      std::uint32_t n = 0;
      const AgentEntry* agent = in_.lexicon.match_agent(in_.words, who.tokens.end - 1, &n);
      return agent != nullptr && !agent->person &&
             (agent->sector == "MIL" || agent->sector == "REB");
    });
  }

  void become(std::string_view type) {
    draft_.type = type;
    draft_.mode = {};
    draft_.modality = Modality::actual;
  }

  Modality::Value of_clause(int index, int depth) const {
    const Clause* clause = in_.clause(index);
    if (clause == nullptr || depth > 4) return Modality::actual;
    if (clause->negated) return Modality::negated;
    if (clause->future) return Modality::planned;
    if (clause->modal != kNone) {
      const std::string_view modal = in_.words[clause->modal];
      if (one_of(modal, {"will", "shall", "'ll"})) return Modality::planned;
      return Modality::hypothetical;
    }
    const Clause* governor =
        clause->governor == kNone ? nullptr : in_.clause(static_cast<int>(clause->governor));
    if (governor == nullptr) {
      return clause->form == Clause::Form::infinitive ? Modality::planned : Modality::actual;
    }
    if (clause->form == Clause::Form::infinitive) {
      if (governor->negated && !governor->content.empty()) return Modality::negated;
      if (one_of(governor->lemma, {"fail", "refuse", "decline"})) return Modality::negated;
      if (threatens(governor->lemma)) return Modality::threatened;
      if (plans(governor->lemma)) return Modality::planned;
      if (!realises(governor->lemma)) return Modality::planned;
      return of_clause(static_cast<int>(clause->governor), depth + 1);
    }
    if (clause->form == Clause::Form::participle || clause->form == Clause::Form::gerund) {
      if (in_.is_cue(*governor)) return Modality::actual;
      return of_clause(static_cast<int>(clause->governor), depth + 1);
    }
    return Modality::actual;
  }

  Modality::Value of_noun() const {
    for (std::uint32_t i = draft_.phrase.begin; i < draft_.trigger.begin; ++i) {
      const std::string_view word = in_.words[i];
      if (one_of(word, {"no", "any", "without"})) return Modality::negated;
      if (one_of(word, {"possible", "potential", "future", "further", "threatened", "imminent",
                        "hypothetical", "every", "such"})) {
        return Modality::hypothetical;
      }
      if (one_of(word, {"planned", "foiled", "upcoming", "proposed"})) return Modality::planned;
    }
    // "the threat of an attack", "plans for a raid", "to prevent attacks"
    const std::uint32_t before = draft_.phrase.begin;
    if (before > in_.begin() &&
        one_of(in_.word(before - 1), {"of", "for", "against", "about", "without"})) {
      if (in_.word(before - 1) == "without") return Modality::negated;
      if (before > in_.begin() + 1 && averts(in_.lexicon.noun_lemma(in_.word(before - 2)))) {
        return Modality::hypothetical;
      }
    }
    if (draft_.type != "ASSAULT" && topic()) return Modality::hypothetical;
    const EventSentence::Slot slot = in_.slot_of(draft_.trigger.begin);
    const Clause* clause = in_.clause(slot.clause);
    if (clause == nullptr) return Modality::actual;
    if (averts(clause->lemma) && slot.name != "subject") {
      // "stopped the attack" happened; "to stop attacks" says nothing of one.
      return draft_.definite ? Modality::actual : Modality::hypothetical;
    }
    if (in_.is_cue(*clause) || draft_.definite) return Modality::actual;
    return of_clause(slot.clause, 0);
  }

  // "talks on an embargo", "an offer from Quito for new talks": what is talked of or asked for.
  bool topic() const {
    std::uint32_t begin = draft_.phrase.begin;
    for (int depth = 0; depth < 3 && begin > in_.begin() + 2; ++depth) {
      std::uint32_t preposition = begin - 1;
      while (in_.part(preposition) == PartOfSpeech::determiner) --preposition;
      if (in_.part(preposition) != PartOfSpeech::preposition) return false;
      if (depth == 0 && !one_of(in_.word(preposition), {"on", "about", "for", "over"}))
        return false;
      const std::uint32_t last = preposition - 1;
      const Phrase* outer = in_.phrase_around(last);
      if (asks_or_talks(outer != nullptr ? outer->head : last)) return true;
      begin = outer != nullptr ? outer->tokens.begin : last;  // "on Monday" may be no phrase
    }
    return false;
  }

  bool asks_or_talks(std::uint32_t noun) const {
    const std::string lemma = in_.lexicon.noun_lemma(in_.words[noun]);
    return one_of(lemma, {"talk", "talks", "negotiation", "discussion", "offer", "call", "demand",
                          "appeal", "request", "proposal", "plea", "bid", "push", "hope"});
  }

  // "demanded that Chad withdraw", "agreed to send aid": what is asked, promised, refused or
  // threatened is said by that event, and is none of its own; nor is a condition ("if it gives
  // in"), or what a participle says of things ("arms seized last year"). But for violence.
  bool only_spoken_of() const {
    if (draft_.type == "ASSAULT") return false;
    if (describes()) return true;
    if (draft_.modality == Modality::actual) return false;
    // "pulled back to allow a vote": a favour to nobody, not yet done.
    if (draft_.type == "CONCEDE" && draft_.targets.empty()) return true;
    if (draft_.modality == Modality::hypothetical) return true;
    int at =
        draft_.entry->noun ? in_.slot_of(draft_.trigger.begin).clause : governor_of(draft_.clause);
    for (int depth = 0; at >= 0 && depth < 3; ++depth) {
      if (in_.speech_act(*in_.clause(at))) return true;
      at = governor_of(at);
    }
    return false;
  }

  // "denied targeting civilians": of nothing that has a place, a day or a toll, no event but one
  // that is told elsewhere.
  bool only_denied() const {
    if (draft_.entry->noun || draft_.place != nullptr || draft_.date.since.known() ||
        counted(draft_.killed) || counted(draft_.injured))
      return false;
    const Clause& clause = *in_.clause(draft_.clause);
    if (clause.form == Clause::Form::gerund) return denies(in_.clause(governor_of(draft_.clause)));
    // "denied that a guard stabbed the cook"
    return std::any_of(in_.syntax.clauses.begin(), in_.syntax.clauses.end(), [&](const Clause& c) {
      return &c != &clause && denies(&c) &&
             std::any_of(c.content.begin(), c.content.end(),
                         [&](const Range& range) { return range.contains(clause.verb); });
    });
  }

  bool denies(const Clause* clause) const {
    if (clause == nullptr || clause->verb == kNone) return false;
    std::uint32_t n = 0;
    const CueEntry* cue = in_.lexicon.match_cue(in_.words, clause->verb, CueEntry::Form::verb, &n);
    return cue != nullptr && cue->kind == v1::StatementKind::denial;
  }

  bool describes() const {
    if (draft_.entry->noun) return false;
    const Clause& clause = *in_.clause(draft_.clause);
    if (clause.form != Clause::Form::participle || !clause.passive || !clause.agents.empty())
      return false;
    // "men arrested last week" were arrested.
    return draft_.type != "COERCE" || draft_.mode == "seize";
  }

  int governor_of(int index) const {
    const Clause* clause = in_.clause(index);
    return clause == nullptr || clause->governor == kNone ? -1 : static_cast<int>(clause->governor);
  }

  // "if", "whether", "unless" before the event in its part of the sentence.
  bool conditional() const {
    for (std::uint32_t i = draft_.trigger.begin; i > in_.begin();) {
      --i;
      const std::string_view word = in_.words[i];
      if (one_of(word, {",", ";", ":", "\"", "“", "”", "that"})) return false;
      if (one_of(word, {"if", "whether", "unless", "lest", "should"})) {
        return !draft_.entry->noun || !draft_.definite;
      }
    }
    return false;
  }

  // "groups that carry out attacks", "has occasionally struck"
  bool habitual() const {
    const Clause* clause =
        in_.clause(draft_.entry->noun ? in_.slot_of(draft_.trigger.begin).clause : draft_.clause);
    if (clause == nullptr) return false;
    const std::uint32_t first = clause->group.begin > 1 ? clause->group.begin - 1 : 0;
    for (std::uint32_t i = first; i < clause->group.end + 1; ++i) {
      if (one_of(in_.word(i),
                 {"often", "occasionally", "regularly", "frequently", "sometimes", "routinely",
                  "usually", "always", "never", "rarely", "repeatedly"})) {
        return true;
      }
    }
    // "has attacked ships before"
    for (std::uint32_t i = draft_.trigger.end; i < draft_.trigger.end + 8; ++i) {
      if (in_.word(i) == "before" && one_of(in_.word(i + 1), {"", ".", ",", ";"})) return true;
      if (in_.word(i) == "times" && in_.word(i - 1) == "of") return true;
      if (in_.word(i) == "past" && in_.word(i - 1) == "the" && in_.word(i - 2) == "in") return true;
    }
    if (draft_.entry->noun && !draft_.plural) return false;
    // Headlines tell in the present what has happened; "is ready to" is no habit.
    if (in_.sentence.headline || (!draft_.entry->noun && clause->lemma == "be")) return false;
    return clause->form == Clause::Form::finite && !clause->perfect_or_past && !clause->passive &&
           !clause->future && clause->modal == kNone && present_tense(*clause);
  }

  bool present_tense(const Clause& clause) const {
    if (clause.verb == kNone || clause.group.size() > 2) return false;
    const std::string_view verb = in_.words[clause.verb];
    return clause.lemma.starts_with(verb) || verb.ends_with("s");
  }

  void read_hedges() {
    const std::uint32_t first =
        std::max(in_.begin(), draft_.trigger.begin > 8 ? draft_.trigger.begin - 8 : 0U);
    const std::uint32_t last = std::min(in_.end(), draft_.trigger.end + 4);
    for (std::uint32_t i = first; i < last; ++i) {
      const std::string_view word = in_.words[i];
      // These leave it open who did it, and not that it was done.
      if (one_of(word, {"suspected", "blamed", "accused", "attributed"})) hedged_ = true;
      if (one_of(word, {"reportedly", "allegedly", "apparently", "probably", "likely", "alleged",
                        "presumably", "believed", "seemingly", "supposedly"})) {
        hedged_ = true;
        draft_.certainty = v1::Certainty::probable;
      } else if (one_of(word, {"possibly", "perhaps", "unclear", "unconfirmed"})) {
        hedged_ = true;
        draft_.certainty = v1::Certainty::possible;
      }
    }
    if (draft_.modality == Modality::hypothetical) draft_.certainty = v1::Certainty::possible;
  }

  const EventSentence& in_;
  EventDraft& draft_;
  bool hedged_ = false;
};

}  // namespace

void fill_modality(const EventSentence& in, EventDraft& draft) { Reader(in, draft).fill(); }

}  // namespace casus::extract

#include "extract/statements/culprits.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/word_set.h"

namespace casus::extract {
namespace {

// What an attack was carried out with or by, when it is asked whose it was.
const WordSet kMeans = word_set(
    "killers attackers gunmen bombers raiders assailants planes plane jets jet aircraft warplanes "
    "warplane helicopters drones drone soldiers troops militants fighters pilots snipers ship "
    "boats shooters kidnappers hijackers bombs bomb rockets missiles shells");

const WordSet kGuilt = word_set("responsibility blame guilt");
const WordSet kClues = word_set("evidence clues traces fingerprints findings signs everything all");
const WordSet kBlame = word_set("responsible behind guilty culpable blame");

// "launched the raid": the noun says what was done.
const std::set<std::string_view> kLightVerbs = {"carry out", "launch", "conduct", "commit",
                                                "stage",     "mount",  "wage",    "execute",
                                                "perform",   "start",  "begin",   "order"};

// What a party does to another that it would have to answer for.
const std::set<std::string_view> kWrongs = {
    "aim",       "plan",    "plot",    "mastermind", "orchestrate", "finance",    "fund",
    "arm",       "harbour", "harbor",  "fabricate",  "violate",     "provoke",    "prepare",
    "sabotage",  "smuggle", "stage",   "instigate",  "incite",      "guide",      "betray",
    "sponsor",   "falsify", "mislead", "deceive",    "infiltrate",  "poison",     "hide",
    "cover up",  "break",   "breach",  "plant",      "punish",      "silence",    "engage",
    "transfer",  "mine",    "loot",    "oppress",    "terrorise",   "terrorize",  "intimidate",
    "hand over", "rape",    "torture", "neutralise", "neutralize",  "exterminate"};

// The same without anybody to whom it is done.
const WordSet kMisdeeds = word_set("lie cheat conspire collude spy");

const WordSet kPlacing = word_set("plant place attach fix lay put hide detonate");
const WordSet kPlaced = word_set("device devices charge charges");

bool first_person_word(std::string_view lower) {
  return lower == "we" || lower == "our" || lower == "i" || lower == "ours" || lower == "us" ||
         lower == "my";
}

// "Azerbaijani artillery", said by Azerbaijan.
bool own_side(const Reading& reading, int who, int speaker) {
  if (who < 0 || speaker < 0) return false;
  const Mentions& mentions = reading.mentions;
  const int theirs = mentions.principal(who);
  const int ours = mentions.principal(speaker);
  if (theirs == ours) return true;
  const v1::Actor& force = mentions.actors()[static_cast<std::size_t>(theirs)];
  const v1::Actor& state = mentions.actors()[static_cast<std::size_t>(ours)];
  return force.kind() == v1::ActorKind::military && !force.country().empty() &&
         force.country() == state.country() &&
         (state.kind() == v1::ActorKind::country || state.kind() == v1::ActorKind::military ||
          state.kind() == v1::ActorKind::government);
}

class Finder {
 public:
  Finder(Reading& reading, int speaker, ContentSigns& signs)
      : reading_(reading),
        doc_(reading.document),
        lower_(reading.mentions.lower()),
        speaker_(speaker),
        signs_(signs) {}

  void read(const Clause& clause, const std::set<std::uint32_t>& verbs) {
    if (clause.negated) return;
    const bool harmful = harms(clause);
    if ((harmful || blames(clause)) && !in_passing(clause, verbs)) find_doer(clause);
    if (clause.complement && signs_.accused < 0) find_identified(clause);
    if (signs_.accused < 0) find_origin(clause);
  }

  // "It has the fingerprints of the group", "this is the handiwork of our squad".
  void read_signature(const std::vector<Range>& content) {
    for (const Range& range : content) {
      for (std::uint32_t i = range.begin; i + 2 < range.end; ++i) {
        const std::string_view word = lower_[i];
        if (lower_[i + 1] != "of" ||
            !(word == "hallmark" || word == "hallmarks" || word == "work" || word == "handiwork" ||
              word == "fingerprints" || word == "hand"))
          continue;
        if (lower_[i + 2] == "its" || lower_[i + 2] == "our") signs_.admits = true;
        for (std::uint32_t k = i + 2; k < range.end && k < i + 6; ++k) {
          const Mention* m = reading_.mentions.at(k);
          if (m == nullptr || m->actor < 0) continue;
          if (m->actor == speaker_) signs_.admits = true;
          if (signs_.accused < 0) signs_.accused = reading_.mentions.principal(m->actor);
          break;
        }
      }
    }
  }

 private:
  const v1::Actor& actor(int index) const {
    return reading_.mentions.actors()[static_cast<std::size_t>(index)];
  }

  bool violent(const TriggerEntry* trigger) const {
    return trigger != nullptr && (trigger->type == "ASSAULT" || trigger->type == "COERCE");
  }

  bool weapon_in(const Phrase& phrase) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = phrase.tokens.begin; i <= phrase.head; ++i)
      if (reading_.lexicon.match_weapon(lower_, i, &n) != nullptr && i + n > phrase.head)
        return true;
    return false;
  }

  bool aims_at(const Clause& clause) const {
    return std::ranges::any_of(clause.adjuncts, [&](const Adjunct& adjunct) {
      const std::string_view word = lower_[adjunct.preposition];
      return word == "at" || word == "on" || word == "against" || word == "into";
    });
  }

  // Whether a clause tells of harm that somebody does: by its verb ("bombed"), by a light verb and
  // a noun ("carried out the raid"), or by a weapon that is handled ("laid the mine").
  bool harms(const Clause& clause) const {
    std::uint32_t n = 0;
    const TriggerEntry* verb = reading_.lexicon.match_trigger(lower_, clause.verb, false, &n);
    if (violent(verb) && std::ranges::count(verb->initiator, "subject") > 0) return true;
    const bool particle = clause.lemma.find(' ') != std::string::npos;
    const std::string lemma =
        particle ? clause.lemma : reading_.lexicon.verb_lemma(lower_[clause.verb]);
    if (kMisdeeds.contains(lemma)) return true;
    if (kWrongs.contains(lemma) && (!clause.objects.empty() || clause.passive || aims_at(clause)))
      return true;
    // "We did it": the deed that is spoken of.
    if (lemma == "do" && clause.objects.size() == 1 && lower_[clause.objects.front().head] == "it")
      return true;
    const bool light = kLightVerbs.contains(lemma);
    const bool undergone = clause.passive && clause.objects.empty();
    for (const Phrase& phrase : undergone ? clause.subjects : clause.objects) {
      if (light && violent(reading_.lexicon.match_trigger(lower_, phrase.head, true, &n)))
        return true;
      if (weapon_in(phrase)) return true;
      if (kPlacing.contains(lemma) && kPlaced.contains(lower_[phrase.head])) return true;
    }
    // "answered with howitzers".
    return std::ranges::any_of(clause.adjuncts, [&](const Adjunct& adjunct) {
      return lower_[adjunct.preposition] == "with" && weapon_in(adjunct.phrase);
    });
  }

  // "Kenya was behind the attack", "Iran is responsible", "Chad bears the guilt".
  bool blames(const Clause& clause) const {
    if (clause.lemma == "bear" || clause.lemma == "share" || clause.lemma == "carry")
      for (const Phrase& phrase : clause.objects)
        if (kGuilt.contains(lower_[phrase.head])) return true;
    const std::uint32_t stop = std::min<std::uint32_t>(
        clause.group.end + 4, static_cast<std::uint32_t>(doc_.tokens().size()));
    for (std::uint32_t i = clause.group.end; i < stop; ++i)
      if (kBlame.contains(lower_[i])) return true;
    return false;
  }

  // "armed the rebels who shelled the town": a relative clause says by the way what somebody did.
  // That of "it was rebels who shelled the town" is what is said. `verbs`: those of the content.
  // So does a clause of time, "when rebels shelled the town", within what is said.
  bool in_passing(const Clause& clause, const std::set<std::uint32_t>& verbs) const {
    if (clause.form != Clause::Form::finite) return false;
    if (!clause.subjects.empty() && clause.subjects.front().tokens.begin > 0) {
      const std::uint32_t begin = clause.subjects.front().tokens.begin - 1;
      static const WordSet kTimes = word_set("when while after before since until");
      if (begin < clause.verb && kTimes.contains(lower_[begin])) return true;
    }
    if (clause.governor == kNone) return false;
    const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(clause.verb)];
    const Clause& governor = syntax->clauses[clause.governor];
    return verbs.contains(governor.verb) && governor.lemma != "be";
  }

  // "Our planes hit military targets": what is done always is no deed.
  bool habitual(const Clause& clause) const {
    return clause.form == Clause::Form::finite && !clause.perfect_or_past &&
           clause.group.size() <= 1 && !doc_[clause.verb].lower.ends_with("ing");
  }

  // Who does the harm: the speaker's own side admits, another one stands accused.
  void find_doer(const Clause& clause) {
    // "had rowed out and laid the mine": a participle with an object is as good as a finite verb.
    const bool joined = clause.form == Clause::Form::participle && !clause.objects.empty() &&
                        clause.group.begin > 0 && lower_[clause.group.begin - 1] == "and";
    if (clause.form != Clause::Form::finite && !joined && !amounts_to_fact(clause)) return;
    for (const Phrase& phrase : doers(clause)) {
      // "Chad armed them, and its officers ...": once somebody stands accused, "its" is theirs.
      const std::string_view first = lower_[phrase.tokens.begin];
      if (signs_.accused >= 0 && (first == "its" || first == "their")) continue;
      if (others_they_fight(phrase)) {
        signs_.charges = true;
        if (signs_.accused < 0) signs_.accused = opponent_before(phrase.head);
        continue;
      }
      if (speaks_of_self(reading_, speaker_, clause, phrase)) {
        signs_.admits = !habitual(clause);
        return;
      }
      const int culprit = actor_behind(reading_, phrase);
      if (culprit < 0) {
        signs_.charges = signs_.charges || opponent(phrase) || strikes_us(clause, phrase);
        continue;
      }
      if (signs_.accused >= 0) continue;
      signs_.accused = reading_.mentions.principal(culprit);
    }
  }

  // "is held to have been staged by rebels", "were ordered to burn the harvest", "are
  // trying to poison us": an infinitive that says what somebody does, or is about to.
  bool amounts_to_fact(const Clause& clause) const {
    if (clause.form != Clause::Form::infinitive || clause.governor == kNone) return false;
    const std::string& over =
        reading_.syntax[doc_.sentence_of(clause.verb)]->clauses[clause.governor].lemma;
    static const WordSet kHeld = word_set("think believe say suspect report allege know assume");
    static const WordSet kSetOn = word_set(
        "order train pay hire send instruct try attempt seek plan plot conspire prepare continue");
    return (kHeld.contains(over) && clause.passive) || kSetOn.contains(over);
  }

  // The grammar does not see over a quotation mark: 'the Swiss "shoot at cows"'.
  std::vector<Phrase> doers(const Clause& clause) const {
    if (clause.passive && clause.objects.empty()) return clause.agents;
    if (!clause.subjects.empty() || clause.group.begin < 2) return clause.subjects;
    const std::string_view mark = doc_[clause.group.begin - 1].text;
    if (mark != "\"" && mark != "\u201c") return {};
    for (const Phrase& phrase : reading_.syntax[doc_.sentence_of(clause.verb)]->phrases)
      if (phrase.tokens.end == clause.group.begin - 1) return {phrase};
    return {};
  }

  // "the other side", "the enemy"; "rebels", told by the state that they fight.
  bool opponent(const Phrase& phrase) const {
    const std::string_view head = lower_[phrase.head];
    if (head == "enemy" || head == "aggressor" || head == "adversary" || head == "occupier")
      return true;
    if (head == "side" && phrase.head > 0) {
      const std::string_view which = lower_[phrase.head - 1];
      return which == "other" || which == "opposite" || which == "opposing";
    }
    std::uint32_t n = 0;
    const AgentEntry* agent = reading_.lexicon.match_agent(lower_, phrase.head, &n);
    if (agent == nullptr || agent->kind != v1::ActorKind::armed_group || agent->sector != "REB" ||
        speaker_ < 0)
      return false;
    const v1::ActorKind::Value side = actor(reading_.mentions.principal(speaker_)).kind();
    return side == v1::ActorKind::country || side == v1::ActorKind::government ||
           side == v1::ActorKind::military;
  }

  static bool at_war(v1::ActorKind::Value kind) {
    return kind == v1::ActorKind::country || kind == v1::ActorKind::military ||
           kind == v1::ActorKind::armed_group;
  }

  // "They burned the mills", said for a state, a force or an armed group in its own words; or "it
  // dropped three bombs", of what is the other side's.
  bool others_they_fight(const Phrase& phrase) const {
    const std::string_view head = lower_[phrase.head];
    if ((head != "they" && head != "it") || speaker_ < 0 ||
        doc_.quotation_of(phrase.head) == nullptr)
      return false;
    return at_war(actor(reading_.mentions.principal(speaker_)).kind());
  }

  // The other side that was named last; -1 if none was.
  int opponent_before(std::uint32_t token) const {
    constexpr std::uint32_t kNear = 6;  // sentences
    const Mentions& mentions = reading_.mentions;
    const std::uint32_t here = doc_.sentence_of(token);
    for (std::uint32_t i = token; i-- > 0 && here - doc_.sentence_of(i) <= kNear;) {
      const Mention* name = mentions.at(i);
      if (name == nullptr || name->actor < 0) continue;
      const int side = mentions.principal(name->actor);
      if (at_war(actor(side).kind()) && side != mentions.principal(speaker_) &&
          !own_side(reading_, side, speaker_))
        return side;
    }
    return -1;
  }

  // "They shoot at our boats": whoever they are, it is us whom they harm.
  bool strikes_us(const Clause& clause, const Phrase& subject) const {
    if (lower_[subject.head] != "they") return false;
    const auto ours = [&](const Phrase& phrase) {
      for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i)
        if (first_person_word(lower_[i]) && reading_.mentions.at(i) == nullptr) return true;
      return false;
    };
    return std::ranges::any_of(clause.objects, ours) ||
           std::ranges::any_of(clause.adjuncts,
                               [&](const Adjunct& adjunct) { return ours(adjunct.phrase); });
  }

  // "It was Kenya", "these were Chadian trucks", "the raiders were Boko Haram".
  void find_identified(const Clause& clause) {
    if (clause.subjects.empty() || signs_.first_person) return;
    const Phrase& subject = clause.subjects.front();
    const std::string_view head = lower_[subject.head];
    const bool thing = head == "it" || head == "these" || head == "those" || head == "they" ||
                       head == "this" || kMeans.contains(head) || weapon_in(subject);
    if (!thing) return;
    const Mention* m = reading_.mentions.at(clause.complement->head);
    if (m == nullptr) m = reading_.mentions.at(clause.complement->tokens.begin);
    // "a plane of the Chadian air force"
    const Range& what = clause.complement->tokens;
    for (std::uint32_t i = what.begin;
         i < what.end && m == nullptr && weapon_in(*clause.complement); ++i)
      m = reading_.mentions.at(i);
    if (m != nullptr && m->actor >= 0 && !m->person)
      signs_.accused = reading_.mentions.principal(m->actor);
  }

  // "The evidence points to Chad", "the drones had come from Chad".
  void find_origin(const Clause& clause) {
    if (clause.subjects.empty()) return;
    const Phrase& subject = clause.subjects.front();
    const bool points = clause.lemma == "point" && kClues.contains(lower_[subject.head]);
    const bool comes = (clause.lemma == "come" || clause.lemma == "originate") &&
                       (weapon_in(subject) || kMeans.contains(lower_[subject.head]));
    for (const Adjunct& adjunct : clause.adjuncts) {
      const std::string_view word = lower_[adjunct.preposition];
      if (!(points && (word == "to" || word == "at")) && !(comes && word == "from")) continue;
      const int culprit = actor_behind(reading_, adjunct.phrase);
      if (culprit >= 0 && !own_side(reading_, culprit, speaker_))
        signs_.accused = reading_.mentions.principal(culprit);
    }
  }

  Reading& reading_;
  const Document& doc_;
  const std::vector<std::string_view>& lower_;
  const int speaker_;
  ContentSigns& signs_;
};

}  // namespace

bool speaks_of_self(Reading& reading, int speaker, const Clause& clause, const Phrase& subject) {
  const Document& doc = reading.document;
  for (std::uint32_t i = subject.tokens.begin; i < subject.tokens.end; ++i)
    if (first_person_word(doc[i].lower) && reading.mentions.at(i) == nullptr) return true;
  const std::string& head = doc[subject.head].lower;
  // Who is quoted says "we" of their own side.
  if ((head == "they" || head == "it") && doc.quotation_of(subject.head) != nullptr) return false;
  const bool body =
      speaker >= 0 &&
      reading.mentions.actors()[static_cast<std::size_t>(speaker)].kind() != v1::ActorKind::person;
  if (doc.quotation_of(subject.head) == nullptr) {
    // One person's "they" are others.
    if (speaker >= 0 && (head == "it" || (head == "they" && body)))
      return !says_what_it_was(reading, clause);
    // "one of its boats"
    for (std::uint32_t i = subject.tokens.begin; i < subject.head; ++i)
      if (doc[i].lower == "its" || doc[i].lower == "their" || doc[i].lower == "his") return true;
  }
  return own_side(reading, actor_behind(reading, subject), speaker);
}

bool says_what_it_was(const Reading& reading, const Clause& clause) {
  if (clause.lemma != "be" || clause.passive) return false;
  const Document& doc = reading.document;
  static const WordSet kOfSomebody = word_set(
      "responsible behind guilty involved aware ready prepared willing unable able innocent");
  std::uint32_t next = clause.verb + 1;
  while (next < doc.tokens().size() && (!doc[next].word || doc[next].lower == "not")) ++next;
  return next < doc.tokens().size() && !kOfSomebody.contains(doc[next].lower) &&
         (clause.complement.has_value() || doc.quotation_of(next) != nullptr);
}

int actor_behind(Reading& reading, const Phrase& phrase) {
  const Referent who = reading.mentions.resolve(phrase);
  if (who.actor >= 0 || who.pronoun) return who.actor;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i)
    if (const Mention* m = reading.mentions.at(i); m != nullptr && m->actor >= 0 && !m->person)
      return m->actor;
  return -1;
}

void find_culprit(Reading& reading, const Utterance& utterance,
                  const std::vector<const Clause*>& clauses, ContentSigns& signs) {
  Finder finder(reading, utterance.speaker, signs);
  std::set<std::uint32_t> verbs;
  for (const Clause* clause : clauses) verbs.insert(clause->verb);
  for (const Clause* clause : clauses) finder.read(*clause, verbs);
  if (!signs.negated) finder.read_signature(utterance.content);
}

}  // namespace casus::extract

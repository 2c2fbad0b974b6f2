#include "extract/statements/statement_kind.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace casus::extract {
namespace {

using Words = std::set<std::string_view>;

const Words kNegations = {"not",     "n't",    "no",   "never",   "neither", "nor",
                          "nothing", "nobody", "none", "nowhere", "without", "cannot"};

const Words kBackNouns = {
    "allegation", "allegations", "accusation", "accusations", "claim",          "claims",
    "charge",     "charges",     "report",     "reports",     "assertion",      "assertions",
    "suggestion", "suggestions", "rumour",     "rumours",     "rumor",          "rumors",
    "it",         "this",        "that",       "them",        "responsibility", "involvement",
    "role",       "part",        "complicity", "statement",   "statements",     "version",
    "account",    "accounts",    "link",       "links",       "wrongdoing"};

const Words kIgnorance = {"know",        "aware",   "information", "confirm",  "comment",
                          "investigate", "examine", "study",       "verify",   "say",
                          "determine",   "rule",    "exclude",     "establish"};

const Words kHostileLemmas = {"retaliate", "avenge", "respond", "strike", "attack", "punish",
                              "destroy",   "kill",   "hit",     "crush",  "fight",  "target",
                              "pay",       "invade", "bomb",    "shell",  "resume", "continue",
                              "revenge",   "burn",   "hunt",    "expel"};

const Words kCondemning = {"unacceptable", "cowardly",      "barbaric",    "heinous",
                           "criminal",     "outrageous",    "deplorable",  "despicable",
                           "shameful",     "unjustifiable", "abhorrent",   "atrocious",
                           "crime",        "atrocity",      "intolerable", "reprehensible"};

const Words kBlame = {"responsible", "behind", "guilty", "culpable", "blame"};

// What an attack was carried out with or by, when it is asked whose it was.
const Words kCulprits = {"killers",   "attackers",   "gunmen", "bombers", "raiders",  "assailants",
                         "planes",    "plane",       "jets",   "jet",     "aircraft", "warplanes",
                         "warplane",  "helicopters", "drones", "drone",   "soldiers", "troops",
                         "militants", "fighters",    "pilots", "snipers", "ship",     "boats"};

// "does not seek war" is a claim about a will, and contradicts nobody.
const Words kAttitudes = {"seek",   "want",   "intend",   "wish",      "plan",
                          "desire", "need",   "believe",  "think",     "expect",
                          "hope",   "accept", "tolerate", "negotiate", "agree"};

// Silence in words of its own.
constexpr std::string_view kSilences[] = {
    "nothing to say", "nothing to add",    "no information",       "not in a position to",
    "looking into",   "looking at",        "aware of the reports", "unaware of",
    "no comment",     "could not confirm", "cannot confirm",       "noted the reports",
    "noted reports",  "too early to",      "neither confirm nor"};

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

bool speaks_of_self(Reading& reading, int speaker, const Clause& clause, const Phrase& subject) {
  const Document& doc = reading.document;
  for (std::uint32_t i = subject.tokens.begin; i < subject.tokens.end; ++i)
    if (first_person_word(doc[i].lower) && reading.mentions.at(i) == nullptr) return true;
  if (speaker < 0) return false;
  const std::string& head = doc[subject.head].lower;
  // Who is quoted says "we" of their own side, and "they" of another.
  if (doc.quotation_of(subject.head) == nullptr) {
    // "It was the army that fired": this "it" is nobody.
    if (head == "it" || head == "they") return !clause.complement;
    // "one of its drones"
    for (std::uint32_t i = subject.tokens.begin; i < subject.head; ++i)
      if (doc[i].lower == "its" || doc[i].lower == "their" || doc[i].lower == "his") return true;
  }
  return own_side(reading, actor_behind(reading, subject), speaker);
}

const Words kLightVerbs = {"carry out", "launch",  "conduct", "commit", "stage", "mount",
                           "wage",      "execute", "perform", "start",  "begin", "order"};

// What a named party does to another that it would have to answer for.
const Words kWrongs = {
    "aim",       "plan",    "plot",    "mastermind", "orchestrate", "finance",    "fund",
    "arm",       "harbour", "harbor",  "lie",        "fabricate",   "violate",    "provoke",
    "sabotage",  "smuggle", "stage",   "instigate",  "incite",      "guide",      "spy",
    "betray",    "sponsor", "falsify", "conspire",   "collude",     "infiltrate", "cheat",
    "mislead",   "deceive", "poison",  "hide",       "cover up",    "transfer",   "hand over",
    "break",     "breach",  "plant",   "punish",     "silence",     "engage",     "neutralise",
    "neutralize"};

bool aims_at(const std::vector<std::string_view>& lower, const Clause& clause) {
  return std::any_of(clause.adjuncts.begin(), clause.adjuncts.end(), [&](const Adjunct& adjunct) {
    const std::string_view word = lower[adjunct.preposition];
    return word == "at" || word == "on" || word == "against" || word == "into";
  });
}

// Whether a clause tells of harm that somebody does: by its verb ("bombed"), by a light verb and a
// noun ("carried out the raid"), or by a weapon that is handled ("laid the mine").
bool harms(const Reading& reading, const Clause& clause) {
  const std::vector<std::string_view>& lower = reading.mentions.lower();
  auto violent = [](const TriggerEntry* trigger) {
    return trigger != nullptr && (trigger->type == "ASSAULT" || trigger->type == "COERCE");
  };
  std::uint32_t n = 0;
  const TriggerEntry* verb = reading.lexicon.match_trigger(lower, clause.verb, false, &n);
  if (violent(verb) &&
      std::find(verb->initiator.begin(), verb->initiator.end(), "subject") != verb->initiator.end())
    return true;
  if (kWrongs.contains(clause.lemma) && (!clause.objects.empty() || aims_at(lower, clause)))
    return true;
  const bool light = kLightVerbs.contains(clause.lemma);
  for (const Phrase& phrase : clause.passive ? clause.subjects : clause.objects) {
    if (light && violent(reading.lexicon.match_trigger(lower, phrase.head, true, &n))) return true;
    if (reading.lexicon.match_weapon(lower, phrase.head, &n) != nullptr) return true;
  }
  // "opened up with mortars".
  for (const Adjunct& adjunct : clause.adjuncts)
    if (lower[adjunct.preposition] == "with" &&
        reading.lexicon.match_weapon(lower, adjunct.phrase.head, &n) != nullptr)
      return true;
  return false;
}

// "Kenya was behind the attack", "Iran is responsible".
bool blames(const Document& doc, const Clause& clause) {
  const std::uint32_t stop = std::min<std::uint32_t>(
      clause.group.end + 4, static_cast<std::uint32_t>(doc.tokens().size()));
  for (std::uint32_t i = clause.group.end; i < stop; ++i)
    if (kBlame.contains(doc[i].lower)) return true;
  return false;
}

// "armed the rebels who shelled the town": a relative clause says by the way what somebody did.
// That of "it was rebels who shelled the town" is what is said. `verbs`: those of the content.
bool in_passing(const Reading& reading, const Clause& clause,
                const std::set<std::uint32_t>& verbs) {
  if (clause.form != Clause::Form::finite || clause.governor == kNone) return false;
  const std::optional<Syntax>& syntax = reading.syntax[reading.document.sentence_of(clause.verb)];
  const Clause& governor = syntax->clauses[clause.governor];
  return verbs.contains(governor.verb) && governor.lemma != "be";
}

// Who does the harm: the speaker's own side admits, another one stands accused.
void find_culprit(Reading& reading, const Utterance& utterance, const Clause& clause,
                  ContentSigns& signs) {
  if (clause.form != Clause::Form::finite) return;
  for (const Phrase& phrase : clause.passive ? clause.agents : clause.subjects) {
    if (speaks_of_self(reading, utterance.speaker, clause, phrase)) {
      signs.admits = true;
      return;
    }
    const int culprit = actor_behind(reading, phrase);
    if (culprit < 0 || signs.accused >= 0) continue;
    if (reading.mentions.actors()[culprit].kind() == v1::ActorKind::person) continue;
    signs.accused = reading.mentions.principal(culprit);
  }
}

// "It was Kenya", "these were Kenyan planes", "the killers were Al-Shabaab".
void find_identified(Reading& reading, const Clause& clause, ContentSigns& signs) {
  const Document& doc = reading.document;
  if (clause.subjects.empty() || signs.first_person) return;
  const std::string& head = doc[clause.subjects.front().head].lower;
  std::uint32_t n = 0;
  std::vector<std::string_view> word = {head};
  const bool thing = head == "it" || head == "these" || head == "those" || head == "they" ||
                     head == "this" || kCulprits.contains(head) ||
                     reading.lexicon.match_weapon(word, 0, &n) != nullptr;
  if (!thing) return;
  const Mention* m = reading.mentions.at(clause.complement->head);
  if (m == nullptr) m = reading.mentions.at(clause.complement->tokens.begin);
  if (m != nullptr && m->actor >= 0 && !m->person)
    signs.accused = reading.mentions.principal(m->actor);
}

// "It bore the hallmarks of the group", "this was the work of our squad".
void find_signature(Reading& reading, const Utterance& utterance, ContentSigns& signs) {
  const Document& doc = reading.document;
  for (const Range& range : utterance.content) {
    for (std::uint32_t i = range.begin; i + 2 < range.end; ++i) {
      const std::string& word = doc[i].lower;
      if (doc[i + 1].lower != "of" ||
          !(word == "hallmark" || word == "hallmarks" || word == "work" || word == "handiwork" ||
            word == "fingerprints" || word == "hand"))
        continue;
      if (doc[i + 2].lower == "its" || doc[i + 2].lower == "our") signs.admits = true;
      for (std::uint32_t k = i + 2; k < range.end && k < i + 6; ++k) {
        const Mention* m = reading.mentions.at(k);
        if (m == nullptr || m->actor < 0) continue;
        if (m->actor == utterance.speaker) signs.admits = true;
        if (signs.accused < 0) signs.accused = reading.mentions.principal(m->actor);
        break;
      }
    }
  }
}

// The event that the main verb of the content names, else the first one that it mentions; -1 if
// none. `events` are sorted by position.
int event_in(const std::vector<EventMention>& events, const std::vector<Range>& content,
             const std::vector<const Clause*>& clauses) {
  int first = -1;
  for (const Range& range : content) {
    auto mention = std::lower_bound(
        events.begin(), events.end(), range.begin,
        [](const EventMention& event, std::uint32_t token) { return event.trigger.begin < token; });
    for (; mention != events.end() && mention->trigger.begin < range.end; ++mention) {
      if (mention->event < 0 || !range.contains(mention->trigger)) continue;
      if (!clauses.empty() && mention->trigger.contains(clauses.front()->verb))
        return mention->event;
      if (first < 0) first = mention->event;
    }
  }
  return first;
}

void read_main_clause(Reading& reading, const Utterance& utterance, const Clause& clause,
                      bool first, ContentSigns& signs) {
  const Document& doc = reading.document;
  bool negated = clause.negated && clause.lemma != "doubt";
  for (const Phrase& phrase : clause.subjects) {
    const std::uint32_t begin = phrase.tokens.begin;
    negated = negated || kNegations.contains(doc[begin].lower) ||
              (begin > 0 && kNegations.contains(doc[begin - 1].lower));
    if (first && speaks_of_self(reading, utterance.speaker, clause, phrase))
      signs.first_person = true;
  }
  for (const Phrase& phrase : clause.objects)
    negated = negated || kNegations.contains(doc[phrase.tokens.begin].lower);
  if (clause.complement)
    negated = negated || kNegations.contains(doc[clause.complement->tokens.begin].lower);
  const bool studies = clause.lemma == "investigate" || clause.lemma == "study" ||
                       clause.lemma == "examine" || clause.lemma == "look";
  bool ignorant = kIgnorance.contains(clause.lemma) && (negated || (first && studies));
  for (const Phrase& phrase : clause.objects)
    ignorant = ignorant || (negated && kIgnorance.contains(doc[phrase.head].lower));
  if (ignorant && first) signs.ignorance = true;
  if (!negated || ignorant || kAttitudes.contains(clause.lemma) || clause.future) return;
  signs.negated = true;
  if (first) signs.main_negated = true;
}

}  // namespace

ContentSigns read_content(Reading& reading, const std::vector<EventMention>& events,
                          const Utterance& utterance) {
  ContentSigns signs;
  const Document& doc = reading.document;
  std::vector<std::string_view> lower;
  std::uint32_t words = 0;
  const std::vector<std::string_view>& lower_words = reading.mentions.lower();
  const std::vector<const Clause*> clauses = clauses_in(reading, utterance.content);
  std::set<std::uint32_t> verbs;
  for (const Clause* clause : clauses) verbs.insert(clause->verb);
  bool back_noun = false;
  bool nested = false;
  bool definite = false;
  for (const Range& range : utterance.content) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string& word = doc[i].lower;
      if (!doc[i].word) continue;
      ++words;
      lower.push_back(word);
      // What is said within it ("..., and called it cowardly") is a statement of its own.
      std::uint32_t n = 0;
      if (i > range.begin && verbs.contains(i)) {
        const CueEntry* inner = reading.lexicon.match_cue(lower_words, i, CueEntry::Form::verb, &n);
        nested = nested || (inner != nullptr && !inner->weak);
      }
      if (kCondemning.contains(word) && !nested) signs.condemns = true;
      if (kBackNouns.contains(word) && reading.mentions.at(i) == nullptr) back_noun = true;
      if (word == "the" || word == "any" || word == "those" || word == "these" || word == "this" ||
          word == "that" || word == "such" || word == "it" || word == "all" || word == "them")
        definite = true;
      if (word == "must" || word == "should") signs.must = true;
    }
  }
  for (std::size_t i = 0; i < lower.size(); ++i) {
    std::uint32_t n = 0;
    const CueEntry* cue = reading.lexicon.match_cue(lower, i, CueEntry::Form::adjective, &n);
    // Nouns ("a fabrication") say so where they are nearly all that is said.
    if (cue == nullptr && words <= 12)
      cue = reading.lexicon.match_cue(lower, i, CueEntry::Form::noun, &n);
    if (cue == nullptr || cue->kind != v1::StatementKind::denial) continue;
    const bool negated = i > 0 && kNegations.contains(lower[i - 1]);
    signs.denial_wording = signs.denial_wording || !negated;
  }
  std::string joined;
  for (std::string_view word : lower) joined.append(word).append(" ");
  for (std::string_view silence : kSilences)
    if (joined.find(silence) != std::string::npos) signs.ignorance = true;
  signs.refers_back = words <= 8 && back_noun && definite;
  for (std::string_view part : {"role", "part in", "involvement", "involved", "connection",
                                "to do with", "behind", "responsible", "link", "hand in"})
    if (joined.find(part) != std::string::npos) signs.role = true;
  // "denied any role in ...": the noun is a part of the cue.
  if (utterance.cue != nullptr && utterance.cue->kind == v1::StatementKind::denial)
    for (std::string_view noun :
         {"responsib", "involve", "role", "link", "wrongdoing", "knowledge"})
      if (utterance.cue->phrase.find(noun) != std::string::npos) signs.refers_back = true;

  signs.event = event_in(events, utterance.content, clauses);

  const Clause* main = nullptr;
  // Of every sentence of the content its main clause, and those coordinated with it.
  std::set<std::uint32_t> sentences;
  for (const Clause* clause : clauses) {
    if (clause->form != Clause::Form::finite && clauses.size() > 1) continue;
    const bool first = sentences.insert(doc.sentence_of(clause->verb)).second;
    const bool beside = main != nullptr && clause->governor == main->governor;
    if (!first && !beside) continue;
    if (main == nullptr) main = clause;
    read_main_clause(reading, utterance, *clause, clause == main, signs);
  }
  if (clauses.empty() && !lower.empty() && kNegations.contains(lower[0])) signs.negated = true;
  for (const Clause* clause : clauses) {
    const bool intends = clause->future || clause->form == Clause::Form::infinitive ||
                         (clause->modal != kNone && doc[clause->modal].lower == "will");
    if (intends && !clause->negated && kHostileLemmas.contains(clause->lemma))
      signs.hostile_future = true;
    if (clause->negated) continue;
    const bool harmful = harms(reading, *clause);
    if ((harmful || blames(doc, *clause)) && !in_passing(reading, *clause, verbs))
      find_culprit(reading, utterance, *clause, signs);
    if (clause->complement && signs.accused < 0) find_identified(reading, *clause, signs);
  }
  if (!signs.negated) find_signature(reading, utterance, signs);
  return signs;
}

int actor_behind(Reading& reading, const Phrase& phrase) {
  const Referent who = reading.mentions.resolve(phrase);
  if (who.actor >= 0 || who.pronoun) return who.actor;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i)
    if (const Mention* m = reading.mentions.at(i); m != nullptr && m->actor >= 0 && !m->person)
      return m->actor;
  return -1;
}

std::vector<const Clause*> clauses_in(const Reading& reading, const std::vector<Range>& content) {
  struct Found {
    const Clause* clause;
    bool governed;  // by another clause of the content
  };
  std::vector<Found> found;
  for (const Range& range : content) {
    if (range.empty()) continue;
    const std::uint32_t first = reading.document.sentence_of(range.begin);
    const std::uint32_t last = reading.document.sentence_of(range.end - 1);
    for (std::uint32_t s = first; s <= last; ++s) {
      if (!reading.syntax[s]) continue;
      const std::vector<Clause>& clauses = reading.syntax[s]->clauses;
      for (const Clause& clause : clauses)
        if (range.contains(clause.verb))
          found.push_back(
              {&clause, clause.governor != kNone && range.contains(clauses[clause.governor].verb)});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.governed < b.governed; });
  std::vector<const Clause*> clauses;
  for (const Found& f : found) clauses.push_back(f.clause);
  return clauses;
}

bool silent(const CueEntry& cue) {
  for (std::string_view word : {"comment", "reply", "respond", "answer", "react"})
    if (cue.phrase == word) return true;
  return cue.kind == v1::StatementKind::no_comment;
}

v1::StatementKind::Value statement_kind(const Utterance& utterance, const ContentSigns& signs) {
  using K = v1::StatementKind;
  const K::Value by_cue = utterance.cue == nullptr ? K::claim : utterance.cue->kind;
  if (utterance.cue_negated) {
    // "did not deny", "did not rule out" are neither denial nor its contrary; "has not commented"
    // is a silence.
    return by_cue == K::no_comment || silent(*utterance.cue) ? K::no_comment : K::other;
  }
  switch (by_cue) {
    case K::pledge:
      return signs.hostile_future ? K::threat : K::pledge;
    case K::confirmation:
      if (signs.ignorance) return K::no_comment;
      return signs.admits ? K::responsibility_claim : K::confirmation;
    case K::claim:
    case K::report:
    case K::other:
      break;
    default:
      return by_cue;
  }
  if (signs.denial_wording) return K::denial;
  if (signs.ignorance) return K::no_comment;
  const bool charges = signs.accused >= 0 && signs.accused != utterance.speaker;
  if (signs.negated && (signs.main_negated || !charges)) return K::denial;
  if (signs.condemns) return K::condemnation;
  if (signs.first_person && signs.hostile_future) return K::threat;
  if (signs.admits) return K::responsibility_claim;
  if (charges) return K::accusation;
  if (signs.must) return K::demand;
  if (by_cue == K::report || signs.event >= 0 || utterance.collective) return K::report;
  return by_cue;
}

}  // namespace casus::extract

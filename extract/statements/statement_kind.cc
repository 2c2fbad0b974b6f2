#include "extract/statements/statement_kind.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/statements/culprits.h"

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

const Words kIgnorance = {"know",        "aware",   "information", "confirm",   "comment",
                          "investigate", "examine", "study",       "verify",    "say",
                          "determine",   "rule",    "exclude",     "establish", "speculate",
                          "guess",       "discuss", "analyse",     "analyze"};

const Words kHostileLemmas = {"retaliate", "avenge", "respond", "strike", "attack", "punish",
                              "destroy",   "kill",   "hit",     "crush",  "fight",  "target",
                              "pay",       "invade", "bomb",    "shell",  "resume", "continue",
                              "revenge",   "burn",   "hunt",    "expel"};

const Words kCondemning = {"unacceptable", "cowardly",      "barbaric",    "heinous",
                           "criminal",     "outrageous",    "deplorable",  "despicable",
                           "shameful",     "unjustifiable", "abhorrent",   "atrocious",
                           "crime",        "atrocity",      "intolerable", "reprehensible"};

// "does not seek war" is a claim about a will, and contradicts nobody.
const Words kAttitudes = {"seek",   "want",   "intend",   "wish",      "plan",
                          "desire", "need",   "believe",  "think",     "expect",
                          "hope",   "accept", "tolerate", "negotiate", "agree"};

// Silence in words of its own.
constexpr std::string_view kSilences[] = {
    "nothing to say",     "nothing to add",    "no information",       "not in a position to",
    "looking into",       "looking at",        "aware of the reports", "unaware of",
    "making enquiries",   "making inquiries",  "no comment",           "could not confirm",
    "cannot confirm",     "noted the reports", "noted reports",        "too early to",
    "neither confirm nor"};

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
  if (clause.modal != kNone &&
      (doc[clause.modal].lower == "must" || doc[clause.modal].lower == "should"))
    signs.must = true;
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
  // "leaves no reasonable doubt" denies nothing.
  const Range sentence = doc.sentences()[doc.sentence_of(clause.verb)].tokens;
  for (std::uint32_t i = clause.group.end; i < std::min(clause.group.end + 5, sentence.end); ++i)
    if (doc[i].lower == "doubt") negated = false;
  static const Words kStudies = {"investigate", "study", "examine", "look", "analyse", "analyze"};
  const bool studies = kStudies.contains(clause.lemma);
  bool ignorant = kIgnorance.contains(clause.lemma) && (negated || (first && studies));
  for (const Phrase& phrase : clause.objects)
    ignorant = ignorant || (negated && kIgnorance.contains(doc[phrase.head].lower));
  // "was in no mood for guessing"
  for (std::uint32_t i = clause.group.end; i < std::min(clause.group.end + 6, sentence.end); ++i)
    ignorant =
        ignorant || (negated && (doc[i].lower == "guessing" || doc[i].lower == "speculating" ||
                                 doc[i].lower == "speculation"));
  if (ignorant && first) signs.ignorance = true;
  // "Adan does not think so": an answer.
  if (negated && kAttitudes.contains(clause.lemma) && clause.group.end < sentence.end &&
      doc[clause.group.end].lower == "so")
    signs.denial_wording = true;
  // "does not believe that account"
  static const Words kJudges = {"regard", "consider", "find", "believe", "see", "deem", "take"};
  if (negated && kJudges.contains(clause.lemma) &&
      std::any_of(clause.objects.begin(), clause.objects.end(), [&](const Phrase& phrase) {
        std::uint32_t n = 0;
        return reading.lexicon.match_cue(reading.mentions.lower(), phrase.head,
                                         CueEntry::Form::noun, &n) != nullptr;
      }))
    signs.denial_wording = true;
  // "had never believed that rebels sank the boat"
  static const Words kBeliefs = {"believe", "think", "accept"};
  const bool doubts_it = negated && kBeliefs.contains(clause.lemma) && signs.event >= 0;
  if (!negated || ignorant || clause.future) return;
  if (kAttitudes.contains(clause.lemma) && !doubts_it) return;
  signs.negated = true;
  if (first) signs.main_negated = true;
}

// "nine boats, not six": what others say is put right.
bool corrects(const Document& doc, const std::vector<Range>& content) {
  if (content.empty()) return false;
  const Range last = content.back();
  constexpr std::uint32_t kMost = 5;  // words
  for (std::uint32_t i = last.end; i > last.begin + 3 && last.end - i < kMost; --i)
    if (doc[i - 1].lower == "not" && doc[i - 2].text == ",") return i < last.end;
  return false;
}

// By the main verb's modal, or a word of doubt before it or right behind it: "may have fired",
// "was probably a mine". What quotes a doubt further on is certain of it.
v1::Certainty::Value certainty_of(const Document& doc, const std::vector<Range>& content,
                                  const Clause* main) {
  static const Words kMay = {"may", "might", "could"};
  static const Words kPossible = {"possibly", "perhaps", "maybe"};
  static const Words kProbable = {"probably", "likely", "apparently", "presumably", "seemingly"};
  if (main == nullptr || content.empty()) return v1::Certainty::certain;
  if (main->modal != kNone && !main->negated && kMay.contains(doc[main->modal].lower))
    return v1::Certainty::possible;
  v1::Certainty::Value found = v1::Certainty::certain;
  const Range where = content.front();
  for (std::uint32_t i = where.begin; i < std::min(where.end, main->group.end + 3); ++i) {
    if (i > where.begin && doc[i - 1].lower == "not") continue;
    if (kProbable.contains(doc[i].lower)) found = v1::Certainty::probable;
    if (kPossible.contains(doc[i].lower)) return v1::Certainty::possible;
  }
  return found;
}

// "a lie", but no "rebuttal".
bool passes_verdict(const CueEntry& noun) {
  return noun.content.size() == 1 && noun.content.front() == "object";
}

// "called the charge ...": how something is called.
bool judges(const CueEntry& cue) {
  for (std::string_view verb : {"call", "describe", "label", "brand", "term", "dub", "deem"})
    if (cue.phrase.starts_with(verb)) return true;
  return false;
}

// "the charge an insult", "those allegations beneath reply": what others charge, with anything but
// praise.
bool runs_down(const std::vector<std::string_view>& words) {
  static const Words kCharges = {"allegation", "allegations", "accusation", "accusations",
                                 "charge",     "charges",     "claim",      "claims",
                                 "assertion",  "assertions",  "rumour",     "rumours",
                                 "rumor",      "rumors",      "insinuation"};
  static const Words kPraise = {"true",     "correct",   "accurate",   "credible",  "genuine",
                                "right",    "important", "serious",    "grave",     "disturbing",
                                "alarming", "worrying",  "plausible",  "justified", "fair",
                                "sound",    "shocking",  "convincing", "likely",    "very",
                                "deeply",   "extremely", "troubling",  "unproven",  "horrific"};
  if (words.size() < 3 || words.size() > 8) return false;
  static const Words kThe = {"the", "this", "that", "these", "those", "such", "their", "its"};
  if (!kThe.contains(words[0]) || !kCharges.contains(words[1])) return false;
  return std::none_of(words.begin() + 2, words.end(),
                      [](std::string_view word) { return kPraise.contains(word); });
}

// "admit", but no "confirm".
bool gives_way(const CueEntry& cue) {
  for (std::string_view verb : {"admit", "concede", "acknowledge", "own up"})
    if (cue.phrase.starts_with(verb)) return true;
  return false;
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
      // "that killing" names what it takes up; "that" alone does not.
      const bool pointing =
          (word == "that" || word == "this") && i + 1 < range.end && doc[i + 1].word;
      if (!pointing && kBackNouns.contains(word) && reading.mentions.at(i) == nullptr)
        back_noun = true;
      if (word == "the" || word == "any" || word == "those" || word == "these" || word == "this" ||
          word == "that" || word == "such" || word == "it" || word == "all" || word == "them")
        definite = true;
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
  // "those stories are propaganda, written by the enemy": of a sentence what it says it is.
  for (const Clause* clause : clauses) {
    if (clause->form != Clause::Form::finite || clause->negated || !clause->complement ||
        clause->governor != kNone)
      continue;
    std::uint32_t n = 0;
    const CueEntry* cue =
        reading.lexicon.match_cue(lower_words, clause->complement->head, CueEntry::Form::noun, &n);
    if (cue != nullptr && cue->kind == v1::StatementKind::denial && passes_verdict(*cue) &&
        (clause->group.begin == 0 || doc[clause->group.begin - 1].lower != "there"))
      signs.denial_wording = true;
  }
  if (utterance.cue != nullptr && judges(*utterance.cue) && runs_down(lower))
    signs.denial_wording = true;
  std::string joined;
  for (std::string_view word : lower) joined.append(word).append(" ");
  for (std::string_view silence : kSilences)
    if (joined.find(silence) != std::string::npos) signs.ignorance = true;
  signs.refers_back = words <= 8 && back_noun && definite;
  // "there was no doubt who was behind it": whom others have named.
  if (const std::size_t doubt = joined.find("doubt "); doubt != std::string::npos)
    for (std::string_view who : {"who was responsible", "who is responsible", "who was behind",
                                 "who is behind", "who did it", "who had done it"})
      if (joined.find(who, doubt) != std::string::npos && joined.find("no ") < doubt)
        signs.charges = signs.refers_back = true;
  if (words == 1 && lower.front() == "which") signs.refers_back = true;
  for (std::string_view part : {"role", "part in", "involvement", "involved", "connection", "ties",
                                "to do with", "behind", "responsible", "link", "hand in"})
    if (joined.find(part) != std::string::npos) signs.role = true;
  // "denied any role in ...": the noun is a part of the cue.
  if (utterance.cue != nullptr && utterance.cue->kind == v1::StatementKind::denial)
    for (std::string_view noun :
         {"responsib", "involve", "role", "link", "wrongdoing", "knowledge", "blame"})
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
  // "At no time did they", "In no way was it": the order of words negates.
  if (!clauses.empty() && lower.size() > 3 && lower[1] == "no" &&
      (lower[0] == "at" || lower[0] == "in" || lower[0] == "on" || lower[0] == "under") &&
      (lower[2] == "time" || lower[2] == "point" || lower[2] == "way" || lower[2] == "stage" ||
       lower[2] == "circumstances" || lower[2] == "account"))
    signs.negated = signs.main_negated = true;
  for (const Clause* clause : clauses) {
    const bool intends = clause->future || clause->form == Clause::Form::infinitive ||
                         (clause->modal != kNone && doc[clause->modal].lower == "will");
    if (intends && !clause->negated && kHostileLemmas.contains(clause->lemma))
      signs.hostile_future = true;
  }
  find_culprit(reading, utterance, clauses, signs);
  signs.corrects = corrects(doc, utterance.content);
  signs.certainty = certainty_of(doc, utterance.content, main);
  return signs;
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

bool is_plain(v1::StatementKind::Value kind) {
  return kind == v1::StatementKind::report || kind == v1::StatementKind::claim ||
         kind == v1::StatementKind::other;
}

bool takes_back(const CueEntry& cue) {
  if (cue.kind != v1::StatementKind::denial) return false;
  for (std::string_view verb : {"withdraw", "retract", "recant", "take back", "walk back"})
    if (cue.phrase.starts_with(verb)) return true;
  return false;
}

bool silent(const CueEntry& cue) {
  for (std::string_view word : {"comment", "reply", "respond", "answer", "react", "confirm"})
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
      // "conceded that it was not her ship": what was said before is taken back.
      if (signs.main_negated && !signs.first_person && !signs.admits && gives_way(*utterance.cue))
        return K::denial;
      return signs.admits ? K::responsibility_claim : K::confirmation;
    case K::claim:
    case K::report:
    case K::other:
      break;
    default:
      return by_cue;
  }
  if (signs.denial_wording) return K::denial;
  // "knew nothing of them and kept no ties to them" is more than not to know.
  if (signs.ignorance && !(signs.negated && signs.role)) return K::no_comment;
  const bool charges = signs.charges || (signs.accused >= 0 && signs.accused != utterance.speaker);
  // "We did it. No Chadian helped us."
  if (signs.negated && signs.admits && !signs.main_negated) return K::responsibility_claim;
  if (signs.negated && (signs.main_negated || !charges)) return K::denial;
  if (signs.condemns) return K::condemnation;
  if (signs.first_person && signs.hostile_future) return K::threat;
  if (signs.admits) return K::responsibility_claim;
  if (charges) return K::accusation;
  if (signs.corrects) return K::denial;
  // Who agrees on what should be done, or thinks that it should, asks for nothing.
  const bool thinks = utterance.cue != nullptr && utterance.cue->weak;
  if (signs.must && !thinks) return K::demand;
  if (by_cue == K::report || signs.event >= 0 || utterance.collective) return K::report;
  return by_cue;
}

}  // namespace casus::extract

#include "extract/statement_kind.h"

#include <algorithm>
#include <set>
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

const Words kHostileLemmas = {"retaliate", "avenge",  "respond", "strike", "attack", "punish",
                              "destroy",   "kill",    "hit",     "crush",  "fight",  "target",
                              "pay",       "invade",  "bomb",    "shell",  "resume", "continue",
                              "regret",    "revenge", "burn",    "hunt",   "expel"};

const Words kCondemning = {"unacceptable", "cowardly",      "barbaric",    "heinous",
                           "criminal",     "outrageous",    "deplorable",  "despicable",
                           "shameful",     "unjustifiable", "abhorrent",   "atrocious",
                           "crime",        "atrocity",      "intolerable", "reprehensible"};

const Words kBlame = {"responsible", "behind", "guilty", "culpable", "blame"};

// "does not seek war" is a claim about a will, and contradicts nobody.
const Words kAttitudes = {"seek",   "want",   "intend",   "wish",      "plan",
                          "desire", "need",   "believe",  "think",     "expect",
                          "hope",   "accept", "tolerate", "negotiate", "agree"};

bool first_person_word(std::string_view lower) {
  return lower == "we" || lower == "our" || lower == "i" || lower == "ours" || lower == "us" ||
         lower == "my";
}

// The clauses of a content: those whose verb stands in it, the main one first.
std::vector<const Clause*> clauses_in(const Reading& reading, const std::vector<Range>& content) {
  std::vector<const Clause*> found;
  for (const Range& range : content) {
    if (range.empty()) continue;
    const std::uint32_t first = reading.document.sentence_of(range.begin);
    const std::uint32_t last = reading.document.sentence_of(range.end - 1);
    for (std::uint32_t s = first; s <= last; ++s) {
      if (!reading.syntax[s]) continue;
      for (const Clause& clause : reading.syntax[s]->clauses)
        if (range.contains(clause.verb)) found.push_back(&clause);
    }
  }
  // A finite verb goes before a participle or infinitive that stands in front of it.
  std::stable_sort(found.begin(), found.end(), [](const Clause* a, const Clause* b) {
    return (a->form == Clause::Form::finite) > (b->form == Clause::Form::finite);
  });
  return found;
}

bool speaks_of_self(Reading& reading, int speaker, const Phrase& subject) {
  const Document& doc = reading.document;
  for (std::uint32_t i = subject.tokens.begin; i < subject.tokens.end; ++i)
    if (first_person_word(doc[i].lower) && reading.mentions.at(i) == nullptr) return true;
  if (speaker < 0) return false;
  const std::string& head = doc[subject.head].lower;
  if (doc[subject.tokens.begin].lower == "its" || doc[subject.tokens.begin].lower == "their" ||
      head == "it" || head == "they")
    return true;
  const Referent who = reading.mentions.resolve(subject);
  return who.actor >= 0 &&
         reading.mentions.principal(who.actor) == reading.mentions.principal(speaker);
}

}  // namespace

ContentSigns read_content(Reading& reading, const std::vector<EventMention>& events,
                          const v1::ArticleAnnotation& annotation, const Utterance& utterance) {
  ContentSigns signs;
  const Document& doc = reading.document;
  std::vector<std::string_view> lower;
  std::uint32_t words = 0;
  bool back_noun = false;
  bool definite = false;
  for (const Range& range : utterance.content) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string& word = doc[i].lower;
      if (!doc[i].word) continue;
      ++words;
      lower.push_back(word);
      if (kCondemning.contains(word)) signs.condemns = true;
      if (kBackNouns.contains(word) && reading.mentions.at(i) == nullptr) back_noun = true;
      if (word == "the" || word == "any" || word == "those" || word == "these" || word == "this" ||
          word == "that" || word == "such" || word == "it" || word == "all" || word == "them" ||
          word == "such")
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
  signs.refers_back = words <= 8 && back_noun && definite;

  for (const EventMention& mention : events)
    for (const Range& range : utterance.content)
      if (signs.event < 0 && mention.event >= 0 && range.contains(mention.trigger))
        signs.event = mention.event;

  const std::vector<const Clause*> clauses = clauses_in(reading, utterance.content);
  const Clause* main = nullptr;
  for (const Clause* clause : clauses) {
    // The first finite clause that is no subordinate one of another in the content.
    if (main == nullptr) main = clause;
  }
  if (main != nullptr) {
    signs.negated = main->negated && !kAttitudes.contains(main->lemma);
    signs.acts = !main->passive && !main->complement;
    for (const Phrase& phrase : main->subjects) {
      if (kNegations.contains(doc[phrase.tokens.begin].lower)) signs.negated = true;
      if (speaks_of_self(reading, utterance.speaker, phrase)) signs.first_person = true;
    }
    for (const Phrase& phrase : main->objects)
      if (kNegations.contains(doc[phrase.tokens.begin].lower)) signs.negated = true;
    if (main->complement && kNegations.contains(doc[main->complement->tokens.begin].lower))
      signs.negated = true;
    if (kIgnorance.contains(main->lemma) && (signs.negated || main->lemma == "investigate" ||
                                             main->lemma == "study" || main->lemma == "examine"))
      signs.ignorance = true;
    for (const Phrase& phrase : main->objects)
      if (signs.negated && kIgnorance.contains(doc[phrase.head].lower)) signs.ignorance = true;
  } else if (!lower.empty() && (lower[0] == "not" || lower[0] == "no" || lower[0] == "nothing")) {
    signs.negated = true;
  }
  for (const Clause* clause : clauses) {
    const bool intends = clause->future || clause->form == Clause::Form::infinitive ||
                         (clause->modal != kNone && doc[clause->modal].lower == "will");
    if (intends && !clause->negated && kHostileLemmas.contains(clause->lemma))
      signs.hostile_future = true;
    if (utterance.cue != nullptr && kHostileLemmas.contains(clause->lemma) &&
        clause->form != Clause::Form::finite)
      signs.hostile_future = true;
    // "Kenya was behind the attack", "Iran is responsible".
    if (clause->complement && !clause->negated && clause->subjects.size() == 1 &&
        signs.accused < 0) {
      const Range after{clause->group.end,
                        std::min<std::uint32_t>(clause->group.end + 4,
                                                static_cast<std::uint32_t>(doc.tokens().size()))};
      for (std::uint32_t i = after.begin; i < after.end; ++i)
        if (kBlame.contains(doc[i].lower))
          signs.accused = reading.mentions.resolve(clause->subjects.front()).actor;
    }
  }
  if (signs.event >= 0) {
    const std::string& type = annotation.events(signs.event).type();
    signs.violent = type == "ASSAULT" || type == "COERCE";
  }
  // Whose act the event in it is.
  if (signs.accused < 0 && signs.event >= 0 && !signs.negated) {
    const v1::Event& event = annotation.events(signs.event);
    for (const v1::Initiator& initiator : event.initiators()) {
      if (!signs.violent || initiator.actor().empty()) continue;
      bool inside = false;
      for (const Range& range : utterance.content) {
        const v1::Span span = reading.span(range);
        inside = inside ||
                 (initiator.span().begin() >= span.begin() && initiator.span().end() <= span.end());
      }
      if (!inside) continue;
      for (std::size_t i = 0; i < reading.mentions.actors().size(); ++i)
        if (reading.mentions.actors()[i].key() == initiator.actor())
          signs.accused = static_cast<int>(i);
    }
  }
  return signs;
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
      return signs.negated && signs.ignorance ? K::no_comment : K::confirmation;
    case K::claim:
    case K::report:
    case K::other:
      break;
    default:
      return by_cue;
  }
  if (signs.denial_wording) return K::denial;
  if (signs.ignorance) return K::no_comment;
  if (signs.negated) return K::denial;
  if (signs.condemns) return K::condemnation;
  if (signs.first_person && signs.hostile_future) return K::threat;
  if (signs.first_person && signs.acts && signs.violent) return K::responsibility_claim;
  if (signs.accused >= 0 && signs.accused != utterance.speaker) return K::accusation;
  if (signs.must) return K::demand;
  if (by_cue == K::report || signs.event >= 0 || utterance.collective) return K::report;
  return by_cue;
}

}  // namespace casus::extract

#include "extract/statements/proposition.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/statements/culprits.h"

namespace casus::extract {
namespace {

const std::set<std::string_view> kStopWords = {
    "the",  "and",   "that",  "with",  "from",    "have", "has",   "had",   "was",
    "were", "been",  "being", "are",   "its",     "his",  "her",   "their", "they",
    "them", "this",  "these", "those", "which",   "who",  "for",   "not",   "but",
    "any",  "there", "did",   "does",  "our",     "what", "when",  "where", "while",
    "will", "would", "said",  "into",  "having",  "over", "about", "also",  "than",
    "then", "out",   "all",   "one",   "neither", "nor"};

std::string stem(std::string_view word) {
  for (std::string_view suffix : {"ings", "ing", "ied", "ies", "ed", "es", "s"})
    if (word.size() > suffix.size() + 3 && word.ends_with(suffix))
      return std::string(word.substr(0, word.size() - suffix.size()));
  return std::string(word);
}

std::string third_person(const std::string& lemma) {
  if (lemma == "be") return "is";
  if (lemma == "have") return "has";
  if (lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") ||
      lemma.ends_with("x") || lemma.ends_with("o") || lemma.ends_with("z"))
    return lemma + "es";
  const bool vowel = lemma.size() > 1 && std::string_view("aeiou").find(lemma[lemma.size() - 2]) !=
                                             std::string_view::npos;
  if (lemma.ends_with("y") && !vowel) return lemma.substr(0, lemma.size() - 1) + "ies";
  return lemma + "s";
}

// What there is some of, and not one.
const std::set<std::string_view> kMassNouns = {
    "evidence", "information", "knowledge",  "proof", "truth",      "help",     "contact",
    "damage",   "money",       "ammunition", "fire",  "assistance", "violence", "people",
    "police",   "personnel",   "men",        "women", "children",   "doubt",    "support"};

// The words of a content; of what is denied without the negation.
class Wording {
 public:
  Wording(const Reading& reading, bool positive)
      : reading_(reading), doc_(reading.document), positive_(positive) {}

  void add(Range range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = doc_[i];
      const std::string& word = token.lower;
      if (token.text == "\"" || token.text == "\u201c" || token.text == "\u201d") {
        quote_gap_ = token.space_before;
        continue;
      }
      if (positive_ && (word == "not" || word == "n't" || word == "never" || word == "neither"))
        continue;
      const std::string_view text = positive_ ? affirmed(i) : std::string_view(token.text);
      if (text.empty()) continue;
      if (out_.empty() && (word == "that" || word == "of")) continue;
      const bool gap = !out_.empty() && (token.space_before || quote_gap_ || i == range.begin);
      quote_gap_ = false;
      if (gap) out_ += ' ';
      out_ += text;
    }
  }

  std::string take() {
    while (!out_.empty() && (out_.back() == ',' || out_.back() == '.' || out_.back() == ' '))
      out_.pop_back();
    return std::move(out_);
  }

 private:
  // The word without its negation: "no role" is "a role", "none of them" "some of them".
  std::string_view affirmed(std::uint32_t i) const {
    const std::string& word = doc_[i].lower;
    if (word == "no" || word == "any") return article_before(i);
    if (word == "nobody" || word == "anybody" || word == "anyone") return "somebody";
    if (word == "nothing" || word == "anything") return "something";
    if (word == "none") return "some";
    if (word == "nor") return "or";
    if (word == "cannot") return "can";
    return doc_[i].text;
  }

  // "a", "an", or nothing before many and what cannot be counted.
  std::string_view article_before(std::uint32_t i) const {
    if (i + 1 >= doc_.tokens().size()) return {};
    const std::string& next = doc_[i + 1].lower;
    if (next == "of") return "some";
    if (next == "one") return {};
    std::uint32_t head = i + 1;
    if (const auto& syntax = reading_.syntax[doc_.sentence_of(i)])
      for (const Phrase& phrase : syntax->phrases)
        if (phrase.tokens.begin == i) head = phrase.head;
    const std::string& noun = doc_[head].lower;
    const bool many = noun.size() > 2 && noun.ends_with('s') && !noun.ends_with("ss") &&
                      !noun.ends_with("us") && !noun.ends_with("is");
    const bool doing = noun.ends_with("ing") && noun != "building" && noun != "meeting" &&
                       noun != "hearing" && noun != "warning";
    if (many || doing || kMassNouns.contains(noun)) return {};
    return std::string_view("aeiou").find(next.front()) == std::string_view::npos ? "a" : "an";
  }

  const Reading& reading_;
  const Document& doc_;
  bool positive_;
  std::string out_;
  bool quote_gap_ = false;  // a quotation mark that was left out had a space before it
};

// "We have boats" becomes "Chad has boats": the verb that stands at `at`.
void agree(std::string& content, std::size_t at) {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"have", "has"}, {"are", "is"}, {"were", "was"}, {"do", "does"}};
  const std::size_t end = std::min(content.find(' ', at), content.size());
  for (const auto& [many, one] : kForms)
    if (content.compare(at, end - at, many) == 0) {
      content.replace(at, end - at, one);
      return;
    }
}

// Of a deed or a part in it that somebody denies, who would have done or had it: "Chad " before
// "had burned the mill", "Chad had " before "a role in it", "Chad carried out " before "the raid".
// Empty where what is denied is a charge ("the report").
std::string denied_of(const Reading& reading, const StatementDraft& draft,
                      const v1::Statement& statement, const Clause* clause, int subject) {
  static const std::set<std::string_view> kShares = {
      "role", "part",       "hand",           "involvement", "complicity", "link",    "links",
      "ties", "connection", "responsibility", "knowledge",   "contact",    "contacts"};
  const Document& doc = reading.document;
  const Range content = draft.content.front();
  const std::string name = reading.mentions.actors()[static_cast<std::size_t>(subject)].name();
  const std::string& first = doc[content.begin].lower;
  if (clause != nullptr)
    return content.begin == clause->verb || first == "having" ? name + " " : std::string();
  for (std::uint32_t i = content.begin; i < std::min(content.end, content.begin + 3); ++i)
    if (kShares.contains(doc[i].lower)) return name + " had ";
  const v1::Span& cue = statement.cue(0);
  const std::string_view words =
      reading.document.text().substr(cue.begin(), cue.end() - cue.begin());
  if (words.find("responsib") != std::string_view::npos) return name + " carried out ";
  for (std::string_view share : {"involvement", "role", "part", "complicity"})
    if (words.ends_with(share)) return name + " had a role in ";
  for (std::uint32_t i = content.begin; i < std::min(content.end, content.begin + 3); ++i) {
    std::uint32_t n = 0;
    const TriggerEntry* deed = reading.lexicon.match_trigger(reading.mentions.lower(), i, true, &n);
    if (deed != nullptr && deed->type == "ASSAULT") return name + " carried out ";
  }
  return {};
}

// "will go", "should be held".
bool lies_ahead(const Document& document, const Clause& clause) {
  if (clause.future) return true;
  if (clause.modal == kNone) return false;
  const std::string& modal = document[clause.modal].lower;
  return modal == "will" || modal == "would" || modal == "should" || modal == "must";
}

// Who did what a passive tells of, if it says so; -1 if not.
int agent_of(Reading& reading, int speaker, const Clause& clause) {
  if (!clause.passive) return -1;
  for (const Phrase& agent : clause.agents) {
    const bool self = speaker >= 0 && speaks_of_self(reading, speaker, clause, agent);
    const int actor = self ? speaker : actor_behind(reading, agent);
    if (actor >= 0) return reading.mentions.principal(actor);
  }
  return -1;
}

// "a Chadian sniper" for whom a cue accuses so, and the actor's name for "Chad" or "them".
std::string name_for(const Reading& reading, const StatementDraft& draft, bool charge, int actor) {
  const Mention* name = draft.accused.empty() ? nullptr : reading.mentions.at(draft.accused.begin);
  for (std::uint32_t i = draft.accused.begin; i < draft.accused.end && name == nullptr; ++i)
    name = reading.mentions.at(i);
  constexpr std::uint32_t kMost = 6;  // words
  if (charge && name != nullptr && name->demonym && name->tokens.end < draft.accused.end &&
      draft.accused.size() <= kMost)
    return std::string(reading.document.text_of(draft.accused));
  return reading.mentions.actors()[static_cast<std::size_t>(actor)].name();
}

// "had never believed that rebels sank the boat": where what is doubted begins; kNone if a denial
// is of no belief.
std::uint32_t doubted_in(const Reading& reading, const StatementDraft& draft,
                         const Clause* clause) {
  if (clause == nullptr || !draft.signs.main_negated || draft.signs.event < 0) return kNone;
  if (clause->lemma != "believe" && clause->lemma != "think" && clause->lemma != "accept")
    return kNone;
  for (const Clause& inner : reading.syntax[reading.document.sentence_of(clause->verb)]->clauses)
    if (inner.form == Clause::Form::finite && inner.verb > clause->verb &&
        !inner.subjects.empty() && inner.subjects.front().tokens.begin > clause->verb)
      return inner.subjects.front().tokens.begin;
  return kNone;
}

}  // namespace

double word_overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (const std::string& word : a) common += b.contains(word);
  return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

Proposition read_proposition(Reading& reading, const StatementDraft& draft,
                             const v1::Statement& statement) {
  Proposition proposition;
  const Document& doc = reading.document;
  proposition.event = draft.signs.event;
  const std::vector<const Clause*> clauses = clauses_in(reading, draft.content);
  const Clause* clause = clauses.empty() ? nullptr : clauses.front();
  if (statement.kind() == v1::StatementKind::denial) {
    const std::uint32_t doubted = doubted_in(reading, draft, clause);
    if (doubted != kNone && draft.content.front().contains(doubted)) {
      StatementDraft inner = draft;
      inner.content.front().begin = doubted;
      inner.signs.first_person = false;
      return read_proposition(reading, inner, statement);
    }
  }
  Wording wording(reading, statement.kind() == v1::StatementKind::denial);

  // "accused Iran of supporting ...": the one who is addressed is the subject.
  const bool charge = statement.kind() == v1::StatementKind::accusation && draft.addressee >= 0;
  const bool own_subject =
      clause != nullptr && !clause->subjects.empty() &&
      std::any_of(draft.content.begin(), draft.content.end(), [&](const Range& range) {
        return range.contains(clause->subjects.front().head);
      });
  if (own_subject) {
    proposition.subject = actor_behind(reading, clause->subjects.front());
    const std::string& head = doc[clause->subjects.front().head].lower;
    const bool quoted = doc.quotation_of(clause->subjects.front().head) != nullptr;
    // Who is quoted does not call their own side "they".
    if (head == "they" && quoted && proposition.subject >= 0 &&
        proposition.subject == reading.mentions.principal(draft.speaker))
      proposition.subject = -1;
    // One person's "it" and "they" are others.
    const bool body = draft.speaker < 0 ||
                      reading.mentions.actors()[draft.speaker].kind() != v1::ActorKind::person;
    const bool self = head == "we" || head == "i" ||
                      (body && !quoted && (head == "it" || head == "they") &&
                       !says_what_it_was(reading, *clause));
    if (proposition.subject < 0 && (draft.signs.first_person || self))
      proposition.subject = reading.mentions.principal(draft.speaker);
  } else if (charge) {
    proposition.subject = draft.addressee;
  } else if (statement.kind() == v1::StatementKind::responsibility_claim ||
             statement.kind() == v1::StatementKind::denial) {
    proposition.subject = reading.mentions.principal(draft.speaker);
  }
  // "The mine was laid by Chad", "the ferry was sunk by us": who did it.
  if (const int doer = clause == nullptr ? -1 : agent_of(reading, draft.speaker, *clause);
      doer >= 0)
    proposition.subject = doer;
  // Whoever stands accused is whom the claim is about, however it is worded: "It was Kenya."
  if (charge) proposition.subject = draft.addressee;
  // "blamed the raid on Chad", "claimed the raid"
  const bool claimed = statement.kind() == v1::StatementKind::responsibility_claim &&
                       clause == nullptr && proposition.subject >= 0;
  const bool deed = (charge && clause == nullptr) || claimed;
  if ((charge && !own_subject) || claimed)
    proposition.text =
        name_for(reading, draft, charge, proposition.subject) + (deed ? " carried out " : " ");
  if (clause != nullptr) {
    proposition.predicate = clause->lemma;
    proposition.ahead = lies_ahead(doc, *clause);
    const std::vector<Phrase>& acted_on = clause->passive ? clause->subjects : clause->objects;
    for (const Phrase& phrase : acted_on) {
      const Referent object = reading.mentions.resolve(phrase);
      if (object.actor >= 0 && object.actor != proposition.subject) {
        proposition.object = reading.mentions.actor_key(object.actor, phrase.tokens);
        break;
      }
    }
  }
  const bool denied = statement.kind() == v1::StatementKind::denial && proposition.subject >= 0 &&
                      !own_subject && !draft.content.empty();
  if (denied) proposition.text = denied_of(reading, draft, statement, clause, proposition.subject);
  for (Range range : draft.content) {
    // "accused Iran of supporting ...": "Iran supports ...".
    const bool told = (charge && !own_subject) || !proposition.text.empty();
    if (told && clause != nullptr && range.begin == clause->verb &&
        doc[clause->verb].lower.ends_with("ing")) {
      proposition.text += third_person(clause->lemma) + " ";
      ++range.begin;
    } else if (told && doc[range.begin].lower == "having") {
      proposition.text += "had ";
      ++range.begin;
    }
    // "the raid, for which": the pronoun is the sentence's.
    if (range.size() > 2 && doc[range.end - 1].lower == "which") {
      --range.end;
      if (doc[range.end - 1].lower == "for") --range.end;
    }
    // What a quotation goes on with in further sentences is said too, but is no part of the
    // wording.
    if (doc.sentence_of(range.begin) == doc.sentence_of(draft.content.front().begin))
      wording.add(range);
  }
  std::string content = wording.take();
  if (content.empty()) {
    proposition.text.clear();
    return proposition;
  }
  // "it did conduct a strike": who is meant, outside of their own words.
  if (proposition.subject >= 0 && proposition.text.empty()) {
    const std::size_t first = content.find(' ');
    const std::string word = content.substr(0, first);
    const bool it =
        (word == "it" || word == "It") && clause != nullptr && !says_what_it_was(reading, *clause);
    const bool we = word == "we" || word == "We";
    if (first != std::string::npos && (it || we)) {
      const std::string& name = reading.mentions.actors()[proposition.subject].name();
      if (we && !name.ends_with('s')) agree(content, first + 1);
      content.replace(0, first, name);
    }
  }
  proposition.text += content;
  for (const Range& range : draft.content)
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = doc[i];
      // Who it is about is compared by itself.
      const Mention* name = reading.mentions.at(i);
      if (proposition.subject >= 0 && name != nullptr && name->actor >= 0 &&
          reading.mentions.principal(name->actor) ==
              reading.mentions.principal(proposition.subject))
        continue;
      if ((token.word || token.number) && token.lower.size() > 2 &&
          !kStopWords.contains(token.lower))
        proposition.words.insert(stem(token.lower));
    }
  return proposition;
}

}  // namespace casus::extract

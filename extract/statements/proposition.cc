#include "extract/statements/proposition.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace casus::extract {
namespace {

const std::set<std::string_view> kStopWords = {
    "the",   "and",   "that",  "with", "from",  "have",  "has",   "had",   "was",     "were",
    "been",  "being", "are",   "its",  "his",   "her",   "their", "they",  "them",    "this",
    "these", "those", "which", "who",  "for",   "not",   "but",   "any",   "there",   "did",
    "does",  "our",   "what",  "when", "where", "while", "will",  "would", "said",    "into",
    "over",  "about", "also",  "than", "then",  "out",   "all",   "one",   "neither", "nor"};

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

// The words of a content; of what is denied without the negation.
class Wording {
 public:
  Wording(const Document& document, bool positive) : doc_(document), positive_(positive) {}

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
      std::string_view text = token.text;
      if (positive_ && (word == "no" || word == "nobody" || word == "nothing" || word == "none" ||
                        word == "nor" || word == "cannot"))
        text = word == "no"        ? "any"
               : word == "nobody"  ? "somebody"
               : word == "nothing" ? "something"
               : word == "none"    ? "some"
               : word == "nor"     ? "or"
                                   : "can";
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
  const Document& doc_;
  bool positive_;
  std::string out_;
  bool quote_gap_ = false;  // a quotation mark that was left out had a space before it
};

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
  Wording wording(doc, statement.kind() == v1::StatementKind::denial);

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
    const bool self =
        head == "we" || head == "i" || ((head == "it" || head == "they") && !clause->complement);
    if (proposition.subject < 0 && (draft.signs.first_person || self))
      proposition.subject = reading.mentions.principal(draft.speaker);
  } else if (charge) {
    proposition.subject = draft.addressee;
  } else if (statement.kind() == v1::StatementKind::responsibility_claim ||
             statement.kind() == v1::StatementKind::denial) {
    proposition.subject = reading.mentions.principal(draft.speaker);
  }
  // Whoever stands accused is whom the claim is about, however it is worded: "It was Kenya."
  if (charge) proposition.subject = draft.addressee;
  const bool deed = charge && clause == nullptr;  // "blamed the raid on Chad"
  if (charge && !own_subject)
    proposition.text =
        reading.mentions.actors()[draft.addressee].name() + (deed ? " carried out " : " ");
  if (clause != nullptr) {
    proposition.predicate = clause->lemma;
    const std::vector<Phrase>& acted_on = clause->passive ? clause->subjects : clause->objects;
    for (const Phrase& phrase : acted_on) {
      const Referent object = reading.mentions.resolve(phrase);
      if (object.actor >= 0 && object.actor != proposition.subject) {
        proposition.object = reading.mentions.actor_key(object.actor, phrase.tokens);
        break;
      }
    }
  }
  for (Range range : draft.content) {
    // "accused Iran of supporting ...": "Iran supports ...".
    if (charge && !own_subject && clause != nullptr && range.begin == clause->verb &&
        doc[clause->verb].lower.ends_with("ing")) {
      proposition.text += third_person(clause->lemma) + " ";
      ++range.begin;
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
    const bool it = (word == "it" || word == "It") && clause != nullptr && !clause->complement;
    const bool we = word == "we" || word == "We";
    if (first != std::string::npos && (it || we))
      content.replace(0, first, reading.mentions.actors()[proposition.subject].name());
  }
  proposition.text += content;
  for (const Range& range : draft.content)
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = doc[i];
      if ((token.word || token.number) && token.lower.size() > 2 &&
          !kStopWords.contains(token.lower))
        proposition.words.insert(stem(token.lower));
    }
  return proposition;
}

}  // namespace casus::extract

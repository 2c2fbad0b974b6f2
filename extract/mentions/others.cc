#include "extract/mentions/others.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace casus::extract {
namespace {

bool says_where(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near" ||
         preposition == "outside" || preposition == "inside" || preposition == "around" ||
         preposition == "throughout" || preposition == "across" || preposition == "within";
}

// "surrendered after a government offensive": what else happened.
bool says_when(std::string_view preposition) {
  return preposition == "after" || preposition == "following" || preposition == "during" ||
         preposition == "since" || preposition == "amid" || preposition == "despite" ||
         preposition == "until" || preposition == "before";
}

// Nouns that take up whoever was named before, or nobody in particular.
bool anaphoric(std::string_view noun) {
  static const std::set<std::string_view> kNouns{
      "country",  "countries", "nation",    "nations",    "state",    "states",
      "side",     "sides",     "party",     "parties",    "source",   "sources",
      "official", "officials", "neighbour", "neighbours", "neighbor", "neighbors",
      "people",   "person",    "world",     "others"};
  return kNouns.contains(noun);
}

class Finder {
 public:
  Finder(Reading& reading, int self) : reading_(reading), self_(principal(self)) {}

  void search(Range range) {
    if (range.empty() || !named_.empty()) return;
    const Document& document = reading_.document;
    const std::uint32_t first = document.sentence_of(range.begin);
    const std::uint32_t last = document.sentence_of(range.end - 1);
    for (std::uint32_t s = first; s <= last && named_.empty(); ++s) {
      if (!reading_.syntax[s]) continue;
      for (const Phrase& phrase : reading_.syntax[s]->phrases) {
        if (phrase.tokens.end <= range.begin) continue;
        if (phrase.tokens.begin >= range.end) break;
        if (!named_.empty() && !listed_beside(named_, phrase.tokens.begin)) return;
        read(
            {phrase.head,
             {std::max(phrase.tokens.begin, range.begin), std::min(phrase.tokens.end, range.end)}});
      }
    }
  }

  std::vector<Referent> take(bool or_where) {
    if (!named_.empty()) return std::move(named_);
    if (unnamed_.empty() && or_where) return std::move(where_);
    return std::move(unnamed_);
  }

 private:
  int principal(int actor) const { return actor < 0 ? -1 : reading_.mentions.principal(actor); }

  bool own(int actor) const { return self_ >= 0 && principal(actor) == self_; }

  bool listed_beside(const std::vector<Referent>& list, std::uint32_t begin) const {
    const std::uint32_t end = list.back().tokens.end;
    const Document& document = reading_.document;
    return begin > end && begin - end <= 2 &&
           (document[begin - 1].lower == "and" || document[end].text == ",");
  }

  void read(const Phrase& phrase) {
    if (!phrase.tokens.contains(phrase.head)) return;
    Referent whole = reading_.mentions.resolve(phrase);
    if (whole.pronoun) return;
    if (whole.actor >= 0 || names_people(phrase)) {
      const bool known = whole.actor >= 0;
      const bool other = !own(whole.actor);
      if (other) add(phrase.tokens.begin, std::move(whole));
      if (other || known) return;
    }
    for (std::uint32_t at = phrase.tokens.begin; at < phrase.tokens.end; ++at) {
      const Mention* mention = reading_.mentions.at(at);
      if (mention == nullptr || mention->actor < 0 || own(mention->actor)) continue;
      Referent named;
      named.actor = mention->actor;
      named.tokens = mention->tokens;
      named.text = reading_.document.text_of(mention->tokens);
      add(mention->tokens.begin, std::move(named));
      return;
    }
  }

  // "the police", "its partners": somebody, though nobody knows who; "the two countries" are those
  // that were named before.
  bool names_people(const Phrase& phrase) const {
    std::uint32_t n = 0;
    return !anaphoric(reading_.document[phrase.head].lower) &&
           reading_.lexicon.match_agent(reading_.mentions.lower(), phrase.head, &n) != nullptr;
  }

  void add(std::uint32_t begin, Referent who) {
    const Document& document = reading_.document;
    std::uint32_t before = begin;
    while (before > 0 &&
           (document[before - 1].lower == "the" || document[before - 1].lower == "a")) {
      --before;
    }
    if (before > 0 && says_when(document[before - 1].lower)) return;
    const Mention* name = reading_.mentions.at(who.tokens.end - 1);
    const bool place = name != nullptr && name->place != nullptr && !name->demonym;
    if (place && before > 0 && says_where(document[before - 1].lower)) {
      if (where_.empty()) where_.push_back(std::move(who));
    } else if (who.actor >= 0) {
      named_.push_back(std::move(who));
    } else if (unnamed_.empty() || listed_beside(unnamed_, begin)) {
      unnamed_.push_back(std::move(who));
    }
  }

  Reading& reading_;
  const int self_;
  std::vector<Referent> named_;
  std::vector<Referent> unnamed_;
  std::vector<Referent> where_;
};

}  // namespace

std::vector<Referent> others_in(Reading& reading, const std::vector<Range>& ranges, int self,
                                bool or_where) {
  Finder finder(reading, self);
  for (const Range& range : ranges) finder.search(range);
  return finder.take(or_where);
}

}  // namespace casus::extract

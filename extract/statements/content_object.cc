// Of what a cue says, that which is a noun: its object, what a relative clause or a passive has in
// its place, what something is called.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "extract/statements/cue_finder.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

using Form = CueEntry::Form;

constexpr std::uint32_t kLongestObject = 12;  // tokens behind "called X ... 'a crime'"

}  // namespace

// What is acted on; "[call for] an end": of a cue that ends with a preposition, what that governs.
std::vector<Phrase> CueFinder::objects(const Clause& clause, const Attribution& attribution) const {
  std::vector<Phrase> found = clause.passive ? clause.subjects : clause.objects;
  const std::vector<std::string>& whom = attribution.cue->addressee;
  for (const Adjunct& a : clause.adjuncts) {
    const bool governs = attribution.cue_tokens.contains(a.preposition) &&
                         std::find(whom.begin(), whom.end(), lower_[a.preposition]) == whom.end();
    if (found.empty() && governs) found.push_back(a.phrase);
  }
  if (found.empty() && !clause.passive)
    if (const auto antecedent = antecedent_of(clause)) found.push_back(*antecedent);
  return found;
}

// "[a raid] that Chad blamed on Niger", "[a charge] it threw out": what a relative clause lacks.
std::optional<Phrase> CueFinder::antecedent_of(const Clause& clause) const {
  if (clause.subjects.empty()) return std::nullopt;
  std::uint32_t begin = clause.subjects.front().tokens.begin;
  if (begin == 0 || begin >= clause.verb) return std::nullopt;
  const bool whom = lower_[begin - 1] == "which" || lower_[begin - 1] == "whom";
  if (whom || lower_[begin - 1] == "that") --begin;
  // "Niger, which Chad accuses of the raid"
  if (whom && begin > 1 && doc_[begin - 1].text == ",")
    if (const Mention* name = reading_.mentions.at(begin - 2); name != nullptr && name->actor >= 0)
      --begin;
  const auto& phrases = reading_.syntax[doc_.sentence_of(clause.verb)]->phrases;
  for (const Phrase& phrase : phrases)
    if (phrase.tokens.end == begin) return phrase;
  return std::nullopt;
}

// "[a strike on the mills of Chad, which] Chad blamed on Niger": the phrase before a comma and
// "which" with those that it hangs on, and the pronoun.
Range CueFinder::with_relative(Range phrase, const Clause& clause) const {
  if (clause.subjects.empty()) return phrase;
  const std::uint32_t subject = clause.subjects.front().tokens.begin;
  if (subject < 2 || lower_[subject - 1] != "which" || phrase.end + 2 != subject ||
      doc_[phrase.end].text != ",")
    return phrase;
  return {begin_of_chain(phrase.begin), subject};
}

// Where "a strike | on the mills | near Mao" begins, of which the last phrase begins at the token;
// a place may stand between commas: "a strike on the mills, in Chad".
std::uint32_t CueFinder::begin_of_chain(std::uint32_t last) const {
  const Syntax& syntax = *reading_.syntax[doc_.sentence_of(last)];
  const std::uint32_t first = sentence_range(doc_.sentence_of(last)).begin;
  for (auto phrase = syntax.phrases.rbegin(); phrase != syntax.phrases.rend(); ++phrase)
    if (const Mention* name = reading_.mentions.at(last);
        syntax.parts[last - 1 - first] == PartOfSpeech::preposition && !is_time(*phrase) &&
        (phrase->tokens.end + 1 == last || (phrase->tokens.end + 2 == last && name != nullptr &&
                                            name->place != nullptr && lower_[last - 2] == ",")))
      last = phrase->tokens.begin;
  return last;
}

// The words that the "..." of a cue stands for: "called [that] absurd".
Range CueFinder::gap_of(const Attribution& attribution) const {
  const std::string& phrase = attribution.cue->phrase;
  const std::size_t gap = phrase.find(" ... ");
  if (gap == std::string::npos) return {};
  const auto words = [](std::string_view part) {
    return static_cast<std::uint32_t>(std::count(part.begin(), part.end(), ' ') + 1);
  };
  std::uint32_t begin = attribution.cue_tokens.begin;
  const std::uint32_t stop = attribution.cue_tokens.end;
  std::uint32_t n = 0;
  while (begin < stop &&
         reading_.lexicon.match_cue(lower_, begin, Form::verb, &n) != attribution.cue)
    ++begin;
  begin += words(std::string_view(phrase).substr(0, gap));
  const std::uint32_t tail = words(std::string_view(phrase).substr(gap + 5));
  return begin + tail < stop ? Range{begin, stop - tail} : Range{};
}

// "[the maps of the port] were described": a passive's subject with the phrases that belong to it.
Range CueFinder::with_tail(Range phrase, std::uint32_t cue) const {
  if (phrase.end >= cue) return phrase;
  const std::uint32_t first = sentence_range(doc_.sentence_of(cue)).begin;
  const auto& parts = reading_.syntax[doc_.sentence_of(cue)]->parts;
  for (std::uint32_t i = phrase.end; i < cue; ++i) {
    const PartOfSpeech part = parts[i - first];
    if (!doc_[i].word || part == PartOfSpeech::verb || part == PartOfSpeech::auxiliary ||
        part == PartOfSpeech::conjunction || part == PartOfSpeech::adverb || lower_[i] == "that" ||
        lower_[i] == "which" || lower_[i] == "who")
      return phrase;
  }
  return {phrase.begin, cue};
}

// "[a drought for which] Norway blames Chad", "[fields were burnt, for which] Chad blames Niger":
// what stands before the preposition and its pronoun, a phrase or the clause; with both words.
Range CueFinder::matter_before(const Clause& clause) const {
  if (clause.subjects.empty()) return {};
  const std::uint32_t subject = clause.subjects.front().tokens.begin;
  const Range sentence = sentence_range(doc_.sentence_of(clause.verb));
  if (subject < sentence.begin + 4 || lower_[subject - 1] != "which" || !doc_[subject - 2].word)
    return {};
  const bool comma = doc_[subject - 3].text == ",";
  const std::uint32_t end = subject - 2 - comma;
  if (comma) {
    std::uint32_t begin = end;
    while (begin > doc_.sentences()[doc_.sentence_of(end)].body && doc_[begin - 1].text != ";" &&
           doc_[begin - 1].text != ",")
      --begin;
    return {begin, subject};
  }
  for (const Phrase& phrase : reading_.syntax[doc_.sentence_of(clause.verb)]->phrases)
    if (phrase.tokens.end == end) return {phrase.tokens.begin, subject};
  return {};
}

// "[The guards] were criticised [for delays]", "[the raid] was described [as an accident]": of what
// or whom, and what. Of an accusation the one is whom it is against, and no part of it.
void CueFinder::add_what_for(const Clause& clause, Attribution& attribution, Range sentence) const {
  if (clause.subjects.empty() || attribution.clausal || attribution.content.empty() ||
      attribution.cue->kind == v1::StatementKind::accusation)
    return;
  const Range subject = with_tail(clause.subjects.front().tokens, attribution.cue_tokens.begin);
  if (subject.end > attribution.cue_tokens.begin) return;
  std::vector<Range>& content = attribution.content;
  if (content.front().begin >= attribution.cue_tokens.end) {
    content.insert(content.begin(), subject);
    return;
  }
  for (const char* slot : {"as", "over", "about", "for"})
    if (const Adjunct* a = adjunct(clause, slot);
        a != nullptr && a->preposition == attribution.cue_tokens.end)
      content.push_back(to_clause_end(a->phrase.tokens, sentence));
}

// 'called the raid "a crime"', 'calls the letter on the harvest "careless"', "called him divisive":
// what it calls something is what is said.
void CueFinder::find_name(const Clause& clause, Attribution& attribution, Range sentence) const {
  if (attribution.cue->phrase != "call" || clause.objects.empty() || clause.passive) return;
  const Range object = clause.objects.front().tokens;
  if (object.begin != attribution.cue_tokens.end || object.end + 1 >= sentence.end) return;
  std::uint32_t name = object.end;
  const PartOfSpeech part = reading_.syntax[attribution.sentence]->parts[name - sentence.begin];
  const std::uint32_t limit = std::min(object.end + kLongestObject, sentence.end);
  if (part != PartOfSpeech::determiner && part != PartOfSpeech::adjective)
    while (name < limit && doc_.quotation_of(name) == nullptr && doc_[name].text != ",") ++name;
  if (name == limit || doc_[name].text == "," ||
      match_time(doc_, name, sentence.end, reading_.published))
    return;
  attribution.content = {to_clause_end({object.begin, name + 1}, sentence)};
  attribution.clausal = true;
}

// "blamed [the raid] on Chad": whom it is blamed on is no part of what is.
void CueFinder::cut_addressee(Attribution& attribution) const {
  // "told [farmers] she heard it": the parser took it for "farmers whom she heard".
  if (!attribution.addressee && attribution.clausal && !attribution.content.empty()) {
    static const std::set<std::string_view> kSubjects{"i", "he", "she", "we", "they"};
    const std::vector<std::string>& whom = attribution.cue->addressee;
    Range& said = attribution.content.front();
    const std::uint32_t next = attribution.cue_tokens.end;
    std::uint32_t n = 0;
    if (said.begin == next && said.size() > 3 && kSubjects.contains(lower_[next + 1]) &&
        std::find(whom.begin(), whom.end(), "object") != whom.end() &&
        reading_.lexicon.match_agent(lower_, next, &n) != nullptr && n == 1) {
      attribution.addressee = Phrase{next, {next, next + 1}};
      ++said.begin;
    }
  }
  if (!attribution.addressee || attribution.clausal) return;
  const Mention* name = reading_.mentions.at(attribution.addressee->head);
  if (name == nullptr || name->actor < 0) return;
  const std::uint32_t whom = attribution.addressee->tokens.begin;
  const std::vector<std::string>& slots = attribution.cue->addressee;
  for (Range& range : attribution.content) {
    if (range.begin + 1 >= whom || whom >= range.end) continue;
    // "put the blame for a raid | on Chad"
    const bool closes = attribution.cue->kind == v1::StatementKind::accusation &&
                        attribution.addressee->tokens.end == range.end &&
                        std::find(slots.begin(), slots.end(), lower_[whom - 1]) != slots.end();
    if (closes || attribution.cue_tokens.contains(whom - 1)) range.end = whom - 1;
  }
}

}  // namespace casus::extract

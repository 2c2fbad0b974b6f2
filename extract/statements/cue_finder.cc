#include "extract/statements/cue_finder.h"

#include <algorithm>
#include <set>
#include <string>

#include "extract/statements/statement_kind.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

using Form = CueEntry::Form;

// Said by nobody yet: "could say", "would deny".
bool doubtful(std::string_view modal) {
  return modal == "could" || modal == "may" || modal == "might" || modal == "would" ||
         modal == "should";
}

// Coordinated speakers make one statement: "US and Iraqi officials".
Phrase joined(const std::vector<Phrase>& phrases) {
  Phrase all = phrases.front();
  for (const Phrase& phrase : phrases) {
    all.tokens.begin = std::min(all.tokens.begin, phrase.tokens.begin);
    all.tokens.end = std::max(all.tokens.end, phrase.tokens.end);
  }
  return all;
}

// Verbs after which an infinitive tells of what was done.
bool leads_on(std::string_view lemma) {
  static const std::set<std::string_view> kVerbs{
      "have", "go on",  "go",   "begin", "continue", "proceed", "come",   "appear",
      "seem", "be",     "use",  "try",   "seek",     "decide",  "refuse", "join",
      "dare", "manage", "rush", "pivot", "move",     "choose",  "opt",    "attempt"};
  return kVerbs.contains(lemma);
}

// Verbs by which others come to say something, or that are a way to say it: "prompted him to say",
// "called a press conference to deny".
bool brings_about(std::string_view lemma) {
  static const std::set<std::string_view> kVerbs{"prompt", "lead", "leave", "drive", "force",
                                                 "cause",  "call", "hold",  "issue", "release"};
  return kVerbs.contains(lemma);
}

// "according to custom", "according to plan": as it is set down, and not as somebody says.
bool sets_down(std::string_view noun) {
  static const std::set<std::string_view> kNouns{
      "law",        "laws",      "rule",       "rules",  "plan",     "schedule", "custom",
      "tradition",  "procedure", "procedures", "need",   "needs",    "taste",    "principle",
      "principles", "norms",     "standards",  "wishes", "criteria", "size",     "age"};
  return kNouns.contains(noun);
}

}  // namespace

std::vector<Attribution> CueFinder::find(std::uint32_t sentence) const {
  std::vector<Attribution> found;
  find_verb_cues(sentence, found);
  find_preposition_cues(sentence, found);
  find_noun_cues(sentence, found);
  if (found.empty()) find_label(sentence, found);
  if (found.empty()) find_reaction(sentence, found);
  drop_shared_quotations(found);
  for (Attribution& attribution : found) {
    if (attribution.source) attribution.whole_source = whole_source(attribution);
    attribution.quoted = quoted(attribution.cue_tokens.begin);
  }
  std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    return a.cue_tokens.begin < b.cue_tokens.begin;
  });
  return found;
}

// '"...," he said, speaking in Brod': the quotation is of the verb of saying alone.
void CueFinder::drop_shared_quotations(std::vector<Attribution>& found) const {
  const auto quotes = [this](const Attribution& a) {
    return !a.content.empty() && doc_.quotation_of(a.content.front().begin) != nullptr;
  };
  std::erase_if(found, [&](const Attribution& loose) {
    if (!quotes(loose) || (!loose.cue->weak && !loose.participle)) return false;
    return std::any_of(found.begin(), found.end(), [&](const Attribution& other) {
      return !other.cue->weak && !other.participle && !other.content.empty() &&
             std::any_of(
                 other.content.begin(), other.content.end(),
                 [&](const Range& range) { return range.contains(loose.content.front().begin); }) &&
             !other.content.front().contains(loose.cue_tokens.begin);
    });
  });
}

// Within what somebody is quoted with: whoever speaks there is spoken of. A word or two in
// quotation marks are the article's own.
bool CueFinder::quoted(std::uint32_t token) const {
  const Quotation* quotation = doc_.quotation_of(token);
  return quotation != nullptr && quotation->tokens.size() > 5;
}

bool CueFinder::is_verb_cue(std::uint32_t token) const {
  std::uint32_t n = 0;
  return reading_.lexicon.match_cue(lower_, token, Form::verb, &n) != nullptr;
}

// "has not yet commented": a cue of several words may begin before its main verb.
const CueEntry* CueFinder::verb_cue(const Clause& clause, std::uint32_t& end) const {
  std::uint32_t n = 0;
  for (std::uint32_t i = clause.group.begin; i < clause.verb; ++i) {
    const CueEntry* cue = reading_.lexicon.match_cue(lower_, i, Form::verb, &n);
    if (cue == nullptr || i + n <= clause.verb) continue;
    end = i + n;
    return cue;
  }
  const CueEntry* cue = reading_.lexicon.match_cue(lower_, clause.verb, Form::verb, &n);
  end = clause.verb + n;
  return cue;
}

void CueFinder::find_verb_cues(std::uint32_t s, std::vector<Attribution>& found) const {
  for (const Clause& clause : reading_.syntax[s]->clauses) {
    if (clause.verb == kNone) continue;
    std::uint32_t end = 0;
    const CueEntry* cue = verb_cue(clause, end);
    if (cue == nullptr) continue;
    Attribution attribution;
    attribution.cue = cue;
    attribution.sentence = s;
    attribution.cue_tokens = {
        clause.group.empty() ? clause.verb : std::min(clause.group.begin, clause.verb),
        std::max(end, clause.group.end)};
    // "plead not guilty", "have no doubt"
    const bool inner = cue->phrase.find("not ") != std::string::npos ||
                       cue->phrase.find(" no ") != std::string::npos;
    attribution.negated = clause.negated && cue->kind != v1::StatementKind::no_comment && !inner;
    attribution.participle =
        clause.form != Clause::Form::finite || doc_[clause.verb].lower.ends_with("ing");
    // "would say only that ..." has said it.
    attribution.doubtful = clause.modal != kNone && doubtful(doc_[clause.modal].lower) &&
                           lower_[std::min(end, sentence_range(s).end - 1)] != "only";
    const std::vector<Phrase>& sources = clause.passive ? clause.agents : clause.subjects;
    for (const Phrase& phrase : sources) {
      const std::string& first = doc_[phrase.tokens.begin].lower;
      if (first == "no" || first == "nobody" || first == "none") attribution.negated = true;
    }
    if (!sources.empty()) attribution.source = joined(sources);
    if (attribution.source && is_time(*attribution.source)) attribution.source.reset();
    if (!attribution.source && !clause.passive && clause.form == Clause::Form::finite)
      if (const Phrase* who = speaker_before(clause, s)) attribution.source = *who;
    if (attribution.participle && attribution.source)
      if (const Clause* issued = issue_of(*attribution.source, s))
        attribution.source = joined(issued->subjects);
    if (attribution.participle && attribution.source && is_thing(*attribution.source))
      if (const Phrase* who = speaker_before(clause, s)) attribution.source = *who;
    find_addressee(clause, attribution);
    find_content(clause, attribution, s);
    if (const Phrase* who = speaker_behind(clause, *cue, s)) {
      attribution.source = *who;
      attribution.content = {{doc_.sentences()[s].body, clause.verb - 1}};
      attribution.clausal = true;
    }
    // "a clerk informed of the sale": a participle that describes.
    if (clause.passive && clause.form == Clause::Form::participle && !attribution.source &&
        !attribution.clausal)
      continue;
    if (in_passing(clause, attribution)) continue;
    if (worth(attribution)) found.push_back(std::move(attribution));
  }
}

// Neither an actor nor a person, nor what such have written.
bool CueFinder::is_thing(const Phrase& phrase) const {
  return !is_somebody(phrase) && !names_document(lower_[phrase.head]) &&
         reading_.mentions.at(phrase.head) == nullptr;
}

// "The mayor condemned the attacks, saying", and where no subject was found: of the verbs with a
// tense before the cue, the last whose subject is somebody.
const Phrase* CueFinder::speaker_before(const Clause& cue, std::uint32_t s) const {
  const Phrase* who = nullptr;
  for (const Clause& clause : reading_.syntax[s]->clauses)
    if (clause.form == Clause::Form::finite && clause.verb < cue.verb && !clause.passive &&
        !clause.subjects.empty() && clause.subjects.front().tokens.end <= clause.verb &&
        is_somebody(clause.subjects.front()))
      who = &clause.subjects.front();
  return who;
}

// "It was the police who sold them, alleged [Senator Okoro]": what looks like the verb's object is
// the person who speaks, behind a comma and the whole of what is said.
const Phrase* CueFinder::speaker_behind(const Clause& clause, const CueEntry& cue,
                                        std::uint32_t s) const {
  const std::uint32_t verb = clause.verb;
  if (clause.form != Clause::Form::finite || clause.passive || clause.group.size() > 1 ||
      clause.objects.size() != 1 || clause.objects.front().tokens.begin != verb + 1 ||
      verb <= doc_.sentences()[s].body + 2 || doc_[verb - 1].text != ",")
    return nullptr;
  const bool says = std::ranges::count(cue.content, "clause") > 0 &&
                    std::ranges::count(cue.addressee, "object") == 0;
  const Mention* name = reading_.mentions.at(clause.objects.front().head);
  if (!says || name == nullptr || !name->person) return nullptr;
  const std::uint32_t next = clause.objects.front().tokens.end;
  return doc_[next].word && lower_[next] != "who" ? nullptr : &clause.objects.front();
}

// "The council issued a statement | calling": whoever puts out a document speaks in it.
const Clause* CueFinder::issue_of(const Phrase& document, std::uint32_t s) const {
  static const std::set<std::string_view> kVerbs{
      "issue",   "release", "publish", "post", "send",      "write",     "make",       "give",
      "deliver", "put out", "read",    "air",  "broadcast", "circulate", "distribute", "sign"};
  if (!names_document(lower_[document.head])) return nullptr;
  for (const Clause& clause : reading_.syntax[s]->clauses)
    if (!clause.passive && !clause.subjects.empty() && kVerbs.contains(clause.lemma) &&
        !clause.objects.empty() && clause.objects.front().head == document.head)
      return &clause;
  return nullptr;
}

// What is yet to be said, or is spoken of as a thing: "the urge to deny it", "easy to deny", "a
// way of saying". What is done by the verb before has been said: "went on to say", "tried to
// refute".
bool CueFinder::in_passing(const Clause& clause, const Attribution& attribution) const {
  using K = v1::StatementKind;
  const K::Value kind = attribution.cue->kind;
  if (kind == K::no_comment || kind == K::responsibility_claim) return false;
  const std::uint32_t begin = clause.group.empty() ? clause.verb : clause.group.begin;
  if (begin == 0) return false;
  // "was verifying the reports": nothing is confirmed yet.
  if (kind == K::confirmation && clause.form == Clause::Form::finite &&
      doc_[clause.verb].lower.ends_with("ing"))
    return true;
  if (clause.form == Clause::Form::gerund) {
    const std::string_view before = lower_[begin - 1];
    return before == "of" || before == "into" || before == "against" || before == "without" ||
           before == "from" || (before == "for" && !attribution.clausal);
  }
  // "those who believe", "people who say": nobody.
  if (attribution.source) {
    static const std::set<std::string_view> kAnybody{"those",    "anyone", "anybody",  "people",
                                                     "everyone", "ones",   "everybody"};
    const std::uint32_t next = attribution.source->tokens.end;
    const std::string_view who = lower_[attribution.source->head];
    // "people who fled say": these are somebody.
    if (kAnybody.contains(who) && next < begin && lower_[next] == "who" &&
        (who != "people" || relative_pronoun(next, begin) != kNone))
      return true;
  }
  if (clause.form != Clause::Form::infinitive) return false;
  if (!attribution.content.empty() && lower_[attribution.content.front().begin] == "that")
    return false;
  if (clause.governor == kNone) return true;
  const Clause& done = reading_.syntax[doc_.sentence_of(clause.verb)]->clauses[clause.governor];
  // "is to announce", but "is easy to deny"
  const std::uint32_t to = lower_[begin] == "to" ? begin : begin - 1;
  if (done.lemma == "be") return done.group.end < to;
  if (leads_on(done.lemma)) return false;
  return !brings_about(done.lemma) || (done.objects.empty() && !done.passive);
}

std::optional<Phrase> CueFinder::phrase_at(std::uint32_t token) const {
  if (token >= doc_.tokens().size()) return std::nullopt;
  const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(token)];
  if (!syntax) return std::nullopt;
  for (const Phrase& phrase : syntax->phrases)
    if (phrase.tokens.begin == token) return phrase;
  return std::nullopt;
}

const Adjunct* CueFinder::adjunct(const Clause& clause, std::string_view preposition) const {
  for (const Adjunct& a : clause.adjuncts)
    if (lower_[a.preposition] == preposition) return &a;
  return nullptr;
}

// "last week", "Tuesday": when it was said, whatever the parser made of it.
bool CueFinder::is_time(const Phrase& phrase) const {
  const auto time = match_time(doc_, phrase.tokens.begin, phrase.tokens.end, reading_.published);
  return time && time->tokens.begin == phrase.tokens.begin && time->tokens.end >= phrase.head + 1;
}

bool CueFinder::is_somebody(const Phrase& phrase) const {
  const Mention* name = reading_.mentions.at(phrase.head);
  std::uint32_t n = 0;
  return (name != nullptr && name->actor >= 0) ||
         reading_.lexicon.match_agent(lower_, phrase.head, &n) != nullptr ||
         reading_.syntax[doc_.sentence_of(phrase.head)]
                 ->parts[phrase.head - sentence_range(doc_.sentence_of(phrase.head)).begin] ==
             PartOfSpeech::pronoun;
}

bool CueFinder::worth(const Attribution& a) {
  using K = v1::StatementKind;
  const K::Value kind = a.cue->kind;
  if (kind == K::no_comment) return true;
  if (a.negated && silent(*a.cue)) return a.source.has_value();
  if (a.negated && kind != K::denial) return false;
  // "denied wrongdoing", "pleaded not guilty": the words say what of.
  if (kind == K::denial && a.content.empty() && a.source && !a.negated && !a.doubtful)
    return a.cue->phrase.find(' ') != std::string::npos && !a.cue->weak;
  if (kind == K::responsibility_claim) return a.source.has_value();
  // An accusation says something by itself; "spoke on Friday" does not.
  if (a.content.empty())
    return a.addressee && a.source &&
           (kind == K::accusation || kind == K::condemnation || kind == K::threat);
  if (a.doubtful && kind != K::threat) return false;
  if (a.cue->weak) return a.source.has_value() && a.clausal;
  return true;
}

// "X, according to the army, [fled]", "X lost, according to the army, [two planes]": the rest of
// what is said before the cue.
bool CueFinder::goes_on(Range behind, Range said) const {
  static const std::set<std::string_view> kOthers{"who",      "which",  "but",    "while",
                                                  "although", "though", "whereas"};
  if (kOthers.contains(lower_[behind.begin]) || is_verb_cue(behind.begin)) return false;
  const auto& clauses = reading_.syntax[doc_.sentence_of(said.begin)]->clauses;
  const bool whole = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.form == Clause::Form::finite && said.contains(clause.verb);
  });
  return !whole || !begins_clause(behind.begin + (lower_[behind.begin] == "and"));
}

// "according to the ministry, ..." and "..., according to residents".
void CueFinder::find_preposition_cues(std::uint32_t s, std::vector<Attribution>& found) const {
  const Range sentence = sentence_range(s);
  const std::uint32_t body = doc_.sentences()[s].body;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    std::uint32_t n = 0;
    const CueEntry* cue = reading_.lexicon.match_cue(lower_, i, Form::preposition, &n);
    // "in a statement" names no source.
    if (cue == nullptr || n == 0 || cue->weak) continue;
    const std::uint32_t after = i + n;
    const std::vector<Phrase>& phrases = reading_.syntax[s]->phrases;
    const auto source = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
      return phrase.tokens.begin <= after + 1 && phrase.tokens.end > after && phrase.head >= after;
    });
    if (source == phrases.end() || sets_down(lower_[source->head])) continue;
    Attribution attribution;
    attribution.cue = cue;
    attribution.sentence = s;
    attribution.cue_tokens = {i, after};
    attribution.source = *source;
    attribution.source->tokens.begin = std::max(source->tokens.begin, after);
    if (i == sentence.begin || i == body) {
      std::uint32_t comma = described_until(source->tokens.end, sentence, true);
      if (doc_[comma].text != ",") comma = source->tokens.end;
      while (comma < sentence.end && doc_[comma].text != ",") ++comma;
      if (comma + 1 < sentence.end) attribution.content = {{comma + 1, sentence.end}};
    } else {
      std::uint32_t begin = body;
      for (const Attribution& earlier : found)
        if (earlier.cue_tokens.end <= i) begin = std::max(begin, earlier.cue_tokens.end);
      attribution.content = {{begin, i}};
      const Range behind{whole_source(attribution).end + 1, sentence.end};
      if (behind.size() > 1 && doc_[behind.begin - 1].text == "," && goes_on(behind, {begin, i}))
        attribution.content.push_back(behind);
    }
    trim(attribution);
    extend_quotations(attribution);
    if (!attribution.content.empty()) found.push_back(std::move(attribution));
    i = after;
  }
}

}  // namespace casus::extract

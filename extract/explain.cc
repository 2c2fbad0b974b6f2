#include "extract/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "graph/kinds.h"

namespace casus::extract {
namespace {

std::string_view name_of(CueEntry::Form form) {
  switch (form) {
    case CueEntry::Form::verb:
      return "verb";
    case CueEntry::Form::noun:
      return "noun";
    case CueEntry::Form::preposition:
      return "preposition";
    default:
      return "adjective";
  }
}

std::string slots(std::string_view name, const std::vector<std::string>& slots) {
  return slots.empty() ? "" : fmt::format("; {}: {}", name, fmt::join(slots, ", "));
}

// What is certain needs no word.
std::string doubt(v1::Certainty::Value certainty) {
  return certainty > v1::Certainty::certain
             ? fmt::format(" ({})", v1::Certainty::Value_Name(certainty))
             : "";
}

class Explainer {
 public:
  Explainer(const Reading& reading) : reading_(reading), doc_(reading.document) {}

  Explanation of(const v1::Event& event) {
    Explanation why{event.key(), {}};
    const Range words = tokens(event.trigger());
    const TriggerEntry* trigger = find_trigger(words, event.type());
    if (trigger != nullptr) {
      why.reasons.push_back(told_by(words, *trigger));
      if (trigger->type != event.type())
        why.reasons.push_back(
            fmt::format("{} by its tense, its mood or its negation", event.type()));
    } else if (const CueEntry* cue = find_cue(words)) {
      why.reasons.push_back(told_by(words, *cue));
    }
    add_grammar(words, why);
    for (const v1::Initiator& who : event.initiators())
      why.reasons.push_back(part("initiator", who.text(), who.span(), words) +
                            doubt(who.certainty()));
    for (const v1::Target& whom : event.targets())
      why.reasons.push_back(part("target", whom.text(), whom.span(), words) +
                            doubt(whom.certainty()));
    if (event.has_date() && event.date_certainty() > v1::Certainty::certain)
      why.reasons.push_back("date: from elsewhere in the sentence, or another report of it" +
                            doubt(event.date_certainty()));
    if (!event.place().empty() && event.place_certainty() > v1::Certainty::certain)
      why.reasons.push_back("place: from the dateline, or another report of it" +
                            doubt(event.place_certainty()));
    if (event.modality() != v1::Modality::actual)
      why.reasons.push_back(fmt::format("{}: by the verbs and conjunctions around it",
                                        casus::name_of(event.modality())));
    return why;
  }

  Explanation of(const v1::Statement& statement) {
    Explanation why{statement.key(), {}};
    if (statement.cue().empty()) return why;
    const Range words = tokens(statement.cue(0));
    const CueEntry* cue = find_cue(words);
    if (cue != nullptr) {
      why.reasons.push_back(told_by(words, *cue));
      if (cue->kind != statement.kind())
        why.reasons.push_back(
            fmt::format("{} by what is said, not by the cue", casus::name_of(statement.kind())));
    }
    add_grammar(words, why);
    for (const v1::Span& source : statement.source())
      why.reasons.push_back(part("source", doc_.text_of(tokens(source)), source, words));
    if (statement.speaker_certainty() > v1::Certainty::certain)
      why.reasons.push_back("speaker: by what was said before" +
                            doubt(statement.speaker_certainty()));
    return why;
  }

 private:
  Range tokens(const v1::Span& span) const {
    const auto& all = doc_.tokens();
    const auto begin =
        std::lower_bound(all.begin(), all.end(), span.begin(),
                         [](const Token& token, std::uint32_t byte) { return token.end <= byte; });
    const auto end =
        std::lower_bound(begin, all.end(), span.end(),
                         [](const Token& token, std::uint32_t byte) { return token.begin < byte; });
    return {static_cast<std::uint32_t>(begin - all.begin()),
            static_cast<std::uint32_t>(end - all.begin())};
  }

  // The entry that some words meet: of the type that the event has, if there is one.
  const TriggerEntry* find_trigger(Range words, std::string_view type) const {
    const TriggerEntry* other = nullptr;
    for (std::uint32_t at = words.begin; at < words.end; ++at) {
      for (const bool noun : {false, true}) {
        std::uint32_t n = 0;
        const TriggerEntry* entry =
            reading_.lexicon.match_trigger(reading_.mentions.lower(), at, noun, &n);
        if (entry == nullptr) continue;
        if (entry->type == type) return entry;
        if (other == nullptr) other = entry;
      }
    }
    return other;
  }

  const CueEntry* find_cue(Range words) const {
    for (std::uint32_t at = words.begin; at < words.end; ++at) {
      for (const auto form :
           {CueEntry::Form::verb, CueEntry::Form::preposition, CueEntry::Form::noun}) {
        std::uint32_t n = 0;
        const CueEntry* entry = reading_.lexicon.match_cue(reading_.mentions.lower(), at, form, &n);
        if (entry != nullptr && at + n <= std::max(words.end, at + 1)) return entry;
      }
    }
    return nullptr;
  }

  std::string told_by(Range words, const TriggerEntry& entry) const {
    return fmt::format("“{}”: [triggers] {}, {}: {}{}{}{}{}{}", doc_.text_of(words), entry.phrase,
                       entry.noun ? "noun" : "verb", entry.type,
                       entry.mode.empty() ? "" : " " + entry.mode,
                       slots("initiator", entry.initiator), slots("target", entry.target),
                       entry.weapon.empty() ? "" : "; weapon: " + entry.weapon,
                       entry.needs_actor ? "; only with an actor" : "");
  }

  std::string told_by(Range words, const CueEntry& entry) const {
    return fmt::format("“{}”: [cues] {}, {}: {}{}{}{}", doc_.text_of(words), entry.phrase,
                       name_of(entry.form), casus::name_of(entry.kind),
                       slots("content", entry.content), slots("addressee", entry.addressee),
                       entry.event_type.empty() ? "" : "; event: " + entry.event_type);
  }

  const Clause* clause_of(Range words) const {
    if (words.empty()) return nullptr;
    const auto& syntax = reading_.syntax[doc_.sentence_of(words.begin)];
    if (!syntax) return nullptr;
    for (const Clause& clause : syntax->clauses)
      if (words.contains(clause.verb)) return &clause;
    return nullptr;
  }

  void add_grammar(Range words, Explanation& why) const {
    if (words.empty()) return;
    const auto& syntax = reading_.syntax[doc_.sentence_of(words.begin)];
    if (!syntax) return;
    const std::string_view read =
        syntax->quality == Syntax::Quality::complete  ? "links over the whole sentence"
        : syntax->quality == Syntax::Quality::partial ? "links over a part of the sentence"
                                                      : "word classes alone";
    const Clause* clause = clause_of(words);
    if (clause == nullptr) {
      why.reasons.push_back(fmt::format("a noun, read by {}", read));
      return;
    }
    std::string line =
        fmt::format("the verb “{}”{}{}, read by {}", clause->lemma,
                    clause->passive ? ", passive" : "", clause->negated ? ", negated" : "", read);
    for (const Phrase& phrase : clause->subjects)
      line += fmt::format("; subject “{}”", doc_.text_of(phrase.tokens));
    for (const Phrase& phrase : clause->objects)
      line += fmt::format("; object “{}”", doc_.text_of(phrase.tokens));
    for (const Phrase& phrase : clause->agents)
      line += fmt::format("; by “{}”", doc_.text_of(phrase.tokens));
    for (const Adjunct& adjunct : clause->adjuncts)
      line += fmt::format("; {} “{}”", doc_[adjunct.preposition].lower,
                          doc_.text_of(adjunct.phrase.tokens));
    why.reasons.push_back(std::move(line));
  }

  // In which slot of the clause somebody stands.
  std::string part(std::string_view role, std::string_view text, const v1::Span& span,
                   Range words) const {
    const Range who = tokens(span);
    const Clause* clause = clause_of(words);
    const bool beside =
        !who.empty() && doc_.sentence_of(who.begin) == doc_.sentence_of(words.begin);
    std::string where = clause == nullptr && beside ? "beside the noun, or an argument of its verb"
                        : beside ? "in the same sentence: in what the verb is about, or beside it"
                                 : "from elsewhere: what a pronoun means, or another report of it";
    if (clause != nullptr && !who.empty()) {
      const auto in = [&](const Phrase& phrase) { return phrase.tokens.overlaps(who); };
      if (std::any_of(clause->subjects.begin(), clause->subjects.end(), in)) {
        where = "the subject";
      } else if (std::any_of(clause->objects.begin(), clause->objects.end(), in)) {
        where = "the object";
      } else if (std::any_of(clause->agents.begin(), clause->agents.end(), in)) {
        where = "the agent";
      } else {
        for (const Adjunct& adjunct : clause->adjuncts)
          if (in(adjunct.phrase))
            where = fmt::format("after “{}”", doc_[adjunct.preposition].lower);
      }
    }
    return fmt::format("{} “{}”: {}", role, text, where);
  }

  const Reading& reading_;
  const Document& doc_;
};

}  // namespace

std::vector<Explanation> explain(const Reading& reading, const v1::ArticleAnnotation& annotation) {
  Explainer explainer(reading);
  std::vector<Explanation> all;
  for (const v1::Event& event : annotation.events()) all.push_back(explainer.of(event));
  for (const v1::Statement& statement : annotation.statements())
    all.push_back(explainer.of(statement));
  return all;
}

}  // namespace casus::extract

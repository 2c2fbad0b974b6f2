#include "extract/statements/addressees.h"

#include <optional>
#include <utility>

namespace casus::extract {

bool is_somebody(const Reading& reading, const Phrase& phrase) {
  const Referent who = reading.mentions.resolve(phrase);
  std::uint32_t n = 0;
  return who.actor >= 0 || who.pronoun ||
         reading.lexicon.match_agent(reading.mentions.lower(), phrase.head, &n) != nullptr;
}

bool is_cause(const Reading& reading, const Phrase& phrase) {
  return !is_somebody(reading, phrase) && reading.mentions.at(phrase.head) == nullptr &&
         reading.lexicon.noun_lemma(reading.mentions.lower()[phrase.head]) ==
             reading.mentions.lower()[phrase.head] &&
         !reading.document[phrase.head].capital;
}

bool is_parties(const Reading& reading, const Phrase& phrase) {
  const std::string_view noun = reading.mentions.lower()[phrase.head];
  return noun == "sides" || noun == "parties" || noun == "both" || noun == "everyone" ||
         noun == "all";
}

bool is_directed(v1::StatementKind::Value kind) {
  return kind == v1::StatementKind::threat || kind == v1::StatementKind::demand ||
         kind == v1::StatementKind::condemnation || kind == v1::StatementKind::accusation;
}

void add_threatened(const Reading& reading, const Attribution& draft,
                    std::vector<Referent>& found) {
  const int maker = reading.mentions.principal(draft.speaker.actor);
  std::optional<Referent> own_place;  // "to shut the port of the capital"
  for (const Range& range : draft.content)
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string_view word = reading.mentions.lower()[i];
      if (!found.empty() && (word == "in" || word == "over" || word == "for" || word == "after" ||
                             word == "if" || word == "unless"))
        return;
      const Mention* m = reading.mentions.at(i);
      if (m == nullptr || m->actor < 0 || m->tokens.begin != i) continue;
      Referent whom;
      whom.actor = m->actor;
      whom.tokens = m->tokens;
      whom.text = reading.document.text_of(m->tokens);
      if (reading.mentions.principal(m->actor) != maker) {
        found.push_back(std::move(whom));
      } else if (m->metonym && !own_place) {
        whom.actor = -1;
        own_place = std::move(whom);
      }
    }
  if (found.empty() && own_place) found.push_back(std::move(*own_place));
}

}  // namespace casus::extract

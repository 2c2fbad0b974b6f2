#ifndef CASUS_EXTRACT_MENTIONS_NAME_FINDER_H_
#define CASUS_EXTRACT_MENTIONS_NAME_FINDER_H_

// All names of a text, found from capitals and the lexicon alone: the first pass of Mentions.
// Thread-safe, no state. Cost: linear in the text.

#include <string>
#include <vector>

#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"

namespace casus::extract {

struct FoundName {
  enum class Kind { unknown, person, organisation, place };

  Range tokens;  // with the titles before it: "Rear Admiral Gholam Razavi"
  Range name;    // without them
  Kind kind = Kind::unknown;
  NameMatch match;                    // its entry in the lexicon; match.tokens == 0 if it has none
  const ActorEntry* state = nullptr;  // "Armenian" of "Armenian Defence Ministry": the country
  v1::ActorKind::Value actor_kind = v1::ActorKind::unknown;  // of an organisation, by its words
  std::string sector;
};

// By position; names do not overlap.
std::vector<FoundName> find_names(const Document& document, const Lexicon& lexicon);

// What a word says of an organisation that has it as its head: "Ministry", "Brigade", "Front".
struct OrganisationWord {
  std::string_view word;  // lower case, singular
  v1::ActorKind::Value kind;
  std::string_view sector;
};
// nullptr if the word names no organisation.
const OrganisationWord* organisation_word(std::string_view lower);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_MENTIONS_NAME_FINDER_H_

#ifndef CASUS_EXTRACT_LEXICON_DICTIONARY_H_
#define CASUS_EXTRACT_LEXICON_DICTIONARY_H_

// The dictionaries of the field, as PETRARCH and TABARI have them: actors with their codes, agents
// (common nouns) with theirs. Reads their lines; what the codes mean is for others
// (graph/cameo_actors.h). docs/lexicon.md describes the format. No state.
//
// Such files have grown for decades, and one line that is not understood does not end the reading:
// `critic` gets a note of it.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/problem.h"
#include "graph/dates.h"

namespace casus::extract {

enum class LexiconFormat { tables, actors, agents };

// By the ending of its name (.actors.txt, .agents.txt), else by its first lines with a code.
LexiconFormat lexicon_format(std::string_view file, std::string_view content);

// A code in square brackets, and when it applied.
struct DictionaryCode {
  std::string code;  // "IRQGOV"; of agents without their "~"
  DayWindow held;
  std::uint32_t line = 0;

  bool dated() const { return held.since.known() || held.until.known(); }
};

struct DictionaryName {
  std::string text;  // as written, UTF-8: "UNITED_NATIONS"
  std::uint32_t line = 0;
};

struct DictionaryActor {
  std::vector<DictionaryName> names;  // its own, then its synonyms
  std::vector<DictionaryCode> codes;
};

struct DictionaryAgent {
  DictionaryName noun;
  std::string plural;  // empty: regular
  DictionaryCode code;
};

void read_actor_dictionary(std::string_view file, std::string_view content,
                           const std::function<void(const DictionaryActor&)>& take,
                           const LexiconCritic& critic);

// A noun with a substitution set in it (!MINIST!_OF_WELLS) comes once for each of its words.
void read_agent_dictionary(std::string_view file, std::string_view content,
                           const std::function<void(const DictionaryAgent&)>& take,
                           const LexiconCritic& critic);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_DICTIONARY_H_

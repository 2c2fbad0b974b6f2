#ifndef CASUS_EXTRACT_EVENTS_CASUALTIES_H_
#define CASUS_EXTRACT_EVENTS_CASUALTIES_H_

// How many were killed and injured, as a sentence says: "killing at least 12", "12 people were
// killed and 30 wounded", "left nine dead", "a guard and two visitors died", "no casualties".
// Needs no syntax: counts are tied to their words by what stands between. Thread-safe, no state.

#include <vector>

#include "extract/reading.h"

namespace casus::extract {

struct Toll {
  bool killed = false;  // else injured
  v1::Count count;
  Range tokens;            // from the number to the word of harm, whichever comes first
  std::uint32_t harm = 0;  // "killed", "dead", "wounded"
};

std::vector<Toll> find_tolls(const Document& document, const Lexicon& lexicon,
                             const Mentions& mentions, const Sentence& sentence);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_CASUALTIES_H_

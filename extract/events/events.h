#ifndef CASUS_EXTRACT_EVENTS_EVENTS_H_
#define CASUS_EXTRACT_EVENTS_EVENTS_H_

// The event coder: verbs and event nouns with their frames become PLOVER events, with who, whom,
// where, when, with what and how many; mentions of one event in an article are merged into one.

#include <vector>

#include "extract/reading.h"

namespace casus::extract {

// True if the sentence has a word that may name an event, so that it is worth parsing.
bool has_trigger(const Document& document, const Sentence& sentence, const Lexicon& lexicon);

// Where an event's words stand, for the coder of attributions: which event a content speaks of.
struct EventMention {
  int event = -1;  // index into annotation.events
  Range trigger;
  std::uint32_t sentence = 0;
};

// Appends events (local keys "e1", "e2", ... in the order of their first mention) to the
// annotation and returns all mentions, by position. Events that are the speech act of an
// attribution (ACCUSE, REJECT, THREATEN, ...) are the attribution coder's business, not this one's.
std::vector<EventMention> code_events(Reading& reading, v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_EVENTS_H_

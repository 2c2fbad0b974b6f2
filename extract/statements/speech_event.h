#ifndef CASUS_EXTRACT_STATEMENTS_SPEECH_EVENT_H_
#define CASUS_EXTRACT_STATEMENTS_SPEECH_EVENT_H_

// The verbal PLOVER event that a statement is: ACCUSE, REJECT, THREATEN, REQUEST, ... No state.

#include <string_view>
#include <vector>

#include "extract/reading.h"
#include "extract/statements/cue_finder.h"

namespace casus::extract {

// The PLOVER type of the speech act; empty: it is none.
std::string_view speech_event_type(const Attribution& act, v1::StatementKind::Value kind);

// Adds the event to the annotation and refers to it from the statement. `cue` are the words of the
// act: if the event coder has read an event of this type there, that one is taken, and what it
// lacks is added.
void add_speech_event(const Reading& reading, const Attribution& attribution, Range cue,
                      std::string_view type, const std::vector<Referent>& targets,
                      v1::Statement& statement, v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_SPEECH_EVENT_H_

#ifndef CASUS_EXTRACT_EVENTS_WEAPON_H_
#define CASUS_EXTRACT_EVENTS_WEAPON_H_

// With what: the weapon of an attack, as worded, and the mode that it gives. Thread-safe, no state.

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// Takes a phrase that is a weapon, unless the draft has one: "limpet mine" of "two limpet mines".
// Its number, its determiner and its owner are left out.
void take_weapon(const EventSentence& in, const Phrase& phrase, EventDraft& draft);

// Looks for the weapon in the trigger's own words, in the noun phrase around it, and among what
// its clause has as means, agent, subject or object, targets excepted.
void find_weapon(const EventSentence& in, EventDraft& draft);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_WEAPON_H_

#ifndef CASUS_EXTRACT_EVENTS_DRAFT_H_
#define CASUS_EXTRACT_EVENTS_DRAFT_H_

// One mention of an event as the event coder reads it, before mentions are merged into events.
// Plain data; everything is in token positions of the document.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/mentions/mentions.h"
#include "graph/dates.h"

namespace casus::extract {

// Somebody or something in a slot.
struct Party {
  int actor = -1;    // index into Mentions::actors; -1: a thing, or nobody known
  std::string text;  // without determiners
  Range tokens;
  std::string head;  // base form of its head noun, for comparing
  bool pronoun = false;
  v1::InitiatorStatus::Value status = v1::InitiatorStatus::asserted;
  v1::Certainty::Value certainty = v1::Certainty::certain;  // that it is they who are meant
};

struct EventDraft {
  const TriggerEntry* entry = nullptr;
  Range trigger;
  std::uint32_t sentence = 0;
  int clause = -1;  // of a verb: its own; of a noun: the one it is an argument of
  Range phrase;     // of a noun: its noun phrase; of a verb: the trigger

  std::string_view type;  // the entry's, unless the grammar makes another of it
  std::string_view mode;
  v1::Modality::Value modality = v1::Modality::actual;
  v1::Certainty::Value certainty = v1::Certainty::certain;
  bool attributed = false;  // said by somebody, not by the article

  std::vector<Party> initiators;
  std::vector<Party> targets;
  const Mention* place = nullptr;
  DayWindow date;
  v1::Certainty::Value place_certainty = v1::Certainty::certain;
  v1::Certainty::Value date_certainty = v1::Certainty::certain;
  std::string weapon;  // as worded, lower case
  v1::Count killed;
  v1::Count injured;
  v1::Count incidents;

  bool definite = false;   // "the attack", "this blast": something told before
  bool plural = false;     // "attacks"
  bool another = false;    // "another attack": one not told before
  bool generic = false;    // tells of no occasion: habits, questions, what ought not to be
  bool hour = false;       // "at 4.30 p.m.": told to the hour, perhaps of a day told before
  bool toll_only = false;  // "12 people were killed": tells of an attack's outcome
  std::vector<std::size_t> same_as;  // drafts of the sentence that are this event by syntax
};

inline bool counted(const v1::Count& count) {
  return count.has_low() || count.has_best() || count.has_high();
}

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_DRAFT_H_

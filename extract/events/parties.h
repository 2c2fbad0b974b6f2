#ifndef CASUS_EXTRACT_EVENTS_PARTIES_H_
#define CASUS_EXTRACT_EVENTS_PARTIES_H_

// Whom or what a phrase in the place of an initiator or a target stands for: the name it
// describes, the state behind gunners and aircraft, the vehicle's passengers, another event.
// Refers to its sentence and drafts, which must outlive it. Not thread-safe (resolves mentions).

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/events/draft.h"
#include "extract/events/sentence.h"

namespace casus::extract {

// The parties of the draft at `which`.
class PartyFiller {
 public:
  PartyFiller(const EventSentence& in, std::vector<EventDraft>& drafts, std::size_t which)
      : in_(in), drafts_(drafts), which_(which), draft_(drafts[which]) {}

  bool assault() const;
  // "killed by the earthquake" is no attack.
  bool natural(const Phrase& phrase);
  // Ties the draft to an event that the phrase names; false if it names none. `same`: as its cause
  // or its means, so that both are one; what is answered is another event.
  bool ties(const Phrase& phrase, bool same);
  // False if the phrase is nobody who could have done it, or nobody to whom it could be done.
  bool add_initiator(const Phrase& found);
  bool add_target(const Phrase& found);
  // False if the slot has them already.
  bool add(std::vector<Party>& slot, Party who);
  // What can be hit is a noun, and no abstract one.
  bool thing(const Phrase& phrase) const;

 private:
  Phrase cleared(Phrase phrase) const;
  Party party(const Phrase& phrase);
  const Mention* name_after(const Phrase& phrase) const;
  void name_antecedent(Party& party, std::uint32_t pronoun) const;
  bool owner_of(const Phrase& phrase, Party& owner);
  Phrase whole_of(Phrase phrase) const;
  bool hits(const Phrase& arms) const;
  void add_passengers(Range vehicle);
  bool protested_against(const Phrase& phrase) const;
  std::string_view governing(const Phrase& phrase) const;
  bool reflexive(const Phrase& phrase) const;
  bool crowd(const Phrase& phrase, int actor) const;
  bool unknown_kind(int actor) const;
  bool of_a_people(const Phrase& phrase) const;
  int state_behind(int actor) const;
  int people_of(const Phrase& phrase) const;
  const Phrase* fighters_before(std::uint32_t pronoun) const;
  bool fighters(const Phrase& phrase) const;
  bool named_body(const Phrase& phrase) const;
  bool negated_phrase(const Phrase& phrase) const;
  bool is_vehicle(const Phrase& phrase) const;

  const EventSentence& in_;
  std::vector<EventDraft>& drafts_;
  std::size_t which_;
  EventDraft& draft_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_PARTIES_H_

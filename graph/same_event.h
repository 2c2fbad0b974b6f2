#ifndef CASUS_GRAPH_SAME_EVENT_H_
#define CASUS_GRAPH_SAME_EVENT_H_

// The rule for two reports of one event, of which graph/same_as.h is the interface. Pure and
// symmetric.
//
// Nothing may contradict: type and mode, days, places, a toll, perpetrators told as a fact. Then
// witnesses count: what was hit, the toll, who did it, names in the passage, its wording. The less
// is known of where and when it was, the more of them it takes.

#include <optional>
#include <string>
#include <vector>

#include "casus/v1/identity.pb.h"
#include "graph/same_as.h"

namespace casus {

std::optional<Link> same_event(const v1::EventIdentity& a, const v1::EventIdentity& b);

// What no two reports of one event, and no two claims about it, differ in.
bool contradict(const v1::EventIdentity& a, const v1::EventIdentity& b);

// Two events that are the same share one of these under which one is filed and the other looks.
std::vector<Filing::Block> event_blocks(const v1::EventIdentity& event);

}  // namespace casus

#endif  // CASUS_GRAPH_SAME_EVENT_H_

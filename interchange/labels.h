#ifndef CASUS_INTERCHANGE_LABELS_H_
#define CASUS_INTERCHANGE_LABELS_H_

// What a node says of itself, in words; nothing else is looked up, so that a writer needs no memory
// for it. Thread-safe, no state.

#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/graph.pb.h"

namespace casus::interchange {

// One line: an actor's or place's name, an article's title, a claim's wording, "ASSAULT,
// heavy-weapons, 2024-09-15", "Rwandan foreign ministry's spokesman: denial". The key where the
// node says nothing.
std::string label(const v1::Node& node);

// "accusation"; "statement" for one that is no kind in particular.
std::string kind_label(const v1::Statement& statement);
// "threatened ASSAULT".
std::string kind_label(const v1::Event& event);
// What is known of it beside its kind and date, one thing each: weapon, incidents, casualties.
std::vector<std::string> details(const v1::Event& event);

// What an edge says, as words between its ends: "allegedly did", "probably asserts",
// "spokeswoman of".
std::string label(const v1::Edge& edge);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_LABELS_H_

#ifndef CASUS_GRAPH_CAMEO_EVENTS_H_
#define CASUS_GRAPH_CAMEO_EVENTS_H_

// Event codes of CAMEO ("190", "0841", with their leading zeros) in our words. PLOVER succeeded
// CAMEO, and most codes have their place in it; the public statements of root 01 have none: they
// are statements, and the denial of responsibility is a denial. Thread-safe, no state.

#include <optional>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus {

struct CameoEvent {
  std::string_view label;  // of its root: "fight"
  std::string_view type;   // PLOVER 0.8; empty: it is a statement
  std::string_view mode;   // PLOVER; may be empty
  v1::StatementKind::Value statement = v1::StatementKind::other;  // where it is one
};

// nullopt for what is no code: two digits from 01 to 20, and at most two after them. A code that
// CAMEO does not have counts as the one above it.
std::optional<CameoEvent> read_cameo_event(std::string_view code);

}  // namespace casus

#endif  // CASUS_GRAPH_CAMEO_EVENTS_H_

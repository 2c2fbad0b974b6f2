#ifndef CASUS_GRAPH_CAMEO_ACTORS_H_
#define CASUS_GRAPH_CAMEO_ACTORS_H_

// Actor codes of CAMEO ("IRQGOV", "PSEREB", "IGOUNO", "COP") in our words. Thread-safe, no state.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus {

struct CameoActor {
  std::string country;  // ISO 3166-1 alpha-3; empty if it says none
  std::string sector;   // PLOVER's; empty if it says none
  // Of a body that has this code: `country` if there is nothing in it but a country.
  v1::ActorKind::Value kind = v1::ActorKind::unknown;

  // Whether it belongs to its state: an actor of the state speaks for it.
  bool of_state() const;
};

// Parts of three letters: a country first, then roles, of which the first that is known counts.
// `is_country` knows countries. nullopt: neither a country nor a role is in it.
std::optional<CameoActor> read_cameo(std::string_view code,
                                     const std::function<bool(std::string_view)>& is_country);

}  // namespace casus

#endif  // CASUS_GRAPH_CAMEO_ACTORS_H_

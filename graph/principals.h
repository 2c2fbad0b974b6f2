#ifndef CASUS_GRAPH_PRINCIPALS_H_
#define CASUS_GRAPH_PRINCIPALS_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"

namespace casus {

// Whether an actor speaks for what it is affiliated to: persons do for their organisation or state,
// organs of a state for the state. An armed group that belongs to a larger movement, a party or a
// broadcaster speaks for itself.
constexpr bool speaks_for_affiliation(v1::ActorKind::Value kind) {
  return kind == v1::ActorKind::person || kind == v1::ActorKind::government ||
         kind == v1::ActorKind::military;
}

// The actor, then whom it speaks for, and so on; at most four, none twice, so that a circle of
// affiliations ends. `owner_of` gives whom the actor of a key speaks for, or an empty view; the
// views stay valid as long as its data does.
template <typename OwnerOf>
std::vector<std::string_view> principals(std::string_view actor, const OwnerOf& owner_of) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string_view> chain;
  while (!actor.empty() && chain.size() < kMost &&
         std::find(chain.begin(), chain.end(), actor) == chain.end()) {
    chain.push_back(actor);
    actor = owner_of(actor);
  }
  return chain;
}

}  // namespace casus

#endif  // CASUS_GRAPH_PRINCIPALS_H_

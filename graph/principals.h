#ifndef CASUS_GRAPH_PRINCIPALS_H_
#define CASUS_GRAPH_PRINCIPALS_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace casus {

// The actor, then whom it is affiliated to, and so on; at most four, none twice, so that a circle
// of affiliations ends. `affiliation_of` gives the affiliation of an actor's key, or an empty view;
// the views stay valid as long as its data does.
template <typename AffiliationOf>
std::vector<std::string_view> principals(std::string_view actor,
                                         const AffiliationOf& affiliation_of) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string_view> chain;
  while (!actor.empty() && chain.size() < kMost &&
         std::find(chain.begin(), chain.end(), actor) == chain.end()) {
    chain.push_back(actor);
    actor = affiliation_of(actor);
  }
  return chain;
}

}  // namespace casus

#endif  // CASUS_GRAPH_PRINCIPALS_H_

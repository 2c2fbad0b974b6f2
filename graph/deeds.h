#ifndef CASUS_GRAPH_DEEDS_H_
#define CASUS_GRAPH_DEEDS_H_

// Claims that somebody did an event: "Sudonia shelled the town", "Sudonia is behind it". Two of one
// doer say the same if the events are the same, whatever their words are: they follow the event.

#include <string>
#include <vector>

#include "graph/assemble.h"

namespace casus {

struct Deed {
  std::string claim;  // keys
  std::string event;
  std::string doer;  // whom he speaks for who did it
};

// Of an article, sorted by claim. The doer is the claim's subject, if that is one whom the article
// ties to the event in whatever way, or who denies the claim and is not whom the event hit; of a
// claim without a subject, if it is more than a report, the only one who is so tied.
std::vector<Deed> deeds(const GraphDelta& delta);

}  // namespace casus

#endif  // CASUS_GRAPH_DEEDS_H_

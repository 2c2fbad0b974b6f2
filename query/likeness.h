#ifndef CASUS_QUERY_LIKENESS_H_
#define CASUS_QUERY_LIKENESS_H_

// Actors by names that are like one: misspelt, written in another way, in another script.
// Thread-safe.

#include <cstddef>
#include <string_view>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

struct Alike {
  double likeness = 0;  // from 0.6 to 1: 1 is the same name
  v1::Node actor;
};

// Those whose name, or another name of theirs, is like `name`, likest first, then by key: the share
// of the letters of its words that stand in words of the other, or sound the same; words that only
// the other has count a little against it. Cost: reads every actor.
std::vector<Alike> actors_like(const storage::Snapshot& snapshot, std::string_view name);

}  // namespace casus::query

#endif  // CASUS_QUERY_LIKENESS_H_

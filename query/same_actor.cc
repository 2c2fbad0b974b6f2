#include "query/same_actor.h"

#include <algorithm>

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

// Keys of the lexicon's entries have one colon ("actor:hamas"), those made of names have more.
bool is_lexicon_key(std::string_view key) { return std::count(key.begin(), key.end(), ':') == 1; }

}  // namespace

std::vector<NodeId> same_actors(const Snapshot& snapshot, NodeId id) {
  std::vector<NodeId> all = snapshot.cluster(id);  // by key
  if (all.size() == 1) return all;
  std::stable_partition(all.begin(), all.end(),
                        [&](NodeId member) { return is_lexicon_key(snapshot.key(member)); });
  return all;
}

NodeId naming_actor(const Snapshot& snapshot, NodeId id) {
  return same_actors(snapshot, id).front();
}

}  // namespace casus::query

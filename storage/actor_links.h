#ifndef CASUS_STORAGE_ACTOR_LINKS_H_
#define CASUS_STORAGE_ACTOR_LINKS_H_

// SAME_AS links of actors and places: what persons merged, and what the rule of graph/same_actor.h
// says of two actors, unless persons decided on the two. Private to storage.
//
// Every two actors that the rule joins are linked: spellings of one name are few. Links follow from
// the two records alone, which follow from the sets of articles and corrections. An index has the
// tokens of each actor; cost for an actor whose record changes: a seek a token, and a look-up for
// each other actor that is filed there.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/same_actor.h"
#include "storage/corrections.h"
#include "storage/link_rows.h"

namespace casus::storage {

// Actors and places as they are stored, or as they will be once a write is done.
class SharedNodes {
 public:
  explicit SharedNodes(const EngineSnapshot& snapshot) : snapshot_(snapshot) {}

  // On top of what is stored; nullopt: it is gone.
  void put(NodeId id, const std::string& key, const std::optional<v1::Node>& node);

  NodeId id_of(const std::string& key) const;  // 0: it is not there

  struct Known {
    NodeId id = 0;
    std::optional<ActorIdentity> actor;  // no value: a place, or gone
  };
  // Others that are filed under tokens of the actor, by their keys.
  std::map<std::string, Known> near(const ActorIdentity& actor) const;

 private:
  const EngineSnapshot& snapshot_;
  std::map<std::string, Known> put_;
  std::map<std::string, std::set<std::string>> by_token_;  // of these
};

// The links of an actor or a place to others of its kind, or to those with larger keys;
// gives their number.
enum class LinksOf { all, larger_keys };
std::int64_t add_shared_links(const Corrections& corrections, const SharedNodes& nodes, NodeId id,
                              const v1::Node& node, LinksOf others, std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ACTOR_LINKS_H_

#include "storage/actor_links.h"

#include <utility>

#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {

void SharedNodes::put(NodeId id, const std::string& key, const std::optional<v1::Node>& node) {
  Known& known = put_[key] = {node ? id : 0, {}};
  if (!node || !node->has_actor()) return;
  known.actor = actor_identity(*node);
  for (const std::string& token : actor_tokens(*known.actor)) by_token_[token].insert(key);
}

NodeId SharedNodes::id_of(const std::string& key) const {
  if (const auto changed = put_.find(key); changed != put_.end()) return changed->second.id;
  const std::optional<std::string> entry = snapshot_.get(id_key(key));
  return entry ? decode_id_entry(*entry).id : 0;
}

std::map<std::string, SharedNodes::Known> SharedNodes::near(const ActorIdentity& actor) const {
  std::map<std::string, Known> found;
  std::set<NodeId> stored;
  for (const std::string& token : actor_tokens(actor)) {
    const std::string prefix = token_prefix(token);
    for (const auto cursor = snapshot_.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      const std::string key(cursor->key().substr(prefix.size()));
      if (!put_.contains(key)) stored.insert(Reader(cursor->value()).varint());
    }
    const auto changed = by_token_.find(token);
    if (changed == by_token_.end()) continue;
    for (const std::string& key : changed->second) found.emplace(key, put_.at(key));
  }
  const std::vector<NodeId> ids(stored.begin(), stored.end());
  const auto nodes = borrowed(snapshot_).nodes(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (nodes[i]) found.emplace(nodes[i]->key(), Known{ids[i], actor_identity(*nodes[i])});
  }
  found.erase(actor.key);
  return found;
}

std::int64_t add_shared_links(const Corrections& corrections, const SharedNodes& nodes, NodeId id,
                              const v1::Node& node, LinksOf others, std::vector<Row>& rows) {
  std::int64_t count = 0;
  const auto add = [&](NodeId other, const std::string& key, const Link& link) {
    if (other == 0 || (others == LinksOf::larger_keys && key < node.key())) return;
    append_link({id, node.key(), node.kind(), Day::unknown()},
                {other, key, node.kind(), Day::unknown()}, link, rows);
    ++count;
  };
  const std::map<std::string, v1::Correction> decided = corrections.pairs(node.key());
  for (const auto& [other, correction] : decided) {
    if (correction.kind() != v1::CorrectionKind::merge) continue;
    add(nodes.id_of(other), other, {1, merge_reason(correction)});
  }
  if (!node.has_actor()) return count;
  const ActorIdentity actor = actor_identity(node);
  for (const auto& [key, other] : nodes.near(actor)) {
    if (decided.contains(key) || !other.actor) continue;
    if (const auto link = same_actor(actor, *other.actor)) add(other.id, key, *link);
  }
  return count;
}

}  // namespace casus::storage

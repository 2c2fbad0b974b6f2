#include "storage/links.h"

#include <algorithm>
#include <map>
#include <utility>

#include "storage/coding.h"

namespace casus::storage {

void find_links(const EngineSnapshot& snapshot, const LinkEnd& node,
                const std::function<void(const LinkEnd&, const Link&)>& visit) {
  std::map<NodeId, NodeId> candidates;  // to their articles
  for (const std::string& token : block_tokens(node.entry.fingerprint)) {
    const std::string prefix = block_prefix(token);
    const auto cursor = snapshot.scan(prefix, after_prefix(prefix));
    while (cursor->valid()) {
      const std::string_view ids = cursor->key().substr(prefix.size());
      if (ids.size() == 2 * sizeof(NodeId)) {
        Reader reader(ids);
        const NodeId article = reader.u64();
        if (article == node.article) {
          cursor->seek(block_key(token, article + 1, 0));
          continue;
        }
        candidates.emplace(reader.u64(), article);
      }
      cursor->next();
    }
  }

  std::vector<std::string> keys;
  keys.reserve(candidates.size());
  for (const auto& [id, article] : candidates) keys.push_back(fingerprint_key(id));
  const std::vector<std::optional<std::string>> values = snapshot.multi_get(keys);
  std::size_t at = 0;
  for (const auto& [id, article] : candidates) {
    const std::optional<std::string>& value = values[at++];
    if (!value) {
      throw StoreError("The store is damaged: node " + std::to_string(id) +
                       " has a block token but no fingerprint. Run `casus check`.");
    }
    const LinkEnd other{id, article, decode_fingerprint(*value)};
    const Fingerprint& a = node.entry.fingerprint;
    const Fingerprint& b = other.entry.fingerprint;
    // Always the same way round, so that not even a rounding error depends on who came first.
    const std::optional<Link> link = a.node < b.node ? same_as(a, b) : same_as(b, a);
    if (link) visit(other, *link);
  }
}

void derive_link_rows(const LinkEnd& a, const LinkEnd& b, const Link& link,
                      std::vector<Row>& rows) {
  const bool in_order = a.entry.fingerprint.node < b.entry.fingerprint.node;
  const LinkEnd& from = in_order ? a : b;
  const LinkEnd& to = in_order ? b : a;
  EdgeKey key;
  key.ref.kind = v1::EdgeKind::same_as;
  key.ref.self = from.id;
  key.ref.other = to.id;
  key.ref.other_kind = to.entry.kind;
  // It holds from when both were published; never, as far as is known, if one has no date.
  const bool dated = from.entry.published.known() && to.entry.published.known();
  key.ref.published = dated ? std::max(from.entry.published, to.entry.published) : Day::unknown();
  v1::Edge edge;
  edge.set_score(link.score);
  edge.set_reason(link.reason);
  rows.push_back({encode(key), edge.SerializeAsString()});
  key.ref = mirrored(key.ref, from.entry.kind);
  rows.push_back({encode(key), {}});
}

std::int64_t stored_link_rows(const EngineSnapshot& snapshot, NodeId id, v1::NodeKind::Value kind,
                              std::vector<Row>& rows) {
  std::int64_t links = 0;
  for (const Direction direction : {Direction::out, Direction::in}) {
    const std::string prefix = edge_prefix(id, direction, v1::EdgeKind::same_as);
    for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      EdgeKey key = decode_edge_key(cursor->key());
      rows.push_back({std::string(cursor->key()), std::string(cursor->value())});
      key.ref = mirrored(key.ref, kind);
      std::string mirror = encode(key);
      std::string value = snapshot.get(mirror).value_or("");
      rows.push_back({std::move(mirror), std::move(value)});
      ++links;
    }
  }
  return links;
}

}  // namespace casus::storage

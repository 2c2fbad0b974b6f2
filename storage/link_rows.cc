#include "storage/link_rows.h"

#include <algorithm>
#include <utility>

#include "storage/key_layout.h"

namespace casus::storage {

void append_link(const LinkEnd& a, const LinkEnd& b, const Link& link, std::vector<Row>& rows) {
  const bool in_order = a.key < b.key;
  const LinkEnd& from = in_order ? a : b;
  const LinkEnd& to = in_order ? b : a;
  EdgeRef ref;
  ref.kind = v1::EdgeKind::same_as;
  ref.self = from.id;
  ref.other = to.id;
  ref.other_kind = to.kind;
  // It holds from when both were published; never, as far as is known, if one has no date.
  const bool dated = from.published.known() && to.published.known();
  ref.published = dated ? std::max(from.published, to.published) : Day::unknown();
  v1::Edge edge;
  edge.set_score(link.score);
  edge.set_reason(link.reason);
  rows.push_back({edge_key(ref), edge.SerializeAsString()});
  if (from.kind == v1::NodeKind::claim) {
    for (const auto& [claim, other] : {std::pair{from.id, to.id}, std::pair{to.id, from.id}}) {
      const ClaimLink row{claim, other, ref.published};
      rows.push_back({claim_link_key(row), encode(row)});
    }
  }
  rows.push_back({edge_key(mirrored(ref, from.kind)), {}});
}

void stored_link_rows(const EngineSnapshot& snapshot, NodeId id, v1::NodeKind::Value kind,
                      std::vector<Row>& rows) {
  for (const Direction direction : {Direction::out, Direction::in}) {
    const std::string prefix = edge_prefix(id, direction, v1::EdgeKind::same_as);
    for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      const EdgeRef ref = decode_edge_key(cursor->key());
      rows.push_back({std::string(cursor->key()), std::string(cursor->value())});
      std::string mirror = edge_key(mirrored(ref, kind));
      std::string value = snapshot.get(mirror).value_or("");
      rows.push_back({std::move(mirror), std::move(value)});
    }
  }
}

// Each once: from its start.
std::int64_t links_among(const std::vector<Row>& rows) {
  return std::count_if(rows.begin(), rows.end(), [](const Row& row) {
    if (row.key.front() != static_cast<char>(Table::edge)) return false;
    const EdgeRef ref = decode_edge_key(row.key);
    return ref.kind == v1::EdgeKind::same_as && ref.direction == Direction::out;
  });
}

}  // namespace casus::storage

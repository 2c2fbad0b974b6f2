// The part of Snapshot that walks edges, relations and clusters.

#include <algorithm>
#include <bitset>
#include <set>
#include <utility>

#include "graph/error.h"
#include "storage/coding.h"
#include "storage/key_layout.h"
#include "storage/snapshot.h"

namespace casus::storage {
namespace {

bool published_by(Day published, Day as_of) {
  return !as_of.known() || (published.known() && published <= as_of);
}

// What persons say of actors and places was never published, and holds at any time.
bool timeless(const EdgeRef& edge) {
  return edge.kind == v1::EdgeKind::same_as && !edge.published.known() &&
         (edge.other_kind == v1::NodeKind::actor || edge.other_kind == v1::NodeKind::place);
}

// The edges of a node lie by direction, then by kind: its slots, in the order of their keys.
constexpr int kSlots = 2 * v1::EdgeKind::Value_ARRAYSIZE;
int slot_of(Direction direction, int kind) {
  return static_cast<int>(direction) * v1::EdgeKind::Value_ARRAYSIZE + kind;
}
int slot_of(const EdgeRef& edge) { return slot_of(edge.direction, edge.kind); }

// The slots that a walk looks at.
class Slots {
 public:
  void add(Direction direction, const std::vector<v1::EdgeKind::Value>& kinds) {
    for (const v1::EdgeKind::Value kind : kinds) wanted_[index(slot_of(direction, kind))] = true;
    if (!kinds.empty()) return;
    for (int kind = v1::EdgeKind::Value_MIN + 1; kind <= v1::EdgeKind::Value_MAX; ++kind) {
      wanted_[index(slot_of(direction, kind))] = true;
    }
  }
  // The first from this one on; kSlots if there is none.
  int from(int slot) const {
    while (slot < kSlots && !wanted_[index(slot)]) ++slot;
    return slot;
  }

 private:
  static std::size_t index(int slot) { return static_cast<std::size_t>(slot); }
  std::bitset<kSlots> wanted_;
};

// The entry at which one range ends tells which slots are empty, so that most nodes cost one seek.
void walk(Cursor& cursor, NodeId id, const Slots& slots, const EdgeFilter& filter,
          const std::function<bool(const EdgeRef&)>& visit) {
  int slot = slots.from(0);
  for (bool placed = false; slot < kSlots; placed = true) {
    const auto direction = static_cast<Direction>(slot / v1::EdgeKind::Value_ARRAYSIZE);
    const auto kind = static_cast<v1::EdgeKind::Value>(slot % v1::EdgeKind::Value_ARRAYSIZE);
    const KeyRange range(edge_prefix(id, direction, kind), filter.window);
    if (!placed || cursor.key() < range.begin) cursor.seek(range.begin);
    for (; cursor.valid() && cursor.key() < range.end; cursor.next()) {
      const EdgeRef edge = decode_edge_key(cursor.key());
      if (!published_by(edge.published, filter.as_of) && !timeless(edge)) continue;
      if (!visit(edge)) return;
    }
    if (!cursor.valid()) return;
    const EdgeRef there = decode_edge_key(cursor.key());
    if (there.self != id) return;
    slot = slots.from(std::max(slot + 1, slot_of(there)));
  }
}

}  // namespace

EdgeCursor::EdgeCursor(const EngineSnapshot& engine) {
  const std::string table = edge_table();
  cursor_ = engine.scan(table, after_prefix(table));
}

void EdgeCursor::edges(NodeId id, const EdgeFilter& filter,
                       const std::function<bool(const EdgeRef&)>& visit) const {
  Slots slots;
  slots.add(filter.direction, filter.kinds);
  walk(*cursor_, id, slots, filter, visit);
}

void EdgeCursor::around(NodeId id, const EdgeFilter& filter,
                        const std::function<bool(const EdgeRef&)>& visit) const {
  Slots slots;
  slots.add(Direction::out, filter.kinds);
  slots.add(Direction::in, filter.kinds);
  walk(*cursor_, id, slots, filter, visit);
}

void Snapshot::edges(NodeId id, const EdgeFilter& filter,
                     const std::function<bool(const EdgeRef&)>& visit) const {
  edge_cursor().edges(id, filter, visit);
}

v1::Edge EdgeCursor::load(const EdgeRef& ref, const std::string& from, const std::string& to,
                          const std::string& article) const {
  const std::string prefix = edge_out_prefix(ref);
  cursor_->seek(prefix);
  v1::Edge edge;
  const bool found = cursor_->valid() && cursor_->key().starts_with(prefix);
  const std::string_view value = found ? cursor_->value() : std::string_view();
  if (!found || !edge.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
    throw StoreError("The store is damaged: an edge from " + from + " to " + to +
                     " cannot be read. Run `casus check`.");
  }
  edge.set_kind(ref.kind);
  edge.set_from(from);
  edge.set_to(to);
  edge.set_published(format_day(ref.published));
  if (!article.empty()) edge.mutable_evidence()->set_article(article);
  return edge;
}

v1::Edge Snapshot::load(const EdgeRef& ref) const {
  const bool out = ref.direction == Direction::out;
  return edge_cursor().load(ref, key(out ? ref.self : ref.other), key(out ? ref.other : ref.self),
                            ref.article != 0 ? key(ref.article) : std::string());
}

namespace {

void scan_relations(Cursor& cursor, const KeyRange& range, Day as_of,
                    const std::function<bool(const RelationRef&)>& visit) {
  for (cursor.seek(range.begin); cursor.valid() && cursor.key() < range.end; cursor.next()) {
    const RelationRef ref = decode_relation(cursor.key(), cursor.value());
    if (published_by(ref.published, as_of) && !visit(ref)) return;
  }
}

Cursor& opened(const EngineSnapshot& engine, const std::string& table,
               std::unique_ptr<Cursor>& cursor) {
  if (!cursor) cursor = engine.scan(table, after_prefix(table));
  return *cursor;
}

}  // namespace

void RelationCursor::relations(NodeId actor, DayWindow window, Day as_of,
                               const std::function<bool(const RelationRef&)>& visit) {
  scan_relations(opened(engine_, relation_table(), of_actors_),
                 KeyRange(relation_prefix(actor), window), as_of, visit);
}

void RelationCursor::relations(NodeId a, NodeId b, DayWindow window, Day as_of,
                               const std::function<bool(const RelationRef&)>& visit) {
  scan_relations(opened(engine_, pair_table(), of_pairs_), KeyRange(pair_prefix(a, b), window),
                 as_of, visit);
}

void Snapshot::relations(NodeId actor, DayWindow window, Day as_of,
                         const std::function<bool(const RelationRef&)>& visit) const {
  relation_cursor().relations(actor, window, as_of, visit);
}

void Snapshot::relations(NodeId a, NodeId b, DayWindow window, Day as_of,
                         const std::function<bool(const RelationRef&)>& visit) const {
  relation_cursor().relations(a, b, window, as_of, visit);
}

std::vector<NodeId> Snapshot::cluster(NodeId id, Day as_of) const {
  const v1::NodeKind::Value kind = this->kind(id).value_or(v1::NodeKind::unspecified);
  if (kind == v1::NodeKind::actor || kind == v1::NodeKind::place) as_of = Day::unknown();
  std::set<NodeId> seen{id};
  std::vector<NodeId> open{id};
  const EdgeCursor cursor = edge_cursor();
  while (!open.empty()) {
    const NodeId next = open.back();
    open.pop_back();
    cursor.around(next, {{}, {v1::EdgeKind::same_as}, {}, as_of}, [&](const EdgeRef& edge) {
      if (seen.insert(edge.other).second) open.push_back(edge.other);
      return true;
    });
  }
  std::vector<NodeId> members(seen.begin(), seen.end());
  if (members.size() == 1) return members;
  const std::vector<std::string> keys = this->keys(members);
  std::vector<std::pair<std::string_view, NodeId>> sorted;
  sorted.reserve(members.size());
  for (std::size_t at = 0; at < members.size(); ++at) sorted.emplace_back(keys[at], members[at]);
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t at = 0; at < members.size(); ++at) members[at] = sorted[at].second;
  return members;
}

}  // namespace casus::storage

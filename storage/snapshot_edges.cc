// The part of Snapshot that walks edges, relations and clusters.

#include <algorithm>
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

}  // namespace

EdgeCursor::EdgeCursor(const EngineSnapshot& engine) {
  const std::string table = edge_table();
  cursor_ = engine.scan(table, after_prefix(table));
}

void EdgeCursor::edges(NodeId id, const EdgeFilter& filter,
                       const std::function<bool(const EdgeRef&)>& visit) const {
  std::vector<KeyRange> ranges;
  if (filter.kinds.empty() && !bounded(filter.window)) {
    ranges.emplace_back(edge_prefix(id, filter.direction), filter.window);
  } else {
    std::set<v1::EdgeKind::Value> kinds(filter.kinds.begin(), filter.kinds.end());
    if (kinds.empty()) {
      for (int kind = v1::EdgeKind::Value_MIN + 1; kind <= v1::EdgeKind::Value_MAX; ++kind) {
        kinds.insert(static_cast<v1::EdgeKind::Value>(kind));
      }
    }
    for (const v1::EdgeKind::Value kind : kinds) {
      ranges.emplace_back(edge_prefix(id, filter.direction, kind), filter.window);
    }
  }
  for (const KeyRange& range : ranges) {
    cursor_->seek(range.begin);
    for (; cursor_->valid() && cursor_->key() < range.end; cursor_->next()) {
      const EdgeKey edge = decode_edge_key(cursor_->key());
      // Edges that differ in nothing but their role are one reference; `load` gives them all.
      if (edge.ordinal > 0) continue;
      if (!published_by(edge.ref.published, filter.as_of) && !timeless(edge.ref)) continue;
      if (!visit(edge.ref)) return;
    }
  }
}

void EdgeCursor::around(NodeId id, const std::function<void(const EdgeRef&)>& visit) const {
  const std::string end = after_prefix(edge_prefix(id, Direction::in));
  cursor_->seek(edge_prefix(id, Direction::out));
  for (; cursor_->valid() && cursor_->key() < end; cursor_->next()) {
    const EdgeKey edge = decode_edge_key(cursor_->key());
    if (edge.ordinal == 0) visit(edge.ref);
  }
}

void Snapshot::edges(NodeId id, const EdgeFilter& filter,
                     const std::function<bool(const EdgeRef&)>& visit) const {
  edge_cursor().edges(id, filter, visit);
}

std::vector<v1::Edge> Snapshot::load(const EdgeRef& ref) const {
  const bool out = ref.direction == Direction::out;
  const std::string from = key(out ? ref.self : ref.other);
  const std::string to = key(out ? ref.other : ref.self);
  const std::string article = ref.article != 0 ? key(ref.article) : std::string();
  std::vector<v1::Edge> edges;
  const std::string prefix = edge_out_prefix(ref);
  for (const auto cursor = engine_->scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    v1::Edge& edge = edges.emplace_back();
    if (!edge.ParseFromArray(cursor->value().data(), static_cast<int>(cursor->value().size()))) {
      throw StoreError(std::string("The store is damaged: an edge from ")
                           .append(from)
                           .append(" to ")
                           .append(to)
                           .append(" cannot be read. Run `casus check`."));
    }
    edge.set_kind(ref.kind);
    edge.set_from(from);
    edge.set_to(to);
    edge.set_published(format_day(ref.published));
    if (!article.empty()) edge.mutable_evidence()->set_article(article);
  }
  return edges;
}

void Snapshot::relations(NodeId from, NodeId to, DayWindow window, Day as_of,
                         const std::function<bool(const RelationRef&)>& visit) const {
  const KeyRange range = to == 0 ? KeyRange(relation_prefix(from), DayWindow{})
                                 : KeyRange(relation_prefix(from, to), window);
  for (const auto cursor = engine_->scan(range.begin, range.end); cursor->valid(); cursor->next()) {
    const RelationRef ref = decode_relation_key(cursor->key());
    if (!window.contains(ref.day) || !published_by(ref.published, as_of)) continue;
    if (!visit(ref)) return;
  }
}

std::vector<NodeId> Snapshot::cluster(NodeId id, Day as_of) const {
  const v1::NodeKind::Value kind = this->kind(id).value_or(v1::NodeKind::unspecified);
  if (kind == v1::NodeKind::actor || kind == v1::NodeKind::place) as_of = Day::unknown();
  std::set<NodeId> seen{id};
  std::vector<NodeId> open{id};
  while (!open.empty()) {
    const NodeId next = open.back();
    open.pop_back();
    for (const Direction direction : {Direction::out, Direction::in}) {
      edges(next, {direction, {v1::EdgeKind::same_as}, {}, as_of}, [&](const EdgeRef& edge) {
        if (seen.insert(edge.other).second) open.push_back(edge.other);
        return true;
      });
    }
  }
  std::vector<std::pair<std::string, NodeId>> sorted;
  sorted.reserve(seen.size());
  for (const NodeId member : seen) sorted.emplace_back(key(member), member);
  std::sort(sorted.begin(), sorted.end());
  std::vector<NodeId> members;
  members.reserve(sorted.size());
  for (const auto& [key, member] : sorted) members.push_back(member);
  return members;
}

}  // namespace casus::storage

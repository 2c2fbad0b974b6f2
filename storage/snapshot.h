#ifndef CASUS_STORAGE_SNAPSHOT_H_
#define CASUS_STORAGE_SNAPSHOT_H_

// One unchanging picture of the graph, and the look-ups and scans that questions are made of.
//
// Nodes have dense 64-bit ids, private to the store; keys are what leaves it. Edges can be walked
// in both directions, newest first; kinds and days are bounds of the scan.
// Threads: const and thread-safe. Ownership: keeps its engine's snapshot alive; must not outlive
// its Store. Damage throws StoreError.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"
#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "storage/engine.h"

namespace casus {

// Whether the window leaves any day out.
constexpr bool bounded(const DayWindow& window) {
  return window.since.known() || window.until.known();
}

}  // namespace casus

namespace casus::storage {

using NodeId = std::uint64_t;  // from 1; 0 is no node

enum class Direction : std::uint8_t { out = 0, in = 1 };

// What a traversal needs, all of it from the key of the entry.
struct EdgeRef {
  v1::EdgeKind::Value kind = v1::EdgeKind::unspecified;
  Direction direction = Direction::out;  // out: `self` is where the edge starts
  NodeId self = 0;
  NodeId other = 0;
  v1::NodeKind::Value other_kind = v1::NodeKind::unspecified;
  Day day;        // the first day of the edge's date; unknown where the edge has none
  Day published;  // of the article that says so
  NodeId article = 0;
};

// Which edges of a node. The default is all.
struct EdgeFilter {
  Direction direction = Direction::out;
  std::vector<v1::EdgeKind::Value> kinds;  // empty: every kind
  DayWindow window;                        // of EdgeRef::day
  Day as_of = Day::unknown();  // only what was published by then; undated articles are left out
};

struct RelationRef {
  NodeId from = 0;
  NodeId to = 0;
  NodeId node = 0;  // event or statement
  Day day;
  Day published;
  std::uint8_t act = 0;  // see act_code in graph/kinds.h
};

// Walks edges of many nodes with one cursor, which costs less than half of a scan for each. One
// thread; must not outlive its snapshot, nor be used from within `visit`.
class EdgeCursor {
 public:
  explicit EdgeCursor(const EngineSnapshot& engine);
  // See Snapshot::edges.
  void edges(NodeId id, const EdgeFilter& filter,
             const std::function<bool(const EdgeRef&)>& visit) const;
  // The same in both directions, whatever the filter's: those that start here, then those that end
  // here.
  void around(NodeId id, const EdgeFilter& filter,
              const std::function<bool(const EdgeRef&)>& visit) const;
  // See Snapshot::load; for who knows the keys of the ends and of the article.
  v1::Edge load(const EdgeRef& ref, const std::string& from, const std::string& to,
                const std::string& article) const;

 private:
  std::unique_ptr<Cursor> cursor_;
};

// Asks for the relations of many actors with one cursor, likewise.
class RelationCursor {
 public:
  explicit RelationCursor(const EngineSnapshot& engine) : engine_(engine) {}
  // See Snapshot::relations.
  void relations(NodeId actor, DayWindow window, Day as_of,
                 const std::function<bool(const RelationRef&)>& visit);
  void relations(NodeId a, NodeId b, DayWindow window, Day as_of,
                 const std::function<bool(const RelationRef&)>& visit);

 private:
  const EngineSnapshot& engine_;
  std::unique_ptr<Cursor> of_actors_;
  std::unique_ptr<Cursor> of_pairs_;
};

class Snapshot {
 public:
  explicit Snapshot(std::shared_ptr<const EngineSnapshot> engine);

  // Nodes.
  std::optional<NodeId> find(std::string_view key) const;
  std::optional<v1::NodeKind::Value> kind(NodeId id) const;
  std::optional<v1::Node> node(NodeId id) const;  // without an article's text
  std::optional<v1::Node> node(std::string_view key) const;
  std::string key(NodeId id) const;  // throws StoreError for an id that is not there
  // The same of many, each in its place. By id, in batches, they cost a fraction of one at a time.
  std::vector<std::optional<v1::Node>> nodes(std::span<const NodeId> ids) const;
  std::vector<std::string> keys(std::span<const NodeId> ids) const;
  // What actors and places are called, at a fraction of the cost of their nodes; empty for others.
  std::vector<std::string> names(std::span<const NodeId> ids) const;

  // All nodes of a kind (attacks when asked for attacks, events and attacks when asked for
  // events), sorted by key for articles, actors, places and claims; for events, attacks, statements
  // and denials newest first (see order_day), then by key. Calls `visit` until it returns false.
  void each(v1::NodeKind::Value kind, const std::function<bool(NodeId)>& visit) const;
  // All nodes of a kind but actors and places, newest first (see order_day), then by key; `day`,
  // by which they are ordered, is a bound of the scan. No node is read. Calls `visit` until it
  // returns false.
  void newest(v1::NodeKind::Value kind, const DayWindow& window,
              const std::function<bool(NodeId, Day day)>& visit) const;
  std::uint64_t count(v1::NodeKind::Value kind) const;
  std::uint64_t count(v1::EdgeKind::Value kind) const;

  // Actors and places by any of their names, normalised; sorted by key.
  std::vector<NodeId> named(std::string_view name) const;
  // Keys, and names of actors and places, that start with `prefix` (names normalised), at most
  // `limit`: first the keys in their order, then the names in theirs. The result is sorted by key.
  std::vector<NodeId> with_prefix(std::string_view prefix, std::size_t limit) const;

  // Edges. `visit` gets them by kind, then newest first, then by id, until it returns false.
  void edges(NodeId id, const EdgeFilter& filter,
             const std::function<bool(const EdgeRef&)>& visit) const;
  EdgeCursor edge_cursor() const { return EdgeCursor(*engine_); }
  // The whole edge, its evidence included. `ref` is of this snapshot.
  v1::Edge load(const EdgeRef& ref) const;

  // What an actor did or said to anyone, and anyone to it, newest first, then by the id of the
  // other; the window is a bound of the scan. Calls `visit` until it returns false.
  void relations(NodeId actor, DayWindow window, Day as_of,
                 const std::function<bool(const RelationRef&)>& visit) const;
  // What two actors did or said to each other, newest first, then by the id of the node.
  void relations(NodeId a, NodeId b, DayWindow window, Day as_of,
                 const std::function<bool(const RelationRef&)>& visit) const;

  RelationCursor relation_cursor() const { return RelationCursor(*engine_); }

  // SAME_AS neighbours are edges too; this gives the whole connected component, itself included,
  // sorted by key. With `as_of`, of the links whose ends had both been published by then; actors
  // and places are the same at any time.
  std::vector<NodeId> cluster(NodeId id, Day as_of = Day::unknown()) const;

  // What persons said, in the order in which they did: everything, or what is about the article,
  // actor or place of this key. Calls `visit` until it returns false.
  void corrections(std::string_view scope,
                   const std::function<bool(const v1::Correction&)>& visit) const;

  // The primary record, text included; nullopt if `article_key` is not in the store.
  std::optional<v1::ArticleAnnotation> annotation(std::string_view article_key) const;
  v1::ArticleAnnotation annotation(NodeId article) const;
  // Bytes [begin, end) of an article's text, clamped to it; reads only the chunks it needs.
  std::string text(std::string_view article_key, std::uint32_t begin, std::uint32_t end) const;

  const EngineSnapshot& engine() const { return *engine_; }

 private:
  std::shared_ptr<const EngineSnapshot> engine_;
};

// On an engine's snapshot of the caller's, which must outlive it.
inline Snapshot borrowed(const EngineSnapshot& engine) {
  return Snapshot({std::shared_ptr<const EngineSnapshot>(), &engine});
}

}  // namespace casus::storage

#endif  // CASUS_STORAGE_SNAPSHOT_H_

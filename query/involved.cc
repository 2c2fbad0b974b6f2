#include "query/involved.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace casus::query {

using storage::Direction;
using storage::EdgeCursor;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Kinds = std::vector<v1::EdgeKind::Value>;

// `root` and all that led to it, by then, by edges of the kind, and what is the same as one of
// these.
std::vector<NodeId> with_parts(const EdgeCursor& cursor, NodeId root, v1::EdgeKind::Value kind,
                               Day as_of) {
  std::vector<NodeId> found{root};
  std::unordered_set<NodeId> seen{root};
  const auto add = [&](const EdgeRef& edge) {
    if (seen.insert(edge.other).second) found.push_back(edge.other);
    return true;
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    const NodeId part = found[i];
    cursor.edges(part, {Direction::out, {v1::EdgeKind::same_as}, {}, {}}, add);
    cursor.edges(part, {Direction::in, {v1::EdgeKind::same_as}, {}, {}}, add);
    cursor.edges(part, {Direction::in, {kind}, {}, as_of}, add);
  }
  return found;
}

// The day by which the node at the other end is ordered. Edges of an event or statement carry its
// date; a claim, or an article, has none but its publication.
Day day_of(const EdgeRef& edge) {
  const bool dated =
      edge.other_kind != v1::NodeKind::claim && edge.other_kind != v1::NodeKind::article;
  return dated && edge.day.known() ? edge.day : edge.published;
}

class Items {
 public:
  explicit Items(const EdgeCursor& cursor) : cursor_(cursor) {}

  void add(NodeId node, Direction direction, const Kinds& kinds) {
    cursor_.edges(node, {direction, kinds, {}, {}}, [&](const EdgeRef& edge) {
      found_.push_back({edge.other, edge.other_kind, day_of(edge), edge.published, edge.article});
      return true;
    });
  }

  std::vector<Item> take() {
    std::sort(found_.begin(), found_.end(), [](const Item& a, const Item& b) {
      return std::tie(b.day, a.node) < std::tie(a.day, b.node);
    });
    found_.erase(std::unique(found_.begin(), found_.end(),
                             [](const Item& a, const Item& b) { return a.node == b.node; }),
                 found_.end());
    return std::move(found_);
  }

 private:
  const EdgeCursor& cursor_;
  std::vector<Item> found_;
};

}  // namespace

std::vector<Item> items_of_actor(const Snapshot& snapshot, NodeId actor, Day as_of) {
  const EdgeCursor cursor = snapshot.edge_cursor();
  Items items(cursor);
  for (const NodeId member : with_parts(cursor, actor, v1::EdgeKind::affiliated, as_of)) {
    items.add(member, Direction::out, {v1::EdgeKind::initiated, v1::EdgeKind::made});
    items.add(member, Direction::in,
              {v1::EdgeKind::targeted, v1::EdgeKind::addresses, v1::EdgeKind::about});
  }
  return items.take();
}

std::vector<Item> items_at_place(const Snapshot& snapshot, NodeId place, Day as_of) {
  const EdgeCursor cursor = snapshot.edge_cursor();
  Items items(cursor);
  for (const NodeId part : with_parts(cursor, place, v1::EdgeKind::within, as_of)) {
    items.add(part, Direction::in, {v1::EdgeKind::targeted, v1::EdgeKind::located_at});
  }
  return items.take();
}

std::vector<Item> articles_mentioning(const Snapshot& snapshot, NodeId node, Day as_of) {
  const EdgeCursor cursor = snapshot.edge_cursor();
  Items items(cursor);
  const auto kind =
      snapshot.kind(node) == v1::NodeKind::place ? v1::EdgeKind::within : v1::EdgeKind::affiliated;
  for (const NodeId part : with_parts(cursor, node, kind, as_of)) {
    items.add(part, Direction::in, {v1::EdgeKind::mentions});
  }
  return items.take();
}

}  // namespace casus::query

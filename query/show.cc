#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "query/questions.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

// Beyond this many, edges of one kind that are left out are no longer counted, and a day that has
// more of them is cut where the store happens to have them.
constexpr std::size_t kMaxLookedAt = 20'000;
constexpr std::size_t kMaxQuotes = 5;

// The edges of one kind and direction, best first: newest, then by the other end's key.
struct KindOfEdges {
  std::vector<EdgeRef> refs;
  std::size_t total = 0;
};

KindOfEdges newest(const Snapshot& snapshot, NodeId node, Direction direction,
                   v1::EdgeKind::Value kind, std::size_t limit) {
  KindOfEdges found;
  storage::EdgeFilter filter;
  filter.direction = direction;
  filter.kinds = {kind};
  snapshot.edges(node, filter, [&](const EdgeRef& ref) {
    ++found.total;
    // A day is taken whole, because within it the store's order depends on arrival.
    if (found.refs.size() < limit || ref.day == found.refs.back().day) found.refs.push_back(ref);
    return limit == std::numeric_limits<std::size_t>::max() || found.total < kMaxLookedAt;
  });
  // Keys are looked up only of those that may be shown.
  const auto when = [](const EdgeRef& ref) { return std::pair(ref.day, ref.published); };
  std::stable_sort(found.refs.begin(), found.refs.end(),
                   [&](const EdgeRef& a, const EdgeRef& b) { return when(a) > when(b); });
  std::size_t end = std::min(limit, found.refs.size());
  while (end > 0 && end < found.refs.size() && when(found.refs[end]) == when(found.refs[end - 1])) {
    ++end;
  }
  found.refs.resize(end);
  std::map<NodeId, std::string> keys;
  for (const auto& ref : found.refs) {
    for (const NodeId id : {ref.other, ref.article}) {
      if (id != 0 && !keys.contains(id)) keys[id] = snapshot.key(id);
    }
  }
  std::sort(found.refs.begin(), found.refs.end(), [&](const EdgeRef& a, const EdgeRef& b) {
    return std::tie(b.day, b.published, keys[a.other], keys[a.article]) <
           std::tie(a.day, a.published, keys[b.other], keys[b.article]);
  });
  return found;
}

// Every kind gets an equal share of the limit; what one does not need goes to the others, in turn.
std::vector<std::size_t> shares(const std::vector<KindOfEdges>& kinds, std::size_t limit) {
  std::vector<std::size_t> taken(kinds.size(), 0);
  bool more = true;
  while (limit > 0 && more) {
    more = false;
    for (std::size_t i = 0; i < kinds.size() && limit > 0; ++i) {
      if (taken[i] == kinds[i].refs.size()) continue;
      ++taken[i];
      --limit;
      more = true;
    }
  }
  return taken;
}

// Returns how many edges are left out.
std::size_t add_edges(const Snapshot& snapshot, NodeId node, Direction direction, std::size_t limit,
                      google::protobuf::RepeatedPtrField<v1::Edge>& to) {
  std::vector<KindOfEdges> kinds;
  for (int kind = v1::EdgeKind::reports; kind <= v1::EdgeKind::Value_MAX; ++kind) {
    kinds.push_back(
        newest(snapshot, node, direction, static_cast<v1::EdgeKind::Value>(kind), limit));
  }
  const auto taken = shares(kinds, limit);
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    left_out += kinds[i].total - taken[i];
    for (std::size_t j = 0; j < taken[i]; ++j) *to.Add() = snapshot.load(kinds[i].refs[j]);
  }
  return left_out;
}

}  // namespace

v1::NodeReport show(const Snapshot& snapshot, NodeId id, std::size_t limit) {
  const auto node = snapshot.node(id);
  if (!node) throw InputError("There is no node with this id in the store; look it up by its key.");
  if (limit == 0) limit = std::numeric_limits<std::size_t>::max();

  v1::NodeReport report;
  *report.mutable_node() = *node;
  const std::size_t left_out =
      add_edges(snapshot, id, Direction::out, limit, *report.mutable_out()) +
      add_edges(snapshot, id, Direction::in, limit, *report.mutable_in());
  report.set_edges_left_out(static_cast<std::uint32_t>(
      std::min<std::size_t>(left_out, std::numeric_limits<std::uint32_t>::max())));

  if (node->evidence().spans_size() > 0) *report.add_quotes() = quote(snapshot, *node);
  // Actors and places are written where articles mention them.
  std::size_t quoted = 0;
  for (const auto& edge : report.in()) {
    if (edge.kind() != v1::EdgeKind::mentions || quoted == kMaxQuotes) continue;
    *report.add_quotes() = quote(snapshot, edge.evidence());
    ++quoted;
  }
  return report;
}

}  // namespace casus::query

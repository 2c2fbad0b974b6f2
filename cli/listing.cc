#include "cli/listing.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "graph/assemble.h"
#include "graph/kinds.h"

namespace casus::cli {
namespace {

using storage::Direction;
using storage::EdgeFilter;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

struct Step {
  Direction direction;
  v1::EdgeKind::Value kind;
};

void collect(const Snapshot& snapshot, NodeId from, Step step, Day as_of, std::set<NodeId>& into) {
  snapshot.edges(from, EdgeFilter{step.direction, {step.kind}, {}, as_of},
                 [&](const EdgeRef& edge) {
                   into.insert(edge.other);
                   return true;
                 });
}

// `root` and all that led to it, by then, by edges of the kind.
std::set<NodeId> with_parts(const Snapshot& snapshot, NodeId root, v1::EdgeKind::Value kind,
                            Day as_of) {
  std::set<NodeId> found{root};
  std::vector<NodeId> open{root};
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    std::set<NodeId> parts;
    collect(snapshot, node, {Direction::in, kind}, as_of, parts);
    for (const NodeId part : parts) {
      if (found.insert(part).second) open.push_back(part);
    }
  }
  return found;
}

std::set<NodeId> around_actor(const Snapshot& snapshot, NodeId actor, Day as_of) {
  std::set<NodeId> found;
  for (const NodeId member : with_parts(snapshot, actor, v1::EdgeKind::affiliated, as_of)) {
    for (const Step step :
         {Step{Direction::out, v1::EdgeKind::initiated},
          Step{Direction::in, v1::EdgeKind::targeted}, Step{Direction::out, v1::EdgeKind::made},
          Step{Direction::in, v1::EdgeKind::addresses}, Step{Direction::in, v1::EdgeKind::about}}) {
      collect(snapshot, member, step, as_of, found);
    }
  }
  // What somebody asserts or denies is a claim of theirs too.
  std::set<NodeId> claims;
  for (const NodeId node : found) {
    collect(snapshot, node, {Direction::out, v1::EdgeKind::asserts}, as_of, claims);
    collect(snapshot, node, {Direction::out, v1::EdgeKind::denies}, as_of, claims);
  }
  found.merge(claims);
  return found;
}

std::set<NodeId> around_place(const Snapshot& snapshot, NodeId place, Day as_of) {
  std::set<NodeId> found;
  for (const NodeId part : with_parts(snapshot, place, v1::EdgeKind::within, as_of)) {
    collect(snapshot, part, {Direction::in, v1::EdgeKind::located_at}, as_of, found);
    collect(snapshot, part, {Direction::in, v1::EdgeKind::targeted}, as_of, found);
  }
  return found;
}

// The candidates that actor and place leave; nullopt: neither was asked for.
std::optional<std::set<NodeId>> candidates(const Snapshot& snapshot, const Listing& listing) {
  const Day as_of = listing.filter.as_of;
  std::optional<std::set<NodeId>> found;
  if (listing.actor) found = around_actor(snapshot, *listing.actor, as_of);
  if (listing.place) {
    std::set<NodeId> there = around_place(snapshot, *listing.place, as_of);
    if (!found) return there;
    std::set<NodeId> both;
    std::set_intersection(found->begin(), found->end(), there.begin(), there.end(),
                          std::inserter(both, both.end()));
    return both;
  }
  return found;
}

// Actors and places belong to no article: what counts is whether one had named them by then.
bool mentioned_by(const Snapshot& snapshot, NodeId id, Day as_of) {
  bool found = false;
  snapshot.edges(id, EdgeFilter{Direction::in, {v1::EdgeKind::mentions}, {}, as_of},
                 [&](const EdgeRef&) {
                   found = true;
                   return false;
                 });
  return found;
}

bool passes(const Snapshot& snapshot, const Listing& listing, NodeId id, const v1::Node& node) {
  if (!is_a(node.kind(), listing.kind)) return false;
  if (!listing.filter.window.contains(order_day(node))) return false;
  if (listing.filter.as_of.known()) {
    if (node.has_actor() || node.has_place()) {
      if (!mentioned_by(snapshot, id, listing.filter.as_of)) return false;
    } else {
      const auto published = parse_day(node.published());
      if (!published || *published > listing.filter.as_of) return false;
    }
  }
  return !listing.matches || listing.matches(node);
}

bool newest_first(const v1::Node& a, const v1::Node& b) {
  const Day day_a = order_day(a);
  const Day day_b = order_day(b);
  return day_a != day_b ? day_a > day_b : a.key() < b.key();
}

// Whether the store gives nodes of the kind newest first, so that a limit can end the scan.
bool dated(v1::NodeKind::Value kind) {
  return is_a(kind, v1::NodeKind::event) || is_a(kind, v1::NodeKind::statement);
}

// Holds back nodes of one day until all of them are there, and stops at the limit.
class DayGroups {
 public:
  DayGroups(std::size_t limit, const std::function<void(const v1::Node&)>& visit)
      : limit_(limit), visit_(visit) {}

  // False when no more are wanted.
  bool add(v1::Node node) {
    if (!group_.empty() && order_day(node) != order_day(group_.front())) flush();
    if (full()) return false;
    group_.push_back(std::move(node));
    return true;
  }

  void flush() {
    std::sort(group_.begin(), group_.end(), newest_first);
    for (const v1::Node& node : group_) {
      if (full()) break;
      visit_(node);
      ++visited_;
    }
    group_.clear();
  }

  std::size_t visited() const { return visited_; }

 private:
  bool full() const { return limit_ != 0 && visited_ >= limit_; }

  const std::size_t limit_;
  const std::function<void(const v1::Node&)>& visit_;
  std::vector<v1::Node> group_;
  std::size_t visited_ = 0;
};

}  // namespace

std::size_t list(const Snapshot& snapshot, const Listing& listing,
                 const std::function<void(const v1::Node&)>& visit) {
  const auto restricted = candidates(snapshot, listing);
  if (!restricted && dated(listing.kind)) {
    DayGroups groups(listing.filter.limit, visit);
    snapshot.each(listing.kind, [&](NodeId id) {
      auto node = snapshot.node(id);
      if (!node || !passes(snapshot, listing, id, *node)) return true;
      return groups.add(std::move(*node));
    });
    groups.flush();
    return groups.visited();
  }

  std::vector<v1::Node> found;
  const auto consider = [&](NodeId id) {
    auto node = snapshot.node(id);
    if (node && passes(snapshot, listing, id, *node)) found.push_back(std::move(*node));
    return true;
  };
  if (restricted) {
    std::for_each(restricted->begin(), restricted->end(), consider);
  } else {
    snapshot.each(listing.kind, consider);
  }
  std::sort(found.begin(), found.end(), [&](const v1::Node& a, const v1::Node& b) {
    return dated(listing.kind) ? newest_first(a, b) : a.key() < b.key();
  });
  if (listing.filter.limit != 0 && found.size() > listing.filter.limit) {
    found.resize(listing.filter.limit);
  }
  std::for_each(found.begin(), found.end(), visit);
  return found.size();
}

}  // namespace casus::cli

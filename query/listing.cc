#include "query/listing.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/assemble.h"
#include "graph/kinds.h"
#include "query/involved.h"
#include "query/key_order.h"
#include "query/same_actor.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeCursor;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Visit = std::function<void(NodeId, const v1::Node&)>;

bool by_day(v1::NodeKind::Value kind) {
  return kind != v1::NodeKind::actor && kind != v1::NodeKind::place;
}

// Holds nodes of one day back until all of them are there, and stops at the limit.
class Output {
 public:
  Output(const Listing& listing, const Visit& visit)
      : limit_(listing.filter.limit), skip_(listing.skip), visit_(visit) {}

  // The nodes of one day, or of one article of it, come together. False when no more are wanted.
  bool begin_group() {
    std::sort(group_.begin(), group_.end(), [](const auto& a, const auto& b) {
      return key_before(a.second.key(), b.second.key());
    });
    for (const auto& [id, node] : group_) add_in_order(id, node);
    group_.clear();
    return !listed_.more;
  }
  void add(NodeId id, v1::Node node) { group_.emplace_back(id, std::move(node)); }

  // For nodes that come in their order. False when no more are wanted.
  bool add_in_order(NodeId id, const v1::Node& node) {
    if (skip_ > 0) {
      --skip_;
    } else if (limit_ != 0 && listed_.count == limit_) {
      listed_.more = true;
    } else if (!listed_.more) {
      ++listed_.count;
      visit_(id, node);
    }
    return !listed_.more;
  }

  Listed finish() {
    begin_group();
    return listed_;
  }

 private:
  const std::size_t limit_;
  std::size_t skip_;
  const Visit& visit_;
  std::vector<std::pair<NodeId, v1::Node>> group_;
  Listed listed_;
};

// Whether events happened in a country. Places are few, and each is looked up once.
class Country {
 public:
  Country(const Snapshot& snapshot, const std::string& code) : snapshot_(snapshot), code_(code) {}

  // By the key of the place where the event happened, which may be empty.
  bool holds(const std::string& key) {
    if (key.empty()) return false;
    auto [at, inserted] = known_.try_emplace(key);
    if (inserted) {
      if (const auto id = snapshot_.find(key)) at->second = lies_in_it(*id);
    }
    return at->second;
  }

 private:
  bool lies_in_it(NodeId place) const {
    const auto merged = same_actors(snapshot_, place);
    return std::any_of(merged.begin(), merged.end(), [&](NodeId id) {
      const auto node = snapshot_.node(id);
      return node && node->place().country() == code_;
    });
  }

  const Snapshot& snapshot_;
  const std::string& code_;
  std::unordered_map<std::string, bool> known_;  // by the keys of places
};

// What actor and place leave, of other kinds too: a claim is found by the statements on it.
std::vector<Item> candidates(const Snapshot& snapshot, const Listing& listing) {
  const Day as_of = listing.filter.as_of;
  const bool articles = listing.kind == v1::NodeKind::article;
  const auto of = [&](NodeId node, auto items) {
    return articles ? articles_mentioning(snapshot, node, as_of) : items(snapshot, node, as_of);
  };
  if (!listing.place) return of(*listing.actor, items_of_actor);
  std::vector<Item> there = of(*listing.place, items_at_place);
  if (!listing.actor) return there;
  std::unordered_set<NodeId> of_actor;
  for (const Item& item : of(*listing.actor, items_of_actor)) of_actor.insert(item.node);
  std::erase_if(there, [&](const Item& item) { return !of_actor.contains(item.node); });
  return there;
}

class Lister {
 public:
  Lister(const Snapshot& snapshot, const Listing& listing, const Visit& visit)
      : snapshot_(snapshot),
        listing_(listing),
        country_(snapshot, listing.country),
        output_(listing, visit) {}

  Listed run() {
    if (!by_day(listing_.kind)) {
      each_by_key();
    } else if (listing_.actor || listing_.place) {
      each_candidate();
    } else {
      each_by_day();
    }
    return output_.finish();
  }

 private:
  void each_by_key() {
    snapshot_.each(listing_.kind, [&](NodeId id) {
      const auto node = snapshot_.node(id);
      return !node || !wanted(*node) || !known_by_then(id) || output_.add_in_order(id, *node);
    });
  }

  // The store lists a day article by article, the items of one by the bytes of their keys.
  void each_by_day() {
    Day day;
    std::string source;
    snapshot_.newest(listing_.kind, listing_.filter.window, [&](NodeId id, Day its_day) {
      auto node = snapshot_.node(id);
      if (!node || !eligible(*node) || !first_met(id, *node)) return true;
      if (its_day != day || node->source() != source) {
        if (!output_.begin_group()) return false;
        day = its_day;
        source = node->source();
      }
      output_.add(id, *std::move(node));
      return true;
    });
  }

  void each_candidate() {
    auto items = candidates(snapshot_, listing_);
    if (listing_.kind == v1::NodeKind::claim) {
      // Claims are ordered by publication; a statement stands for the claims that it is on.
      for (Item& item : items) item.day = item.published;
      std::stable_sort(items.begin(), items.end(),
                       [](const Item& a, const Item& b) { return a.day > b.day; });
    }
    if (listing_.joined) {
      for (const Item& item : items) candidates_.insert(item.node);
    }
    const EdgeCursor cursor = snapshot_.edge_cursor();
    std::unordered_set<NodeId> seen;
    Day day;
    for (const Item& item : items) {
      if (!listing_.filter.window.contains(item.day)) continue;
      if (!published_by(item.published, listing_.filter.as_of)) continue;
      if (item.day != day && !output_.begin_group()) return;
      day = item.day;
      if (is_a(item.kind, listing_.kind)) {
        consider(item.node, seen);
      } else if (listing_.kind == v1::NodeKind::claim && !is_a(item.kind, v1::NodeKind::event)) {
        cursor.edges(item.node,
                     {Direction::out, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}},
                     [&](const EdgeRef& edge) {
                       consider(edge.other, seen);
                       return true;
                     });
      }
    }
  }

  void consider(NodeId id, std::unordered_set<NodeId>& seen) {
    if (!seen.insert(id).second) return;
    auto node = snapshot_.node(id);
    if (node && wanted(*node) && first_met(id, *node)) output_.add(id, *std::move(node));
  }

  // False for what stands for something that is listed already; otherwise `id` and `node` become
  // those that stand for all that is the same.
  bool first_met(NodeId& id, v1::Node& node) {
    if (!listing_.joined) return true;
    if (met_.contains(id)) return false;
    const Day day = order_day(node);
    std::vector<NodeId> others = snapshot_.cluster(id, listing_.filter.as_of);
    met_.insert(others.begin(), others.end());
    std::erase_if(others, [&](NodeId other) {
      return other == id || (!candidates_.empty() && !candidates_.contains(other));
    });
    auto nodes = snapshot_.nodes(others);
    for (std::size_t i = 0; i < others.size(); ++i) {
      auto& alike = nodes[i];
      if (!alike || !eligible(*alike) || order_day(*alike) != day ||
          reported_before(node, *alike)) {
        continue;
      }
      id = others[i];
      node = *std::move(alike);
    }
    return true;
  }

  bool eligible(const v1::Node& node) { return wanted(node) && published_by_then(node); }

  bool wanted(const v1::Node& node) {
    if (listing_.matches && !listing_.matches(node)) return false;
    return listing_.country.empty() || country_.holds(node.event().place());
  }

  bool published_by_then(const v1::Node& node) const {
    const Day published = parse_day(node.published()).value_or(Day::unknown());
    return published_by(published, listing_.filter.as_of);
  }

  // Actors and places belong to no article: what counts is whether one had named them by then.
  bool known_by_then(NodeId id) const {
    if (!listing_.filter.as_of.known()) return true;
    bool found = false;
    snapshot_.edges(id, {Direction::in, {v1::EdgeKind::mentions}, {}, listing_.filter.as_of},
                    [&](const EdgeRef&) {
                      found = true;
                      return false;
                    });
    return found;
  }

  const Snapshot& snapshot_;
  const Listing& listing_;
  Country country_;
  Output output_;
  std::unordered_set<NodeId> met_;         // what is listed, with all that is the same
  std::unordered_set<NodeId> candidates_;  // what may stand for it; empty: anything
};

}  // namespace

Listed list(const Snapshot& snapshot, const Listing& listing, const Visit& visit) {
  return Lister(snapshot, listing, visit).run();
}

}  // namespace casus::query

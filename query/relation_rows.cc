#include "query/relation_rows.h"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/kinds.h"
#include "query/key_order.h"
#include "query/names.h"
#include "query/same_actor.h"
#include "query/summary.h"

namespace casus::query {

using storage::NodeId;
using storage::RelationCursor;
using storage::RelationRef;
using storage::Snapshot;

namespace {

bool newer(const RelationRef& a, const RelationRef& b) {
  return std::pair(a.day, a.published) > std::pair(b.day, b.published);
}

// At worst every other row is the event of a statement and is dropped.
bool enough(std::size_t rows, const Filter& filter) {
  return filter.limit != 0 && rows / 2 >= filter.limit;
}

// What one actor did to anyone.
void collect(RelationCursor& cursor, NodeId one, const Filter& filter,
             std::vector<RelationRef>& rows) {
  cursor.relations(one, filter.window, filter.as_of, [&](const RelationRef& row) {
    if (row.from == one) rows.push_back(row);
    return true;
  });
}

// What two did to each other, newest first. The scan ends with the day in which the limit is
// reached; days are taken whole because their order must not depend on arrival.
void collect(RelationCursor& cursor, NodeId one, NodeId other, const Filter& filter,
             std::vector<RelationRef>& rows) {
  std::size_t taken = 0;  // of those one way: an event that goes both ways is shown once
  Day last;
  cursor.relations(one, other, filter.window, filter.as_of, [&](const RelationRef& row) {
    if (enough(taken, filter) && row.day != last) return false;
    rows.push_back(row);
    last = row.day;
    taken += row.from == one ? 1 : 0;
    return true;
  });
}

// A row towards an official's state stands for the official too; only whom the event or statement
// itself names is shown.
bool names_target(const v1::Node& node, const std::string& to) {
  if (node.has_statement()) return node.statement().addressee() == to;
  const auto& targets = node.event().targets();
  return std::any_of(targets.begin(), targets.end(),
                     [&](const v1::Target& target) { return target.actor() == to; });
}

bool names_initiator(const v1::Node& node, const std::string& from) {
  if (node.has_statement()) return node.statement().speaker() == from;
  const auto& initiators = node.event().initiators();
  return std::any_of(initiators.begin(), initiators.end(),
                     [&](const v1::Initiator& who) { return who.actor() == from; });
}

// The nodes of rows that are read one after the other: in batches they cost a fraction.
class NodesAhead {
 public:
  NodesAhead(const Snapshot& snapshot, const std::vector<RelationRef>& refs)
      : snapshot_(snapshot), refs_(refs) {}

  std::optional<v1::Node> take(std::size_t i) {
    if (i >= begin_ + nodes_.size()) read(i);
    return std::move(nodes_[i - begin_]);
  }

 private:
  void read(std::size_t begin) {
    std::vector<NodeId> ids;
    for (std::size_t i = begin; i < refs_.size() && ids.size() < kBatch; ++i) {
      ids.push_back(refs_[i].node);
    }
    nodes_ = snapshot_.nodes(ids);
    begin_ = begin;
  }

  static constexpr std::size_t kBatch = 64;
  const Snapshot& snapshot_;
  const std::vector<RelationRef>& refs_;
  std::vector<std::optional<v1::Node>> nodes_;
  std::size_t begin_ = 0;
};

// Loads rows, newest first, until enough are there and their last day is complete. An accusation is
// a statement and also the event ACCUSE; it is shown once, as the statement.
std::vector<RelationRow> load(const Snapshot& snapshot, const std::vector<RelationRef>& refs,
                              bool pair, const Filter& filter, std::string_view kind, Organs organs,
                              Parties& parties) {
  std::vector<RelationRow> rows;
  std::set<std::pair<NodeId, std::string>> seen;
  std::set<std::string> spoken;
  NodesAhead nodes(snapshot, refs);
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const RelationRef& ref = refs[i];
    if (enough(rows.size(), filter) && rows.back().ref.day != ref.day) break;
    const std::string& towards = parties(ref.to).key();
    if (towards == parties(ref.from).key()) continue;
    // For a pair, one row an event or statement; what both did to each other starts at `a`.
    const std::pair shown(ref.node, pair ? std::string() : towards);
    if (seen.contains(shown)) continue;
    auto node = nodes.take(i);
    if (!node) continue;
    if (node->has_statement()) spoken.insert(node->statement().event());
    if (!kind.empty() && type_of(*node) != kind) continue;
    const bool themselves = organs == Organs::left_out;
    if ((!pair || themselves) && !names_target(*node, snapshot.key(ref.to))) continue;
    if (themselves && !names_initiator(*node, snapshot.key(ref.from))) continue;
    rows.push_back({ref, towards, std::move(*node)});
    seen.insert(shown);
  }
  std::erase_if(rows, [&](const RelationRow& row) { return spoken.contains(row.node.key()); });
  std::sort(rows.begin(), rows.end(), [](const RelationRow& x, const RelationRow& y) {
    if (newer(x.ref, y.ref) || newer(y.ref, x.ref)) return newer(x.ref, y.ref);
    return x.node.key() != y.node.key() ? key_before(x.node.key(), y.node.key()) : x.to < y.to;
  });
  return rows;
}

}  // namespace

const v1::NodeRef& Parties::operator()(NodeId id) {
  auto [at, inserted] = refs_.try_emplace(id);
  if (inserted) {
    const NodeId naming = naming_actor(snapshot_, id);
    at->second.set_key(snapshot_.key(naming));
    at->second.set_name(display_name(snapshot_, naming));
  }
  return at->second;
}

bool fewer_relations(const Snapshot& snapshot, NodeId a, NodeId b, const Filter& filter,
                     std::size_t than) {
  std::size_t count = 0;
  RelationCursor cursor = snapshot.relation_cursor();
  for (const NodeId one : same_actors(snapshot, a)) {
    for (const NodeId other : same_actors(snapshot, b)) {
      cursor.relations(one, other, filter.window, filter.as_of,
                       [&](const RelationRef&) { return ++count < than; });
    }
  }
  return count < than;
}

std::vector<RelationRow> relation_rows(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b,
                                       const Filter& filter, std::string_view kind, Organs organs,
                                       Parties& parties) {
  // What only the node tells: then no row is one too many.
  Filter of_rows = filter;
  if (!kind.empty() || organs == Organs::left_out) of_rows.limit = 0;
  std::vector<RelationRef> refs;
  const auto all_a = same_actors(snapshot, a);
  RelationCursor cursor = snapshot.relation_cursor();
  for (const NodeId one : all_a) {
    if (!b) collect(cursor, one, of_rows, refs);
  }
  for (const NodeId other : b ? same_actors(snapshot, *b) : std::vector<NodeId>()) {
    for (const NodeId one : all_a) collect(cursor, one, other, of_rows, refs);
  }
  // Of what both did to each other, the row that starts at `a` is the first.
  std::stable_partition(refs.begin(), refs.end(), [&all_a](const RelationRef& ref) {
    return std::find(all_a.begin(), all_a.end(), ref.from) != all_a.end();
  });
  std::stable_sort(refs.begin(), refs.end(), newer);
  return load(snapshot, refs, b.has_value(), filter, kind, organs, parties);
}

v1::Relation relation(const Snapshot& snapshot, const RelationRow& row, Parties& refs) {
  v1::Relation relation;
  *relation.mutable_from() = refs(row.ref.from);
  *relation.mutable_to() = refs(row.ref.to);
  relation.set_key(row.node.key());
  relation.set_type(type_of(row.node));
  if (row.node.has_event()) {
    const auto& event = row.node.event();
    relation.set_modality(event.modality());
    if (event.has_date()) *relation.mutable_date() = event.date();
    relation.set_summary(event_summary(snapshot, event));
  } else {
    const auto& statement = row.node.statement();
    if (statement.has_date()) *relation.mutable_date() = statement.date();
    relation.set_summary(statement_summary(snapshot, row.node));
  }
  *relation.mutable_quote() = quote(snapshot, row.node);
  return relation;
}

}  // namespace casus::query

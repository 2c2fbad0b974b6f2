#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/kinds.h"
#include "query/key_order.h"
#include "query/names.h"
#include "query/questions.h"
#include "query/same_actor.h"
#include "query/summary.h"

namespace casus::query {

using storage::NodeId;
using storage::RelationRef;
using storage::Snapshot;

namespace {

// Actors by their ids, merged ones by the one that names them.
class Parties {
 public:
  explicit Parties(const Snapshot& snapshot) : snapshot_(snapshot) {}

  const v1::NodeRef& operator()(NodeId id) {
    auto [at, inserted] = refs_.try_emplace(id);
    if (inserted) {
      const NodeId naming = naming_actor(snapshot_, id);
      at->second.set_key(snapshot_.key(naming));
      at->second.set_name(display_name(snapshot_, naming));
    }
    return at->second;
  }

 private:
  const Snapshot& snapshot_;
  std::unordered_map<NodeId, v1::NodeRef> refs_;
};

bool newer(const RelationRef& a, const RelationRef& b) {
  return std::pair(a.day, a.published) > std::pair(b.day, b.published);
}

// At worst every other row is the event of a statement and is dropped.
std::size_t needed(const Filter& filter) { return 2 * filter.limit; }

// Rows of one direction, newest first. For a pair the scan ends with the day in which the limit is
// reached; days are taken whole because their order must not depend on arrival.
void collect(const Snapshot& snapshot, NodeId from, NodeId to, const Filter& filter,
             std::vector<RelationRef>& rows) {
  std::size_t taken = 0;
  Day last;
  snapshot.relations(from, to, filter.window, filter.as_of, [&](const RelationRef& row) {
    if (to != 0 && filter.limit != 0 && taken >= needed(filter) && row.day != last) return false;
    rows.push_back(row);
    last = row.day;
    ++taken;
    return true;
  });
}

struct Row {
  RelationRef ref;
  std::string to;  // key
  v1::Node node;
};

// A row towards an official's state stands for the official too; only whom the event or statement
// itself names is shown.
bool names(const v1::Node& node, const std::string& to) {
  if (node.has_statement()) return node.statement().addressee() == to;
  const auto& targets = node.event().targets();
  return std::any_of(targets.begin(), targets.end(),
                     [&](const v1::Target& target) { return target.actor() == to; });
}

std::string type_of(const v1::Node& node) {
  return node.has_event() ? node.event().type() : std::string(name_of(node.statement().kind()));
}

// Loads rows, newest first, until enough are there and their last day is complete. An accusation is
// a statement and also the event ACCUSE; it is shown once, as the statement.
std::vector<Row> load(const Snapshot& snapshot, const std::vector<RelationRef>& refs, bool pair,
                      const Filter& filter, std::string_view kind, Parties& parties) {
  std::vector<Row> rows;
  std::set<std::pair<NodeId, std::string>> seen;
  std::set<std::string> spoken;
  for (const auto& ref : refs) {
    if (filter.limit != 0 && rows.size() >= needed(filter) && rows.back().ref.day != ref.day) break;
    const std::string& towards = parties(ref.to).key();
    if (towards == parties(ref.from).key()) continue;
    // For a pair, one row an event or statement; what both did to each other starts at `a`.
    const std::pair shown(ref.node, pair ? std::string() : towards);
    if (seen.contains(shown)) continue;
    auto node = snapshot.node(ref.node);
    if (!node) continue;
    if (node->has_statement()) spoken.insert(node->statement().event());
    if (!kind.empty() && type_of(*node) != kind) continue;
    if (!pair && !names(*node, snapshot.key(ref.to))) continue;
    rows.push_back({ref, towards, std::move(*node)});
    seen.insert(shown);
  }
  std::erase_if(rows, [&](const Row& row) { return spoken.contains(row.node.key()); });
  std::sort(rows.begin(), rows.end(), [](const Row& x, const Row& y) {
    if (newer(x.ref, y.ref) || newer(y.ref, x.ref)) return newer(x.ref, y.ref);
    return x.node.key() != y.node.key() ? key_before(x.node.key(), y.node.key()) : x.to < y.to;
  });
  return rows;
}

v1::Relation relation(const Snapshot& snapshot, const Row& row, Parties& refs) {
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

}  // namespace

std::vector<v1::Relation> relations(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b,
                                    const Filter& filter, std::string_view kind) {
  // A kind is told by the node: then no row is one too many.
  Filter of_rows = filter;
  if (!kind.empty()) of_rows.limit = 0;
  std::vector<RelationRef> refs;
  const auto all_a = same_actors(snapshot, a);
  const auto all_b = b ? same_actors(snapshot, *b) : std::vector<NodeId>{0};
  for (const NodeId one : all_a) {
    for (const NodeId other : all_b) collect(snapshot, one, other, of_rows, refs);
  }
  if (b) {
    for (const NodeId one : all_b) {
      for (const NodeId other : all_a) collect(snapshot, one, other, of_rows, refs);
    }
  }
  // Stable: of what both did to each other, the row that starts at `a` stays first.
  std::stable_sort(refs.begin(), refs.end(), newer);

  Parties parties(snapshot);
  auto rows = load(snapshot, refs, b.has_value(), filter, kind, parties);
  if (filter.limit != 0 && rows.size() > filter.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(filter.limit), rows.end());
  }
  std::vector<v1::Relation> answer;
  answer.reserve(rows.size());
  for (const auto& row : rows) answer.push_back(relation(snapshot, row, parties));
  return answer;
}

}  // namespace casus::query

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/kinds.h"
#include "query/names.h"
#include "query/questions.h"
#include "query/summary.h"

namespace casus::query {

using storage::NodeId;
using storage::RelationRef;
using storage::Snapshot;

namespace {

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

// Loads rows, newest first, until enough are there and their last day is complete.
std::vector<Row> load(const Snapshot& snapshot, const std::vector<RelationRef>& refs, bool pair,
                      const Filter& filter) {
  std::vector<Row> rows;
  std::set<std::pair<NodeId, NodeId>> seen;
  for (const auto& ref : refs) {
    if (filter.limit != 0 && rows.size() >= needed(filter) && rows.back().ref.day != ref.day) break;
    // For a pair, one row an event or statement; what both did to each other starts at `a`.
    if (!seen.emplace(ref.node, pair ? 0 : ref.to).second) continue;
    auto node = snapshot.node(ref.node);
    if (!node) continue;
    std::string to = snapshot.key(ref.to);
    if (pair || names(*node, to)) rows.push_back({ref, std::move(to), std::move(*node)});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& x, const Row& y) {
    if (newer(x.ref, y.ref) || newer(y.ref, x.ref)) return newer(x.ref, y.ref);
    return std::tie(x.node.key(), x.to) < std::tie(y.node.key(), y.to);
  });
  return rows;
}

// An accusation is a statement and also the event ACCUSE; it is shown once, as the statement.
void drop_events_of_statements(std::vector<Row>& rows) {
  std::set<std::string> spoken;
  for (const auto& row : rows) {
    if (row.node.has_statement()) spoken.insert(row.node.statement().event());
  }
  std::erase_if(rows, [&](const Row& row) {
    return row.node.has_event() && spoken.contains(row.node.key());
  });
}

class NodeRefs {
 public:
  explicit NodeRefs(const Snapshot& snapshot) : snapshot_(snapshot) {}

  const v1::NodeRef& operator()(NodeId id) {
    auto [at, inserted] = refs_.try_emplace(id);
    if (inserted) {
      at->second.set_key(snapshot_.key(id));
      at->second.set_name(display_name(snapshot_, id));
    }
    return at->second;
  }

 private:
  const Snapshot& snapshot_;
  std::unordered_map<NodeId, v1::NodeRef> refs_;
};

v1::Relation relation(const Snapshot& snapshot, const Row& row, NodeRefs& refs) {
  v1::Relation relation;
  *relation.mutable_from() = refs(row.ref.from);
  *relation.mutable_to() = refs(row.ref.to);
  relation.set_key(row.node.key());
  if (row.node.has_event()) {
    const auto& event = row.node.event();
    relation.set_type(event.type());
    relation.set_modality(event.modality());
    if (event.has_date()) *relation.mutable_date() = event.date();
    relation.set_summary(event_summary(snapshot, event));
  } else {
    const auto& statement = row.node.statement();
    relation.set_type(std::string(name_of(statement.kind())));
    if (statement.has_date()) *relation.mutable_date() = statement.date();
    relation.set_summary(statement_summary(snapshot, row.node));
  }
  *relation.mutable_quote() = quote(snapshot, row.node);
  return relation;
}

}  // namespace

std::vector<v1::Relation> relations(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b,
                                    const Filter& filter) {
  std::vector<RelationRef> refs;
  collect(snapshot, a, b.value_or(0), filter, refs);
  if (b && *b != a) collect(snapshot, *b, a, filter, refs);
  // Stable: of what both did to each other, the row that starts at `a` stays first.
  std::stable_sort(refs.begin(), refs.end(), newer);

  auto rows = load(snapshot, refs, b.has_value(), filter);
  drop_events_of_statements(rows);
  if (filter.limit != 0 && rows.size() > filter.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(filter.limit), rows.end());
  }

  NodeRefs node_refs(snapshot);
  std::vector<v1::Relation> answer;
  answer.reserve(rows.size());
  for (const auto& row : rows) answer.push_back(relation(snapshot, row, node_refs));
  return answer;
}

}  // namespace casus::query

#include <vector>

#include "query/questions.h"
#include "query/relation_rows.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

std::vector<v1::Relation> relations(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b,
                                    const Filter& filter, std::string_view kind, Organs organs) {
  Parties parties(snapshot);
  auto rows = relation_rows(snapshot, a, b, filter, kind, organs, parties);
  if (filter.limit != 0 && rows.size() > filter.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(filter.limit), rows.end());
  }
  std::vector<v1::Relation> answer;
  answer.reserve(rows.size());
  for (const auto& row : rows) answer.push_back(relation(snapshot, row, parties));
  return answer;
}

}  // namespace casus::query

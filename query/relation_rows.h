#ifndef CASUS_QUERY_RELATION_ROWS_H_
#define CASUS_QUERY_RELATION_ROWS_H_

// What passed between two actors, or between one and everyone: the rows that `relations` shows and
// `standing` sums up. One thread; must not outlive the snapshot.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/questions.h"
#include "storage/snapshot.h"

namespace casus::query {

// Actors by their ids, merged ones by the one that names them.
class Parties {
 public:
  explicit Parties(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}
  const v1::NodeRef& operator()(storage::NodeId id);

 private:
  const storage::Snapshot& snapshot_;
  std::unordered_map<storage::NodeId, v1::NodeRef> refs_;
};

struct RelationRow {
  storage::RelationRef ref;
  std::string to;  // key
  v1::Node node;   // the event or statement
};

// Newest first, at least as many as the filter's limit allows if there are so many. An accusation
// is a statement and also the event ACCUSE; it is there once, as the statement.
std::vector<RelationRow> relation_rows(const storage::Snapshot& snapshot, storage::NodeId a,
                                       std::optional<storage::NodeId> b, const Filter& filter,
                                       std::string_view kind, Organs organs, Parties& parties);

v1::Relation relation(const storage::Snapshot& snapshot, const RelationRow& row, Parties& parties);

}  // namespace casus::query

#endif  // CASUS_QUERY_RELATION_ROWS_H_

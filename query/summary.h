#ifndef CASUS_QUERY_SUMMARY_H_
#define CASUS_QUERY_SUMMARY_H_

// One plain line for an event or a statement: what happened, or what was said to whom. Thread-safe.

#include <string>
#include <string_view>

#include "casus/v1/graph.pb.h"
#include "storage/snapshot.h"

namespace casus::query {

// "ASSAULT at Baghdad on the US embassy, rockets, 3 killed"; "threatened ASSAULT at Aden".
// The PLOVER type of an event, the kind of a statement.
std::string type_of(const v1::Node& event_or_statement);

std::string event_summary(const storage::Snapshot& snapshot, const v1::Event& event);

// "accused Iran: Iran arms the groups"; what it says is its claim's wording, else the words of the
// article that the statement reports.
std::string statement_summary(const storage::Snapshot& snapshot, const v1::Node& statement);

// The name of an actor or place, of merged ones their common name; its key if the store has no such
// node, "" for an empty key.
std::string name_of_key(const storage::Snapshot& snapshot, std::string_view key);

}  // namespace casus::query

#endif  // CASUS_QUERY_SUMMARY_H_

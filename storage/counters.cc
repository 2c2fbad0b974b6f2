#include "storage/counters.h"

#include "storage/coding.h"
#include "storage/derive.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

template <typename Kind>
void add_row(std::vector<Row>& rows, Kind kind, std::int64_t count) {
  if (count == 0) return;
  Row row{counter_key(kind), {}};
  append_u64(row.value, static_cast<std::uint64_t>(count));
  rows.push_back(std::move(row));
}

std::uint64_t read_number(const EngineSnapshot& snapshot, const std::string& key,
                          std::uint64_t absent) {
  const std::optional<std::string> value = snapshot.get(key);
  return value ? Reader(*value).u64() : absent;
}

}  // namespace

Counters Counters::read(const EngineSnapshot& snapshot) {
  Counters counters;
  for (std::size_t kind = 1; kind < counters.nodes.size(); ++kind) {
    counters.nodes[kind] = static_cast<std::int64_t>(
        read_number(snapshot, counter_key(static_cast<v1::NodeKind::Value>(kind)), 0));
  }
  for (std::size_t kind = 1; kind < counters.edges.size(); ++kind) {
    counters.edges[kind] = static_cast<std::int64_t>(
        read_number(snapshot, counter_key(static_cast<v1::EdgeKind::Value>(kind)), 0));
  }
  counters.next_id = read_number(snapshot, meta_key(kMetaNextId), 1);
  return counters;
}

void Counters::derive_rows(std::vector<Row>& rows) const {
  for (std::size_t kind = 1; kind < nodes.size(); ++kind) {
    add_row(rows, static_cast<v1::NodeKind::Value>(kind), nodes[kind]);
  }
  for (std::size_t kind = 1; kind < edges.size(); ++kind) {
    add_row(rows, static_cast<v1::EdgeKind::Value>(kind), edges[kind]);
  }
}

}  // namespace casus::storage

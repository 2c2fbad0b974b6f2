#ifndef CASUS_STORAGE_COUNTERS_H_
#define CASUS_STORAGE_COUNTERS_H_

// How many nodes and edges of each kind a store holds (SAME_AS once for each pair), and the next
// free node id. The writer keeps them in memory and writes what changed with each batch. Private to
// storage.

#include <array>
#include <cstdint>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "storage/snapshot.h"

namespace casus::storage {

struct Row;

struct Counters {
  std::array<std::int64_t, v1::NodeKind::Value_ARRAYSIZE> nodes{};
  std::array<std::int64_t, v1::EdgeKind::Value_ARRAYSIZE> edges{};
  NodeId next_id = 1;

  static Counters read(const EngineSnapshot& snapshot);
  // Zero counters have no row.
  void derive_rows(std::vector<Row>& rows) const;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_COUNTERS_H_

#include <algorithm>
#include <limits>
#include <string>

#include "graph/kinds.h"
#include "query/questions.h"

namespace casus::query {
namespace {

void add(google::protobuf::RepeatedPtrField<v1::Stats::KindCount>& list, std::string_view kind,
         std::uint64_t count) {
  auto& entry = *list.Add();
  entry.set_kind(std::string(kind));
  entry.set_count(static_cast<std::uint32_t>(
      std::min<std::uint64_t>(count, std::numeric_limits<std::uint32_t>::max())));
}

}  // namespace

v1::Stats stats(const storage::Snapshot& snapshot) {
  v1::Stats stats;
  for (int kind = v1::NodeKind::article; kind <= v1::NodeKind::Value_MAX; ++kind) {
    const auto value = static_cast<v1::NodeKind::Value>(kind);
    add(*stats.mutable_nodes(), name_of(value), snapshot.count(value));
  }
  for (int kind = v1::EdgeKind::reports; kind <= v1::EdgeKind::Value_MAX; ++kind) {
    const auto value = static_cast<v1::EdgeKind::Value>(kind);
    add(*stats.mutable_edges(), name_of(value), snapshot.count(value));
  }
  return stats;
}

}  // namespace casus::query

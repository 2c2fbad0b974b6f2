#include "storage/name_index.h"

#include <string>
#include <unordered_set>

#include "graph/names.h"
#include "storage/key_layout.h"

namespace casus::storage {

std::vector<NodeId> with_name_prefix(const Snapshot& snapshot, std::string_view prefix,
                                     v1::NodeKind::Value kind, std::size_t limit) {
  std::string names = name_prefix(normalise_name(prefix));
  names.pop_back();  // the end of the name: any name that goes on is welcome
  std::vector<NodeId> found;
  std::unordered_set<NodeId> seen;
  for (const auto cursor = snapshot.engine().scan(names, after_prefix(names));
       cursor->valid() && found.size() < limit; cursor->next()) {
    const IdEntry entry = decode_id_entry(cursor->value());
    if (entry.kind == kind && seen.insert(entry.id).second) found.push_back(entry.id);
  }
  return found;
}

}  // namespace casus::storage

#ifndef CASUS_STORAGE_LINK_ROWS_H_
#define CASUS_STORAGE_LINK_ROWS_H_

// SAME_AS links as rows. Private to storage.

#include <cstdint>
#include <string>
#include <vector>

#include "graph/same_as.h"
#include "storage/derive.h"

namespace casus::storage {

// What a link is between.
struct LinkEnd {
  NodeId id = 0;
  std::string key;
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  Day published;  // unknown for actors and places
};

// All rows of one link, whichever way round it is given.
void append_link(const LinkEnd& a, const LinkEnd& b, const Link& link, std::vector<Row>& rows);

// The rows of all links that are stored at a node.
void stored_link_rows(const EngineSnapshot& snapshot, NodeId id, v1::NodeKind::Value kind,
                      std::vector<Row>& rows);

// How many links the rows hold, each once.
std::int64_t links_among(const std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LINK_ROWS_H_

#ifndef CASUS_STORAGE_LINKS_H_
#define CASUS_STORAGE_LINKS_H_

// SAME_AS edges: found by comparing a node with those that share a block token with it. Private to
// storage. Pure functions of a snapshot.
//
// Cost: every node under a common token is compared, never a part of them, because which part would
// depend on the order of arrival. Tokens must therefore be rare; that is up to graph/same_as.

#include <functional>
#include <vector>

#include "graph/same_as.h"
#include "storage/derive.h"
#include "storage/key_layout.h"
#include "storage/snapshot.h"

namespace casus::storage {

struct LinkEnd {
  NodeId id = 0;
  NodeId article = 0;
  FingerprintEntry entry;
};

// Calls `visit` for every stored node that is the same as `node`, in the order of ids; nodes of the
// same article are never the same, and are not looked at.
void find_links(const EngineSnapshot& snapshot, const LinkEnd& node,
                const std::function<void(const LinkEnd& other, const Link& link)>& visit);

// The two rows of one link.
void derive_link_rows(const LinkEnd& a, const LinkEnd& b, const Link& link, std::vector<Row>& rows);

// The rows of all links that are stored at a node; how many links they are.
std::int64_t stored_link_rows(const EngineSnapshot& snapshot, NodeId id, v1::NodeKind::Value kind,
                              std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LINKS_H_

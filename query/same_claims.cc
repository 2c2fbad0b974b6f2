#include "query/same_claims.h"

#include <algorithm>
#include <unordered_set>

#include "query/involved.h"
#include "query/same_actor.h"

namespace casus::query {

using storage::ClaimIndex;
using storage::EdgeRef;
using storage::NodeId;

SameClaims::SameClaims(const storage::Snapshot& snapshot)
    : snapshot_(snapshot), index_(snapshot), edges_(snapshot.edge_cursor()) {}

void SameClaims::each(NodeId claim, Day as_of, const std::function<void(NodeId)>& visit) {
  index_.linked(claim, [&](NodeId other, Day published) {
    if (published_by(published, as_of)) visit(other);
  });
  std::vector<ClaimIndex::Deed> own;
  index_.deeds(claim, [&](const ClaimIndex::Deed& deed) { own.push_back(deed); });
  for (const ClaimIndex::Deed& deed : own) {
    const NodeId doer = named(deed.doer);
    const Reports& all = reports(deed.other, as_of);
    if (!given_.emplace(&all, doer).second) continue;
    for (const NodeId report : all) {
      index_.deeds(report, [&](const ClaimIndex::Deed& other) {
        if (published_by(other.published, as_of) && named(other.doer) == doer) visit(other.other);
      });
    }
  }
}

std::vector<NodeId> SameClaims::all(NodeId claim, Day as_of) {
  std::unordered_set<NodeId> seen{claim};
  std::vector<NodeId> members{claim};
  for (std::size_t i = 0; i < members.size(); ++i) {
    each(members[i], as_of, [&](NodeId other) {
      if (seen.insert(other).second) members.push_back(other);
    });
  }
  std::sort(members.begin(), members.end());
  return members;
}

const SameClaims::Reports& SameClaims::reports(NodeId event, Day as_of) {
  auto& known = reports_[as_of.known() ? 1 : 0];
  if (const auto found = known.find(event); found != known.end()) return *found->second;
  auto all = std::make_shared<Reports>(Reports{event});
  std::unordered_set<NodeId> seen{event};
  for (std::size_t i = 0; i < all->size(); ++i) {
    edges_.around((*all)[i], {{}, {v1::EdgeKind::same_as}, {}, as_of}, [&](const EdgeRef& edge) {
      if (seen.insert(edge.other).second) all->push_back(edge.other);
      return true;
    });
  }
  for (const NodeId report : *all) known[report] = all;
  return *all;
}

NodeId SameClaims::named(NodeId doer) {
  const auto [at, inserted] = named_.try_emplace(doer, doer);
  if (inserted) at->second = naming_actor(snapshot_, doer);
  return at->second;
}

}  // namespace casus::query

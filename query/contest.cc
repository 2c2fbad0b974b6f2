#include "query/contest.h"

#include <algorithm>
#include <vector>

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;

Contest::Contest(const storage::Snapshot& snapshot, Day as_of)
    : snapshot_(snapshot), filter_{{}, as_of, 0}, candidates_(snapshot, filter_) {}

bool Contest::over(NodeId id, const v1::Node& node) {
  std::vector<NodeId> claims;
  if (node.has_statement()) {
    if (node.statement().stance() == v1::Stance::none) return false;
    if (const auto claim = snapshot_.find(node.statement().claim())) claims.push_back(*claim);
  } else {
    const auto& initiators = node.event().initiators();
    if (std::any_of(initiators.begin(), initiators.end(), [](const v1::Initiator& who) {
          return who.status() == v1::InitiatorStatus::denied;
        })) {
      return true;
    }
    snapshot_.edges(id, {Direction::in, {v1::EdgeKind::about}, {}, filter_.as_of},
                    [&](const EdgeRef& edge) {
                      claims.push_back(edge.other);
                      return true;
                    });
  }
  return std::any_of(claims.begin(), claims.end(), [&](NodeId claim) { return over_claim(claim); });
}

bool Contest::over_claim(NodeId claim) {
  if (const auto known = known_.find(claim); known != known_.end()) return known->second;
  const ClaimCandidate* found = candidates_.add(claim);
  const bool contested = found != nullptr && found->contested();
  known_[claim] = contested;
  if (found != nullptr) {
    for (const NodeId member : found->members) known_[member] = contested;
    candidates_.drop_last();
  }
  return contested;
}

}  // namespace casus::query

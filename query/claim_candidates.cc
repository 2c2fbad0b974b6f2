#include "query/claim_candidates.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "graph/assemble.h"
#include "query/involved.h"
#include "query/voices.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

ClaimCandidates::ClaimCandidates(const Snapshot& snapshot, const Filter& filter)
    : snapshot_(snapshot), filter_(filter), cursor_(snapshot.edge_cursor()) {}

bool ClaimCandidates::look_at(NodeId claim, ClaimCandidate& candidate,
                              std::vector<Link>& links) const {
  bool known = false;
  std::size_t asserting = 0;
  std::size_t denying = 0;
  Day published;
  cursor_.around(claim, {}, [&](const EdgeRef& edge) {
    const bool in_window = filter_.window.contains(edge.day.known() ? edge.day : edge.published);
    switch (edge.kind) {
      case v1::EdgeKind::reports:
        published = edge.published;
        known = published_by(published, filter_.as_of);
        break;
      case v1::EdgeKind::asserts:
        asserting += in_window ? 1 : 0;
        break;
      case v1::EdgeKind::denies:
        denying += in_window ? 1 : 0;
        break;
      case v1::EdgeKind::same_as:
        links.push_back({edge.other, edge.published});
        break;
      default:
        break;
    }
    return true;
  });
  if (!known) return false;
  candidate.members.push_back(claim);
  candidate.asserting += asserting;
  candidate.denying += denying;
  candidate.last = std::max(candidate.last, published);
  return true;
}

ClaimCandidate* ClaimCandidates::add(NodeId claim) {
  if (!seen_.insert(claim).second) return nullptr;
  ClaimCandidate candidate;
  candidate.claim = claim;
  std::vector<Link> links;
  // As cluster_as_of does: a claim that was not known is only the handle by which others are found.
  const bool known = look_at(claim, candidate, links);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const Link link = links[i];
    if (known && !published_by(link.published, filter_.as_of)) continue;
    if (seen_.insert(link.other).second) look_at(link.other, candidate, links);
  }
  if (candidate.members.empty()) return nullptr;
  // A window asks for what was said in it.
  if (bounded(filter_.window) && candidate.asserting + candidate.denying == 0) {
    count_own_voices(candidate);
    if (candidate.own == 0) return nullptr;
  }
  return &found_.emplace_back(std::move(candidate));
}

void ClaimCandidates::count_own_voices(ClaimCandidate& candidate) const {
  candidate.own = 0;
  for (const NodeId member : candidate.members) {
    const auto node = snapshot_.node(member);
    if (node && node->claim().article_stance() == v1::Stance::asserts &&
        filter_.window.contains(order_day(*node))) {
      ++candidate.own;
    }
  }
}

std::vector<v1::Trace> ClaimCandidates::trace(const std::function<bool(const v1::Trace&)>& wanted) {
  const auto order = [](const ClaimCandidate& c) {
    return std::tuple(c.rank, -std::int64_t{c.last.value});
  };
  std::sort(found_.begin(), found_.end(),
            [&](const ClaimCandidate& a, const ClaimCandidate& b) { return order(a) < order(b); });
  std::vector<v1::Trace> traces;
  VoiceReader reader(snapshot_, filter_.as_of);
  const auto full = [&] { return filter_.limit != 0 && traces.size() == filter_.limit; };
  for (auto begin = found_.begin(); begin != found_.end() && !full();) {
    // Keys are looked up only where nothing else tells two apart.
    const auto end = std::find_if(
        begin, found_.end(), [&](const ClaimCandidate& c) { return order(c) != order(*begin); });
    std::vector<std::pair<std::string, const ClaimCandidate*>> equals;
    for (; begin != end; ++begin) {
      std::string key;
      for (const NodeId member : begin->members) {
        std::string its = snapshot_.key(member);
        if (key.empty() || its < key) key = std::move(its);
      }
      equals.emplace_back(std::move(key), &*begin);
    }
    std::sort(equals.begin(), equals.end());
    for (const auto& [key, candidate] : equals) {
      if (full()) break;
      v1::Trace trace = trace_claim(snapshot_, candidate->claim, filter_, reader);
      if (candidate->certain || wanted(trace)) traces.push_back(std::move(trace));
    }
  }
  return traces;
}

}  // namespace casus::query

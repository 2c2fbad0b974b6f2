#include "query/claim_candidates.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "query/cluster.h"
#include "query/involved.h"
#include "query/voices.h"

namespace casus::query {

using storage::ClaimRow;
using storage::NodeId;
using storage::Snapshot;

ClaimCandidates::ClaimCandidates(const Snapshot& snapshot, const Filter& filter)
    : snapshot_(snapshot), filter_(filter), index_(snapshot), same_(snapshot) {}

ClaimCandidates::Heard ClaimCandidates::heard(const ClaimRow& row) const {
  Heard heard;
  heard.published = row.published;
  heard.own = row.own_voice && filter_.window.contains(row.published);
  for (const ClaimRow::Voice& voice : row.voices) {
    const bool known = published_by(voice.published, filter_.as_of);
    if (known && filter_.window.contains(voice.day))
      ++(voice.denies ? heard.denying : heard.asserting);
  }
  return heard;
}

void ClaimCandidates::note(const ClaimRow& row) { heard_.try_emplace(row.claim, heard(row)); }

bool ClaimCandidates::look_at(NodeId claim, ClaimCandidate& candidate) const {
  Heard found;
  if (const auto noted = heard_.find(claim); noted != heard_.end()) {
    found = noted->second;
  } else if (const std::optional<ClaimRow> row = index_.row(claim)) {
    found = heard(*row);
  } else {
    return false;
  }
  if (!published_by(found.published, filter_.as_of)) return false;
  candidate.members.push_back(claim);
  candidate.asserting += found.asserting;
  candidate.denying += found.denying;
  candidate.own += found.own ? 1 : 0;
  candidate.last = std::max(candidate.last, found.published);
  return true;
}

ClaimCandidate* ClaimCandidates::add(NodeId claim) {
  if (!seen_.insert(claim).second) return nullptr;
  ClaimCandidate candidate;
  candidate.claim = claim;
  // As cluster_as_of does: a claim that was not known is only the handle by which others are found.
  const bool known = look_at(claim, candidate);
  std::vector<NodeId> linked;
  const auto follow = [&](NodeId from) {
    same_.each(from, known ? filter_.as_of : Day::unknown(), [&](NodeId other) {
      if (seen_.insert(other).second) linked.push_back(other);
    });
  };
  follow(claim);
  for (std::size_t i = 0; i < linked.size(); ++i) {
    look_at(linked[i], candidate);
    follow(linked[i]);
  }
  if (candidate.members.empty()) return nullptr;
  std::sort(candidate.members.begin(), candidate.members.end());  // as they lie in the store
  // A window asks for what was said in it.
  if (bounded(filter_.window) && candidate.asserting + candidate.denying + candidate.own == 0) {
    return nullptr;
  }
  return &found_.emplace_back(std::move(candidate));
}

std::string ClaimCandidates::key_of(const ClaimCandidate& candidate) const {
  const std::vector<std::string> keys = snapshot_.keys(candidate.members);
  return *std::min_element(keys.begin(), keys.end());
}

std::vector<v1::Trace> ClaimCandidates::trace(const std::function<bool(const Speakers&)>& wanted) {
  const auto order = [](const ClaimCandidate& c) {
    return std::tuple(c.rank, -std::int64_t{c.last.value});
  };
  // A heap: of thousands only the first are put in order.
  const auto later = [&](const ClaimCandidate& a, const ClaimCandidate& b) {
    return order(b) < order(a);
  };
  std::make_heap(found_.begin(), found_.end(), later);
  auto end = found_.end();
  std::vector<v1::Trace> traces;
  VoiceReader reader(snapshot_, filter_.as_of);
  const auto full = [&] { return filter_.limit != 0 && traces.size() == filter_.limit; };
  while (end != found_.begin() && !full()) {
    // Keys are looked up only where nothing else tells two apart.
    const auto equal_to = order(found_.front());
    std::vector<std::pair<std::string, const ClaimCandidate*>> equals;
    while (end != found_.begin() && order(found_.front()) == equal_to) {
      std::pop_heap(found_.begin(), end, later);
      equals.emplace_back(std::string(), &*--end);
    }
    if (equals.size() > 1) {
      for (auto& [key, candidate] : equals) key = key_of(*candidate);
      std::sort(equals.begin(), equals.end());
    }
    for (const auto& [key, candidate] : equals) {
      if (full()) break;
      const Cluster cluster = filter_.as_of.known()
                                  ? cluster_as_of(snapshot_, candidate->claim, filter_.as_of)
                                  : cluster_of(snapshot_, candidate->members);
      HeardTrace heard =
          trace_cluster(snapshot_, candidate->claim, cluster, filter_, same_, reader);
      if (!candidate->certain && !wanted(heard.speakers)) continue;
      traces.push_back(std::move(heard.trace));
    }
  }
  return traces;
}

}  // namespace casus::query

// Traces of several claims: of an actor, and by words.

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "query/claim_candidates.h"
#include "query/claim_search.h"
#include "query/involved.h"
#include "query/questions.h"
#include "query/same_actor.h"

namespace casus::query {

using storage::ClaimIndex;
using storage::ClaimRow;
using storage::Direction;
using storage::EdgeCursor;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr double kVoiceBonus = 0.1;
constexpr double kFitBonus = 0.1;
constexpr double kAboutBonus = 0.5;
// Matches that are looked at for each answer wanted, and at least.
constexpr std::size_t kLookAtFor = 5;
constexpr std::size_t kLookAt = 500;

// The claims that an actor has a part in, and whether that is certain: a person may have spoken for
// somebody else in another article.
class ClaimsOfActor {
 public:
  // What is learned of the claims goes to `candidates`.
  ClaimsOfActor(const Snapshot& snapshot, NodeId actor, Day as_of, ClaimCandidates& candidates)
      : snapshot_(snapshot), cursor_(snapshot.edge_cursor()), as_of_(as_of) {
    const auto all = same_actors(snapshot, actor);
    key_ = snapshot.key(all.front());
    const ClaimIndex index(snapshot);
    for (const NodeId speaker : speakers_for(all)) {
      const bool own = std::find(all.begin(), all.end(), speaker) != all.end();
      index.of_actor(speaker, [&](const ClaimRow& row) {
        if (!(own || row.made) || !published_by(row.published, as_of)) return true;
        bool& certain = claims_.try_emplace(row.claim, own).first->second;
        certain = certain || own;
        candidates.note(row);
        return true;
      });
    }
  }

  const std::unordered_map<NodeId, bool>& claims() const { return claims_; }

  bool is_among(const ClaimCandidates::Speakers& speakers) const { return speakers.contains(key_); }

 private:
  // Those who may speak for the actor: what belongs to it, and what belongs to its organs.
  std::vector<NodeId> speakers_for(std::vector<NodeId> speakers) const {
    const std::size_t own = speakers.size();
    std::unordered_set<NodeId> seen(speakers.begin(), speakers.end());
    for (std::size_t i = 0; i < speakers.size(); ++i) {
      if (i >= own) {
        const auto node = snapshot_.node(speakers[i]);
        const auto kind = node ? node->actor().kind() : v1::ActorKind::unknown;
        if (kind != v1::ActorKind::government && kind != v1::ActorKind::military) continue;
      }
      cursor_.edges(speakers[i], {Direction::in, {v1::EdgeKind::affiliated}, {}, as_of_},
                    [&](const EdgeRef& ref) {
                      if (seen.insert(ref.other).second) speakers.push_back(ref.other);
                      return true;
                    });
    }
    return speakers;
  }

  const Snapshot& snapshot_;
  const EdgeCursor cursor_;
  const Day as_of_;
  std::string key_;
  std::unordered_map<NodeId, bool> claims_;
};

}  // namespace

std::vector<v1::Trace> trace_actor(const Snapshot& snapshot, NodeId actor, const Filter& filter) {
  ClaimCandidates candidates(snapshot, filter);
  const ClaimsOfActor of_actor(snapshot, actor, filter.as_of, candidates);
  // By id, as they lie in the store.
  std::vector<std::pair<NodeId, bool>> claims(of_actor.claims().begin(), of_actor.claims().end());
  std::sort(claims.begin(), claims.end());
  for (const auto& [claim, is_certain] : claims) {
    ClaimCandidate* candidate = candidates.add(claim);
    if (candidate == nullptr) continue;
    candidate->certain =
        std::any_of(candidate->members.begin(), candidate->members.end(), [&](NodeId member) {
          const auto found = of_actor.claims().find(member);
          return found != of_actor.claims().end() && found->second;
        });
    constexpr double kContested = 1e9;
    candidate->rank = -static_cast<double>(candidate->asserting + candidate->denying) -
                      (candidate->contested() ? kContested : 0);
  }
  return candidates.trace([&](const auto& speakers) { return of_actor.is_among(speakers); });
}

std::vector<v1::Trace> trace_words(const Snapshot& snapshot, std::string_view words,
                                   const Filter& filter, std::optional<NodeId> actor) {
  ClaimCandidates candidates(snapshot, filter);
  std::optional<ClaimsOfActor> of_actor;
  if (actor) of_actor.emplace(snapshot, *actor, filter.as_of, candidates);
  std::vector<double> ranks;  // of those that are certain
  const std::size_t most = filter.limit == 0 ? 0 : std::max(kLookAt, kLookAtFor * filter.limit);
  for (const auto& match : search_claims(snapshot, words, most, filter.as_of)) {
    // Matches come by their share; what is left cannot rank before this.
    const double best_left = -match.share - kFitBonus - kAboutBonus;
    const auto better =
        std::count_if(ranks.begin(), ranks.end(), [&](double rank) { return rank < best_left; });
    if (filter.limit != 0 && static_cast<std::size_t>(better) >= filter.limit) break;
    ClaimCandidate* candidate = candidates.add(match.claim);
    if (candidate == nullptr) continue;
    if (of_actor) {
      bool part = false;
      candidate->certain = false;
      for (const NodeId member : candidate->members) {
        const auto found = of_actor->claims().find(member);
        if (found == of_actor->claims().end()) continue;
        part = true;
        candidate->certain = candidate->certain || found->second;
      }
      if (!part) {
        candidates.drop_last();
        continue;
      }
    }
    const auto heard =
        static_cast<double>(candidate->asserting + candidate->denying + candidate->own);
    candidate->rank = kVoiceBonus / (1.0 + heard) - match.share - kFitBonus * match.fit -
                      (match.about ? kAboutBonus : 0);
    if (candidate->certain) ranks.push_back(candidate->rank);
  }
  return candidates.trace([&](const auto& speakers) { return of_actor->is_among(speakers); });
}

}  // namespace casus::query

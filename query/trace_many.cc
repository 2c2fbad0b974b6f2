// Traces of several claims: of an actor, and by words.

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "query/claim_candidates.h"
#include "query/claim_search.h"
#include "query/questions.h"
#include "query/same_actor.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeCursor;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr double kVoiceBonus = 0.1;
constexpr double kFitBonus = 0.1;
// Matches that are looked at for each answer wanted, and at least.
constexpr std::size_t kLookAtFor = 5;
constexpr std::size_t kLookAt = 500;

using Kinds = std::vector<v1::EdgeKind::Value>;

// The claims that an actor has a part in, and whether that is certain: a person may have spoken for
// somebody else in another article.
class ClaimsOfActor {
 public:
  ClaimsOfActor(const Snapshot& snapshot, NodeId actor, Day as_of)
      : snapshot_(snapshot), cursor_(snapshot.edge_cursor()), as_of_(as_of) {
    const auto all = same_actors(snapshot, actor);
    key_ = snapshot.key(all.front());
    for (const NodeId one : all) {
      each(one, Direction::in, {v1::EdgeKind::about}, [&](NodeId claim) { claims_[claim] = true; });
      add_claims_of(one, Direction::in, {v1::EdgeKind::addresses}, true);
    }
    const std::unordered_set<NodeId> own(all.begin(), all.end());
    for (const NodeId speaker : speakers_for(all)) {
      add_claims_of(speaker, Direction::out, {v1::EdgeKind::made}, own.contains(speaker));
    }
  }

  const std::unordered_map<NodeId, bool>& claims() const { return claims_; }

  bool speaks_in(const v1::Trace& trace) const {
    const auto is_actor = [&](const v1::Voice& voice) {
      return voice.principal().key() == key_ || voice.speaker().key() == key_;
    };
    return std::any_of(trace.asserted_by().begin(), trace.asserted_by().end(), is_actor) ||
           std::any_of(trace.denied_by().begin(), trace.denied_by().end(), is_actor);
  }

 private:
  template <class Visit>
  void each(NodeId node, Direction direction, const Kinds& kinds, const Visit& visit) const {
    cursor_.edges(node, {direction, kinds, {}, as_of_}, [&](const EdgeRef& ref) {
      visit(ref.other);
      return true;
    });
  }

  void add_claims_of(NodeId actor, Direction direction, const Kinds& kinds, bool certain) {
    std::vector<NodeId> statements;
    each(actor, direction, kinds, [&](NodeId statement) { statements.push_back(statement); });
    std::sort(statements.begin(), statements.end());  // as they lie in the store
    for (const NodeId statement : statements) {
      each(statement, Direction::out, {v1::EdgeKind::asserts, v1::EdgeKind::denies},
           [&](NodeId claim) {
             bool& known = claims_.try_emplace(claim, certain).first->second;
             known = known || certain;
           });
    }
  }

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
      std::vector<NodeId> members;
      each(speakers[i], Direction::in, {v1::EdgeKind::affiliated}, [&](NodeId member) {
        if (seen.insert(member).second) members.push_back(member);
      });
      speakers.insert(speakers.end(), members.begin(), members.end());
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
  const ClaimsOfActor of_actor(snapshot, actor, filter.as_of);
  // By id, as they lie in the store.
  std::vector<std::pair<NodeId, bool>> claims(of_actor.claims().begin(), of_actor.claims().end());
  std::sort(claims.begin(), claims.end());
  ClaimCandidates candidates(snapshot, filter);
  std::unordered_map<NodeId, bool> certain;
  for (const auto& [claim, is_certain] : claims) {
    ClaimCandidate* candidate = candidates.add(claim);
    if (candidate == nullptr) continue;
    candidate->certain =
        std::any_of(candidate->members.begin(), candidate->members.end(), [&](NodeId member) {
          const auto found = of_actor.claims().find(member);
          return found != of_actor.claims().end() && found->second;
        });
    // The articles' own voices tell only here whether it is contested.
    if (candidate->denying > 0 && candidate->asserting == 0) {
      candidates.count_own_voices(*candidate);
    }
    constexpr double kContested = 1e9;
    candidate->rank = -static_cast<double>(candidate->asserting + candidate->denying) -
                      (candidate->contested() ? kContested : 0);
  }
  return candidates.trace([&](const v1::Trace& trace) { return of_actor.speaks_in(trace); });
}

std::vector<v1::Trace> trace_words(const Snapshot& snapshot, std::string_view words,
                                   const Filter& filter, std::optional<NodeId> actor) {
  std::optional<ClaimsOfActor> of_actor;
  if (actor) of_actor.emplace(snapshot, *actor, filter.as_of);
  ClaimCandidates candidates(snapshot, filter);
  std::vector<double> ranks;  // of those that are certain
  const std::size_t most = filter.limit == 0 ? 0 : std::max(kLookAt, kLookAtFor * filter.limit);
  for (const auto& match : search_claims(snapshot, words, most)) {
    // Matches come by their share; what is left cannot rank before this.
    const double best_left = -match.share - kFitBonus;
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
    candidates.count_own_voices(*candidate);
    const auto heard =
        static_cast<double>(candidate->asserting + candidate->denying + candidate->own);
    candidate->rank = kVoiceBonus / (1.0 + heard) - match.share - kFitBonus * match.fit;
    if (candidate->certain) ranks.push_back(candidate->rank);
  }
  return candidates.trace([&](const v1::Trace& trace) { return of_actor->speaks_in(trace); });
}

}  // namespace casus::query

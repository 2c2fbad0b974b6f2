// Traces of several claims: of an actor, and by words.

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "query/claim_search.h"
#include "query/cluster.h"
#include "query/questions.h"
#include "query/voices.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr std::size_t kMaxAnswersToWords = 50;
constexpr double kVoiceBonus = 0.1;
constexpr double kFitBonus = 0.1;

std::vector<NodeId> neighbours(const Snapshot& snapshot, NodeId node, Direction direction,
                               std::vector<v1::EdgeKind::Value> kinds, Day as_of) {
  storage::EdgeFilter filter;
  filter.direction = direction;
  filter.kinds = std::move(kinds);
  filter.as_of = as_of;
  std::vector<NodeId> found;
  snapshot.edges(node, filter, [&](const EdgeRef& ref) {
    found.push_back(ref.other);
    return true;
  });
  return found;
}

// A claim cluster that may be an answer, and what it is ranked by.
struct Candidate {
  NodeId claim = 0;
  std::string key;  // of the claim that speaks for it
  VoiceCount voices;
  double match = 0;     // of trace_words
  bool certain = true;  // else only its voices tell whether it is an answer

  std::size_t heard() const { return voices.asserting + voices.denying; }
  bool contested() const { return voices.asserting > 0 && voices.denying > 0; }
};

// Distinct clusters; what was not known as of the filter's day is none.
class Candidates {
 public:
  Candidates(const Snapshot& snapshot, const Filter& filter)
      : snapshot_(snapshot), filter_(filter) {}

  void add(NodeId claim, double match, bool certain) {
    if (!seen_.insert(claim).second) return;
    const Cluster cluster = cluster_as_of(snapshot_, claim, filter_.as_of);
    for (const auto& member : cluster.members) seen_.insert(member.id);
    if (cluster.members.empty()) return;
    const VoiceCount voices = count_voices(snapshot_, cluster, filter_.window);
    // A window asks for what was said in it.
    const bool bounded = filter_.window.since.known() || filter_.window.until.known();
    if (bounded && voices.asserting + voices.denying == 0) return;
    found_.push_back({claim, representative(cluster).key(), voices, match, certain});
  }
  std::size_t size() const { return found_.size(); }

  // The traces of the first ones in the given order, as many as the filter's limit allows.
  template <class Before, class Wanted>
  std::vector<v1::Trace> trace(const Before& before, const Wanted& wanted) {
    std::sort(found_.begin(), found_.end(), before);
    std::vector<v1::Trace> traces;
    for (const auto& candidate : found_) {
      if (filter_.limit != 0 && traces.size() == filter_.limit) break;
      v1::Trace trace = trace_claim(snapshot_, candidate.claim, filter_);
      if (candidate.certain || wanted(trace)) traces.push_back(std::move(trace));
    }
    return traces;
  }

 private:
  const Snapshot& snapshot_;
  const Filter& filter_;
  std::unordered_set<NodeId> seen_;
  std::vector<Candidate> found_;
};

// Those who may speak for the actor: what belongs to it, and what belongs to its organs.
std::vector<NodeId> speakers_for(const Snapshot& snapshot, NodeId actor, Day as_of) {
  std::vector<NodeId> speakers{actor};
  std::unordered_set<NodeId> seen{actor};
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    if (i > 0) {
      const auto node = snapshot.node(speakers[i]);
      const auto kind = node ? node->actor().kind() : v1::ActorKind::unknown;
      if (kind != v1::ActorKind::government && kind != v1::ActorKind::military) continue;
    }
    for (const NodeId member :
         neighbours(snapshot, speakers[i], Direction::in, {v1::EdgeKind::affiliated}, as_of)) {
      if (seen.insert(member).second) speakers.push_back(member);
    }
  }
  return speakers;
}

bool speaks(const v1::Trace& trace, const std::string& actor) {
  const auto is_actor = [&](const v1::Voice& voice) {
    return voice.principal().key() == actor || voice.speaker().key() == actor;
  };
  return std::any_of(trace.asserted_by().begin(), trace.asserted_by().end(), is_actor) ||
         std::any_of(trace.denied_by().begin(), trace.denied_by().end(), is_actor);
}

}  // namespace

std::vector<v1::Trace> trace_actor(const Snapshot& snapshot, NodeId actor, const Filter& filter) {
  const std::string key = snapshot.key(actor);
  const Day as_of = filter.as_of;
  Candidates candidates(snapshot, filter);
  const auto add_claims_of = [&](NodeId statement, bool certain) {
    for (const NodeId claim : neighbours(snapshot, statement, Direction::out,
                                         {v1::EdgeKind::asserts, v1::EdgeKind::denies}, as_of)) {
      candidates.add(claim, 0, certain);
    }
  };
  for (const NodeId claim :
       neighbours(snapshot, actor, Direction::in, {v1::EdgeKind::about}, as_of)) {
    candidates.add(claim, 0, true);
  }
  for (const NodeId statement :
       neighbours(snapshot, actor, Direction::in, {v1::EdgeKind::addresses}, as_of)) {
    add_claims_of(statement, true);
  }
  for (const NodeId speaker : speakers_for(snapshot, actor, as_of)) {
    for (const NodeId statement :
         neighbours(snapshot, speaker, Direction::out, {v1::EdgeKind::made}, as_of)) {
      // A person may have spoken for somebody else in another article.
      add_claims_of(statement, speaker == actor);
    }
  }
  return candidates.trace(
      [](const Candidate& a, const Candidate& b) {
        const auto order = [](const Candidate& c) {
          return std::tuple(!c.contested(), -static_cast<std::int64_t>(c.heard()), c.key);
        };
        return order(a) < order(b);
      },
      [&](const v1::Trace& trace) { return speaks(trace, key); });
}

std::vector<v1::Trace> trace_words(const Snapshot& snapshot, std::string_view words,
                                   const Filter& filter) {
  Candidates candidates(snapshot, filter);
  for (const auto& match : search_claims(snapshot, words)) {
    if (candidates.size() == kMaxAnswersToWords) break;
    candidates.add(match.claim, match.share + kFitBonus * match.fit, true);
  }
  return candidates.trace(
      [](const Candidate& a, const Candidate& b) {
        const auto order = [](const Candidate& c) {
          const double unheard = 1.0 / (1.0 + static_cast<double>(c.heard()));
          return std::tuple(kVoiceBonus * unheard - c.match, c.key);
        };
        return order(a) < order(b);
      },
      [](const v1::Trace&) { return true; });
}

}  // namespace casus::query

// Traces of several claims: of an actor, and by words.

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "query/claim_search.h"
#include "query/questions.h"

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

int voices(const v1::Trace& trace) { return trace.asserted_by_size() + trace.denied_by_size(); }

// Traces of distinct clusters; what was not known as of the filter's day gives none.
class Traces {
 public:
  Traces(const Snapshot& snapshot, const Filter& filter) : snapshot_(snapshot), filter_(filter) {}

  // Nullptr if the claim's cluster is there already, is not wanted, or says nothing.
  template <class Wanted>
  const v1::Trace* add(NodeId claim, const Wanted& wanted) {
    if (!seen_.insert(claim).second) return nullptr;
    v1::Trace trace = trace_claim(snapshot_, claim, filter_);
    for (const auto& key : trace.claims()) {
      if (const auto id = snapshot_.find(key)) seen_.insert(*id);
    }
    if (trace.claims().empty() || !wanted(trace)) return nullptr;
    return &traces_.emplace_back(std::move(trace));
  }

  std::vector<v1::Trace> take() { return std::move(traces_); }

 private:
  const Snapshot& snapshot_;
  const Filter& filter_;
  std::unordered_set<NodeId> seen_;
  std::vector<v1::Trace> traces_;
};

void cut(std::vector<v1::Trace>& traces, std::size_t limit) {
  if (limit != 0 && traces.size() > limit) {
    traces.erase(traces.begin() + static_cast<std::ptrdiff_t>(limit), traces.end());
  }
}

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
  Traces traces(snapshot, filter);
  const auto add_claims_of = [&](NodeId statement, bool addressed) {
    for (const NodeId claim : neighbours(snapshot, statement, Direction::out,
                                         {v1::EdgeKind::asserts, v1::EdgeKind::denies}, as_of)) {
      // A person may have spoken for somebody else in another article.
      traces.add(claim, [&](const v1::Trace& trace) { return addressed || speaks(trace, key); });
    }
  };
  for (const NodeId claim :
       neighbours(snapshot, actor, Direction::in, {v1::EdgeKind::about}, as_of)) {
    traces.add(claim, [](const v1::Trace&) { return true; });
  }
  for (const NodeId statement :
       neighbours(snapshot, actor, Direction::in, {v1::EdgeKind::addresses}, as_of)) {
    add_claims_of(statement, true);
  }
  for (const NodeId speaker : speakers_for(snapshot, actor, as_of)) {
    for (const NodeId statement :
         neighbours(snapshot, speaker, Direction::out, {v1::EdgeKind::made}, as_of)) {
      add_claims_of(statement, false);
    }
  }
  auto found = traces.take();
  std::sort(found.begin(), found.end(), [](const v1::Trace& a, const v1::Trace& b) {
    const auto order = [](const v1::Trace& t) {
      return std::tuple(t.status() != v1::TraceStatus::contested, -voices(t), t.claim().key());
    };
    return order(a) < order(b);
  });
  cut(found, filter.limit);
  return found;
}

std::vector<v1::Trace> trace_words(const Snapshot& snapshot, std::string_view words,
                                   const Filter& filter) {
  struct Ranked {
    double rank = 0;
    v1::Trace trace;
  };
  Traces traces(snapshot, filter);
  std::vector<Ranked> ranked;
  for (const auto& match : search_claims(snapshot, words)) {
    if (ranked.size() == kMaxAnswersToWords) break;
    const auto* trace = traces.add(match.claim, [](const v1::Trace&) { return true; });
    if (trace == nullptr) continue;
    const double heard = 1.0 - 1.0 / (1.0 + voices(*trace));
    ranked.push_back({match.share + kFitBonus * match.fit + kVoiceBonus * heard, *trace});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(b.rank, a.trace.claim().key()) < std::tie(a.rank, b.trace.claim().key());
  });
  std::vector<v1::Trace> found;
  found.reserve(ranked.size());
  for (auto& entry : ranked) found.push_back(std::move(entry.trace));
  cut(found, filter.limit);
  return found;
}

}  // namespace casus::query

#include "query/actor_network.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/same_actor.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

// Numbers from 0 for ids, in the order in which they are met.
class Numbering {
 public:
  std::uint32_t of(NodeId id) {
    return numbers_.try_emplace(id, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<NodeId, std::uint32_t> numbers_;
};

// The reports of one event have one number; which of them gives it does not matter.
NodeId first_report(const Snapshot& snapshot, NodeId event, Day as_of) {
  const std::vector<NodeId> reports = snapshot.cluster(event, as_of);
  return *std::min_element(reports.begin(), reports.end());
}

template <typename Visit>
void each_neighbour(const ActorNetwork& network, ActorNetwork::Vertex vertex, const Visit& visit) {
  const auto& graph = network.graph();
  for (auto [at, end] = boost::adjacent_vertices(vertex, graph); at != end; ++at) {
    if (!visit(static_cast<ActorNetwork::Vertex>(*at))) return;
  }
}

}  // namespace

ActorNetwork::ActorNetwork(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  read(snapshot, window, as_of);
  project();
}

std::optional<ActorNetwork::Vertex> ActorNetwork::vertex(NodeId actor) const {
  const auto found = vertices_.find(actor);
  return found == vertices_.end() ? std::nullopt : std::optional(found->second);
}

void ActorNetwork::read(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  std::vector<NodeId> ids;
  snapshot.each(v1::NodeKind::actor, [&](NodeId id) {
    ids.push_back(id);
    return true;
  });
  std::sort(ids.begin(), ids.end());
  const bool joined = snapshot.count(v1::EdgeKind::same_as) > 0;
  const storage::EdgeCursor cursor = snapshot.edge_cursor();
  std::unordered_map<NodeId, NodeId> first_reports;
  Numbering numbers;
  std::vector<Part> own;
  part_ends_.push_back(0);
  for (const NodeId id : ids) {
    const std::vector<NodeId> same = joined ? same_actors(snapshot, id) : std::vector{id};
    if (same.front() != id) continue;
    own.clear();
    const auto add = [&](const EdgeRef& ref) {
      NodeId event = ref.other;
      if (joined) {
        const auto [at, inserted] = first_reports.try_emplace(event, event);
        if (inserted) at->second = first_report(snapshot, event, as_of);
        event = at->second;
      }
      own.push_back({ref.day.value, numbers.of(event)});
      return true;
    };
    for (const NodeId one : same) {
      cursor.edges(one, {Direction::out, {v1::EdgeKind::initiated}, window, as_of}, add);
      cursor.edges(one, {Direction::in, {v1::EdgeKind::targeted}, window, as_of}, add);
    }
    if (own.empty()) continue;
    std::sort(own.begin(), own.end(), [](const Part& a, const Part& b) {
      return std::pair(a.event, a.day) < std::pair(b.event, b.day);
    });
    own.erase(std::unique(own.begin(), own.end(),
                          [](const Part& a, const Part& b) { return a.event == b.event; }),
              own.end());
    std::sort(own.begin(), own.end(), [](const Part& a, const Part& b) {
      return std::pair(a.day, a.event) < std::pair(b.day, b.event);
    });
    const auto vertex = static_cast<Vertex>(actors_.size());
    for (const NodeId one : same) vertices_.emplace(one, vertex);
    actors_.push_back(id);
    parts_.insert(parts_.end(), own.begin(), own.end());
    part_ends_.push_back(parts_.size());
  }

  std::uint32_t count = 0;
  for (const Part& part : parts_) count = std::max(count, part.event + 1);
  party_ends_.assign(count + 1, 0);
  for (const Part& part : parts_) ++party_ends_[part.event + 1];
  for (std::size_t i = 0; i < count; ++i) party_ends_[i + 1] += party_ends_[i];
  parties_.resize(parts_.size());
  std::vector<std::size_t> at(party_ends_.begin(), party_ends_.end() - 1);
  for (Vertex vertex = 0; vertex < actors_.size(); ++vertex) {
    for (const Part& part : events(vertex)) parties_[at[part.event]++] = vertex;
  }
}

void ActorNetwork::project() {
  std::vector<std::pair<Vertex, Vertex>> pairs;
  std::vector<Weight> weights;
  std::vector<std::uint32_t> counts(actors_.size());
  std::vector<Vertex> others;
  for (Vertex vertex = 0; vertex < actors_.size(); ++vertex) {
    others.clear();
    for (const Part& part : events(vertex)) {
      for (const Vertex other : parties(part.event)) {
        if (other != vertex && counts[other]++ == 0) others.push_back(other);
      }
    }
    std::sort(others.begin(), others.end());
    for (const Vertex other : others) {
      pairs.emplace_back(vertex, other);
      weights.push_back({std::exchange(counts[other], 0)});
    }
  }
  graph_ = Graph(boost::edges_are_sorted, pairs.begin(), pairs.end(), weights.begin(),
                 static_cast<Vertex>(actors_.size()));
}

std::vector<double> page_rank(const ActorNetwork& network, unsigned rounds) {
  constexpr double kDamping = 0.85;
  const auto size = static_cast<double>(network.size());
  std::vector<double> rank(network.size(), 1 / size);
  std::vector<double> given(network.size());
  for (; rounds > 0; --rounds) {
    for (ActorNetwork::Vertex v = 0; v < network.size(); ++v) {
      const auto degree = static_cast<double>(boost::out_degree(v, network.graph()));
      given[v] = degree > 0 ? rank[v] / degree : 0;
    }
    for (ActorNetwork::Vertex v = 0; v < network.size(); ++v) {
      double sum = 0;
      each_neighbour(network, v, [&](ActorNetwork::Vertex other) {
        sum += given[other];
        return true;
      });
      rank[v] = (1 - kDamping) / size + kDamping * sum;
    }
  }
  return rank;
}

// A set that is emptied in no time.
class NetworkWalk::Marks {
 public:
  explicit Marks(std::size_t size) : marks_(size) {}
  void clear() {
    if (++current_ != 0) return;
    std::fill(marks_.begin(), marks_.end(), 0);
    current_ = 1;
  }
  bool set(std::size_t at) { return std::exchange(marks_[at], current_) != current_; }
  bool holds(std::size_t at) const { return marks_[at] == current_; }

 private:
  std::vector<std::uint32_t> marks_;
  std::uint32_t current_ = 0;
};

NetworkWalk::NetworkWalk(const ActorNetwork& network)
    : network_(network),
      near_(std::make_unique<Marks>(network.size())),
      far_(std::make_unique<Marks>(network.size())) {}
NetworkWalk::~NetworkWalk() = default;

template <typename Step>
std::size_t NetworkWalk::reached(Vertex from, unsigned hops, const Step& step) {
  near_->clear();
  near_->set(from);
  front_.assign(1, from);
  std::size_t count = 0;
  for (; hops > 0 && !front_.empty(); --hops) {
    next_.clear();
    for (const Vertex vertex : front_) {
      step(vertex, [this](Vertex other) {
        if (near_->set(other)) next_.push_back(other);
        return true;
      });
    }
    count += next_.size();
    front_.swap(next_);
  }
  return count;
}

std::size_t NetworkWalk::within(Vertex from, unsigned hops) {
  return reached(from, hops,
                 [this](Vertex vertex, const auto& add) { each_neighbour(network_, vertex, add); });
}

std::size_t NetworkWalk::within(Vertex from, unsigned hops, const DayWindow& window) {
  const std::int32_t first = window.since.known() ? window.since.value : Day{}.value + 1;
  const std::int32_t last =
      window.until.known() ? window.until.value : std::numeric_limits<std::int32_t>::max();
  return reached(from, hops, [&](Vertex vertex, const auto& add) {
    const auto events = network_.events(vertex);
    auto at = std::lower_bound(
        events.begin(), events.end(), first,
        [](const ActorNetwork::Part& part, std::int32_t day) { return part.day < day; });
    for (; at != events.end() && at->day <= last; ++at) {
      for (const Vertex other : network_.parties(at->event)) add(other);
    }
  });
}

std::optional<unsigned> NetworkWalk::distance(Vertex from, Vertex to) {
  if (from == to) return 0;
  near_->clear();
  far_->clear();
  near_->set(from);
  far_->set(to);
  front_.assign(1, from);
  back_.assign(1, to);
  for (unsigned steps = 1; !front_.empty() && !back_.empty(); ++steps) {
    const bool forward = front_.size() <= back_.size();
    Marks& mine = forward ? *near_ : *far_;
    const Marks& theirs = forward ? *far_ : *near_;
    std::vector<Vertex>& front = forward ? front_ : back_;
    next_.clear();
    bool met = false;
    for (const Vertex vertex : front) {
      each_neighbour(network_, vertex, [&](Vertex other) {
        met = theirs.holds(other);
        if (!met && mine.set(other)) next_.push_back(other);
        return !met;
      });
      if (met) return steps;
    }
    front.swap(next_);
  }
  return std::nullopt;
}

}  // namespace casus::query

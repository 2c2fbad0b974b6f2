#include "query/network_walk.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace casus::query {

namespace {

template <typename Visit>
void each_neighbour(const ActorNetwork& network, ActorNetwork::Vertex vertex, const Visit& visit) {
  const auto& graph = network.graph();
  for (auto [at, end] = boost::adjacent_vertices(vertex, graph); at != end; ++at) {
    if (!visit(static_cast<ActorNetwork::Vertex>(*at))) return;
  }
}

}  // namespace

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

#include "query/actor_network.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "query/id_set.h"
#include "query/same_actor.h"
#include "storage/derived_file.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr std::string_view kFileName = "actor-network";
constexpr std::uint32_t kFileVersion = 1;

bool has_links(const storage::EdgeCursor& cursor, NodeId id, Day as_of) {
  bool found = false;
  cursor.around(id, {{}, {v1::EdgeKind::same_as}, {}, as_of}, [&](const EdgeRef&) {
    found = true;
    return false;
  });
  return found;
}

// What an actor has a part in, as it is stored.
struct Row {
  NodeId event = 0;
  std::int32_t day = 0;
};

// The rows of all actors, and the events in them.
class Rows {
 public:
  // By id, so that the scan goes one way.
  Rows(const Snapshot& snapshot, const std::vector<NodeId>& ids, const DayWindow& window,
       Day as_of) {
    // As many as there can be; memory is taken as it is written to.
    rows_.reserve(snapshot.count(v1::EdgeKind::initiated) + snapshot.count(v1::EdgeKind::targeted));
    const storage::EdgeCursor cursor = snapshot.edge_cursor();
    const storage::EdgeFilter filter{
        {}, {v1::EdgeKind::initiated, v1::EdgeKind::targeted}, window, as_of};
    for (const NodeId id : ids) {
      cursor.around(id, filter, [this](const EdgeRef& ref) {
        rows_.push_back({ref.other, ref.day.value});
        events_.insert(ref.other);
        return true;
      });
      ends_.push_back(rows_.size());
    }
  }

  // The reports of one event are one: the first of them, by id, that is there.
  void join_reports(const Snapshot& snapshot, Day as_of) {
    const storage::EdgeCursor cursor = snapshot.edge_cursor();
    events_.each([&](NodeId event) {
      if (!has_links(cursor, event, as_of)) return;
      for (const NodeId report : snapshot.cluster(event, as_of)) {
        if (report == event || !events_.holds(report)) continue;
        firsts_.emplace_back(report, event);
        events_.erase(report);
      }
    });
    std::sort(firsts_.begin(), firsts_.end());
  }

  std::size_t size() const { return rows_.size(); }
  std::uint32_t number_events() { return events_.count(); }
  std::uint32_t number(NodeId event) const {
    if (events_.holds(event)) return events_.number(event);
    const auto first = std::lower_bound(firsts_.begin(), firsts_.end(), std::pair(event, NodeId{}));
    return events_.number(first->second);
  }
  // Of the actor that was given so far up.
  std::span<const Row> of(std::size_t place) const {
    return {rows_.data() + ends_[place], rows_.data() + ends_[place + 1]};
  }

 private:
  std::vector<Row> rows_;
  std::vector<std::size_t> ends_{0};
  IdSet events_;
  std::vector<std::pair<NodeId, NodeId>> firsts_;  // of reports that are not the first
};

}  // namespace

ActorNetwork::ActorNetwork(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  read(snapshot, window, as_of);
  take(project());
}

ActorNetwork ActorNetwork::kept(const Snapshot& snapshot, std::size_t least) {
  ActorNetwork network;
  if (network.load(snapshot)) return network;
  network = ActorNetwork();  // what was read of a damaged file
  network.read(snapshot, {}, Day::unknown());
  const Neighbours neighbours = network.project();
  network.take(neighbours);
  if (network.parts_.size() >= least) network.keep(snapshot, neighbours);
  return network;
}

ActorNetwork network_of(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  const bool all = !bounded(window) && !as_of.known();
  return all ? ActorNetwork::kept(snapshot) : ActorNetwork(snapshot, window, as_of);
}

std::optional<ActorNetwork::Vertex> ActorNetwork::vertex(NodeId actor) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), actor);
  if (found == ids_.end() || *found != actor) return std::nullopt;
  return vertices_[static_cast<std::size_t>(found - ids_.begin())];
}

void ActorNetwork::read(const Snapshot& snapshot, const DayWindow& window, Day as_of) {
  std::vector<NodeId> by_key;
  snapshot.each(v1::NodeKind::actor, [&](NodeId id) {
    by_key.push_back(id);
    return true;
  });
  std::vector<NodeId> ids = by_key;
  std::sort(ids.begin(), ids.end());
  const auto place = [&](NodeId id) {
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  Rows rows(snapshot, ids, window, as_of);
  const bool joined = snapshot.count(v1::EdgeKind::same_as) > 0;
  if (joined) rows.join_reports(snapshot, as_of);
  const std::uint32_t events = rows.number_events();

  const storage::EdgeCursor cursor = snapshot.edge_cursor();
  constexpr Vertex kNone = std::numeric_limits<Vertex>::max();
  std::vector<Vertex> of_place(ids.size(), kNone);
  std::vector<Vertex> last(events, kNone);  // who was found to have a part in it last
  std::vector<Part> own;
  parts_.reserve(rows.size());
  part_ends_.push_back(0);
  for (const NodeId id : by_key) {
    std::vector<NodeId> same{id};
    if (joined && has_links(cursor, id, {})) same = same_actors(snapshot, id);
    if (same.front() != id) continue;
    own.clear();
    for (const NodeId one : same) {
      for (const Row& row : rows.of(place(one))) own.push_back({row.day, rows.number(row.event)});
    }
    if (own.empty()) continue;
    std::sort(own.begin(), own.end(), [](const Part& a, const Part& b) {
      return std::pair(a.day, a.event) < std::pair(b.day, b.event);
    });
    const auto vertex = static_cast<Vertex>(actors_.size());
    // Of the days that are told of an event the first counts.
    for (const Part& part : own) {
      if (std::exchange(last[part.event], vertex) != vertex) parts_.push_back(part);
    }
    for (const NodeId one : same) of_place[place(one)] = vertex;
    actors_.push_back(id);
    part_ends_.push_back(parts_.size());
  }
  for (std::size_t at = 0; at < ids.size(); ++at) {
    if (of_place[at] == kNone) continue;
    ids_.push_back(ids[at]);
    vertices_.push_back(of_place[at]);
  }
  gather_parties(events);
}

void ActorNetwork::gather_parties(std::uint32_t events) {
  party_ends_.assign(std::size_t{events} + 1, 0);
  for (const Part& part : parts_) ++party_ends_[part.event + 1];
  std::partial_sum(party_ends_.begin(), party_ends_.end(), party_ends_.begin());
  parties_.resize(parts_.size());
  std::vector<std::size_t> at(party_ends_.begin(), party_ends_.end() - 1);
  for (Vertex vertex = 0; vertex < actors_.size(); ++vertex) {
    for (const Part& part : this->events(vertex)) parties_[at[part.event]++] = vertex;
  }
}

ActorNetwork::Neighbours ActorNetwork::project() const {
  Neighbours all;
  all.ends.push_back(0);
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
      all.vertices.push_back(other);
      all.weights.push_back({std::exchange(counts[other], 0)});
    }
    all.ends.push_back(all.vertices.size());
  }
  return all;
}

void ActorNetwork::take(const Neighbours& neighbours) {
  std::vector<std::pair<Vertex, Vertex>> pairs;
  pairs.reserve(neighbours.vertices.size());
  for (Vertex vertex = 0; vertex < actors_.size(); ++vertex) {
    for (std::size_t i = neighbours.ends[vertex]; i < neighbours.ends[vertex + 1]; ++i) {
      pairs.emplace_back(vertex, neighbours.vertices[i]);
    }
  }
  graph_ = Graph(boost::edges_are_sorted, pairs.begin(), pairs.end(), neighbours.weights.begin(),
                 static_cast<Vertex>(actors_.size()), pairs.size());
}

void ActorNetwork::keep(const Snapshot& snapshot, const Neighbours& neighbours) const {
  storage::DerivedWriter file(snapshot.engine(), kFileName, kFileVersion);
  file.write(std::span(actors_));
  file.write(std::span(ids_));
  file.write(std::span(vertices_));
  file.write(std::span(parts_));
  file.write(std::span(part_ends_));
  file.write(std::span(parties_));
  file.write(std::span(party_ends_));
  file.write(std::span(neighbours.ends));
  file.write(std::span(neighbours.vertices));
  file.write(std::span(neighbours.weights));
  file.keep();
}

bool ActorNetwork::load(const Snapshot& snapshot) {
  storage::DerivedReader file(snapshot.engine(), kFileName, kFileVersion);
  Neighbours neighbours;
  file.read(actors_);
  file.read(ids_);
  file.read(vertices_);
  file.read(parts_);
  file.read(part_ends_);
  file.read(parties_);
  file.read(party_ends_);
  file.read(neighbours.ends);
  file.read(neighbours.vertices);
  file.read(neighbours.weights);
  if (!file.sound() || !sound(neighbours)) return false;
  take(neighbours);
  return true;
}

// A checksum tells damage, but not who wrote the file: a number that leads nowhere must not be
// followed.
bool ActorNetwork::sound(const Neighbours& neighbours) const {
  const auto ends = [](const std::vector<std::size_t>& ends, std::size_t count, std::size_t size) {
    return ends.size() == count + 1 && ends.front() == 0 && ends.back() == size &&
           std::is_sorted(ends.begin(), ends.end());
  };
  const auto in_network = [this](Vertex vertex) { return vertex < actors_.size(); };
  const auto all_in_network = [&](const std::vector<Vertex>& vertices) {
    return std::all_of(vertices.begin(), vertices.end(), in_network);
  };
  if (party_ends_.empty() || actors_.size() > std::numeric_limits<Vertex>::max()) return false;
  const std::size_t events = party_ends_.size() - 1;
  return ids_.size() == vertices_.size() && all_in_network(vertices_) &&
         ends(part_ends_, actors_.size(), parts_.size()) &&
         std::all_of(parts_.begin(), parts_.end(),
                     [&](auto& part) { return part.event < events; }) &&
         ends(party_ends_, events, parties_.size()) && all_in_network(parties_) &&
         ends(neighbours.ends, actors_.size(), neighbours.vertices.size()) &&
         neighbours.weights.size() == neighbours.vertices.size() &&
         all_in_network(neighbours.vertices);
}

}  // namespace casus::query

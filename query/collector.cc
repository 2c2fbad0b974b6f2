#include "query/collector.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;

namespace {

constexpr std::size_t kFrameSize = 1000;

// Both by the order of the first.
void sort_together(std::vector<std::string>& keys, std::vector<NodeId>& nodes) {
  std::vector<std::pair<std::string, NodeId>> both;
  both.reserve(keys.size());
  for (std::size_t at = 0; at < keys.size(); ++at)
    both.emplace_back(std::move(keys[at]), nodes[at]);
  std::sort(both.begin(), both.end());
  for (std::size_t at = 0; at < keys.size(); ++at) {
    keys[at] = std::move(both[at].first);
    nodes[at] = both[at].second;
  }
}

}  // namespace

void Frames::add(v1::Node node) {
  *frame_.add_nodes() = std::move(node);
  flush_if_full();
}

void Frames::add(v1::Edge edge) {
  *frame_.add_edges() = std::move(edge);
  flush_if_full();
}

void Frames::flush() {
  if (frame_.nodes_size() + frame_.edges_size() == 0) return;
  sink_(frame_);
  frame_.Clear();
}

void Frames::flush_if_full() {
  const int size = frame_.nodes_size() + frame_.edges_size();
  if (static_cast<std::size_t>(size) >= kFrameSize) flush();
}

void Collector::add_edge(const EdgeRef& ref) {
  edges_.push_back(ref);
  nodes_.insert(ref.self);
  nodes_.insert(ref.other);
  if (ref.article != 0) nodes_.insert(ref.article);
}

void Collector::add_reports() {
  const storage::EdgeCursor cursor = snapshot_.edge_cursor();
  for (const NodeId node : sorted_nodes()) {
    cursor.edges(node, {Direction::in, {v1::EdgeKind::reports}, {}, {}}, [&](const EdgeRef& ref) {
      add_edge(ref);
      return true;
    });
  }
}

// By id: as they lie in the store.
std::vector<NodeId> Collector::sorted_nodes() const {
  std::vector<NodeId> nodes(nodes_.begin(), nodes_.end());
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

void Collector::emit(const Sink& sink) const {
  std::vector<NodeId> nodes = sorted_nodes();
  std::vector<std::string> keys = snapshot_.keys(nodes);
  sort_together(keys, nodes);

  Frames frames(sink);
  for (std::size_t at = 0; at < nodes.size(); at += kFrameSize) {
    const std::span<const NodeId> rest = std::span(nodes).subspan(at);
    for (auto& node : snapshot_.nodes(rest.first(std::min(kFrameSize, rest.size())))) {
      if (node) frames.add(std::move(*node));
    }
  }

  // Ends by their keys' rank, from 1: comparing numbers instead of texts.
  std::unordered_map<NodeId, std::size_t> rank{{0, 0}};
  for (std::size_t at = 0; at < nodes.size(); ++at) rank[nodes[at]] = at + 1;
  using Ranked = std::tuple<int, std::size_t, std::size_t, std::size_t>;
  std::vector<std::pair<Ranked, EdgeRef>> edges;
  edges.reserve(edges_.size());
  for (const EdgeRef& ref : edges_) {
    const bool out = ref.direction == Direction::out;
    edges.emplace_back(Ranked{ref.kind, rank.at(out ? ref.self : ref.other),
                              rank.at(out ? ref.other : ref.self), rank.at(ref.article)},
                       ref);
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  edges.erase(std::unique(edges.begin(), edges.end(),
                          [](const auto& a, const auto& b) { return a.first == b.first; }),
              edges.end());
  const storage::EdgeCursor cursor = snapshot_.edge_cursor();
  for (const auto& [ranked, ref] : edges) {
    const auto& [kind, from, to, article] = ranked;
    frames.add(cursor.load(ref, keys[from - 1], keys[to - 1],
                           article == 0 ? std::string() : keys[article - 1]));
  }
  frames.flush();
}

}  // namespace casus::query

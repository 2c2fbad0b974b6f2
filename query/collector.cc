#include "query/collector.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;

namespace {

constexpr int kFrameSize = 1000;

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
  if (frame_.nodes_size() + frame_.edges_size() >= kFrameSize) flush();
}

void Collector::add_edge(const EdgeRef& ref) {
  const bool out = ref.direction == Direction::out;
  const EdgeId id{ref.kind, out ? ref.self : ref.other, out ? ref.other : ref.self, ref.article};
  if (!edge_ids_.insert(id).second) return;
  edges_.push_back(ref);
  nodes_.insert(ref.self);
  nodes_.insert(ref.other);
  if (ref.article != 0) nodes_.insert(ref.article);
}

void Collector::add_reports() {
  storage::EdgeFilter filter;
  filter.direction = Direction::in;
  filter.kinds = {v1::EdgeKind::reports};
  const std::vector<NodeId> nodes(nodes_.begin(), nodes_.end());
  for (const NodeId node : nodes) {
    snapshot_.edges(node, filter, [&](const EdgeRef& ref) {
      add_edge(ref);
      return true;
    });
  }
}

void Collector::emit(const Sink& sink) const {
  std::unordered_map<NodeId, std::string> keys;
  std::vector<std::pair<std::string, NodeId>> nodes;
  for (const NodeId id : nodes_) {
    keys[id] = snapshot_.key(id);
    nodes.emplace_back(keys[id], id);
  }
  std::sort(nodes.begin(), nodes.end());

  Frames frames(sink);
  for (const auto& [key, id] : nodes) {
    if (auto node = snapshot_.node(id)) frames.add(std::move(*node));
  }

  // Ends by their keys' rank: comparing numbers instead of texts.
  std::unordered_map<NodeId, std::size_t> rank{{0, 0}};
  for (std::size_t i = 0; i < nodes.size(); ++i) rank[nodes[i].second] = i + 1;
  std::vector<std::pair<EdgeId, EdgeRef>> edges;
  edges.reserve(edges_.size());
  for (const auto& ref : edges_) {
    const bool out = ref.direction == Direction::out;
    edges.emplace_back(EdgeId{ref.kind, rank[out ? ref.self : ref.other],
                              rank[out ? ref.other : ref.self], rank[ref.article]},
                       ref);
  }
  std::sort(edges.begin(), edges.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [id, ref] : edges) {
    for (auto& edge : snapshot_.load(ref)) frames.add(std::move(edge));
  }
  frames.flush();
}

}  // namespace casus::query

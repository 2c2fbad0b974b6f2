#include "interchange/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "graph/error.h"
#include "interchange/labels.h"

namespace casus::interchange {
namespace {

// Beyond this no tool lays out a picture, and nobody could read it.
constexpr std::size_t kMaxNodes = 100'000;
constexpr std::size_t kMaxEdges = 1'000'000;

// As many steps as it takes from a person to whom it speaks for, at most.
constexpr int kMaxOwners = 4;

// Sets that grow together; the smallest member stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  // Those with two members or more, by their smallest.
  std::vector<std::vector<std::size_t>> several() {
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < parent_.size(); ++i) members[find(i)].push_back(i);
    std::vector<std::vector<std::size_t>> found;
    for (auto& [smallest, set] : members) {
      if (set.size() > 1) found.push_back(std::move(set));
    }
    return found;
  }

 private:
  std::vector<std::size_t> parent_;
};

// What a picture shows of a node is little of what may be there.
v1::Node trimmed(v1::Node node) {
  node.clear_evidence();
  if (node.has_actor()) {
    node.mutable_actor()->clear_aliases();
  } else if (node.has_article()) {
    node.mutable_article()->clear_text();
  } else if (node.has_event()) {
    node.mutable_event()->clear_evidence();
    node.mutable_event()->clear_initiators();
  } else if (node.has_statement()) {
    node.mutable_statement()->clear_source();
    node.mutable_statement()->clear_cue();
    node.mutable_statement()->clear_content();
    node.mutable_statement()->clear_via_source();
  }
  return node;
}

Side side_of(v1::Stance::Value stance) {
  if (stance == v1::Stance::asserts) return Side::asserts;
  return stance == v1::Stance::denies ? Side::denies : Side::none;
}

}  // namespace

void Picture::add(const v1::Subgraph& frame) {
  for (const v1::Node& node : frame.nodes()) add(node);
  for (const v1::Edge& edge : frame.edges()) add(edge);
  if (nodes_.size() > kMaxNodes || edges_.size() > kMaxEdges) {
    throw InputError(
        fmt::format("This is more than a picture can show ({} nodes and {} edges at most); export "
                    "a smaller part, or another format, such as graphml.",
                    kMaxNodes, kMaxEdges));
  }
}

void Picture::add(const v1::Node& node) {
  if (!index_.emplace(node.key(), nodes_.size()).second) return;
  PictureNode& added = nodes_.emplace_back();
  added.node = trimmed(node);
  added.drawn = !node.has_article();
  if (node.has_statement()) added.side = side_of(node.statement().stance());
}

void Picture::add(const v1::Edge& edge) {
  if (edge.kind() == v1::EdgeKind::reports || edge.kind() == v1::EdgeKind::mentions) return;
  const auto from = index_.find(edge.from());
  const auto to = index_.find(edge.to());
  if (from == index_.end() || to == index_.end()) {
    throw Error("The nodes of a subgraph must be written before its edges.");
  }
  edges_.push_back({edge.kind(), from->second, to->second, label(edge)});
}

const v1::Article* Picture::article_of(const v1::Node& node) const {
  const auto found = index_.find(node.source());
  if (found == index_.end() || !nodes_[found->second].node.has_article()) return nullptr;
  return &nodes_[found->second].node.article();
}

void Picture::arrange() {
  join_groups();
  take_sides();
  join_families();
  leave_out();
}

void Picture::join_groups() {
  Sets sets(nodes_.size());
  for (PictureEdge& edge : edges_) {
    if (edge.kind != v1::EdgeKind::same_as) continue;
    sets.join(edge.from, edge.to);
    edge.drawn = false;
  }
  groups_ = sets.several();
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    for (const std::size_t member : groups_[group]) nodes_[member].group = static_cast<int>(group);
  }
}

void Picture::take_sides() {
  std::map<std::size_t, int> balance;  // of an actor: how often it asserts more than it denies
  for (const PictureEdge& edge : edges_) {
    if (edge.kind != v1::EdgeKind::made) continue;
    nodes_[edge.to].voiced = true;
    const Side side = nodes_[edge.to].side;
    balance[edge.from] += side == Side::asserts ? 1 : side == Side::denies ? -1 : 0;
  }
  for (const auto& [actor, sum] : balance) {
    if (sum != 0) nodes_[actor].side = sum > 0 ? Side::asserts : Side::denies;
  }
  // Whoever says nothing stands where those stand who speak for it.
  for (int step = 0; step < kMaxOwners; ++step) {
    for (const PictureEdge& edge : edges_) {
      if (edge.kind != v1::EdgeKind::affiliated) continue;
      Side& owner = nodes_[edge.to].side;
      if (owner == Side::none) owner = nodes_[edge.from].side;
    }
  }
}

void Picture::join_families() {
  Sets sets(nodes_.size());
  for (const PictureEdge& edge : edges_) {
    const PictureNode& from = nodes_[edge.from];
    const PictureNode& to = nodes_[edge.to];
    if (edge.kind == v1::EdgeKind::affiliated && from.side == to.side && from.group < 0 &&
        to.group < 0) {
      sets.join(edge.from, edge.to);
    }
  }
  families_ = sets.several();
}

void Picture::leave_out() {
  using Kind = v1::EdgeKind;
  // A group by its first member.
  const auto one = [&](std::size_t i) {
    return nodes_[i].group < 0 ? i : groups_[static_cast<std::size_t>(nodes_[i].group)].front();
  };
  std::set<std::pair<std::size_t, std::size_t>> parties;  // event, actor
  std::set<std::pair<std::size_t, std::size_t>> sites;    // event, place
  std::multimap<std::size_t, std::size_t> events;         // of a claim
  std::set<std::size_t> on_claims;                        // statements
  for (const PictureEdge& edge : edges_) {
    if (edge.kind == Kind::initiated) parties.emplace(one(edge.to), one(edge.from));
    if (edge.kind == Kind::targeted) parties.emplace(one(edge.from), one(edge.to));
    if (edge.kind == Kind::located_at) sites.emplace(one(edge.from), one(edge.to));
    if (edge.kind == Kind::asserts || edge.kind == Kind::denies) on_claims.insert(edge.from);
    if (edge.kind == Kind::about && nodes_[edge.to].node.has_event()) {
      events.emplace(one(edge.from), one(edge.to));
    }
  }
  const auto shown_by_event = [&](const PictureEdge& about) {
    const auto [begin, end] = events.equal_range(one(about.from));
    return std::any_of(begin, end, [&](const auto& event) {
      return parties.contains({event.second, one(about.to)});
    });
  };
  std::set<std::tuple<int, std::size_t, std::size_t, std::string>> seen;
  for (PictureEdge& edge : edges_) {
    if (!edge.drawn) continue;
    edge.drawn = !(edge.kind == Kind::addresses && on_claims.contains(edge.from)) &&
                 !(edge.kind == Kind::about && shown_by_event(edge)) &&
                 !(edge.kind == Kind::targeted && sites.contains({one(edge.from), one(edge.to)})) &&
                 seen.emplace(edge.kind, one(edge.from), one(edge.to), edge.label).second;
  }
}

}  // namespace casus::interchange

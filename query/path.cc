#include "query/path.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/kinds.h"
#include "query/cluster.h"
#include "query/names.h"
#include "query/path_search.h"
#include "query/same_actor.h"

namespace casus::query {

using storage::Direction;
using storage::NodeId;
using storage::Snapshot;

namespace {

using Kinds = std::vector<v1::EdgeKind::Value>;

// What a chain may lead through, the next of these where the last finds none.
std::array<Kinds, 3> tiers() {
  Kinds deeds = {v1::EdgeKind::initiated, v1::EdgeKind::targeted,   v1::EdgeKind::made,
                 v1::EdgeKind::addresses, v1::EdgeKind::asserts,    v1::EdgeKind::denies,
                 v1::EdgeKind::about,     v1::EdgeKind::affiliated, v1::EdgeKind::same_as};
  Kinds places = deeds;
  places.insert(places.end(), {v1::EdgeKind::located_at, v1::EdgeKind::within});
  Kinds articles = places;
  articles.insert(articles.end(), {v1::EdgeKind::reports, v1::EdgeKind::mentions});
  return {std::move(deeds), std::move(places), std::move(articles)};
}

struct Verb {
  v1::EdgeKind::Value kind;
  std::string_view along;
  std::string_view against;
};
constexpr std::array<Verb, 13> kVerbs = {{
    {v1::EdgeKind::reports, "reports", "is reported by"},
    {v1::EdgeKind::mentions, "names", "is named by"},
    {v1::EdgeKind::initiated, "carried out", "was carried out by"},
    {v1::EdgeKind::targeted, "was directed at", "was the target of"},
    {v1::EdgeKind::located_at, "happened at", "is the place of"},
    {v1::EdgeKind::within, "lies within", "contains"},
    {v1::EdgeKind::made, "made", "was made by"},
    {v1::EdgeKind::addresses, "was addressed to", "was addressed by"},
    {v1::EdgeKind::asserts, "asserts", "is asserted by"},
    {v1::EdgeKind::denies, "denies", "is denied by"},
    {v1::EdgeKind::about, "is about", "is spoken of in"},
    {v1::EdgeKind::affiliated, "belongs to", "has as its own"},
    {v1::EdgeKind::same_as, "is the same as", "is the same as"},
}};

std::string verb_of(const v1::Edge& edge, bool against) {
  std::string text;
  for (const Verb& verb : kVerbs) {
    if (verb.kind == edge.kind()) text = against ? verb.against : verb.along;
  }
  if (edge.kind() == v1::EdgeKind::initiated && edge.status() != v1::InitiatorStatus::asserted) {
    text += fmt::format(" ({})", name_of(edge.status()));
  }
  if (!edge.role().empty()) text += fmt::format(" ({})", edge.role());
  return text;
}

// "a denial of 2024-09-16", "the claim “...”": so short that a step reads as a sentence.
std::string in_words(const Snapshot& snapshot, NodeId id) {
  const auto node = snapshot.node(id);
  if (!node) return "";
  if (node->has_claim()) return "the claim “" + display_name(snapshot, id) + "”";
  if (node->has_article()) return "the article “" + display_name(snapshot, id) + "”";
  if (!node->has_statement()) return display_name(snapshot, id);
  std::string kind(name_of(node->statement().kind()));
  for (char& c : kind) {
    if (c == '_') c = ' ';
  }
  const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
  std::string text = (vowel ? "an " : "a ") + kind;
  if (!node->published().empty()) text += " reported on " + node->published();
  return text;
}

v1::NodeRef reference(const Snapshot& snapshot, NodeId id) {
  v1::NodeRef ref;
  ref.set_key(snapshot.key(id));
  ref.set_name(display_name(snapshot, id));
  return ref;
}

v1::Path::Step step(const Snapshot& snapshot, const ViewEdge& edge) {
  v1::Path::Step step;
  *step.mutable_from() = reference(snapshot, edge.source);
  *step.mutable_to() = reference(snapshot, edge.target);
  step.set_kind(edge.ref.kind);
  const NodeId start = edge.ref.direction == Direction::out ? edge.ref.self : edge.ref.other;
  step.set_against(start != edge.source);
  const v1::Edge stored = snapshot.load(edge.ref);
  step.set_text(in_words(snapshot, edge.source) + ' ' + verb_of(stored, step.against()) + ' ' +
                in_words(snapshot, edge.target));
  if (edge.ref.kind == v1::EdgeKind::same_as) {
    step.set_reason(stored.reason());
  } else {
    *step.mutable_quote() = quote(snapshot, stored.evidence());
  }
  return step;
}

using Chain = std::vector<ViewEdge>;

bool is_item(v1::NodeKind::Value kind) {
  return kind != v1::NodeKind::actor && kind != v1::NodeKind::place;
}

// What a chain may not lead through: actors of some kinds, and what other chains have led through.
class Closed {
 public:
  Closed(const Snapshot& snapshot, const PathQuestion& question, NodeId a, NodeId b)
      : snapshot_(snapshot), question_(question), a_(a), b_(b) {}

  bool open(const ViewEdge& edge) {
    if (is_end(edge.source) && is_end(edge.target)) return !no_direct_;
    return open(edge.source) && open(edge.target);
  }

  // The items of the chain with all that is the same, or, if it has none, all its inner nodes.
  void close(const Chain& chain) {
    if (chain.size() == 1) no_direct_ = true;
    bool items = false;
    for (const NodeId node : inner(chain)) {
      const auto kind = snapshot_.kind(node);
      if (!kind || !is_item(*kind)) continue;
      items = true;
      for (const NodeId same : same_items(snapshot_, node)) closed_.insert(same);
    }
    if (!items) {
      for (const NodeId node : inner(chain)) closed_.insert(node);
    }
  }

  static std::vector<NodeId> inner(const Chain& chain) {
    std::vector<NodeId> nodes;
    for (std::size_t i = 1; i < chain.size(); ++i) nodes.push_back(chain[i].source);
    return nodes;
  }

 private:
  bool is_end(NodeId node) const { return node == a_ || node == b_; }

  bool open(NodeId node) {
    if (is_end(node)) return true;
    if (closed_.contains(node)) return false;
    if (question_.without.empty()) return true;
    auto [at, inserted] = wanted_.try_emplace(node, true);
    if (inserted && snapshot_.kind(node) == v1::NodeKind::actor) {
      const auto actor = snapshot_.node(node);
      at->second = !actor || !question_.without.contains(actor->actor().kind());
    }
    return at->second;
  }

  const Snapshot& snapshot_;
  const PathQuestion& question_;
  const NodeId a_;
  const NodeId b_;
  bool no_direct_ = false;
  std::unordered_set<NodeId> closed_;
  std::unordered_map<NodeId, bool> wanted_;
};

struct Explanation {
  Chain chain;
  std::size_t weakest = 0;  // articles that report its least reported item; 0: it has none
};

std::size_t weakest_link(const Snapshot& snapshot, const Chain& chain, Day as_of) {
  std::size_t weakest = 0;
  for (const NodeId node : Closed::inner(chain)) {
    const auto kind = snapshot.kind(node);
    if (!kind || !is_item(*kind) || *kind == v1::NodeKind::article) continue;
    const std::size_t reports = same_items(snapshot, node, as_of).size();
    weakest = weakest == 0 ? reports : std::min(weakest, reports);
  }
  return weakest;
}

// In steps; twice as many articles make up for half of one.
double length(const Explanation& explanation) {
  const auto reports = static_cast<double>(std::max<std::size_t>(1, explanation.weakest));
  return static_cast<double>(explanation.chain.size()) - std::log2(reports) / 2;
}

v1::Path worded(const Snapshot& snapshot, const Explanation& explanation) {
  v1::Path path;
  for (const ViewEdge& edge : explanation.chain) *path.add_steps() = step(snapshot, edge);
  path.set_weakest_reports(static_cast<std::uint32_t>(explanation.weakest));
  return path;
}

std::vector<Explanation> explanations(const Snapshot& snapshot, NodeId a, NodeId b,
                                      const PathQuestion& question, std::size_t count) {
  if (a == b) throw InputError("A path leads from one node to another; both ends are the same.");
  GraphViewOptions options;
  options.directedness = Directedness::both;
  options.as_of = question.as_of;
  options.max_vertices = kMaxPathVertices;
  // One view: what one search has read the next one need not.
  const GraphView view(snapshot, options);
  Closed closed(snapshot, question, a, b);
  const EdgeGate open = [&](const ViewEdge& edge) { return closed.open(edge); };
  const bool gated = count > 1 || !question.without.empty();
  std::vector<Explanation> found;
  for (const Kinds& kinds : tiers()) {
    while (found.size() < count) {
      auto chain = cheapest_path(view, a, b, question.max_hops, kinds, gated ? open : EdgeGate());
      if (!chain) break;
      closed.close(*chain);
      const std::size_t weakest = weakest_link(snapshot, *chain, question.as_of);
      found.push_back({*std::move(chain), weakest});
    }
    if (!found.empty()) break;  // a place or an article in common explains less
  }
  std::stable_sort(found.begin(), found.end(), [](const Explanation& x, const Explanation& y) {
    return length(x) < length(y);
  });
  return found;
}

}  // namespace

std::optional<v1::Path> path(const Snapshot& snapshot, NodeId a, NodeId b,
                             const PathQuestion& question) {
  const auto found = explanations(snapshot, a, b, question, 1);
  return found.empty() ? std::nullopt : std::optional(worded(snapshot, found.front()));
}

std::vector<v1::Path> paths(const Snapshot& snapshot, NodeId a, NodeId b,
                            const PathQuestion& question, std::size_t count) {
  std::vector<v1::Path> answer;
  for (const Explanation& explanation : explanations(snapshot, a, b, question, count)) {
    answer.push_back(worded(snapshot, explanation));
  }
  return answer;
}

}  // namespace casus::query

#include "query/path.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/kinds.h"
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
  const auto edges = snapshot.load(edge.ref);
  const v1::Edge stored = edges.empty() ? v1::Edge() : edges.front();
  step.set_text(in_words(snapshot, edge.source) + ' ' + verb_of(stored, step.against()) + ' ' +
                in_words(snapshot, edge.target));
  if (edge.ref.kind == v1::EdgeKind::same_as) {
    step.set_reason(stored.reason());
  } else {
    *step.mutable_quote() = quote(snapshot, stored.evidence());
  }
  return step;
}

}  // namespace

std::optional<v1::Path> path(const Snapshot& snapshot, NodeId a, NodeId b, unsigned max_hops,
                             Day as_of) {
  if (a == b) throw InputError("A path leads from one node to another; both ends are the same.");
  GraphViewOptions options;
  options.directedness = Directedness::both;
  options.as_of = as_of;
  options.max_vertices = kMaxPathVertices;
  // One view: what one tier has read the next one need not.
  const GraphView view(snapshot, options);
  for (const Kinds& kinds : tiers()) {
    const auto chain = cheapest_path(view, a, b, max_hops, kinds);
    if (!chain) continue;
    v1::Path path;
    for (const ViewEdge& edge : *chain) *path.add_steps() = step(snapshot, edge);
    return path;
  }
  return std::nullopt;
}

}  // namespace casus::query

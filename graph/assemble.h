#ifndef CASUS_GRAPH_ASSEMBLE_H_
#define CASUS_GRAPH_ASSEMBLE_H_

// From an annotation to nodes and edges.
//
// `assemble` is a pure function: the same annotation always gives the same delta, so that what an
// article contributed can be taken back by assembling it again. When its rules change,
// `kAssemblyVersion` changes with them, and a store derived by another version must be rebuilt.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/graph.pb.h"
#include "graph/dates.h"

namespace casus {

inline constexpr int kAssemblyVersion = 5;

// Bounds of an annotation: items in any one list, pairs of initiator and target over all events,
// and bytes of the article's text.
inline constexpr std::size_t kMaxItems = 100'000;
inline constexpr std::size_t kMaxTextBytes = 16 << 20;
// Aliases of one actor, in an annotation and put together, and bytes of one, so that its record
// stays small however many articles name it.
inline constexpr std::size_t kMaxAliases = 256;
inline constexpr std::size_t kMaxAliasBytes = 256;

// A row of the actor-to-actor index: `node` (an event or statement) is something that `from` did or
// said to `to`. Speakers count for themselves and for whom they speak.
struct RelationRow {
  std::string from;
  std::string to;
  std::string node;
  Day day;  // when it happened, else when it was published
  Day published;
  std::uint8_t act = 0;  // see act_code in kinds.h
};

// What one article adds to the graph.
struct GraphDelta {
  // Nodes that belong to this article alone: the article itself (without its text), its events,
  // statements and claims. Sorted by key.
  std::vector<v1::Node> own;
  // Actors and places, which other articles name too: what this article says of each. Sorted by
  // key.
  std::vector<v1::Node> shared;
  // Sorted by kind, from, to; no two are equal in all three. Each carries at most 16 spans of
  // evidence, sorted; the node that it speaks of holds all. The wordings of targets that share an
  // edge are joined while they fit into 1,024 bytes; the event holds all.
  std::vector<v1::Edge> edges;
  // Sorted by from, to, node; unique.
  std::vector<RelationRow> relations;
  // Items of other articles at which edges end. Sorted; unique.
  std::vector<std::string> others;
};

// `annotation` must be valid (graph/validate.h). Dates come out as YYYY-MM-DD, references as global
// keys, spans with their part only where that is the title. Cost: linear in its size, and in the
// pairs of initiator and target.
GraphDelta assemble(const v1::ArticleAnnotation& annotation);

// Puts together what several articles say of one actor or place. Deterministic in any order:
// a single-valued field takes the value that most articles give, ties go to the smaller value, and
// an article that leaves it empty has no say; aliases hold the names that did not win too, and
// are the `kMaxAliases` that most articles give, ties to the smaller, sorted. `counts[i]` articles
// say `contributions[i]`; there is at least one. `aliases` are names that persons gave it, each
// once: they go before those that articles give.
v1::Node merge_shared(const std::vector<v1::Node>& contributions,
                      const std::vector<std::uint64_t>& counts,
                      const std::vector<std::string>& aliases = {});

// The day by which a node is ordered: of an event or statement the first day of its date, else its
// publication, as of any other node of an article; unknown for actors and places.
Day order_day(const v1::Node& node);

}  // namespace casus

#endif  // CASUS_GRAPH_ASSEMBLE_H_

#ifndef CASUS_GRAPH_ASSEMBLE_H_
#define CASUS_GRAPH_ASSEMBLE_H_

// From an annotation to nodes and edges.
//
// `assemble` is a pure function: the same annotation always gives the same delta, so that what an
// article contributed can be taken back by assembling it again. When its rules change,
// `kAssemblyVersion` changes with them, and a store derived by another version must be rebuilt.

#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/graph.pb.h"
#include "graph/dates.h"

namespace casus {

inline constexpr int kAssemblyVersion = 1;

// A row of the actor-to-actor index: `node` (an event or statement) is something that `from` did or
// said to `to`. Speakers count for themselves and for whom they speak.
struct RelationRow {
  std::string from;
  std::string to;
  std::string node;
  Day day;        // when it happened, else when it was published
  Day published;
};

// What one article adds to the graph.
struct GraphDelta {
  // Nodes that belong to this article alone: the article itself (without its text), its events,
  // statements and claims. Sorted by key.
  std::vector<v1::Node> own;
  // Actors and places, which other articles name too: what this article says of each. Sorted by
  // key.
  std::vector<v1::Node> shared;
  // Sorted by kind, from, to; no two are equal in all three unless their role differs.
  std::vector<v1::Edge> edges;
  // Sorted by from, to, node; unique.
  std::vector<RelationRow> relations;
};

// Checks an annotation from any extractor and brings it into the form in which it is stored: the
// article's key is filled in, offsets lie within the text on character boundaries, references have
// their item, dates exist, local keys are unique, types are PLOVER's.
// Throws InputError that names the item and the field (`events[2].trigger: ...`).
void validate(const v1::ArticleAnnotation& annotation);

// `annotation` must be valid. Cost: linear in its size.
GraphDelta assemble(const v1::ArticleAnnotation& annotation);

// Puts together what several articles say of one actor or place. Deterministic in any order:
// a single-valued field takes the value that most articles give, ties go to the smaller value;
// aliases are the union, sorted. `counts[i]` articles say `contributions[i]`.
v1::Node merge_shared(const std::vector<v1::Node>& contributions,
                      const std::vector<std::uint64_t>& counts);

// The day by which a node is ordered: of an event or statement its date, else its publication.
Day order_day(const v1::Node& node);

}  // namespace casus

#endif  // CASUS_GRAPH_ASSEMBLE_H_

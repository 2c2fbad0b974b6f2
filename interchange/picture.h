#ifndef CASUS_INTERCHANGE_PICTURE_H_
#define CASUS_INTERCHANGE_PICTURE_H_

// What of a subgraph is drawn, and how its parts stand to each other: a picture shows each thing
// once, where the graph keeps it once an article. Private to interchange.
//
// - Articles are not drawn: what they report names its outlet and day.
// - What is joined by SAME_AS is a group; an edge that several of its members have is drawn once.
// - Who a statement is addressed to is drawn where the statement is on no claim; an actor that a
//   claim is about, where no event of the claim shows it.
// - Those who assert stand on one side of the claims, those who deny on the other, each beside
//   those they speak for.
// Memory: what is drawn. One thread.

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "casus/v1/subgraph.pb.h"

namespace casus::interchange {

enum class Side { none, asserts, denies };

struct PictureNode {
  v1::Node node;           // without what is not shown
  int group = -1;          // index into Picture::groups
  Side side = Side::none;  // of statements and of actors
  bool voiced = false;     // of statements: whoever made it is in the picture
  bool drawn = true;
};

struct PictureEdge {
  v1::EdgeKind::Value kind = v1::EdgeKind::unspecified;
  std::size_t from = 0;  // into Picture::nodes
  std::size_t to = 0;
  std::string label;
  bool drawn = true;
};

class Picture {
 public:
  // Throws InputError when there is more than a picture can show.
  void add(const v1::Subgraph& frame);
  // To be called once, after the last frame.
  void arrange();

  // In the order in which they came.
  const std::vector<PictureNode>& nodes() const { return nodes_; }
  const std::vector<PictureEdge>& edges() const { return edges_; }
  // Two or more nodes that are the same, each.
  const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }
  // Actors that stand beside each other because some belong to others; none is in a group.
  const std::vector<std::vector<std::size_t>>& families() const { return families_; }
  // The article that a node is from; nullptr for actors and places.
  const v1::Article* article_of(const v1::Node& node) const;

 private:
  void add(const v1::Node& node);
  void add(const v1::Edge& edge);
  void take_sides();
  void join_groups();
  void join_families();
  void leave_out();

  std::vector<PictureNode> nodes_;
  std::vector<PictureEdge> edges_;
  std::vector<std::vector<std::size_t>> groups_;
  std::vector<std::vector<std::size_t>> families_;
  std::unordered_map<std::string, std::size_t> index_;  // by key
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_PICTURE_H_

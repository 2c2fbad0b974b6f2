#ifndef CASUS_GRAPH_DELTA_NODES_H_
#define CASUS_GRAPH_DELTA_NODES_H_

// The nodes of one article's delta by their keys. Must not outlive the delta.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/assemble.h"
#include "graph/principals.h"

namespace casus {

class DeltaNodes {
 public:
  explicit DeltaNodes(const GraphDelta& delta) {
    for (const v1::Node& node : delta.shared) nodes_.emplace(node.key(), &node);
    for (const v1::Node& node : delta.own) nodes_.emplace(node.key(), &node);
  }

  // nullptr if there is none.
  const v1::Node* find(std::string_view key) const {
    const auto found = nodes_.find(key);
    return found == nodes_.end() ? nullptr : found->second;
  }

  // An actor and whom it speaks for, as this article has it; see principals.h.
  std::vector<std::string_view> principals_of(std::string_view actor) const {
    return principals(actor, [this](std::string_view key) {
      const v1::Node* node = find(key);
      if (node == nullptr || !speaks_for_affiliation(node->actor().kind()))
        return std::string_view();
      return std::string_view(node->actor().affiliation());
    });
  }

 private:
  std::unordered_map<std::string_view, const v1::Node*> nodes_;
};

}  // namespace casus

#endif  // CASUS_GRAPH_DELTA_NODES_H_

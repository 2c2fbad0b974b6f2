#ifndef CASUS_INTERCHANGE_ATTRIBUTES_H_
#define CASUS_INTERCHANGE_ATTRIBUTES_H_

// Nodes and edges as flat attributes, for formats that know no messages. What is empty or unknown
// has no value. Private to interchange. Thread-safe, no state.

#include <functional>
#include <span>
#include <string_view>

#include "casus/v1/graph.pb.h"

namespace casus::interchange {

struct Attribute {
  std::string_view name;  // "killed_best"
  std::string_view type;  // string, long, double
};

// All that a node, or an edge, of any kind may have; in this order.
std::span<const Attribute> node_attributes();
std::span<const Attribute> edge_attributes();

// Calls `visit` with each attribute that has a value, in no order. Texts are as they are, not
// escaped; lists are one text, with "; " between.
using AttributeVisitor = std::function<void(std::string_view name, std::string_view value)>;
void each_attribute(const v1::Node& node, const AttributeVisitor& visit);
void each_attribute(const v1::Edge& edge, const AttributeVisitor& visit);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_ATTRIBUTES_H_

#ifndef CASUS_QUERY_COLLECTOR_H_
#define CASUS_QUERY_COLLECTOR_H_

// Puts a part of the graph together and sends it off in frames, in the order that subgraph.proto
// promises. An edge brings its ends and its article along. One thread; must not outlive its
// snapshot. Memory: the part.

#include <functional>
#include <unordered_set>
#include <vector>

#include "casus/v1/subgraph.pb.h"
#include "query/selection.h"
#include "storage/snapshot.h"

namespace casus::query {

// Cuts a stream of nodes and edges into frames of a thousand. The last frame leaves with `flush`.
class Frames {
 public:
  explicit Frames(const Sink& sink) : sink_(sink) {}
  void add(v1::Node node);
  void add(v1::Edge edge);
  void flush();

 private:
  void flush_if_full();

  const Sink& sink_;
  v1::Subgraph frame_;
};

class Collector {
 public:
  explicit Collector(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}

  void add_node(storage::NodeId node) { nodes_.insert(node); }
  void add_edge(const storage::EdgeRef& ref);  // from either of its ends; twice is once
  // REPORTS edges of the events, statements and claims collected so far.
  void add_reports();
  void emit(const Sink& sink) const;

 private:
  std::vector<storage::NodeId> sorted_nodes() const;

  const storage::Snapshot& snapshot_;
  std::unordered_set<storage::NodeId> nodes_;
  std::vector<storage::EdgeRef> edges_;
};

}  // namespace casus::query

#endif  // CASUS_QUERY_COLLECTOR_H_

#ifndef CASUS_INTERCHANGE_NEIGHBOURS_H_
#define CASUS_INTERCHANGE_NEIGHBOURS_H_

// What nodes refer to, for formats that say it in words. Private to interchange. One thread.
// Memory: 10,000 nodes. Cost: one look-up for each node that is not remembered.

#include <string>
#include <unordered_map>
#include <utility>

#include "interchange/writers.h"

namespace casus::interchange {

class Neighbours {
 public:
  explicit Neighbours(Lookup lookup) : lookup_(std::move(lookup)) {}

  // A node without a key if there is none. Valid until the next call of anything.
  const v1::Node& find(const std::string& key);
  // What it is called; its key where nothing is known of it.
  std::string name(const std::string& key);
  // "Red Lantern (alleged); gunmen": in the article's words where nobody is known.
  std::string initiators(const v1::Event& event);
  std::string targets(const v1::Event& event);
  // The words that stand there; empty if they cannot be looked up.
  std::string words(const std::string& article, const v1::Span& span) const;
  // Those of all spans, one piece after the other, with an ellipsis between.
  std::string words(const v1::Evidence& evidence) const;

 private:
  Lookup lookup_;
  std::unordered_map<std::string, v1::Node> known_;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_NEIGHBOURS_H_

#ifndef CASUS_GRAPH_AGREEMENT_H_
#define CASUS_GRAPH_AGREEMENT_H_

// What agrees between two things, and how much that weighs: score and reason of a link.

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/same_as.h"

namespace casus {

class Agreement {
 public:
  void add(double weight, std::string_view what) {
    score_ += weight;
    if (!reason_.empty()) reason_ += ", ";
    reason_ += what;
  }
  double score() const { return std::min(score_, 1.0); }
  Link link() const { return {score(), "same " + reason_}; }

 private:
  double score_ = 0;
  std::string reason_;
};

// How many two sorted lists of unique texts have in common.
template <typename Repeated>
int shared(const Repeated& a, const Repeated& b) {
  int count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const int order = i->compare(*j);
    if (order == 0) ++count;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  return count;
}

// The same against the shorter of them.
template <typename Repeated>
double overlap(const Repeated& a, const Repeated& b) {
  const int shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(shared(a, b)) / shorter;
}

}  // namespace casus

#endif  // CASUS_GRAPH_AGREEMENT_H_

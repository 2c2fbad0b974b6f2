#ifndef CASUS_GRAPH_SAME_AS_H_
#define CASUS_GRAPH_SAME_AS_H_

// What is the same across articles: a pure, symmetric rule over two events or two claims of
// different articles. Clusters are the connected components of the links that it gives.
//
// Two claims are the same if they say the same predicate of the same subject and object with the
// same polarity, or are both about events that are the same, with the same subject; their words
// must agree too. Two attacks are the same if type and place agree, dates overlap, modes are
// compatible and perpetrators do not contradict each other.

#include <optional>
#include <string>
#include <vector>

#include "casus/v1/graph.pb.h"

namespace casus {

// What the rule looks at, small enough to be kept in an index beside each event and claim so that
// comparing costs no further look-up. Filled in by `fingerprint`.
struct Fingerprint {
  std::string node;     // key
  std::string article;  // key
  std::string data;     // opaque
};

struct Link {
  double score = 0;    // 0 to 1
  std::string reason;  // in words
};

struct GraphDelta;

// One fingerprint for each event and claim of the delta that can be joined at all.
std::vector<Fingerprint> fingerprints(const GraphDelta& delta);

// Tokens under which a fingerprint is filed: two nodes that are the same share at least one token,
// so that only nodes under a common token need be compared. At most eight, never empty strings.
std::vector<std::string> block_tokens(const Fingerprint& fingerprint);

// Symmetric; nullopt if they are not the same, are of one article, or of different kinds.
std::optional<Link> same_as(const Fingerprint& a, const Fingerprint& b);

}  // namespace casus

#endif  // CASUS_GRAPH_SAME_AS_H_

#ifndef CASUS_GRAPH_SAME_AS_H_
#define CASUS_GRAPH_SAME_AS_H_

// What is the same across articles: a pure, symmetric rule over two events or two claims of
// different articles. Clusters are the connected components of the links that it gives; a store
// keeps as few of these as hold the clusters together (see storage/links.h).
//
// Two claims are the same if they say the same predicate of the same subject and object with the
// same polarity, or are both about events that are the same, with the same subject; their words
// must agree too. Two attacks are the same if type and place agree, dates overlap, modes are
// compatible and perpetrators do not contradict each other.

#include <optional>
#include <string>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/dates.h"

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

// How fingerprints are filed, so that a new one need be compared with few.
//
// Most of what an archive holds twice is copies. Fingerprints of one group differ in nothing that
// the rule looks at but, where `any_day` is set, in their day of publication; they are the same
// as one another, or none is. So the rule need be asked once for two groups, not for each two of
// their members.
struct Filing {
  struct Block {
    std::string token;  // never empty
    Day day;            // unknown: to be compared with everything under the token
  };
  std::string group;
  // Two that are the same share a token, under which their days are unknown or at most kNewsDays
  // apart. At most eight; none if it can be the same as nothing.
  std::vector<Block> blocks;
  // A claim about an event is that claim while the event is news: of two claims of which one has
  // `news`, the other must have been published within kNewsDays of it.
  Day news;
  bool any_day = false;  // its group holds members of any day of publication
};
inline constexpr int kNewsDays = 7;
Filing filing(const Fingerprint& fingerprint);

// Symmetric; nullopt if they are not the same, are of one article, or of different kinds.
std::optional<Link> same_as(const Fingerprint& a, const Fingerprint& b);

}  // namespace casus

#endif  // CASUS_GRAPH_SAME_AS_H_

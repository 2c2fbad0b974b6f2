#ifndef CASUS_GRAPH_SAME_AS_H_
#define CASUS_GRAPH_SAME_AS_H_

// What is the same across articles: a pure, symmetric rule over two events or two claims of
// different articles. Clusters are the connected components of the links that it gives; a store
// keeps as few of these as hold the clusters together (see storage/links.h).
//
// Two claims are the same if they say the same predicate of the same subject and object with the
// same polarity, and their words agree; of nobody ("there was a leak"), if one side denies or says
// it in both, in the same week. Those that say who did an event follow the event: they are
// the same if the events are, and have no link of their own (see graph/deeds.h). Of two
// events graph/same_event.h decides.

#include <memory>
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

// One fingerprint for each event and claim of the delta that can be joined at all. `article` is the
// delta's, with its text: how an event is told says which it is.
std::vector<Fingerprint> fingerprints(const GraphDelta& delta, const v1::Article& article);

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
    bool files = true;  // whether it is found under the token
    bool looks = true;  // whether it is compared with what is found there
  };
  std::string group;
  // Two that are the same share a token under which one is found and the other looks, with days
  // that are unknown or at most kNewsDays apart. None if it can be the same as nothing.
  std::vector<Block> blocks;
  // A claim about an event, or about nobody, is that claim while it is news: of two of which one
  // has `news`, the other must have been published within kNewsDays of it.
  Day news;
  bool any_day = false;  // its group holds members of any day of publication
};
inline constexpr int kNewsDays = 7;
Filing filing(const Fingerprint& fingerprint);

// A fingerprint read once, to be compared many times. Cheap to copy.
namespace v1 {
class Identity;
}
struct Comparable {
  explicit Comparable(const Fingerprint& fingerprint);
  std::string article;
  std::shared_ptr<const v1::Identity> identity;
};

// Symmetric; nullopt if they are not the same, are of one article, or of different kinds.
std::optional<Link> same_as(const Fingerprint& a, const Fingerprint& b);
std::optional<Link> same_as(const Comparable& a, const Comparable& b);

}  // namespace casus

#endif  // CASUS_GRAPH_SAME_AS_H_

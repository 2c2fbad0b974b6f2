#ifndef CASUS_QUERY_CLAIM_STANDING_H_
#define CASUS_QUERY_CLAIM_STANDING_H_

// How a claim stands, as all who speak on it make it stand. One thread.

#include <map>
#include <set>
#include <string>
#include <utility>

#include "casus/v1/answer.pb.h"
#include "graph/dates.h"

namespace casus::query {

class ClaimStanding {
 public:
  // For whom a voice speaks, and when its article was published.
  void hear(const v1::NodeRef& principal, v1::Stance::Value side, Day published);

  // Fills in the status of `trace` with its reason, who changed sides and who says that it was he.
  // `subject` is the key of the actor that the claim is about, as voices name principals; may be
  // empty. Who is heard on both sides has changed sides if the last day he is heard on is of one
  // side alone, and another than his first. Who has no key is nobody of whom that could be told.
  void put(const std::string& subject, v1::Trace& trace) const;

  struct Position {
    v1::NodeRef who;
    bool asserts = false;
    bool denies = false;
    std::set<Day> asserted;  // when, as far as that is known
    std::set<Day> denied;
  };

 private:
  std::map<std::pair<std::string, std::string>, Position> positions_;  // by key and name
};

// Marks the voices, oldest first on either side, that an earlier article has already: the same
// words from the same mouth, the same mouth through the same medium, or what that medium said
// itself.
void set_repeats(v1::Trace& trace);

}  // namespace casus::query

#endif  // CASUS_QUERY_CLAIM_STANDING_H_

#ifndef CASUS_QUERY_VOICES_H_
#define CASUS_QUERY_VOICES_H_

// Who speaks for or against a claim, and for whom. Keeps what it has looked up, so use one for one
// question; belongs to one thread and must not outlive its snapshot.

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "query/claim_standing.h"
#include "query/cluster.h"
#include "query/copies.h"
#include "query/questions.h"
#include "query/quotes.h"
#include "query/same_claims.h"
#include "storage/snapshot.h"

namespace casus::query {

struct Voices {
  std::vector<v1::Voice> asserting;  // oldest first
  std::vector<v1::Voice> denying;
  std::size_t asserting_left_out = 0;  // beyond those asked for
  std::size_t denying_left_out = 0;
  // Of all, those left out too.
  ClaimStanding standing;
  std::unordered_set<std::string> speakers;  // keys of who speaks, and for whom
  std::vector<storage::NodeId> articles;     // of the statements
  // Articles, by key, that have it from one medium only: they quote it, or what it has quoted.
  std::map<std::string, std::string> had_from;  // the name of the medium
};

class VoiceReader {
 public:
  // With `as_of`, whom a speaker belongs to is what had been published by then.
  explicit VoiceReader(const storage::Snapshot& snapshot, Day as_of = Day::unknown())
      : snapshot_(snapshot), as_of_(as_of), quotes_(snapshot), copies_(snapshot) {}

  Quotes& quotes() { return quotes_; }  // what it knows of articles
  Copies& copies() { return copies_; }

  // Whom an actor speaks for, as an article has it; else itself. Valid as long as the object.
  const v1::NodeRef& speaks_for(const std::string& actor, storage::NodeId article);

  // Of the statements that assert or deny a member, and of the articles that say it themselves; at
  // most so many of each side, the oldest (0: all). Of those beyond, no words are read.
  Voices read(const Cluster& claims, const DayWindow& window, std::size_t most = 0);

 private:
  // A voice whose words have not been read: a claim in its article's own voice, or a statement.
  struct Heard {
    Day published;
    const v1::Node* node = nullptr;
    storage::NodeId article = 0;  // of a statement
    bool denies = false;
    const v1::Node* cites = nullptr;  // of a medium: whose statement it passes on
  };
  std::vector<storage::EdgeRef> statements_on(const Cluster& claims, const DayWindow& window) const;
  std::vector<v1::Voice> voices(std::span<const Heard> heard, std::size_t most,
                                std::size_t& left_out);
  v1::Voice voice_of(const Heard& one);
  void find_media(std::vector<Heard>& heard, Voices& voices);
  bool is_medium(const std::string& actor);
  const v1::NodeRef& speaker_of(const Heard& one);
  const v1::NodeRef& principal_of(const Heard& one);
  std::string principal(const std::string& speaker, storage::NodeId article);
  std::string affiliation(const std::string& actor, storage::NodeId article);
  const v1::NodeRef& reference(const std::string& actor);
  const v1::NodeRef& nameless(const std::string& text);

  const storage::Snapshot& snapshot_;
  const Day as_of_;
  Quotes quotes_;
  Copies copies_;
  // Whom an actor speaks for if it is none that speaks for itself: as each article says it, and as
  // most do.
  struct Affiliations {
    std::unordered_map<storage::NodeId, std::string> said;
    std::string usual;
  };
  Affiliations load_affiliations(const std::string& actor) const;
  std::unordered_map<std::string, Affiliations> affiliations_;  // by actor
  std::unordered_map<std::string, v1::NodeRef> references_;     // by actor; entries stay
  std::unordered_map<std::string, v1::NodeRef> nameless_;       // by what they are called
  std::unordered_map<std::string, bool> media_;                 // by actor
};

struct HeardTrace {
  v1::Trace trace;
  std::unordered_set<std::string> speakers;  // as Voices has them
};

// As questions.h has it, of a claim with all that says the same. What several traces share of what
// is the same and of who speaks is looked up once.
HeardTrace trace_cluster(const storage::Snapshot& snapshot, storage::NodeId claim,
                         const Cluster& claims, const Filter& filter, SameClaims& same,
                         VoiceReader& reader);

}  // namespace casus::query

#endif  // CASUS_QUERY_VOICES_H_

#ifndef CASUS_STORAGE_CLAIM_INDEX_H_
#define CASUS_STORAGE_CLAIM_INDEX_H_

// What ranks claims, in rows of a few bytes that lie side by side: whose they are, who spoke on
// them and when, what is the same, and by their words. Thousands cost milliseconds, where their
// records and edges would cost a hundred times that.
//
// One thread. Must not outlive its snapshot. Cost: claims that are asked for in the order of their
// ids cost a step or two each, others a seek.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "storage/near_cursor.h"
#include "storage/snapshot.h"

namespace casus::storage {

// A claim, with what its own article says on it and all others that refer to it.
struct ClaimRow {
  struct Voice {
    bool denies = false;  // else asserts
    Day day;              // of the statement, else of its article
    Day published;        // its article
    NodeId article = 0;
    // By ClaimIndex::row; by `of_actor` they may be 0.
    NodeId statement = 0;
    NodeId speaker = 0;  // 0 as well if it is no actor
    v1::StatementKind::Value kind{};
    friend bool operator==(const Voice&, const Voice&) = default;
  };

  NodeId claim = 0;
  Day published;
  bool of_own_article = true;  // as stored, a row is of one article; see key_layout.h
  bool own_voice = false;      // the article asserts it itself
  // What the actor asked for is to it; all false where none was asked for.
  bool about = false;      // the claim is about the actor
  bool addressed = false;  // a statement on it is addressed to the actor
  bool made = false;       // the actor made a statement on it
  // See ClaimIndex::with_word; at most 255.
  unsigned heard() const {
    return static_cast<unsigned>(std::min<std::size_t>(voices.size() + (own_voice ? 1 : 0), 255));
  }

  std::vector<Voice> voices;  // of the statements on it, by day
};

class ClaimIndex {
 public:
  explicit ClaimIndex(const Snapshot& snapshot);

  // The claims that an actor has a part in, by id, until `visit` returns false. The row is valid
  // during the call.
  void of_actor(NodeId actor, const std::function<bool(const ClaimRow&)>& visit) const;
  // nullopt if there is no such claim.
  std::optional<ClaimRow> row(NodeId claim) const;
  // The claims linked to one by SAME_AS, by id, and when both were published.
  void linked(NodeId claim, const std::function<void(NodeId other, Day published)>& visit) const;
  // Who did what, as claims have it (see graph/deeds.h): of a claim the event, of an event the
  // claims, by id.
  struct Deed {
    NodeId other = 0;  // the event, or the claim
    NodeId doer = 0;
    Day published;
  };
  void deeds(NodeId node, const std::function<void(const Deed&)>& visit) const;
  // The claims whose texts hold a word (already normalised, see names.h), the newest first, then by
  // id; with how many speak on it in its article, which counts too if it asserts the claim itself.
  using WordVisitor = std::function<void(NodeId claim, Day published, unsigned heard)>;
  void with_word(std::string_view word, const WordVisitor& visit) const;

 private:
  const EngineSnapshot& engine_;
  bool referred_to_ = false;  // whether articles refer to items of others
  mutable NearCursor rows_;   // of all claims
  mutable NearCursor links_;
  mutable NearCursor deeds_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CLAIM_INDEX_H_

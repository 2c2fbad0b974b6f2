#ifndef CASUS_STORAGE_CHANGE_H_
#define CASUS_STORAGE_CHANGE_H_

// What one write does to the store: the rows before and the rows after of everything it touches;
// the batch is their difference, so that what stays the same is not written. Private to storage.
// Used once, by the one writer, on the newest snapshot.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "storage/corrections.h"
#include "storage/counters.h"
#include "storage/derive.h"
#include "storage/engine.h"
#include "storage/links.h"

namespace casus::storage {

class Change {
 public:
  // `leaders` are those of the snapshot; they are kept for the next change.
  Change(const EngineSnapshot& snapshot, const Counters& counters, Leaders& leaders);

  // A correction that is new, or whose record changes. What it is about has then to be derived
  // again: its article taken out and brought in, or its actor or place touched.
  void record(const v1::Correction& correction);
  void touch(const std::string& shared_node);

  // At most one article is taken out, and before one is brought in: what it added by the
  // corrections as they were, what it adds by those as they will be. Throws InputError for records
  // larger than a store takes.
  void take_out(v1::ArticleAnnotation old);
  void bring_in(v1::ArticleAnnotation annotation, std::vector<Origin> origins);
  // Brings in an article of which only the record is stored, under this id.
  void bring_back(NodeId article, v1::ArticleAnnotation annotation);

  // The difference, and the counters as they are after it. To be called once.
  Batch finish();
  const Counters& counters() const { return after_counters_; }

 private:
  struct Settled;

  void find_ids(const Contribution& contribution);
  void give_ids(const Contribution& contribution);
  OtherItems items_of(const Contribution& contribution) const;
  void settle_references();
  void tally_shared(const Contribution& contribution, std::int64_t times);
  void settle_shared();
  Settled settle(const std::string& key);
  bool derive_settled(const Settled& node);

  const EngineSnapshot& snapshot_;
  const Corrections old_corrections_;
  Corrections corrections_;
  const Counters before_counters_;
  Counters after_counters_;
  Ids ids_;
  LinkChange links_;
  std::vector<Row> before_;
  std::vector<Row> after_;
  // By key of the shared node: how many more articles say what.
  std::map<std::string, std::map<std::string, std::int64_t>> shared_;
  std::set<std::string> touched_;
  // The items of the article that others may refer to.
  std::string article_;
  OtherItems items_before_;
  OtherItems items_after_;
};

// What articles say of a shared node, as it is stored.
SharedContributions stored_contributions(const EngineSnapshot& snapshot, NodeId id);

// Throws InputError for a record larger than a store takes.
void require_storable(const Row& row);

// Of these items those that are in the store.
OtherItems stored_items(const EngineSnapshot& snapshot, const std::vector<std::string>& keys);

// The rows of an article's annotation and text, as they are stored.
void record_rows(const EngineSnapshot& snapshot, NodeId article, std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CHANGE_H_

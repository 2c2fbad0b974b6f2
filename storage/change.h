#ifndef CASUS_STORAGE_CHANGE_H_
#define CASUS_STORAGE_CHANGE_H_

// What one write does to the store: the rows before and the rows after of everything it touches;
// the batch is their difference, so that what stays the same is not written. Private to storage.
// Used once, by the one writer, on the newest snapshot.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "storage/counters.h"
#include "storage/derive.h"
#include "storage/engine.h"
#include "storage/links.h"

namespace casus::storage {

class Change {
 public:
  Change(const EngineSnapshot& snapshot, const Counters& counters);

  // At most one article is taken out, and before one is brought in. Throws InputError for records
  // larger than a store takes.
  void take_out(const Contribution& old);
  void bring_in(const Contribution& contribution);

  // The difference, and the counters as they are after it. To be called once.
  Batch finish();
  const Counters& counters() const { return after_counters_; }

 private:
  void find_ids(const Contribution& contribution);
  void give_ids(const Contribution& contribution);
  void tally_shared(const Contribution& contribution, std::int64_t times);
  void settle_shared();

  const EngineSnapshot& snapshot_;
  const Counters before_counters_;
  Counters after_counters_;
  Ids ids_;
  LinkChange links_;
  std::vector<Row> before_;
  std::vector<Row> after_;
  // By key of the shared node: how many more articles say what.
  std::map<std::string, std::map<std::string, std::int64_t>> shared_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CHANGE_H_

#ifndef CASUS_STORAGE_BULK_LOAD_H_
#define CASUS_STORAGE_BULK_LOAD_H_

// Takes in many records of coded data sets at once, several times as fast as one by one: what
// follows from them is sorted on disk and handed to the engine as sorted files. Until `finish` the
// store is as before, also after a crash; then all of it appears in one moment. What a bulk load
// makes is what `Store::put` of the same annotations makes, byte for byte in any export.
//
// Articles of no data set, whose events a rule may join with others, records that replace what the
// store holds or come twice, and those that persons or articles in the store refer to already, are
// set aside, and put one by one at the end.
//
// One thread, beside which others work; until it is finished or gone the store takes no other
// write. Memory: what the options say, and beside it about 100 bytes a record, 10 for each of its
// items, and each actor and place.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "casus/v1/annotation.pb.h"
#include "storage/engine.h"
#include "storage/store.h"

namespace casus::storage {

struct Counters;

struct BulkLoadOptions {
  std::size_t memory_bytes = 0;  // for sorting; 0: half of the store's
};

class BulkLoad {
 public:
  // See Store::bulk_load.
  BulkLoad(Store& store, Engine& engine, Counters& counters, const BulkLoadOptions& options);
  ~BulkLoad();  // without `finish`: nothing has happened

  // What becomes of it: it will be added, or changes nothing; nullopt if it is set aside. Throws
  // InputError, and nothing of it is taken in, if the annotation is not sound.
  std::optional<PutOutcome> add(const v1::ArticleAnnotation& annotation);

  // Makes it so. `outcome` is told of each that was set aside, once all others are in.
  void finish(const std::function<void(PutOutcome)>& outcome = {});

  std::uint64_t added() const;  // records, without those set aside

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_BULK_LOAD_H_

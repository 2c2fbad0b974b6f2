#ifndef CASUS_STORAGE_COMPLETE_H_
#define CASUS_STORAGE_COMPLETE_H_

// From what a person asks for to the record that is kept. Private to storage; see Store::correct.

#include "casus/v1/correction.pb.h"
#include "storage/corrections.h"
#include "storage/snapshot.h"

namespace casus::storage {

// The record of what is asked, with its number, and its ends as they are found again. Throws
// InputError if it cannot be done, with what to do instead.
v1::Correction complete(const Snapshot& snapshot, const Corrections& corrections,
                        v1::Correction asked);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_COMPLETE_H_

#ifndef CASUS_STORAGE_DESCRIBE_H_
#define CASUS_STORAGE_DESCRIBE_H_

// Entries in words, for the findings of a check. Private to storage.

#include <string>
#include <string_view>

#include "storage/engine.h"

namespace casus::storage {

// "The edge initiated from actor:USA to event:...": the subject of a sentence about the entry of
// this key. Says something of any bytes; never throws for what is damaged.
std::string describe(const EngineSnapshot& snapshot, std::string_view key);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_DESCRIBE_H_

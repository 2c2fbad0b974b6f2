#ifndef CASUS_STORAGE_CHECK_H_
#define CASUS_STORAGE_CHECK_H_

// `casus check`: is what the store holds just what follows from its annotations? Private to
// storage; see Store::check.

#include <cstddef>

#include "storage/engine.h"
#include "storage/store.h"

namespace casus::storage {

CheckReport check_store(const EngineSnapshot& snapshot, std::size_t limit,
                        const ArticleProgress& progress);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CHECK_H_

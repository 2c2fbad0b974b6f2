#ifndef CASUS_STORAGE_REBUILD_H_
#define CASUS_STORAGE_REBUILD_H_

// Everything that is derived, again, from the annotations and the corrections. Private to storage;
// see Store::rebuild.

#include <cstdint>
#include <functional>

#include "storage/engine.h"
#include "storage/store.h"

namespace casus::storage {

// While it is under way, and if it is cut off, the store carries kMetaRebuilding. Running it again
// starts from the beginning, and needs nothing but the primary records.
RebuildReport rebuild(Engine& engine, const ArticleProgress& progress);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_REBUILD_H_

#ifndef CASUS_STORAGE_MEMORY_ENGINE_H_
#define CASUS_STORAGE_MEMORY_ENGINE_H_

// An engine that keeps everything in a sorted map: for tests, for graphs that need no disk, and for
// a store that does not exist yet. A snapshot is free until the next write, which then copies the
// map once: hold snapshots of large graphs only while you need them.

#include <memory>

#include "storage/engine.h"

namespace casus::storage {

std::unique_ptr<Engine> make_memory_engine();

}  // namespace casus::storage

#endif  // CASUS_STORAGE_MEMORY_ENGINE_H_

#ifndef CASUS_STORAGE_ROCKSDB_ENGINE_H_
#define CASUS_STORAGE_ROCKSDB_ENGINE_H_

// The engine on disk: one RocksDB database in a directory of its own.
//
// Damage of a block or a file is an error; a torn tail of the write-ahead log, as a crash leaves
// it, is not, and loses only the batches after the tear. One process holds the directory for
// writing; others may read it meanwhile and see what was written before they opened.

#include <cstddef>
#include <filesystem>
#include <memory>

#include "storage/engine.h"

namespace casus::storage {

struct RocksDbOptions {
  bool read_only = false;
  std::size_t memory_bytes = 256 << 20;  // block cache, with write buffers in it
};

// Whether a database lies in `dir`. False if `dir` does not exist or is empty; throws InputError if
// it is something else than a directory, or holds other files.
bool store_exists(const std::filesystem::path& dir);

// Creates the database if there is none, unless read-only. Throws StoreError if it is held by
// another writer (with its process id), damaged, or not there to be read; InputError as
// `store_exists` does. Closing flushes.
std::unique_ptr<Engine> open_rocksdb_engine(const std::filesystem::path& dir,
                                            const RocksDbOptions& options);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ROCKSDB_ENGINE_H_

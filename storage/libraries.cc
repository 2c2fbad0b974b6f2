#include "storage/libraries.h"

#include <rocksdb/version.h>

namespace casus::storage {

std::vector<Library> libraries() { return {{"RocksDB", rocksdb::GetRocksVersionAsString()}}; }

}  // namespace casus::storage

#ifndef CASUS_STORAGE_WRITER_LOCK_H_
#define CASUS_STORAGE_WRITER_LOCK_H_

// One writer a store. RocksDB locks its LOCK file by fcntl, which has two traps: it does not say
// who holds it, and closing any descriptor of that file drops the lock of the whole process. So the
// stores that this process writes are kept in a registry, and LOCK is looked at only if the store
// is not one of them. Private to storage. Thread-safe.

#include <filesystem>
#include <string>

namespace casus::storage {

class WriterLock {
 public:
  // Registers `dir`, which must exist. Throws StoreError if this process writes it already, or,
  // with its id, another one does.
  explicit WriterLock(const std::filesystem::path& dir);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  std::string name_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_WRITER_LOCK_H_

#include "storage/writer_lock.h"

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <mutex>
#include <optional>
#include <set>

#include "graph/error.h"

namespace casus::storage {
namespace {

struct Registry {
  std::mutex mutex;
  std::set<std::string> names;
};

Registry& registry() {
  static Registry registry;
  return registry;
}

// The process that holds the lock; 0 where it cannot be named, in another container.
std::optional<pid_t> holder(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool asked = ::fcntl(descriptor, F_GETLK, &lock) == 0;
  ::close(descriptor);
  if (!asked || lock.l_type == F_UNLCK) return std::nullopt;
  return lock.l_pid > 0 ? lock.l_pid : 0;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& dir)
    : name_(std::filesystem::canonical(dir).string()) {
  const std::lock_guard guard(registry().mutex);
  if (registry().names.count(name_) > 0) {
    throw StoreError("The store " + name_ + " is open for writing already, in this process (" +
                     std::to_string(::getpid()) + "). Close it first, or open it read-only.");
  }
  if (const std::optional<pid_t> process = holder(dir / "LOCK")) {
    throw StoreError("The store " + name_ + " is open for writing by process " +
                     (*process > 0 ? std::to_string(*process) : "of another container") +
                     ". Wait for it to end, or open the store read-only.");
  }
  registry().names.insert(name_);
}

WriterLock::~WriterLock() {
  const std::lock_guard guard(registry().mutex);
  registry().names.erase(name_);
}

}  // namespace casus::storage

#include "storage/memory.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace casus::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMost = std::uint64_t{4} << 30;
constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

// A file without a number ("max"), or none, is no limit.
std::uint64_t limit_in(const fs::path& file) {
  std::uint64_t limit = kUnlimited;
  return std::ifstream(file) >> limit ? limit : kUnlimited;
}

std::uint64_t limit_of(const fs::path& mount, fs::path group, const char* file) {
  std::uint64_t limit = limit_in(mount / file);
  for (group = group.relative_path(); !group.empty(); group = group.parent_path()) {
    limit = std::min(limit, limit_in(mount / group / file));
  }
  return limit;
}

std::uint64_t physical_memory() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long bytes = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || bytes <= 0) return kMost;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(bytes);
}

}  // namespace

std::optional<std::uint64_t> group_memory_limit(const fs::path& groups, const fs::path& mount) {
  std::uint64_t limit = kUnlimited;
  std::ifstream lines(groups);
  // "0::/group" of version 2, "9:memory:/group" of version 1.
  for (std::string line; std::getline(lines, line);) {
    const std::size_t name = line.find(':') + 1;
    const std::size_t path = line.find(':', name) + 1;
    if (name == 0 || path == 0) continue;
    const std::string controllers = ',' + line.substr(name, path - 1 - name) + ',';
    const fs::path group = line.substr(path);
    if (controllers == ",,") {
      limit = std::min(limit, limit_of(mount, group, "memory.max"));
    } else if (controllers.find(",memory,") != std::string::npos) {
      limit = std::min(limit, limit_of(mount / "memory", group, "memory.limit_in_bytes"));
    }
  }
  if (limit == kUnlimited) return std::nullopt;
  return limit;
}

std::size_t default_memory() {
  static const std::size_t memory = [] {
    const std::uint64_t limit =
        group_memory_limit("/proc/self/cgroup", "/sys/fs/cgroup").value_or(kUnlimited);
    const std::uint64_t quarter = std::min(physical_memory(), limit) / 4;
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(quarter, kLeastMemory, kMost));
  }();
  return memory;
}

}  // namespace casus::storage

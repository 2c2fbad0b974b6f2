#ifndef CASUS_STORAGE_MEMORY_H_
#define CASUS_STORAGE_MEMORY_H_

// How much memory a store takes that is not told. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace casus::storage {

// Below this a store works, but reads the same blocks again and again.
inline constexpr std::size_t kLeastMemory = 16 << 20;

// A quarter of what this process may have, the machine's or its control group's, and at most 4 GiB.
// Looked up once.
std::size_t default_memory();

// What control groups (1 or 2) allow a process: `groups` lists its groups, as /proc/self/cgroup
// does, whose limits lie below `mount`. nullopt: nothing limits it. Within a container a group's
// path may be that of the machine outside, so the limits of all groups above it count, too, as they
// do for the system.
std::optional<std::uint64_t> group_memory_limit(const std::filesystem::path& groups,
                                                const std::filesystem::path& mount);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_MEMORY_H_

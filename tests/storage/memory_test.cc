#include "storage/memory.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text << '\n';
}

}  // namespace

TEST_CASE("the memory of a process is what its control group and those above it allow") {
  const TempDir dir;
  const fs::path groups = dir.path() / "cgroup";
  const fs::path mount = dir.path() / "mount";

  SECTION("version 2") {
    write(groups, "0::/trade/shop");
    write(mount / "trade" / "shop" / "memory.max", "max");
    CHECK(group_memory_limit(groups, mount) == std::nullopt);
    write(mount / "trade" / "memory.max", "2000");
    CHECK(group_memory_limit(groups, mount) == 2000U);
    write(mount / "trade" / "shop" / "memory.max", "1000");
    CHECK(group_memory_limit(groups, mount) == 1000U);
  }
  SECTION("version 1, beside other controllers") {
    write(groups, "12:memory:/box\n3:cpu,cpuacct:/small");
    write(mount / "memory" / "box" / "memory.limit_in_bytes", "3000");
    write(mount / "memory" / "small" / "memory.limit_in_bytes", "7");
    CHECK(group_memory_limit(groups, mount) == 3000U);
  }
  SECTION("the path is that of the machine outside") {
    write(groups, "0::/outside/container");
    write(mount / "memory.max", "4000");
    CHECK(group_memory_limit(groups, mount) == 4000U);
  }
  SECTION("no groups, or lines that are none") {
    CHECK(group_memory_limit(groups, mount) == std::nullopt);
    write(groups, "nonsense\n0:half");
    CHECK(group_memory_limit(groups, mount) == std::nullopt);
  }
}

TEST_CASE("a store that is not told takes some memory, and at most 4 GiB") {
  CHECK(default_memory() >= kLeastMemory);
  CHECK(default_memory() <= std::size_t{4} << 30);
}

}  // namespace casus::storage

#include "query/id_set.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

namespace casus::query {

TEST_CASE("ids are numbered in their order") {
  std::mt19937 random(3);
  IdSet ids;
  std::set<storage::NodeId> expected;
  for (int i = 0; i < 500; ++i) {
    const storage::NodeId id = random() % 4000;
    ids.insert(id);
    expected.insert(id);
  }
  for (int i = 0; i < 500; ++i) {
    const storage::NodeId id = random() % 5000;
    ids.erase(id);
    expected.erase(id);
  }
  CHECK(ids.count() == expected.size());
  std::uint32_t number = 0;
  for (const storage::NodeId id : expected) {
    CHECK(ids.holds(id));
    CHECK(ids.number(id) == number++);
  }
  CHECK_FALSE(ids.holds(9999));
  std::set<storage::NodeId> visited;
  ids.each([&](storage::NodeId id) { visited.insert(id); });
  CHECK(visited == expected);
}

TEST_CASE("whoever goes through ids may take some out") {
  IdSet ids;
  for (const storage::NodeId id : {0, 1, 2, 62, 63, 64, 65, 130}) ids.insert(id);
  std::vector<storage::NodeId> visited;
  ids.each([&](storage::NodeId id) {
    visited.push_back(id);
    ids.erase(id);
    ids.erase(id + 1);
  });
  CHECK(visited == std::vector<storage::NodeId>{0, 2, 62, 64, 130});
  CHECK(ids.count() == 0);
}

}  // namespace casus::query

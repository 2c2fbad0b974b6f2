#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "graph/assemble.h"

using namespace casus;

namespace {

v1::Node actor(const std::string& name, const std::vector<std::string>& aliases = {},
               const std::string& country = {}) {
  v1::Node node;
  node.set_key("actor:x");
  node.set_kind(v1::NodeKind::actor);
  node.mutable_actor()->set_key("actor:x");
  node.mutable_actor()->set_name(name);
  node.mutable_actor()->set_country(country);
  for (const std::string& alias : aliases) node.mutable_actor()->add_aliases(alias);
  return node;
}

}  // namespace

TEST_CASE("most articles decide, ties go to the smaller value, silence has no say") {
  const v1::Node merged = merge_shared(
      {actor("Free Ducks", {}, "NLD"), actor("Ducks"), actor("Ducks Front")}, {1, 2, 2});
  CHECK(merged.actor().name() == "Ducks");
  CHECK(merged.actor().country() == "NLD");
}

TEST_CASE("names that did not win are aliases, all sorted, each once") {
  const v1::Node merged = merge_shared({actor("B", {"b2", "b1"}), actor("A", {"b1", "B"})}, {3, 1});
  CHECK(merged.actor().name() == "B");
  CHECK(
      std::vector<std::string>(merged.actor().aliases().begin(), merged.actor().aliases().end()) ==
      std::vector<std::string>{"A", "b1", "b2"});
}

TEST_CASE("of too many aliases those that most articles give stay, in any order") {
  std::vector<v1::Node> nodes;
  std::vector<std::uint64_t> counts;
  for (int i = 0; i < 2'000; ++i) {
    nodes.push_back(actor("x" + std::to_string(10'000 + i) + std::string(1'000, 'x')));
    counts.push_back(1);
  }
  nodes.push_back(actor("Ducks", {"zz", "zy"}));
  counts.push_back(2);
  const v1::Node merged = merge_shared(nodes, counts);
  const auto& aliases = merged.actor().aliases();
  CHECK(merged.actor().name() == "Ducks");
  REQUIRE(static_cast<std::size_t>(aliases.size()) == kMaxAliases);
  CHECK(aliases[0].starts_with("x10000"));
  CHECK(aliases[253].starts_with("x10253"));
  CHECK(aliases[254] == "zy");
  CHECK(aliases[255] == "zz");
  CHECK(merged.ByteSizeLong() < 300'000);

  std::reverse(nodes.begin(), nodes.end());
  std::reverse(counts.begin(), counts.end());
  CHECK(google::protobuf::util::MessageDifferencer::Equals(merge_shared(nodes, counts), merged));
}

TEST_CASE("role and affiliation go together") {
  v1::Node a = actor("M");
  a.mutable_actor()->set_affiliation("actor:P");
  a.mutable_actor()->set_role("judge");
  v1::Node b = actor("M");
  b.mutable_actor()->set_affiliation("actor:Q");
  b.mutable_actor()->set_role("minister");
  const v1::Node merged = merge_shared({a, b}, {1, 2});
  CHECK(merged.actor().affiliation() == "actor:Q");
  CHECK(merged.actor().role() == "minister");
}

TEST_CASE("a place keeps the coordinates that most give, as a pair") {
  v1::Node place;
  place.set_key("place:x");
  place.set_kind(v1::NodeKind::place);
  place.mutable_place()->set_name("X");
  v1::Node located = place;
  located.mutable_place()->set_latitude(0);
  located.mutable_place()->set_longitude(7);
  const v1::Node merged = merge_shared({place, located}, {5, 1});
  REQUIRE(merged.place().has_latitude());
  CHECK(merged.place().latitude() == 0);
  CHECK(merged.place().longitude() == 7);
  CHECK_FALSE(merge_shared({place}, {5}).place().has_latitude());
}

TEST_CASE("the order of contributions does not matter") {
  std::mt19937 random(7);
  const std::vector<v1::Node> nodes = {actor("A", {"x"}, "NLD"), actor("B", {"y"}, "SDN"),
                                       actor("C", {}, "NLD"), actor("D", {"x", "z"})};
  const std::vector<std::uint64_t> counts = {2, 2, 1, 2};
  const v1::Node expected = merge_shared(nodes, counts);
  std::vector<std::size_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0);
  for (int i = 0; i < 24; ++i) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<v1::Node> shuffled;
    std::vector<std::uint64_t> weights;
    for (const std::size_t at : order) {
      shuffled.push_back(nodes[at]);
      weights.push_back(counts[at]);
    }
    CHECK(google::protobuf::util::MessageDifferencer::Equals(merge_shared(shuffled, weights),
                                                             expected));
  }
}

TEST_CASE("aliases that persons gave go before those of articles, and are no more than the name") {
  std::vector<std::string> many;
  for (std::size_t i = 0; i < kMaxAliases; ++i) many.push_back("a" + std::to_string(1'000 + i));
  const v1::Node merged =
      merge_shared({actor("Ducks", many)}, {7}, {"The Pond Union", "Ducks", "zz"});
  const auto& aliases = merged.actor().aliases();
  REQUIRE(static_cast<std::size_t>(aliases.size()) == kMaxAliases);
  CHECK(aliases[0] == "The Pond Union");
  CHECK(aliases[1] == "a1000");
  CHECK(aliases[static_cast<int>(kMaxAliases) - 1] == "zz");

  v1::Node place;
  place.set_key("place:NLD:pond");
  place.set_kind(v1::NodeKind::place);
  place.mutable_place()->set_name("Pond");
  place.mutable_place()->add_aliases("Great Pond");
  const v1::Node pond = merge_shared({place}, {1}, {"Lake"});
  REQUIRE(pond.place().aliases_size() == 2);
  CHECK(pond.place().aliases(1) == "Lake");
}

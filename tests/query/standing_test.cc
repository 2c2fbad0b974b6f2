#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "query/names.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using query::Organs;

std::vector<v1::Standing> sums(const storage::Store& store, const std::string& a,
                               const std::string& b, const Filter& filter = {},
                               Organs organs = Organs::included) {
  const auto snapshot = store.snapshot();
  std::optional<storage::NodeId> other;
  if (!b.empty()) other = query::resolve_actor(*snapshot, b);
  return query::standing(*snapshot, query::resolve_actor(*snapshot, a), other, filter, {}, organs);
}

using Lines = std::vector<std::string>;

// "Veldania > Ostmark accusation: 1 in 2, 1 contested"
Lines lines(const std::vector<v1::Standing>& standings) {
  Lines found;
  for (const v1::Standing& s : standings) {
    found.push_back(s.from().name() + " > " + s.to().name() + " " + s.type() + ": " +
                    std::to_string(s.count()) + " in " + std::to_string(s.reports()) + ", " +
                    std::to_string(s.contested()) + " contested");
  }
  return found;
}

// The Red Lantern shells Veldania on a day.
Report shelling(const std::string& id, const std::string& published, const std::string& day) {
  Report report(id, "Radio", published, "The Red Lantern shelled Veldania.");
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.actor("actor:red-lantern", "Red Lantern", v1::ActorKind::armed_group);
  v1::Event& event = report.event("e1", "ASSAULT", day, "shelled");
  event.set_mode("heavy-weapons");
  v1::Initiator& who = *event.add_initiators();
  who.set_actor("actor:red-lantern");
  *who.mutable_span() = report.span("Red Lantern");
  v1::Target& whom = *event.add_targets();
  whom.set_actor("actor:VEL");
  *whom.mutable_span() = report.span("Veldania");
  return report;
}

}  // namespace

TEST_CASE("How two stand is summed up by direction and kind, the first one's deeds first") {
  const auto store = store_of(quarrel());
  CHECK(lines(sums(*store, "Veldania", "Ostmark")) ==
        Lines{"Veldania > Ostmark accusation: 2 in 2, 2 contested",
              "Ostmark > Veldania denial: 1 in 1, 1 contested"});
  CHECK(lines(sums(*store, "Ostmark", "Veldania")) ==
        Lines{"Ostmark > Veldania denial: 1 in 1, 1 contested",
              "Veldania > Ostmark accusation: 2 in 2, 2 contested"});
}

TEST_CASE("What the minister says is the state's only with its organs") {
  const auto store = store_of(quarrel());
  CHECK(lines(sums(*store, "Ostmark", "Veldania", {}, Organs::left_out)) ==
        Lines{"Veldania > Ostmark accusation: 2 in 2, 2 contested"});
}

TEST_CASE("A sum has its months, its period and the words that most articles report") {
  const auto store = store_of(
      {shelling("a", "2031-01-03", "2031-01-02"), shelling("b", "2031-01-04", "2031-01-02"),
       shelling("c", "2031-01-21", "2031-01-20"), shelling("d", "2031-04-02", "2031-04-01")});
  const auto found = sums(*store, "Red Lantern", "");
  REQUIRE(lines(found) == Lines{"Red Lantern > Veldania ASSAULT: 3 in 4, 0 contested"});
  CHECK(found[0].first() == "2031-01-02");
  CHECK(found[0].last() == "2031-04-01");
  REQUIRE(found[0].months_size() == 2);
  CHECK(found[0].months(0).month() == "2031-01");
  CHECK(found[0].months(0).count() == 2);
  CHECK(found[0].months(1).month() == "2031-04");
  CHECK(found[0].strongest().quote().article() == "a");
  CHECK(found[0].strongest_reports() == 2);
  const auto snapshot = store->snapshot();
  const auto fewer = [&](std::size_t than) {
    return query::fewer_relations(*snapshot, *snapshot->find("actor:VEL"),
                                  *snapshot->find("actor:red-lantern"), {}, than);
  };
  CHECK(fewer(5));
  CHECK_FALSE(fewer(4));
}

TEST_CASE("A sum is of what had been published by then, and of its window") {
  const auto store = store_of(quarrel());
  Filter filter;
  filter.as_of = *parse_day("2031-03-02");
  CHECK(lines(sums(*store, "Veldania", "Ostmark", filter)).front() ==
        "Veldania > Ostmark accusation: 1 in 1, 1 contested");
  filter = {};
  filter.window.until = *parse_day("2030-12-31");
  CHECK(sums(*store, "Veldania", "Ostmark", filter).empty());
}

}  // namespace casus::test

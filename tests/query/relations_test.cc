#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "query/names.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using storage::Snapshot;

std::vector<v1::Relation> ask(const Snapshot& snapshot, const std::string& a, const std::string& b,
                              const Filter& filter = {}) {
  std::optional<storage::NodeId> other;
  if (!b.empty()) other = query::resolve_actor(snapshot, b);
  return query::relations(snapshot, query::resolve_actor(snapshot, a), other, filter);
}

using Lines = std::vector<std::string>;

Lines lines(const std::vector<v1::Relation>& relations) {
  Lines found;
  for (const auto& r : relations) {
    found.push_back(r.from().name() + " > " + r.to().name() + " " + r.type() + " " +
                    r.quote().article());
  }
  return found;
}

}  // namespace

TEST_CASE("Relations of two states are both directions, newest first, each thing once") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  // The accusation is also the event ACCUSE, and the minister's denial counts for his state.
  const Lines expected{"Veldania > Ostmark accusation ledger-1",
                       "Veldania > Ostmark accusation courier-1",
                       "Ostmark > Veldania denial courier-1"};
  CHECK(lines(ask(*snapshot, "Veldania", "Ostmark")) == expected);
  CHECK(lines(ask(*snapshot, "Ostmark", "Veldania")) == expected);
}

TEST_CASE("A relation says what was said, and shows it") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto relations = ask(*snapshot, "Veldania", "Ostmark");
  REQUIRE(relations.size() == 3);
  const auto& accusation = relations[1];
  CHECK(accusation.key() == statement_key(article_key("courier-1"), "s1"));
  CHECK(accusation.summary() == "accused Ostmark: Ostmark arms the Red Lantern");
  CHECK(accusation.quote().quote() == "Veldania accused Ostmark of arming the Red Lantern.");
  CHECK(relations[2].type() == "denial");
  CHECK(relations[2].summary() == "denied, answering Veldania: Ostmark arms the Red Lantern");
}

TEST_CASE("Whom the question names is where a relation starts") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto relations = ask(*snapshot, "Ida Brandt", "Veldania");
  CHECK(lines(relations) == Lines{"Ida Brandt > Veldania denial courier-1"});
  CHECK(lines(ask(*snapshot, "Ostmark", "")) == Lines{"Ostmark > Veldania denial courier-1"});
}

TEST_CASE("Towards everyone, only those are named whom the event or statement names") {
  Report report("gazette-1", "Gazette", "2031-04-01", "Veldania threatened Ida Brandt of Ostmark.");
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.actor("actor:person:OST:ida-brandt", "Ida Brandt", v1::ActorKind::person, "actor:OST");
  report.statement("s1", v1::StatementKind::threat, "actor:VEL", "actor:person:OST:ida-brandt",
                   "Veldania threatened Ida Brandt");
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  CHECK(lines(ask(*snapshot, "Veldania", "")) == Lines{"Veldania > Ida Brandt threat gazette-1"});
  CHECK(lines(ask(*snapshot, "Veldania", "Ostmark")) ==
        Lines{"Veldania > Ostmark threat gazette-1"});
}

TEST_CASE("Relations keep to limit, window and as-of") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Filter filter;
  filter.limit = 2;
  CHECK(ask(*snapshot, "Veldania", "Ostmark", filter).size() == 2);
  const auto all = ask(*snapshot, "Veldania", "Ostmark", {}).size();
  filter.limit = std::size_t{1} << 63U;
  CHECK(ask(*snapshot, "Veldania", "Ostmark", filter).size() == all);
  filter = {};
  filter.as_of = *parse_day("2031-03-02");
  CHECK(lines(ask(*snapshot, "Veldania", "Ostmark", filter)) ==
        Lines{"Veldania > Ostmark accusation courier-1", "Ostmark > Veldania denial courier-1"});
  filter = {};
  filter.window.since = *parse_day("2031-03-03");
  CHECK(lines(ask(*snapshot, "Veldania", "Ostmark", filter)) ==
        Lines{"Veldania > Ostmark accusation ledger-1"});
  filter.window.since = *parse_day("2032-01-01");
  CHECK(ask(*snapshot, "Veldania", "Ostmark", filter).empty());
}

TEST_CASE("An event between two is summed up with place, weapon and casualties") {
  Report report("gazette-1", "Gazette", "2031-04-01",
                "Ostmark may shell Sund and Veldania, killing up to nine.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.place("place:VEL:sund", "Sund", "VEL");
  auto& event = report.event("e1", "ASSAULT", "2031-04-01", "Ostmark may shell Sund");
  event.set_modality(v1::Modality::hypothetical);
  event.set_place("place:VEL:sund");
  event.set_weapon("shells");
  event.mutable_killed()->set_high(9);
  event.mutable_injured()->set_low(3);
  event.mutable_injured()->set_high(4);
  event.add_initiators()->set_actor("actor:OST");
  *event.mutable_initiators(0)->mutable_span() = report.span("Ostmark");
  event.add_targets()->set_actor("actor:VEL");
  *event.mutable_targets(0)->mutable_span() = report.span("Veldania");
  const auto store = store_of({report});
  const auto relations = ask(*store->snapshot(), "Ostmark", "Veldania");
  REQUIRE(relations.size() == 1);
  CHECK(relations[0].type() == "ASSAULT");
  CHECK(relations[0].modality() == v1::Modality::hypothetical);
  CHECK(relations[0].summary() ==
        "hypothetical ASSAULT at Sund on Veldania, shells, at most 9 killed, 3 to 4 injured");
}

TEST_CASE("Relations do not depend on the order of arrival") {
  auto reports = quarrel();
  const auto answer = [](const std::vector<Report>& in) {
    const auto store = store_of(in);
    std::string bytes;
    for (const auto& relation : ask(*store->snapshot(), "Veldania", "")) {
      bytes += relation.SerializeAsString();
    }
    return bytes;
  };
  const auto expected = answer(reports);
  std::reverse(reports.begin(), reports.end());
  CHECK_FALSE(expected.empty());
  CHECK(answer(reports) == expected);
}

}  // namespace casus::test

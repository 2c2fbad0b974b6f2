#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "query/names.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using query::Timeline;
using storage::Snapshot;
using Lines = std::vector<std::string>;

Timeline ask(const Snapshot& snapshot, const std::string& a, const std::string& b = "",
             const Filter& filter = {}, const std::string& kind = "") {
  std::optional<storage::NodeId> other;
  if (!b.empty()) other = query::resolve_actor(snapshot, b);
  return query::timeline(snapshot, query::resolve_actor(snapshot, a), other, filter, kind);
}

Lines lines(const Timeline& timeline) {
  Lines found;
  for (const auto& entry : timeline.entries) {
    std::string articles;
    for (const auto& id : entry.articles()) articles += " " + id;
    found.push_back(entry.type() + articles);
  }
  return found;
}

// A shelling by Ostmark of Veldania's port, told on the given day.
Report shelling(const std::string& id, const std::string& day, const std::string& published) {
  Report report(id, "Gazette", published, "Ostmark shelled Veldania at Sund, killing nine.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.place("place:VEL:sund", "Sund", "VEL");
  auto& event = report.event("e1", "ASSAULT", day, "Ostmark shelled Veldania at Sund");
  event.set_place("place:VEL:sund");
  event.mutable_killed()->set_best(9);
  auto& initiator = *event.add_initiators();
  initiator.set_actor("actor:OST");
  *initiator.mutable_span() = report.span("Ostmark");
  auto& target = *event.add_targets();
  target.set_actor("actor:VEL");
  *target.mutable_span() = report.span("Veldania");
  return report;
}

}  // namespace

TEST_CASE("A timeline is oldest first, and a statement that is an event is told once") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  CHECK(lines(ask(*snapshot, "Veldania")) ==
        Lines{"accusation courier-1", "denial courier-1", "accusation ledger-1"});
  CHECK(lines(ask(*snapshot, "Ida Brandt")) == Lines{"denial courier-1", "denial ledger-1"});
}

TEST_CASE("Members count, and of two actors both must take part") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  CHECK(lines(ask(*snapshot, "Ostmark")) == Lines{"accusation courier-1", "denial courier-1",
                                                  "accusation ledger-1", "denial ledger-1"});
  CHECK(lines(ask(*snapshot, "Ostmark", "Veldania")) ==
        Lines{"accusation courier-1", "denial courier-1", "accusation ledger-1"});
  CHECK(lines(ask(*snapshot, "Ostmark", "Veldania", {}, "denial")) == Lines{"denial courier-1"});
}

TEST_CASE("An event in several articles is one entry, told by its first report") {
  const auto store = store_of({shelling("late", "2031-05-01", "2031-05-03"),
                               shelling("early", "2031-05-01", "2031-05-02"),
                               shelling("other", "2031-06-01", "2031-06-02")});
  const auto timeline = ask(*store->snapshot(), "Ostmark", "Veldania");
  CHECK(lines(timeline) == Lines{"ASSAULT early late", "ASSAULT other"});
  const auto& entry = timeline.entries[0];
  CHECK(entry.quote().article() == "early");
  CHECK(entry.quote().quote() == "Ostmark shelled Veldania at Sund");
  CHECK(entry.date().earliest() == "2031-05-01");
  CHECK(entry.kind() == v1::NodeKind::attack);
  REQUIRE(entry.actors_size() == 1);
  CHECK(entry.actors(0).name() == "Ostmark");
  REQUIRE(entry.targets_size() == 1);
  CHECK(entry.targets(0).key() == "actor:VEL");
}

TEST_CASE("As of a day, only what had been published by then is joined") {
  const auto store = store_of({shelling("late", "2031-05-01", "2031-05-03"),
                               shelling("early", "2031-05-01", "2031-05-02"),
                               shelling("undated", "2031-05-01", "")});
  Filter filter;
  filter.as_of = *parse_day("2031-05-02");
  const auto timeline = ask(*store->snapshot(), "Ostmark", "", filter);
  CHECK(lines(timeline) == Lines{"ASSAULT early"});
  CHECK(timeline.undated == 1);
}

TEST_CASE("A window leaves out what has no day, and counts it") {
  const auto store = store_of({shelling("a", "2031-05-01", "2031-05-03"), shelling("b", "", "")});
  Filter filter;
  CHECK(ask(*store->snapshot(), "Ostmark", "", filter).entries.size() == 2);
  filter.window.since = *parse_day("2031-01-01");
  const auto timeline = ask(*store->snapshot(), "Ostmark", "", filter);
  CHECK(lines(timeline) == Lines{"ASSAULT a"});
  CHECK(timeline.undated == 1);
}

TEST_CASE("A limited timeline is the end of the whole one") {
  std::mt19937 random(20);
  std::vector<Report> reports;
  for (int i = 0; i < 40; ++i) {
    const std::string day =
        "2031-05-" + std::string(random() % 2 == 0 ? "0" : "1") + std::to_string(random() % 5 + 1);
    const bool dated = random() % 3 != 0;
    reports.push_back(shelling("g" + std::to_string(i), dated ? day : "", day));
  }
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  const Lines all = lines(ask(*snapshot, "Ostmark"));
  REQUIRE(all.size() > 3);
  for (std::size_t limit = 1; limit <= all.size(); ++limit) {
    Filter filter;
    filter.limit = limit;
    const auto timeline = ask(*snapshot, "Ostmark", "", filter);
    CHECK(lines(timeline) == Lines(all.end() - static_cast<std::ptrdiff_t>(limit), all.end()));
    std::size_t shown = 0;
    for (const auto& entry : timeline.entries) shown += entry.articles_size();
    CHECK(timeline.left_out == reports.size() - shown);
  }
}

TEST_CASE("A timeline does not depend on the order of arrival") {
  auto reports = quarrel();
  const auto answer = [](const std::vector<Report>& in) {
    const auto store = store_of(in);
    std::string bytes;
    for (const auto& entry : ask(*store->snapshot(), "Ostmark").entries) {
      bytes += entry.SerializeAsString();
    }
    return bytes;
  };
  const auto expected = answer(reports);
  CHECK_FALSE(expected.empty());
  std::reverse(reports.begin(), reports.end());
  CHECK(answer(reports) == expected);
}

}  // namespace casus::test

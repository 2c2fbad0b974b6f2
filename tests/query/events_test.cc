#include "query/events.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "world.h"

namespace casus::test {
namespace {

using query::EventQuestion;
using query::Listed;

// A raid on a depot in Karst; reports of one day tell of the same one.
Report raid(const std::string& id, const std::string& outlet, const std::string& published,
            const std::string& day, std::uint32_t killed) {
  Report report(id, outlet, published, "The Red Lantern raided a depot in Karst with rifles.");
  report.actor("actor:red-lantern", "Red Lantern", v1::ActorKind::armed_group);
  report.place("place:VEL:karst", "Karst", "VEL");
  v1::Event& event = report.event("e1", "ASSAULT", day, "raided");
  event.set_mode("firearms");
  event.set_weapon("rifles");
  event.set_place("place:VEL:karst");
  event.mutable_killed()->set_best(killed);
  v1::Initiator& who = *event.add_initiators();
  who.set_actor("actor:red-lantern");
  who.set_text("Red Lantern");
  *who.mutable_span() = report.span("Red Lantern");
  v1::Target& target = *event.add_targets();
  target.set_text("depot");
  *target.mutable_span() = report.span("depot");
  return report;
}

EventQuestion attacks() {
  EventQuestion question;
  question.kind = v1::NodeKind::attack;
  return question;
}

std::vector<v1::EventEntry> ask(const storage::Store& store, const EventQuestion& question,
                                bool* more = nullptr) {
  std::vector<v1::EventEntry> entries;
  const Listed listed = query::list_events(
      *store.snapshot(), question, [&](const v1::EventEntry& entry) { entries.push_back(entry); });
  CHECK(listed.count == entries.size());
  if (more != nullptr) *more = listed.more;
  return entries;
}

std::vector<std::string> outlets(const v1::EventEntry& entry) {
  std::vector<std::string> names;
  for (const v1::EventReport& report : entry.reports()) names.push_back(report.outlet());
  return names;
}

using Names = std::vector<std::string>;

std::vector<Report> raids() {
  return {raid("ledger-1", "Ledger", "2031-03-04", "2031-03-02", 9),
          raid("courier-1", "Courier", "2031-03-03", "2031-03-02", 7),
          raid("radio-1", "Radio", "2031-05-10", "2031-05-09", 30),
          raid("courier-2", "Courier", "2031-08-02", "2031-08-01", 2)};
}

}  // namespace

TEST_CASE("What several articles report is one entry with the toll that each gives") {
  const auto store = store_of(raids());
  const auto entries = ask(*store, attacks());
  REQUIRE(entries.size() == 3);
  CHECK(outlets(entries[0]) == Names{"Courier"});
  CHECK(outlets(entries[1]) == Names{"Radio"});
  CHECK(outlets(entries[2]) == Names{"Courier", "Ledger"});
  CHECK(entries[2].published() == "2031-03-03");
  CHECK(entries[2].reports(0).killed().best() == 7);
  CHECK(entries[2].reports(1).killed().best() == 9);
  CHECK(entries[2].reports(0).article() == "courier-1");
}

TEST_CASE("An event is listed if one of its reports is as asked for") {
  const auto store = store_of(raids());
  EventQuestion question = attacks();
  question.min_killed = 8;
  CHECK(ask(*store, question).size() == 2);
  question.min_killed = 31;
  CHECK(ask(*store, question).empty());
  question = attacks();
  question.weapon = "rifle";
  CHECK(ask(*store, question).size() == 3);
  question.weapon = "ifle";
  CHECK(ask(*store, question).empty());
  question = attacks();
  question.target = "Depot";
  question.mode = "firearms";
  CHECK(ask(*store, question).size() == 3);
  question.mode = "aerial";
  CHECK(ask(*store, question).empty());
  question = attacks();
  question.target = "...";
  CHECK(ask(*store, question).empty());
  question = attacks();
  question.status = v1::InitiatorStatus::claimed;
  CHECK(ask(*store, question).empty());
  question.status = v1::InitiatorStatus::asserted;
  CHECK(ask(*store, question).size() == 3);
}

TEST_CASE("Of an actor and of a day, an event is one as well") {
  const auto store = store_of(raids());
  EventQuestion question = attacks();
  question.actor = store->snapshot()->find("actor:red-lantern");
  CHECK(ask(*store, question).size() == 3);
  question.filter.as_of = *parse_day("2031-03-03");
  const auto then = ask(*store, question);
  REQUIRE(then.size() == 1);
  CHECK(outlets(then[0]) == Names{"Courier"});
}

TEST_CASE("The deadliest come first where that is asked for, by the most that a report says") {
  const auto store = store_of(raids());
  EventQuestion question = attacks();
  question.deadliest_first = true;
  const auto entries = ask(*store, question);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].reports(0).killed().best() == 30);
  CHECK(outlets(entries[1]) == Names{"Courier", "Ledger"});
  CHECK(entries[2].reports(0).killed().best() == 2);
}

TEST_CASE("Pages follow each other without a gap") {
  const auto store = store_of(raids());
  for (const bool deadliest : {false, true}) {
    EventQuestion question = attacks();
    question.deadliest_first = deadliest;
    Names all;
    for (const auto& entry : ask(*store, question)) all.push_back(entry.key());
    Names paged;
    question.filter.limit = 1;
    bool more = true;
    for (; more; ++question.skip) {
      for (const auto& entry : ask(*store, question, &more)) paged.push_back(entry.key());
    }
    CHECK(paged == all);
    question.skip = 1;
    question.filter.limit = std::numeric_limits<std::size_t>::max();
    CHECK(ask(*store, question, &more).size() == 2);
    CHECK_FALSE(more);
  }
}

TEST_CASE("An attack is contested where its initiator or a voice denies it") {
  Report denied = raid("ledger-1", "Ledger", "2031-03-04", "2031-03-02", 9);
  denied.annotation().mutable_events(0)->mutable_initiators(0)->set_status(
      v1::InitiatorStatus::denied);
  Report told = raid("radio-1", "Radio", "2031-05-10", "2031-05-09", 30);
  told.claim("c1", "the Red Lantern raided a depot in Karst", "actor:red-lantern", "ASSAULT", "",
             "The Red Lantern raided a depot in Karst with rifles.")
      .set_event("e1");
  told.annotation().mutable_claims(0)->set_article_stance(v1::Stance::asserts);
  EventQuestion question = attacks();
  question.contested = true;
  CHECK(ask(*store_of({denied}), question).size() == 1);
  CHECK(ask(*store_of({told}), question).empty());
  stands(told.statement("s1", v1::StatementKind::denial, "actor:red-lantern", "", "Red Lantern"),
         v1::Stance::denies, "c1");
  const auto entries = ask(*store_of({told}), question);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].contested());
}

TEST_CASE("The entries do not depend on the order of arrival") {
  auto reports = raids();
  const auto lines = [&] {
    std::string all;
    for (const auto& entry : ask(*store_of(reports), attacks())) all += entry.ShortDebugString();
    return all;
  };
  const std::string first = lines();
  std::reverse(reports.begin(), reports.end());
  CHECK(lines() == first);
}

}  // namespace casus::test

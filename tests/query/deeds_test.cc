#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "graph/keys.h"
#include "query/path.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using query::trace_claim;
using storage::NodeId;
using storage::Snapshot;

NodeId claim_of(const Snapshot& snapshot, const std::string& article) {
  return snapshot.find(claim_key(article_key(article), "c1")).value();
}

// A report of one attack on the mill at Aal with a claim on who did it, in words of its own.
Report on_the_mill(const std::string& id, const std::string& published, const std::string& place,
                   const std::string& day, const std::string& wording, v1::Stance::Value stance) {
  Report report(id, id, published,
                "The mill at Aal burned down. " + wording + ". Ostmark, Veldania.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.place("place:VEL:aal", "Aal", "VEL");
  report.place("place:VEL", "Veldania", "VEL");
  auto& attack = report.event("e1", "ASSAULT", day, "The mill at Aal burned down");
  attack.set_place(place);
  auto& target = *attack.add_targets();
  target.set_text("mill");
  *target.mutable_span() = report.span("mill");
  auto& initiator = *attack.add_initiators();
  initiator.set_actor("actor:OST");
  initiator.set_status(v1::InitiatorStatus::alleged);
  *initiator.mutable_span() = report.span("The mill");
  report.claim("c1", wording, "actor:OST", "", "", wording).set_event("e1");
  const bool denies = stance == v1::Stance::denies;
  auto& statement =
      report.statement("s1", denies ? v1::StatementKind::denial : v1::StatementKind::accusation,
                       denies ? "actor:OST" : "actor:VEL", "", wording);
  stands(statement, stance, "c1");
  return report;
}

std::vector<Report> reports() {
  return {on_the_mill("one", "2031-03-02", "place:VEL:aal", "2031-03-01", "Ostmarkers set the fire",
                      v1::Stance::asserts),
          on_the_mill("two", "2031-03-05", "place:VEL:aal", "2031-03-01",
                      "That deed was none of ours", v1::Stance::denies),
          on_the_mill("last", "2031-03-20", "place:VEL:aal", "2031-03-18", "They came once more",
                      v1::Stance::asserts)};
}

}  // namespace

TEST_CASE("Claims on who did it follow the event, in whatever words") {
  const auto store = store_of(reports());
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "two"), {});
  CHECK(trace.claims_size() == 2);
  CHECK(trace.asserted_by_size() == 1);
  CHECK(trace.denied_by_size() == 1);
  CHECK(trace.status() == v1::TraceStatus::contested);
  // By words of one, both are found, and once.
  CHECK(query::trace_words(*snapshot, "Ostmarkers set the fire", {}).front().claims_size() == 2);
  Filter filter;
  filter.as_of = *parse_day("2031-03-03");
  CHECK(trace_claim(*snapshot, claim_of(*snapshot, "one"), filter).claims_size() == 1);
}

TEST_CASE("Claims on an event that was split off go with it") {
  const auto store = store_of(reports());
  v1::Correction split;
  split.set_kind(v1::CorrectionKind::split);
  split.mutable_node()->set_key(event_key(article_key("two"), "e1"));
  split.mutable_other()->set_key(event_key(article_key("one"), "e1"));
  split.set_author("Ada");
  split.set_time("2031-04-01T10:00:00Z");
  store->correct(split);
  const auto snapshot = store->snapshot();
  CHECK(trace_claim(*snapshot, claim_of(*snapshot, "one"), {}).claims_size() == 1);
}

TEST_CASE("Merged doers did one deed") {
  std::vector<Report> all = reports();
  all[1] = on_the_mill("two", "2031-03-05", "place:VEL:aal", "2031-03-01",
                       "That deed was none of ours", v1::Stance::denies);
  v1::ArticleAnnotation& two = all[1].annotation();
  two.mutable_actors(0)->set_key("actor:ostmark-state");
  two.mutable_events(0)->mutable_initiators(0)->set_actor("actor:ostmark-state");
  two.mutable_claims(0)->set_subject("actor:ostmark-state");
  two.mutable_statements(0)->set_speaker("actor:ostmark-state");
  const auto store = store_of(all);
  CHECK(trace_claim(*store->snapshot(), claim_of(*store->snapshot(), "one"), {}).claims_size() ==
        1);
  v1::Correction merge;
  merge.set_kind(v1::CorrectionKind::merge);
  merge.mutable_node()->set_key("actor:ostmark-state");
  merge.mutable_other()->set_key("actor:OST");
  merge.set_author("Ada");
  merge.set_time("2031-04-01T10:00:00Z");
  store->correct(merge);
  CHECK(trace_claim(*store->snapshot(), claim_of(*store->snapshot(), "one"), {}).claims_size() ==
        2);
}

TEST_CASE("Claims on one deed, in whatever words, are one explanation of how two are linked") {
  const auto store = store_of({on_the_mill("one", "2031-03-02", "place:VEL:aal", "2031-03-01",
                                           "Ostmarkers set the fire", v1::Stance::asserts),
                               on_the_mill("two", "2031-03-05", "place:VEL:aal", "2031-03-01",
                                           "That deed was theirs alone", v1::Stance::asserts)});
  const auto snapshot = store->snapshot();
  const auto found =
      query::paths(*snapshot, *snapshot->find("actor:OST"), *snapshot->find("actor:VEL"), {}, 5);
  CHECK(found.size() == 1);
}

}  // namespace casus::test

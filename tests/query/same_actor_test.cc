#include "query/same_actor.h"

#include <catch2/catch.hpp>
#include <set>

#include "query/listing.h"
#include "query/names.h"
#include "query/path.h"
#include "query/selection.h"
#include "storage/key_layout.h"
#include "storage/memory_engine.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;
using Lines = std::vector<std::string>;

// A store in which people have joined two actors.
struct Merged {
  Merged(const std::vector<Report>& reports, const std::string& a, const std::string& b) {
    auto engine = storage::make_memory_engine();
    storage::Engine& rows = *engine;
    store = storage::Store::on(std::move(engine), {});
    for (const auto& report : reports) store->put(report.annotation());
    const auto snapshot = store->snapshot();
    EdgeRef edge;
    edge.kind = v1::EdgeKind::same_as;
    edge.self = *snapshot->find(std::min(a, b));
    edge.other = *snapshot->find(std::max(a, b));
    edge.other_kind = v1::NodeKind::actor;
    v1::Edge value;
    value.set_reason("one person, says an analyst");
    storage::Batch batch;
    batch.put(storage::edge_key(edge), value.SerializeAsString());
    batch.put(storage::edge_key(storage::mirrored(edge, v1::NodeKind::actor)), "");
    rows.write(batch, storage::Sync::none);
  }

  std::unique_ptr<storage::Store> store;
};

// Another article knows the minister by another name, and not whose minister she is.
Merged two_names() {
  auto reports = quarrel();
  Report report("evening-1", "Evening Post", "2031-03-20", "Mrs Brandt-Holm threatened Veldania.");
  report.actor("actor:person:-:brandt-holm", "Brandt-Holm", v1::ActorKind::person);
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.claim("c1", "Veldania will pay", "actor:VEL", "pay", "", "threatened Veldania");
  auto& threat = report.statement("s1", v1::StatementKind::threat, "actor:person:-:brandt-holm",
                                  "actor:VEL", "threatened Veldania");
  stands(threat, v1::Stance::asserts, "c1");
  reports.push_back(std::move(report));
  return {reports, "actor:person:-:brandt-holm", "actor:person:OST:ida-brandt"};
}

}  // namespace

TEST_CASE("Merged actors have one name, whichever is asked for") {
  const Merged merged = two_names();
  const auto snapshot = merged.store->snapshot();
  const NodeId holm = query::resolve_actor(*snapshot, "Brandt-Holm");
  const NodeId ida = query::resolve_actor(*snapshot, "Ida Brandt");
  CHECK(query::same_actors(*snapshot, holm) == query::same_actors(*snapshot, ida));
  CHECK(query::naming_actor(*snapshot, ida) == holm);  // the smallest key
  CHECK(query::display_name(*snapshot, ida) == "Brandt-Holm");
  const NodeId veldania = query::resolve_actor(*snapshot, "Veldania");
  CHECK(query::same_actors(*snapshot, veldania) == std::vector<NodeId>{veldania});
}

TEST_CASE("An entry of the lexicon names those that are merged with it") {
  const Merged merged(quarrel(), "actor:OST", "actor:person:OST:ida-brandt");
  const auto snapshot = merged.store->snapshot();
  CHECK(query::display_name(*snapshot, query::resolve_actor(*snapshot, "Ida Brandt")) == "Ostmark");
}

TEST_CASE("Merged actors count as one in relations, timelines and lists") {
  const Merged merged = two_names();
  const auto snapshot = merged.store->snapshot();
  for (const std::string name : {"Ida Brandt", "Brandt-Holm"}) {
    INFO(name);
    const NodeId actor = query::resolve_actor(*snapshot, name);
    Lines relations;
    for (const auto& relation :
         query::relations(*snapshot, actor, query::resolve_actor(*snapshot, "Veldania"), {})) {
      relations.push_back(relation.from().name() + ' ' + relation.type());
    }
    CHECK(relations == Lines{"Brandt-Holm threat", "Brandt-Holm denial"});

    Lines timeline;
    for (const auto& entry : query::timeline(*snapshot, actor, std::nullopt, {}).entries) {
      timeline.push_back(entry.actors(0).name() + ' ' + entry.type());
    }
    CHECK(timeline == Lines{"Brandt-Holm denial", "Brandt-Holm denial", "Brandt-Holm threat"});

    query::Listing listing;
    listing.kind = v1::NodeKind::statement;
    listing.actor = actor;
    CHECK(query::list(*snapshot, listing, [](NodeId, const v1::Node&) {}).count == 3);
    // What people say holds at any time.
    listing.filter.as_of = *parse_day("2031-03-02");
    CHECK(query::list(*snapshot, listing, [](NodeId, const v1::Node&) {}).count == 1);
  }
  // A member of the state is also the one it was merged with.
  query::Listing listing;
  listing.kind = v1::NodeKind::statement;
  listing.actor = query::resolve_actor(*snapshot, "Ostmark");
  CHECK(query::list(*snapshot, listing, [](NodeId, const v1::Node&) {}).count == 5);
}

TEST_CASE("Merged actors count as one in traces") {
  const Merged merged = two_names();
  const auto snapshot = merged.store->snapshot();
  const auto of = [&](const std::string& name) {
    std::string bytes;
    for (const auto& trace :
         query::trace_actor(*snapshot, query::resolve_actor(*snapshot, name), {})) {
      bytes += trace.SerializeAsString();
    }
    return bytes;
  };
  CHECK_FALSE(of("Ida Brandt").empty());
  CHECK(of("Ida Brandt") == of("Brandt-Holm"));
  const auto traces =
      query::trace_actor(*snapshot, query::resolve_actor(*snapshot, "Ida Brandt"), {});
  REQUIRE(traces.size() == 2);
  CHECK(traces[0].denied_by(0).speaker().key() == "actor:person:-:brandt-holm");
}

TEST_CASE("A path goes through merged actors and says who joined them") {
  const Merged merged = two_names();
  const auto snapshot = merged.store->snapshot();
  query::PathQuestion question;
  question.as_of = *parse_day("2031-03-02");
  const auto path = query::path(*snapshot, query::resolve_actor(*snapshot, "Brandt-Holm"),
                                query::resolve_actor(*snapshot, "Ostmark"), question);
  REQUIRE(path);
  REQUIRE(path->steps_size() == 2);
  CHECK(path->steps(0).reason() == "one person, says an analyst");
  CHECK(path->steps(1).kind() == v1::EdgeKind::affiliated);
}

TEST_CASE("Two ways to write one speaker are one principal, and one actor in lists") {
  std::vector<Report> reports = quarrel();
  Report report("evening-2", "Evening Post", "2031-03-21",
                "Minister I. Brandt of Ostmark threatened Veldania.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country).set_country("OST");
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  auto& minister =
      report.actor("actor:person:OST:i-brandt", "I. Brandt", v1::ActorKind::person, "actor:OST");
  minister.set_role("foreign minister");
  minister.set_country("OST");
  report.claim("c1", "Veldania will pay", "actor:VEL", "pay", "", "threatened Veldania");
  auto& threat = report.statement("s1", v1::StatementKind::threat, "actor:person:OST:i-brandt",
                                  "actor:VEL", "threatened Veldania");
  stands(threat, v1::Stance::asserts, "c1");
  reports.push_back(std::move(report));
  const auto store = storage::Store::on(storage::make_memory_engine(), {});
  for (const Report& one : reports) store->put(one.annotation());
  const auto snapshot = store->snapshot();
  const NodeId whole = query::resolve_actor(*snapshot, "Ida Brandt");
  CHECK(query::same_actors(*snapshot, whole).size() == 2);
  std::set<std::string> speakers;
  for (const auto& trace : query::trace_actor(*snapshot, whole, {})) {
    for (const auto* voices : {&trace.asserted_by(), &trace.denied_by()}) {
      for (const auto& voice : *voices) {
        if (voice.principal().key() == "actor:OST") speakers.insert(voice.speaker().key());
      }
    }
  }
  CHECK(speakers == std::set<std::string>{"actor:person:OST:i-brandt"});
  query::Listing listing;
  listing.kind = v1::NodeKind::statement;
  listing.actor = query::resolve_actor(*snapshot, "I. Brandt");
  CHECK(query::list(*snapshot, listing, [](NodeId, const v1::Node&) {}).count == 3);
}

}  // namespace casus::test

#include "query/names.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/keys.h"
#include "query/suggest.h"
#include "query/text.h"
#include "world.h"

namespace casus::test {
namespace {

using query::resolve;
using query::resolve_actor;
using storage::Snapshot;

// Two rivers and two people of one name, a country that is also a place.
std::vector<Report> namesakes() {
  Report report("names-1", "Gazette", "2031-01-01", "x");
  report.actor("actor:VEL", "x", v1::ActorKind::country).set_name("Veldania");
  report.annotation().mutable_actors(0)->add_aliases("Port Vel");
  report.place("place:VEL", "x", "VEL").set_name("Veldania");
  report.place("place:VEL:sund", "x", "VEL").set_name("Sund");
  report.actor("actor:person:VEL:jon-holm", "x", v1::ActorKind::person).set_name("Jon Holm");
  report.actor("actor:person:OST:jon-holm", "x", v1::ActorKind::person).set_name("Jon Holm");
  report.actor("actor:guard", "x", v1::ActorKind::military).set_name("Guard");
  auto& brigade = report.actor("actor:brigade", "x", v1::ActorKind::armed_group);
  brigade.set_name("Third Brigade");
  brigade.add_aliases("Guard");
  return {report};
}

class Fixture {
 public:
  explicit Fixture(const std::vector<Report>& reports)
      : store_(store_of(reports)), snapshot_(store_->snapshot()) {}
  const Snapshot& operator*() const { return *snapshot_; }
  std::string any(const std::string& text) const {
    return snapshot_->key(resolve(*snapshot_, text));
  }
  std::string actor(const std::string& text) const {
    return snapshot_->key(resolve_actor(*snapshot_, text));
  }

 private:
  std::unique_ptr<storage::Store> store_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace

TEST_CASE("A node is found by key, name, alias, article id, and the only beginning") {
  const Fixture quarrel_store(quarrel());
  CHECK(quarrel_store.any("actor:OST") == "actor:OST");
  CHECK(quarrel_store.any("Ostmark") == "actor:OST");
  CHECK(quarrel_store.any("  the OSTMARKER ") == "actor:OST");
  CHECK(quarrel_store.any("courier-1") == article_key("courier-1"));
  CHECK(quarrel_store.any("Karst") == "place:VEL:karst");
  CHECK(quarrel_store.any("Ida B") == "actor:person:OST:ida-brandt");
  CHECK(quarrel_store.any("actor:red-l") == "actor:red-lantern");
  CHECK(quarrel_store.actor("red lan") == "actor:red-lantern");
}

TEST_CASE("An exact name goes before a beginning, an own name before an alias") {
  const Fixture names(namesakes());
  CHECK(names.any("Guard") == "actor:guard");
  CHECK(names.any("port vel") == "actor:VEL");
}

TEST_CASE("A country is meant as an actor") {
  const Fixture names(namesakes());
  CHECK(names.actor("Veldania") == "actor:VEL");
  CHECK(names.any("Veldania") == "actor:VEL");
  CHECK(names.any("place:VEL") == "place:VEL");
}

TEST_CASE("A name of several is an error that lists them with their keys") {
  const Fixture names(namesakes());
  CHECK_THROWS_AS(names.any("Jon Holm"), InputError);
  CHECK_THROWS_WITH(names.actor("jon holm"), Catch::Contains("(actor:person:OST:jon-holm)") &&
                                                 Catch::Contains("(actor:person:VEL:jon-holm)"));
  CHECK_THROWS_WITH(names.any("Jon H"), Catch::Contains("may mean several"));
}

TEST_CASE("An unknown name is an error with the nearest names") {
  const Fixture store(quarrel());
  CHECK_THROWS_WITH(store.any("Ostmrak"), Catch::Contains("Did you mean Ostmark (actor:OST)?"));
  CHECK_THROWS_WITH(store.any("Veldnia"), Catch::Contains("Veldania (actor:VEL)"));
  CHECK_THROWS_WITH(store.any("Zzyzx"), !Catch::Contains("Did you mean"));
  CHECK_THROWS_AS(store.any(""), InputError);
  CHECK_THROWS_AS(store.any("--"), InputError);
}

TEST_CASE("Names that begin so are names and other names, at most so many") {
  std::vector<Report> reports = namesakes();
  v1::Place& sund = *reports.front().annotation().mutable_places(1);
  for (const char* alias : {"Sundby", "Sundal", "Old Sund"}) sund.add_aliases(alias);
  const Fixture names(reports);
  using Names = std::vector<std::string>;
  const auto begin = [&](const char* prefix, std::size_t limit) {
    return query::names_beginning(*names, prefix, v1::NodeKind::place, limit);
  };
  CHECK(begin("Sund", 9) == Names{"Sund", "Sundal", "Sundby"});
  CHECK(begin("old", 9) == Names{"Old Sund"});
  CHECK(begin("Sund", 2) == Names{"Sund", "Sundal"});
}

TEST_CASE("What is no actor is refused where an actor is asked for") {
  const Fixture store(quarrel());
  CHECK_THROWS_WITH(store.actor("place:VEL:karst"), Catch::Contains("is no actor"));
  CHECK_THROWS_WITH(store.actor("Karst"), Catch::Contains("among the actors"));
}

TEST_CASE("An article is found by its id or key, or how one of these begins") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto article = [&](const std::string& text) {
    return snapshot->key(query::resolve_article(*snapshot, text));
  };
  const std::string ledger = article_key("ledger-1");
  CHECK(article("ledger-1") == ledger);
  CHECK(article(ledger) == ledger);
  CHECK(article("led") == ledger);
  CHECK(article(ledger.substr(0, ledger.size() - 4)) == ledger);
  CHECK_THROWS_WITH(article("courier-"), Catch::Contains("may mean several: courier-") &&
                                             Catch::Contains("courier-1 (article:") &&
                                             Catch::Contains("courier-2 (article:"));
  for (const char* text : {"", "Ostmark", "actor:OST", "ledger-2"}) {
    CHECK_THROWS_AS(article(text), InputError);
  }
}

TEST_CASE("A country is named by its code, or by a name of it that the store knows") {
  auto reports = namesakes();
  auto& country = *reports[0].annotation().mutable_actors(0);
  country.set_country("VEL");
  country.add_aliases("VLD");
  auto& brigade = *reports[0].annotation().mutable_actors(4);
  REQUIRE(brigade.name() == "Third Brigade");
  brigade.set_country("OST");
  const Fixture fixture(reports);
  const auto code = [&](const std::string& text) { return query::resolve_country(*fixture, text); };
  CHECK(code("VEL") == "VEL");
  CHECK(code("vel") == "VEL");
  CHECK(code("veldania") == "VEL");
  CHECK(code("Port Vel") == "VEL");
  CHECK(code("VLD") == "VEL");  // a name goes before a code
  CHECK(code("nwh") == "NWH");  // no country of this store: nothing is there
  for (const char* text : {"", "VE", "V3L", "Sund", "Third Brigade", "Nowhere"}) {
    CHECK_THROWS_WITH(code(text), Catch::Contains("is no country that the store names"));
  }
}

TEST_CASE("Display names are what a person would say") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto name = [&](const std::string& key) {
    return query::display_name(*snapshot, snapshot->find(key).value());
  };
  const std::string article = article_key("courier-1");
  CHECK(name("actor:VEL") == "Veldania");
  CHECK(name("place:VEL:karst") == "Karst");
  CHECK(name(article) == "Report courier-1");
  CHECK(name(claim_key(article, "c1")) == "Ostmark arms the Red Lantern");
  CHECK(name(event_key(article, "e1")) == "ASSAULT at Karst on depot, rockets, 2031-03-01");
  CHECK(name(statement_key(article, "s1")) ==
        "Veldania accused Ostmark: Ostmark arms the Red Lantern");
}

TEST_CASE("A line is cut between characters, at a word's end where one is near") {
  using query::one_line;
  CHECK(one_line(" two \n\t words ", 50) == "two words");
  CHECK(one_line("one two three", 9) == "one two…");
  CHECK(one_line("ééééé", 5) == "éé…");
  CHECK(one_line("", 5).empty());
}

}  // namespace casus::test

#include "query/listing.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/names.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Listed;
using query::Listing;
using storage::NodeId;
using storage::Snapshot;
using Lines = std::vector<std::string>;

// "courier-1/s2": the article's id and the item's number.
std::string line(const Snapshot& snapshot, const v1::Node& node) {
  if (node.has_article()) return node.article().id();
  if (node.source().empty()) return node.key();
  return snapshot.node(node.source())->article().id() + node.key().substr(node.key().find('/'));
}

Lines ask(const Snapshot& snapshot, const Listing& listing, Listed* listed = nullptr) {
  Lines lines;
  const Listed answer = query::list(snapshot, listing, [&](NodeId, const v1::Node& node) {
    lines.push_back(line(snapshot, node));
  });
  CHECK(answer.count == lines.size());
  if (listed != nullptr) *listed = answer;
  return lines;
}

Listing of(v1::NodeKind::Value kind) {
  Listing listing;
  listing.kind = kind;
  return listing;
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("Articles and claims are listed newest first, undated ones last") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  CHECK(ask(*snapshot, of(v1::NodeKind::article)) ==
        Lines{"courier-2", "ledger-1", "courier-1", "radio-1"});
  CHECK(ask(*snapshot, of(v1::NodeKind::claim)) ==
        Lines{"courier-2/c1", "ledger-1/c1", "courier-1/c1", "radio-1/c1"});
}

TEST_CASE("Items of one article are listed by number") {
  Report report("gazette-1", "Gazette", "2031-04-01", "Shots were fired in Karst.");
  for (int i = 12; i > 0; --i) {
    report.event("e" + std::to_string(i), "ASSAULT", "2031-04-01", "Shots were fired");
  }
  const auto store = store_of({report});
  const auto lines = ask(*store->snapshot(), of(v1::NodeKind::attack));
  REQUIRE(lines.size() == 12);
  CHECK(lines[1] == "gazette-1/e2");
  CHECK(lines[11] == "gazette-1/e12");
}

TEST_CASE("A limit ends the list, and says whether it left something out") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Listing listing = of(v1::NodeKind::claim);
  const Lines all = ask(*snapshot, listing);
  for (std::size_t limit = 1; limit <= all.size() + 1; ++limit) {
    listing.filter.limit = limit;
    Listed listed;
    const Lines lines = ask(*snapshot, listing, &listed);
    CHECK(lines == Lines(all.begin(), all.begin() + std::min(limit, all.size())));
    CHECK(listed.more == (limit < all.size()));
  }
  listing = of(v1::NodeKind::actor);
  listing.filter.limit = 3;
  Listed listed;
  CHECK(ask(*snapshot, listing, &listed).size() == 3);
  CHECK(listed.more);
}

TEST_CASE("What an actor says, suffers or is said to do counts, and so does what its members do") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Listing listing = of(v1::NodeKind::statement);
  listing.actor = query::resolve_actor(*snapshot, "Ostmark");
  CHECK(sorted(ask(*snapshot, listing)) ==
        Lines{"courier-1/s1", "courier-1/s2", "ledger-1/s1", "ledger-1/s2"});
  listing.filter.as_of = *parse_day("2031-03-02");
  CHECK(sorted(ask(*snapshot, listing)) == Lines{"courier-1/s1", "courier-1/s2"});
  listing = of(v1::NodeKind::claim);
  listing.actor = query::resolve_actor(*snapshot, "Ida Brandt");
  CHECK(ask(*snapshot, listing) == Lines{"ledger-1/c1", "courier-1/c1"});
  listing.actor = query::resolve_actor(*snapshot, "Veldania");
  listing.filter.window.until = *parse_day("2031-03-02");
  CHECK(ask(*snapshot, listing) == Lines{"courier-1/c1"});
}

TEST_CASE("By place, and by actor and place together") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Listing listing = of(v1::NodeKind::attack);
  listing.place = *snapshot->find("place:VEL:karst");
  CHECK(sorted(ask(*snapshot, listing)) == Lines{"courier-1/e1", "courier-2/e1", "ledger-1/e1"});
  listing.actor = query::resolve_actor(*snapshot, "Red Lantern");
  CHECK(ask(*snapshot, listing) == Lines{"courier-2/e1"});
}

TEST_CASE("Events by the country in which they happened") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Listing listing = of(v1::NodeKind::attack);
  listing.country = "VEL";
  CHECK(sorted(ask(*snapshot, listing)) == Lines{"courier-1/e1", "courier-2/e1", "ledger-1/e1"});
  listing.actor = query::resolve_actor(*snapshot, "Red Lantern");
  CHECK(ask(*snapshot, listing) == Lines{"courier-2/e1"});
  listing.country = "NWH";
  CHECK(ask(*snapshot, listing).empty());
}

TEST_CASE("Events in a place that was merged with one of the country are of the country") {
  Report report("gazette-1", "Gazette", "2031-04-01", "Shots were fired in Karst-Town.");
  report.place("place:-:karst-town", "Karst-Town", "");
  report.event("e1", "ASSAULT", "2031-04-01", "Shots were fired").set_place("place:-:karst-town");
  auto reports = quarrel();
  reports.push_back(report);
  const auto store = store_of(reports);
  v1::Correction merge;
  merge.set_kind(v1::CorrectionKind::merge);
  merge.set_author("Ada");
  merge.set_time("2031-05-01T09:00:00Z");
  merge.mutable_node()->set_key("place:VEL:karst");
  merge.mutable_other()->set_key("place:-:karst-town");
  Listing listing = of(v1::NodeKind::attack);
  listing.country = "VEL";
  CHECK(ask(*store->snapshot(), listing).size() == 3);
  store->correct(merge);
  CHECK(ask(*store->snapshot(), listing).size() == 4);
}

TEST_CASE("Articles by whom they mention and when they were published") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Listing listing = of(v1::NodeKind::article);
  listing.actor = query::resolve_actor(*snapshot, "Ostmark");
  CHECK(ask(*snapshot, listing) == Lines{"ledger-1", "courier-1", "radio-1"});
  listing.filter.window.since = *parse_day("2031-03-03");
  CHECK(ask(*snapshot, listing) == Lines{"ledger-1"});
  listing = of(v1::NodeKind::article);
  listing.filter.window = {*parse_day("2031-03-03"), *parse_day("2031-03-09")};
  CHECK(ask(*snapshot, listing) == Lines{"ledger-1"});
  listing.filter = {};
  listing.filter.as_of = *parse_day("2031-03-03");
  CHECK(ask(*snapshot, listing) == Lines{"ledger-1", "courier-1"});
}

TEST_CASE("An article's entry counts what it tells") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const NodeId id = query::resolve(*snapshot, "courier-1");
  const auto entry = query::article_entry(*snapshot, id, snapshot->node(id)->article());
  CHECK(entry.article().outlet() == "Harbour Courier");
  CHECK(entry.events() == 2);
  CHECK(entry.attacks() == 1);
  CHECK(entry.statements() == 2);
  CHECK(entry.denials() == 1);
  CHECK(entry.claims() == 1);
}

}  // namespace casus::test

#include "query/selection.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <tuple>

#include "graph/keys.h"
#include "query/names.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using storage::Snapshot;

struct Selected {
  v1::Subgraph graph;
  std::string bytes;
  std::size_t frames = 0;

  query::Sink sink() {
    return [this](const v1::Subgraph& frame) {
      graph.MergeFrom(frame);
      bytes += frame.SerializeAsString();
      ++frames;
    };
  }
  std::set<std::string> keys() const {
    std::set<std::string> found;
    for (const auto& node : graph.nodes()) found.insert(node.key());
    return found;
  }
  std::set<v1::EdgeKind::Value> kinds() const {
    std::set<v1::EdgeKind::Value> found;
    for (const auto& edge : graph.edges()) found.insert(edge.kind());
    return found;
  }
};

// What subgraph.proto promises.
void check_order(const Selected& selected) {
  const auto keys = selected.keys();
  CHECK(keys.size() == static_cast<std::size_t>(selected.graph.nodes_size()));
  CHECK(std::is_sorted(selected.graph.nodes().begin(), selected.graph.nodes().end(),
                       [](const auto& a, const auto& b) { return a.key() < b.key(); }));
  const auto order = [](const v1::Edge& e) {
    return std::tuple(static_cast<int>(e.kind()), e.from(), e.to(), e.evidence().article());
  };
  CHECK(std::is_sorted(selected.graph.edges().begin(), selected.graph.edges().end(),
                       [&](const auto& a, const auto& b) { return order(a) < order(b); }));
  std::set<decltype(order(v1::Edge()))> unique;
  for (const auto& edge : selected.graph.edges()) {
    CHECK(unique.insert(order(edge)).second);
    CHECK(keys.contains(edge.from()));
    CHECK(keys.contains(edge.to()));
    const auto& article = edge.evidence().article();
    CHECK((article.empty() || keys.contains(article)));
  }
}

Selected all(const Snapshot& snapshot, const Filter& filter = {}) {
  Selected selected;
  query::select_all(snapshot, filter, selected.sink());
  return selected;
}

Selected around(const Snapshot& snapshot, const std::string& centre, unsigned hops,
                const Filter& filter = {}) {
  Selected selected;
  query::select_around(snapshot, query::resolve(snapshot, centre), hops, filter, selected.sink());
  return selected;
}

Selected trace(const Snapshot& snapshot, const std::string& article, const Filter& filter = {}) {
  Selected selected;
  query::select_trace(snapshot, snapshot.find(claim_key(article_key(article), "c1")).value(),
                      filter, selected.sink());
  return selected;
}

}  // namespace

TEST_CASE("Everything is everything, in order") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto selected = all(*snapshot);
  check_order(selected);
  std::uint64_t edges = 0;
  for (int kind = v1::EdgeKind::reports; kind <= v1::EdgeKind::Value_MAX; ++kind) {
    edges += snapshot->count(static_cast<v1::EdgeKind::Value>(kind));
  }
  CHECK(static_cast<std::uint64_t>(selected.graph.edges_size()) == edges);
  CHECK(selected.graph.nodes_size() == 4 + 4 + 1 + 4 + 5 + 4);
  CHECK(selected.kinds().contains(v1::EdgeKind::same_as));
  CHECK(all(*store_of({})->snapshot()).frames == 0);
}

TEST_CASE("A large graph leaves in several frames") {
  std::vector<Report> reports;
  for (int i = 0; i < 700; ++i) {
    Report report("bulk-" + std::to_string(i), "", "2030-01-01", "Veldania");
    report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
    reports.push_back(std::move(report));
  }
  const auto store = store_of(reports);
  const auto selected = all(*store->snapshot());
  CHECK(selected.frames == 2);
  CHECK(selected.graph.nodes_size() == 701);
  CHECK(selected.graph.edges_size() == 700);
}

TEST_CASE("A neighbourhood takes edges both ways and does not walk through articles") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();

  const auto none = around(*snapshot, "Ida Brandt", 0);
  CHECK(none.keys() == std::set<std::string>{"actor:person:OST:ida-brandt"});

  const auto one = around(*snapshot, "Ida Brandt", 1);
  check_order(one);
  const std::string courier = article_key("courier-1");
  const std::string ledger = article_key("ledger-1");
  CHECK(one.keys() == std::set<std::string>{"actor:OST", "actor:person:OST:ida-brandt", courier,
                                            ledger, statement_key(courier, "s2"),
                                            statement_key(ledger, "s2")});
  CHECK(one.kinds() == std::set<v1::EdgeKind::Value>{v1::EdgeKind::reports, v1::EdgeKind::made,
                                                     v1::EdgeKind::affiliated});

  const auto two = around(*snapshot, "Ida Brandt", 2);
  check_order(two);
  CHECK(two.keys().contains(claim_key(courier, "c1")));
  CHECK(two.keys().contains("actor:VEL"));  // whom the denial answers
  CHECK_FALSE(two.keys().contains("actor:red-lantern"));
}

TEST_CASE("A neighbourhood keeps to as-of") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Filter filter;
  filter.as_of = *parse_day("2031-03-02");
  const auto early = around(*snapshot, "Ida Brandt", 3, filter);
  check_order(early);
  for (const auto& edge : early.graph.edges()) CHECK(edge.published() <= "2031-03-02");
  CHECK_FALSE(early.keys().contains(article_key("ledger-1")));
}

TEST_CASE("Around an article lies what it reports and mentions") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto selected = around(*snapshot, "radio-1", 1);
  check_order(selected);
  CHECK(selected.keys() == std::set<std::string>{article_key("radio-1"),
                                                 claim_key(article_key("radio-1"), "c1"),
                                                 "actor:OST", "actor:VEL", "actor:red-lantern"});
}

TEST_CASE("A trace leaves with its claims, statements, speakers, events and articles") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto quarrelled = trace(*snapshot, "courier-1");
  check_order(quarrelled);
  const auto keys = quarrelled.keys();
  for (const std::string id : {"courier-1", "ledger-1", "radio-1"}) {
    CHECK(keys.contains(article_key(id)));
    CHECK(keys.contains(claim_key(article_key(id), "c1")));
  }
  CHECK(keys.contains("actor:VEL"));
  CHECK(keys.contains("actor:OST"));
  CHECK(keys.contains("actor:person:OST:ida-brandt"));
  CHECK(quarrelled.kinds().contains(v1::EdgeKind::affiliated));
  CHECK_FALSE(keys.contains(claim_key(article_key("courier-2"), "c1")));

  const auto owned = trace(*snapshot, "courier-2");
  check_order(owned);
  CHECK(owned.keys().contains(event_key(article_key("ledger-1"), "e1")));
  CHECK(owned.keys().contains("place:VEL:karst"));

  Filter filter;
  filter.as_of = *parse_day("2031-03-02");
  const auto early = trace(*snapshot, "courier-1", filter);
  check_order(early);
  CHECK_FALSE(early.keys().contains(article_key("ledger-1")));
  CHECK_FALSE(early.keys().contains(article_key("radio-1")));
}

TEST_CASE("All as of a day is the graph of what had been published by then") {
  const auto reports = quarrel();
  const auto store = store_of(reports);
  Filter filter;
  filter.as_of = *parse_day("2031-03-03");
  const auto then = all(*store->snapshot(), filter);
  check_order(then);
  const auto earlier = store_of({reports[0], reports[1]});
  CHECK(then.keys() == all(*earlier->snapshot()).keys());
  CHECK(then.kinds() == all(*earlier->snapshot()).kinds());
  CHECK(then.graph.edges_size() == all(*earlier->snapshot()).graph.edges_size());
}

TEST_CASE("All of a time is what happened and was said then, with its articles") {
  const auto store = store_of(quarrel());
  Filter filter;
  filter.window = {*parse_day("2031-03-01"), *parse_day("2031-03-01")};
  const auto day = all(*store->snapshot(), filter);
  check_order(day);
  const auto keys = day.keys();
  // The attack, as three articles of later days tell it.
  for (const std::string id : {"courier-1", "ledger-1", "courier-2"}) {
    CHECK(keys.contains(article_key(id)));
    CHECK(keys.contains(event_key(article_key(id), "e1")));
  }
  CHECK(keys.contains("place:VEL:karst"));
  CHECK_FALSE(keys.contains(statement_key(article_key("ledger-1"), "s1")));
  CHECK_FALSE(keys.contains(article_key("radio-1")));
  filter.window = {*parse_day("2032-01-01"), Day::unknown()};
  CHECK(all(*store->snapshot(), filter).keys().empty());
}

TEST_CASE("A relation leaves with what was done and said, its claims, speakers and articles") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto between = [&](const Filter& filter) {
    Selected selected;
    query::select_relation(*snapshot, query::resolve_actor(*snapshot, "Veldania"),
                           query::resolve_actor(*snapshot, "Ostmark"), filter, selected.sink());
    check_order(selected);
    return selected;
  };
  const auto whole = between({});
  const std::string courier = article_key("courier-1");
  CHECK(whole.keys().contains(statement_key(courier, "s1")));
  CHECK(whole.keys().contains(statement_key(courier, "s2")));  // the minister's denial
  CHECK(whole.keys().contains("actor:person:OST:ida-brandt"));
  CHECK(whole.keys().contains(claim_key(courier, "c1")));
  CHECK(whole.keys().contains(article_key("ledger-1")));
  CHECK(whole.kinds().contains(v1::EdgeKind::affiliated));
  CHECK_FALSE(whole.keys().contains(article_key("radio-1")));
  Filter filter;
  filter.as_of = *parse_day("2031-03-02");
  CHECK_FALSE(between(filter).keys().contains(article_key("ledger-1")));
  filter = {};
  filter.window.since = *parse_day("2031-03-03");
  CHECK_FALSE(between(filter).keys().contains(statement_key(courier, "s1")));
}

TEST_CASE("Equal graphs leave as equal bytes, whatever the order of arrival") {
  auto reports = quarrel();
  const auto answer = [&] {
    const auto store = store_of(reports);
    const auto snapshot = store->snapshot();
    return all(*snapshot).bytes + around(*snapshot, "Ostmark", 2).bytes +
           trace(*snapshot, "courier-1").bytes;
  };
  const auto expected = answer();
  for (std::size_t i = 1; i < reports.size(); ++i) {
    std::rotate(reports.begin(), reports.begin() + 1, reports.end());
    CHECK(answer() == expected);
  }
}

}  // namespace casus::test

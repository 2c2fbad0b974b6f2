#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "graph/error.h"
#include "graph/keys.h"
#include "query/names.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {

using storage::Snapshot;

TEST_CASE("A node is shown with its edges in both directions and quoted") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto report = query::show(*snapshot, query::resolve(*snapshot, "Ida Brandt"), 0);
  CHECK(report.node().actor().role() == "foreign minister");
  CHECK(report.edges_left_out() == 0);
  REQUIRE(report.out_size() == 4);  // MADE and AFFILIATED, in two articles
  CHECK(report.out(0).kind() == v1::EdgeKind::made);
  CHECK(report.out(0).to() == statement_key(article_key("ledger-1"), "s2"));
  CHECK(report.out(3).kind() == v1::EdgeKind::affiliated);
  REQUIRE(report.in_size() == 2);  // MENTIONS
  REQUIRE(report.quotes_size() == 2);
  CHECK(report.quotes(0).article() == "ledger-1");
  CHECK(report.quotes(0).quote().starts_with("Ida Brandt"));
}

TEST_CASE("Every kind of edge gets its share of a limit, and the rest is counted") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto report = query::show(*snapshot, query::resolve(*snapshot, "Ida Brandt"), 2);
  REQUIRE(report.out_size() == 2);
  CHECK(report.out(0).kind() == v1::EdgeKind::made);
  CHECK(report.out(1).kind() == v1::EdgeKind::affiliated);
  CHECK(report.edges_left_out() == 2);
}

TEST_CASE("What is shown does not depend on the order of arrival") {
  auto reports = quarrel();
  const auto answer = [&] {
    const auto store = store_of(reports);
    const auto snapshot = store->snapshot();
    return query::show(*snapshot, query::resolve(*snapshot, "Ostmark"), 2).SerializeAsString();
  };
  const auto expected = answer();
  std::reverse(reports.begin(), reports.end());
  CHECK(answer() == expected);
}

TEST_CASE("An id that is no node's is refused") {
  const auto store = store_of(quarrel());
  CHECK_THROWS_AS(query::show(*store->snapshot(), 1'000'000, 0), InputError);
}

TEST_CASE("A quote is exactly the text at its offsets") {
  const std::string filler(300, '.');
  const std::string text = "Anna said: " + filler + " and so on. " + filler + " Later: the end.";
  const Report report("long-1", "Gazette", "2031-01-01", text);
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  v1::Evidence evidence;
  evidence.set_article(article_key("long-1"));
  const auto quoted = [&] { return query::quote(*snapshot, evidence); };

  SECTION("the union of near spans") {
    *evidence.add_spans() = report.span("so on");
    *evidence.add_spans() = report.span("and");
    CHECK(quoted().quote() == "and so on");
    CHECK(quoted().outlet() == "Gazette");
    CHECK(quoted().article() == "long-1");
    CHECK(quoted().published() == "2031-01-01");
  }
  SECTION("of distant spans, those that say most") {
    *evidence.add_spans() = report.span("Anna");
    *evidence.add_spans() = report.span("the end");
    CHECK(quoted().quote() == "the end");
  }
  SECTION("a long span is cut, with offsets that fit") {
    *evidence.add_spans() = report.span(text);
    CHECK(quoted().begin() == 0);
    CHECK(quoted().end() <= 400);
    CHECK(quoted().quote() == text.substr(0, quoted().end()));
  }
  SECTION("no span, no quote; no article, nothing") {
    CHECK(quoted().quote().empty());
    CHECK(quoted().article() == "long-1");
    evidence.set_article(article_key("never seen"));
    CHECK(quoted().article().empty());
  }
}

TEST_CASE("A long quote is not cut within a character") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "ж";
  Report report("long-2", "Gazette", "2031-01-01", "x" + text);
  const auto store = store_of({report});
  v1::Evidence evidence;
  evidence.set_article(article_key("long-2"));
  *evidence.add_spans() = report.span("x" + text);
  const auto quote = query::quote(*store->snapshot(), evidence);
  CHECK(quote.end() == 399);
  CHECK(quote.quote().size() == 399);
}

TEST_CASE("Statistics count kinds, attacks among events and denials among statements") {
  const auto store = store_of(quarrel());
  const auto stats = query::stats(*store->snapshot());
  std::map<std::string, unsigned> counts;
  for (const auto& entry : stats.nodes()) counts[entry.kind()] = entry.count();
  for (const auto& entry : stats.edges()) counts["-" + entry.kind()] = entry.count();
  CHECK(counts["article"] == 4);
  CHECK(counts["actor"] == 4);
  CHECK(counts["event"] == 4);
  CHECK(counts["attack"] == 3);
  CHECK(counts["statement"] == 5);
  CHECK(counts["denial"] == 2);
  CHECK(counts["claim"] == 4);
  CHECK(counts["-denies"] == 2);
  CHECK(counts["-asserts"] == 3);
  CHECK(counts["-affiliated"] == 2);
  CHECK(counts.contains("-within"));
}

}  // namespace casus::test

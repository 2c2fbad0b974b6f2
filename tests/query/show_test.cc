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

TEST_CASE("A quote comes from the text or from the title, never from both") {
  Report report("short-1", "Gazette", "2031-01-01", "Anna said so. Nobody else did.");
  report.annotation().mutable_article()->set_title("Anna: it is so");
  report.event("e1", "ASSAULT", "2031-01-01", "Nobody else did.");
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  v1::Evidence evidence;
  evidence.set_article(article_key("short-1"));
  v1::Span title;
  title.set_begin(6);
  title.set_end(14);
  title.set_part(v1::TextPart::title);
  *evidence.add_spans() = title;
  const auto from_title = query::quote(*snapshot, evidence);
  CHECK(from_title.quote() == "it is so");
  CHECK(from_title.begin() == 6);
  CHECK(from_title.end() == 14);
  CHECK(from_title.part() == v1::TextPart::title);
  *evidence.add_spans() = report.span("said");
  const auto from_text = query::quote(*snapshot, evidence);
  CHECK(from_text.quote() == "said");
  CHECK_FALSE(from_text.has_part());
}

TEST_CASE("An event is quoted by the sentence that tells it") {
  const std::string sentence = "Shells hit the depot of Karst at dawn.";
  const std::string later =
      "Nobody in the town had heard of a warning, and the mayor, who had been on a visit, spoke of "
      "the worst day in many years.";
  Report report("long-3", "Gazette", "2031-01-01", sentence + " " + later);
  report.event("e1", "ASSAULT", "2031-01-01", sentence);
  *report.annotation().mutable_events(0)->add_evidence() = report.span(later);
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  const auto shown =
      query::show(*snapshot, *snapshot->find(event_key(article_key("long-3"), "e1")), 0);
  REQUIRE(shown.quotes_size() == 1);
  CHECK(shown.quotes(0).quote() == sentence);
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

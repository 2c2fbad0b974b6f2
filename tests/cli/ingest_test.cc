#include <algorithm>
#include <catch2/catch.hpp>

#include "casus/v1/answer.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

v1::IngestReport ingest(const Workshop& workshop, std::vector<std::string> arguments,
                        const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"ingest", "--format", "json"});
  const Result result = workshop.casus(arguments, input);
  REQUIRE(result.lines().size() == 1);
  return parse<v1::IngestReport>(result.lines()[0]);
}

const std::string kClash =
    "Title: Clash at the border\nPublished: 2022-03-09\n\n"
    "Soldiers of Chad clashed with gunmen near the town of Abune on Tuesday. Chad accused Libya of "
    "arming the gunmen. Libya denied the accusation.\n";

}  // namespace

TEST_CASE("articles and annotations go in together") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const auto annotations =
      workshop.file("annotations.jsonl", json(harbour_report("velm-1", "2021-05-05")) +
                                             json(harbour_report("velm-2", "2021-05-06")));
  const Result result = workshop.casus({"ingest", text, annotations});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  CHECK_THAT(result.out, Contains("new") && Contains("3"));
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

TEST_CASE("taking the same in again changes nothing") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const auto annotations =
      workshop.file("annotations.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  CHECK(ingest(workshop, {text, annotations}).added() == 2);
  const std::string before = workshop.export_all();
  const v1::IngestReport again = ingest(workshop, {text, annotations});
  CHECK(again.unchanged() == 2);
  CHECK(again.added() == 0);
  CHECK(again.replaced() == 0);
  CHECK(workshop.export_all() == before);
}

TEST_CASE("a changed article replaces its own part and no other") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const auto other = workshop.file("velm.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  ingest(workshop, {other, text});
  workshop.file("clash.txt", "Published: 2022-03-10\n\nSudan and Chad signed an agreement.\n");
  CHECK(ingest(workshop, {other, text}).replaced() == 1);

  const Workshop fresh;  // that never saw the first version
  fresh.file("clash.txt", "Published: 2022-03-10\n\nSudan and Chad signed an agreement.\n");
  ingest(fresh, {other, fresh.path("clash.txt").string()});
  CHECK(workshop.export_all() == fresh.export_all());
  CHECK(workshop.casus({"stats"}).out == fresh.casus({"stats"}).out);
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

TEST_CASE("the later of two versions in one run stands") {
  const std::string first = R"({"id":"a","published":"2020-01-01","text":"Mali accused Niger."})";
  const std::string second = R"({"id":"a","published":"2020-01-02","text":"Niger denied it."})";
  const unsigned threads = GENERATE(1U, 4U);
  const Workshop workshop;
  const auto report = ingest(workshop, {"--threads", std::to_string(threads), "-"},
                             first + "\n" + second + "\n" + first + "\n");
  CHECK(report.added() == 1);
  CHECK(report.replaced() == 2);
  const Workshop fresh;
  ingest(fresh, {"-"}, first + "\n");
  CHECK(workshop.export_all() == fresh.export_all());
}

TEST_CASE("an older version of what is stored is left out and counted") {
  v1::ArticleAnnotation morning = harbour_report("velm-1", "2021-05-05");
  morning.mutable_article()->set_updated("2021-05-05T09:00:00+02:00");
  v1::ArticleAnnotation noon = harbour_report("velm-1", "2021-05-05");
  noon.mutable_article()->set_updated("2021-05-05T10:00:00Z");
  noon.clear_statements();
  const Workshop workshop;
  const auto report = ingest(workshop, {"-"}, json(noon) + json(morning));
  CHECK(report.added() == 1);
  CHECK(report.outdated() == 1);
  const Workshop other;
  CHECK(ingest(other, {"-"}, json(morning) + json(noon)).replaced() == 1);
  CHECK(other.export_all() == workshop.export_all());

  const Result text = workshop.casus({"ingest", "-"}, json(morning));
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("outdated"));
  CHECK_THAT(workshop.casus({"ingest", "-"}, json(noon)).out, !Contains("outdated"));
}

TEST_CASE("the graph does not depend on the order of input or on threads") {
  std::vector<std::string> files = example_files();
  REQUIRE(files.size() >= 9);
  const Workshop first;
  files.insert(files.begin(), {"--threads", "1"});
  ingest(first, files);
  const std::string expected = first.export_all();
  REQUIRE(expected.size() > 1000);

  std::reverse(files.begin() + 2, files.end());
  files[1] = "4";
  const Workshop second;
  ingest(second, files);
  CHECK(second.export_all() == expected);

  std::rotate(files.begin() + 2, files.begin() + 5, files.end());
  files[1] = "2";
  const Workshop third;
  for (std::size_t i = 2; i < files.size(); ++i) ingest(third, {files[0], files[1], files[i]});
  CHECK(third.export_all() == expected);
}

TEST_CASE("standard input is JSON Lines") {
  const Workshop workshop;
  const auto report = ingest(workshop, {"-"}, json(harbour_report("velm-1", "2021-05-05")));
  CHECK(report.added() == 1);
}

TEST_CASE("what extract prints, ingest takes as it is") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const Result extracted = workshop.casus({"extract", "--format", "json", text});
  CHECK(extracted.exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(workshop.store()));
  CHECK(ingest(workshop, {"-"}, extracted.out).added() == 1);
  const std::string from_annotation = workshop.export_all();
  const Workshop direct;
  ingest(direct, {text});
  CHECK(direct.export_all() == from_annotation);
}

TEST_CASE("what only the title tells is quoted from the title") {
  const std::string article =
      R"({"id":"a","title":"LIVE: Shelling near Donetsk kills three soldiers",)"
      R"("published":"2022-03-09","text":"The governor spoke to reporters on Monday."})";
  const Workshop workshop;
  REQUIRE(ingest(workshop, {"-"}, article + "\n").added() == 1);
  const Result attacks = workshop.casus({"attacks"});
  CHECK(attacks.exit_code == 0);
  CHECK_THAT(attacks.out, Contains("“Shelling near Donetsk kills three soldiers”") &&
                              Contains("2022-03-09, a (title)"));
  const Result entries = workshop.casus({"attacks", "--format", "json"});
  const auto event = parse<v1::EventEntry>(entries.lines().at(0));
  const auto shown = parse<v1::NodeReport>(
      workshop.casus({"show", event.key(), "--format", "json"}).lines().at(0));
  REQUIRE(shown.quotes_size() == 1);
  CHECK(shown.quotes(0).part() == v1::TextPart::title);
  CHECK(shown.quotes(0).begin() == 6);
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

TEST_CASE("extract prints in the order of input with any number of threads") {
  std::vector<std::string> line{"extract", "--format", "json", "--threads", "1"};
  const auto files = example_files();
  line.insert(line.end(), files.rbegin(), files.rend());
  const Workshop workshop;
  const Result one = workshop.casus(line);
  line[4] = "4";
  const Result four = workshop.casus(line);
  CHECK(one.lines().size() >= files.size());
  CHECK(one.out == four.out);
}

TEST_CASE("extract shows a person what it understood") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const Result result = workshop.casus({"extract", text});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("accusation: Chad") && Contains("“"));
}

TEST_CASE("extract explains what it found by words, entries and grammar") {
  Workshop workshop;
  const std::string text = workshop.file(
      "raid.txt", "Russian warplanes bombed a market in Idlib on Monday. Moscow denied the raid.");
  const Result people = workshop.casus({"extract", "--explain", text});
  CHECK(people.exit_code == 0);
  CHECK_THAT(people.out, Contains("“bombed”: [triggers] bomb, verb: ASSAULT explosives"));
  CHECK_THAT(people.out, Contains("initiator “Russian warplanes”: the subject"));
  CHECK_THAT(people.out, Contains("“denied”: [cues] deny, verb: denial"));
  const Result scripts = workshop.casus({"extract", "--explain", "--format", "json", text});
  CHECK_THAT(scripts.out, Contains(R"("key":"e1","reasons":[)"));
  CHECK_THAT(workshop.casus({"extract", text}).out, !Contains("[triggers]"));
}

TEST_CASE("the figures of --stats go to standard error") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  for (const char* command : {"extract", "ingest"}) {
    const Result result = workshop.casus({command, "--stats", "--threads", "2", text});
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("sentences") && Contains("peak memory"));
    CHECK_THAT(result.out, !Contains("peak memory"));
  }
}

TEST_CASE("the figures of --stats are a part of the report as JSON") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  CHECK_FALSE(ingest(workshop, {text}).has_stages());
  workshop.file("clash.txt", kClash + "Chad and Libya signed an agreement.\n");
  const auto report = ingest(workshop, {"--stats", "--threads", "2", text});
  CHECK(report.stages().threads() == 2);
  CHECK(report.stages().sentences() > 2);
  CHECK(report.stages().extraction() >= report.stages().parsing());
}

TEST_CASE("a dry run says what would be and writes nothing") {
  const Workshop workshop;
  const auto text = workshop.file("clash.txt", kClash);
  const auto velm = workshop.file("velm.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  const auto bad = workshop.file("bad.jsonl", "no JSON\n");
  const auto first = ingest(workshop, {"--dry-run", text, velm, bad});
  CHECK(first.dry_run());
  CHECK(first.added() == 2);
  CHECK(first.failed() == 1);
  CHECK_FALSE(std::filesystem::exists(workshop.store()));

  ingest(workshop, {text});
  const std::string before = workshop.export_all();
  workshop.file("clash.txt", "Published: 2022-03-10\n\nSudan and Chad signed an agreement.\n");
  const auto second = ingest(workshop, {"--dry-run", text, velm});
  CHECK(second.replaced() == 1);
  CHECK(second.added() == 1);
  CHECK(workshop.export_all() == before);
  const Result shown = workshop.casus({"ingest", "--dry-run", velm});
  CHECK(shown.exit_code == 0);
  CHECK_THAT(shown.out, Contains("Nothing was written"));
}

TEST_CASE("an option takes one value and leaves the paths behind it alone") {
  const Workshop workshop;
  const auto names = workshop.file("names.tsv", "[actors]\n");
  const auto text = workshop.file("clash.txt", kClash);
  const auto velm = workshop.file("velm.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  CHECK(ingest(workshop, {"--lexicon", names, text, velm}).added() == 2);
}

TEST_CASE("a second writer is refused with the holder's process id, and readers are not") {
  const Workshop workshop;
  const auto annotations =
      workshop.file("velm.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  ingest(workshop, {annotations});
  const HoldingWriter holder(workshop.store());
  const Result refused = workshop.casus({"ingest", annotations});
  CHECK(refused.exit_code == 4);
  CHECK_THAT(refused.err, Contains(std::to_string(holder.pid())));
  const Result reader = workshop.casus({"actors", "islanders"});
  INFO(reader.err);
  CHECK(reader.exit_code == 0);
}

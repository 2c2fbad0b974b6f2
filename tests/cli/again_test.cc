// What was taken in is recognised by its bytes when it comes again, and only as long as it would
// change nothing.

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "casus/v1/answer.pb.h"
#include "casus/v1/graph.pb.h"
#include "cli/inputs.h"
#include "cli/origin.h"
#include "command.h"
#include "extract/extractor.h"
#include "interchange/writers.h"
#include "tests/interchange/packed.h"

using namespace casus;
using namespace casus::cli_test;

namespace {

std::string page(const std::string& head, const std::string& body,
                 const std::string& after = "<p>Read more.</p>") {
  return "<html><head>" + head + "</head><body><article><p>" + body + "</p></article><footer>" +
         after + "</footer></body></html>";
}

std::string link(const std::string& url) { return "<link rel=\"canonical\" href=\"" + url + "\">"; }

std::string updated(const std::string& moment) {
  return "<meta property=\"article:modified_time\" content=\"" + moment + "\">";
}

std::string frames(const std::vector<v1::ArticleAnnotation>& annotations) {
  std::ostringstream out;
  for (const auto& annotation : annotations) interchange::write_delimited(annotation, out);
  return out.str();
}

const std::string kUrl = "https://gazette.example/clash";
const std::string kClash = "Soldiers of Chad clashed with gunmen near the town of Abune.";
const std::string kDenial = "Libya denied that it had armed the gunmen of Abune.";

struct Fixture : Workshop {
  v1::IngestReport ingest(std::vector<std::string> arguments, const std::string& input = {}) const {
    arguments.insert(arguments.begin(), {"ingest", "--format", "json"});
    const Result result = casus(arguments, input);
    INFO(result.err);
    REQUIRE(result.lines().size() == 1);
    return parse<v1::IngestReport>(result.lines()[0]);
  }

  // How many records there are, and how many of them are recognised before they are read.
  struct Records {
    int all = 0;
    int known = 0;
  };
  Records records(const std::vector<std::string>& paths) const {
    storage::StoreOptions options;
    options.read_only = true;
    const auto opened = storage::Store::open(store(), options);
    v1::ExtractorInfo extractor;
    extractor.set_name(extract::kExtractorName);
    extractor.set_version(extract::extractor_version(*extract::Lexicon::load({})));
    Records found;
    cli::read_inputs(
        paths, [](cli::Input&&) {},
        [&](const interchange::RawRecord& record) {
          ++found.all;
          if (cli::Origin(record, extractor).recognise(*opened)) ++found.known;
          return true;
        });
    return found;
  }

  void require_known(const std::vector<std::string>& paths, int count) const {
    const Records found = records(paths);
    CHECK(found.all == count);
    CHECK(found.known == count);
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "inputs of every kind are recognised when they come again") {
  const std::vector<std::string> paths = {
      file("a.txt", "Title: Clash\n\n" + kClash),
      file("b.html", page("", kClash)),
      file("c.html", page(link(kUrl), kClash)),
      file("d.jsonl", "{\"id\":\"d\",\"text\":\"" + kClash + "\"}\n{\"text\":\"" + kDenial +
                          "\"}\n" + json(harbour_report("velm-1", "2021-05-05"))),
      file("e.json", "[\n{\"text\":\"" + kClash + "\"},\n{\"text\":\"" + kDenial + "\"}\n]\n"),
      file("f.pb",
           frames({harbour_report("velm-2", "2021-05-06"), harbour_report("", "2021-05-07")})),
      file("g.html.gz", tests::gzipped(page("", kDenial)))};
  std::vector<std::string> dry_run = paths;
  dry_run.insert(dry_run.begin(), "--dry-run");
  CHECK(ingest(paths).added() == 11);
  require_known(paths, 11);
  const std::string before = export_all();
  const v1::IngestReport again = ingest(paths);
  CHECK(again.unchanged() == 11);
  CHECK(again.added() + again.replaced() + again.outdated() + again.failed() == 0);
  CHECK(ingest(dry_run).unchanged() == 11);
  CHECK(export_all() == before);
  CHECK(casus({"check"}).exit_code == 0);

  // A rebuild forgets; the next ingest does not know less for long.
  CHECK(casus({"rebuild"}).exit_code == 0);
  CHECK(records(paths).known == 0);
  CHECK(ingest(dry_run).unchanged() == 11);
  CHECK(records(paths).known == 0);
  CHECK(ingest(paths).unchanged() == 11);
  require_known(paths, 11);
  CHECK(export_all() == before);
  CHECK(casus({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Fixture,
                 "a byte that changes the article replaces it, and one beside it does not") {
  const std::string path = file("a.html", page(link(kUrl), kClash));
  ingest({path});
  file("a.html", page(link(kUrl), kDenial));
  CHECK(ingest({path}).replaced() == 1);
  require_known({path}, 1);
  file("a.html", page(link(kUrl), kDenial, "<p>Read much more.</p>"));
  CHECK(records({path}).known == 0);
  CHECK(ingest({path}).unchanged() == 1);
  require_known({path}, 1);
  file("a.html", page(link(kUrl), kClash));  // as it first was
  CHECK(records({path}).known == 0);
  CHECK(ingest({path}).replaced() == 1);

  v1::ArticleAnnotation annotation = harbour_report("velm-1", "2021-05-05");
  const std::string lines = file("b.jsonl", json(annotation));
  ingest({lines});
  annotation.mutable_events(0)->set_weapon("mine");
  file("b.jsonl", json(annotation));
  CHECK(ingest({"--dry-run", lines}).replaced() == 1);
  CHECK(ingest({lines}).replaced() == 1);
  CHECK(ingest({lines}).unchanged() == 1);
  CHECK(casus({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Fixture, "what was taken out comes in again") {
  const std::string path = file("a.html", page(link(kUrl), kClash));
  ingest({path});
  const std::string before = export_all();
  CHECK(casus({"retract", kUrl}).exit_code == 0);
  CHECK(records({path}).known == 0);
  CHECK(ingest({path}).added() == 1);
  CHECK(export_all() == before);
}

TEST_CASE_METHOD(Fixture, "a version that is outdated is so each time") {
  const std::string noon =
      file("noon.html", page(link(kUrl) + updated("2024-05-02T12:00:00Z"), kClash));
  const std::string morning =
      file("morning.html", page(link(kUrl) + updated("2024-05-02T08:00:00Z"), kDenial));
  const v1::IngestReport first = ingest({noon, morning});
  CHECK(first.added() == 1);
  CHECK(first.outdated() == 1);
  require_known({noon, morning}, 2);
  const v1::IngestReport again = ingest({morning, noon});
  CHECK(again.outdated() == 1);
  CHECK(again.unchanged() == 1);
  const std::string evening =
      file("evening.html", page(link(kUrl) + updated("2024-05-02T18:00:00Z"), kDenial));
  CHECK(ingest({evening}).replaced() == 1);
  CHECK(ingest({noon, morning}).outdated() == 2);
  require_known({noon, morning, evening}, 3);
  CHECK(casus({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Fixture, "of versions that take turns the last one stands, as it does at first") {
  const std::string first = R"({"id":"a","text":"Mali accused Niger of theft."})";
  const std::string second = R"({"id":"a","text":"Niger denied the theft."})";
  const std::string path = file("a.jsonl", first + "\n" + second + "\n");
  ingest({path});
  const std::string before = export_all();
  for (int round = 0; round < 3; ++round) {
    CHECK(ingest({path}).replaced() == 2);
    CHECK(export_all() == before);
  }
}

TEST_CASE_METHOD(Fixture, "what says no id of its own goes by its place, what says one does not") {
  const std::string nameless = page("", kClash);
  const std::string named = page(link(kUrl), kDenial);
  ingest({file("a.html", nameless), file("b.html", named)});
  const std::string copy = file("c.html", nameless);
  CHECK(records({copy}).known == 0);
  CHECK(ingest({copy}).added() == 1);
  CHECK(ingest({"-"}, nameless).added() == 1);
  CHECK(ingest({"-"}, nameless).unchanged() == 1);
  require_known({file("d.html", named)}, 1);
  // A text that says what the page says is read otherwise.
  CHECK(records({file("b.txt", named)}).known == 0);

  const std::string one = json(harbour_report("velm-1", "2021-05-05"));
  ingest({file("a.jsonl", one)});
  const std::string moved = file("b.jsonl", json(harbour_report("velm-2", "2021-05-06")) + one);
  CHECK(records({moved}).known == 1);
  CHECK(casus({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Fixture, "another lexicon extracts again, and annotations by other hands stand") {
  const std::string path = file("a.html", page(link(kUrl), kClash));
  const std::string names =
      file("names.tsv", "[actors]\nid\tname\tkind\nabune-guard\tAbune Guard\tarmed_group\n");
  ingest({path});
  CHECK(ingest({"--lexicon", names, path}).replaced() == 1);
  CHECK(ingest({"--lexicon", names, path}).unchanged() == 1);
  CHECK(ingest({path}).replaced() == 1);
  const v1::ArticleAnnotation other = harbour_report(kUrl, "2021-05-05");
  CHECK(ingest({"-"}, json(other)).replaced() == 1);
  CHECK(ingest({path}).replaced() == 1);
  CHECK(ingest({"-"}, json(other)).replaced() == 1);
  CHECK(ingest({"-"}, json(other)).unchanged() == 1);
}

TEST_CASE_METHOD(Fixture, "what persons corrected stays corrected when the input comes again") {
  const std::string path = file("a.jsonl", json(harbour_report("velm-1", "2021-05-05")));
  ingest({path});
  const Result attacks = casus({"attacks", "--format", "json"});
  REQUIRE(attacks.lines().size() == 1);
  const auto attack = parse<v1::EventEntry>(attacks.lines()[0]);
  CHECK(casus({"reject", attack.key(), "--author", "Ada"}).exit_code == 0);
  CHECK(casus({"attacks"}).exit_code == 1);
  CHECK(ingest({path}).unchanged() == 1);
  CHECK(casus({"attacks"}).exit_code == 1);
  require_known({path}, 1);
}

TEST_CASE_METHOD(Fixture, "bad input is bad each time") {
  const std::string path = file("a.jsonl", "{\"id\":\"a\"}\n");
  const std::string empty = file("b.html", "<html></html>");
  for (int round = 0; round < 2; ++round) CHECK(ingest({path, empty}).failed() == 2);
}

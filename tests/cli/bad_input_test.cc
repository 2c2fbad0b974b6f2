#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

const std::string kGood =
    "Title: Quiet day\nPublished: 2022-03-09\n\nGunmen killed two soldiers near Gao in Mali.\n";

struct Bad {
  std::string file;
  std::string content;
  std::string said;  // what the message must name beside the file
};

std::string every_byte() {
  std::string bytes;
  for (int i = 0; i < 1024; ++i) bytes += static_cast<char>(i % 256);
  return bytes;
}

const std::vector<Bad> kBad = {
    {"empty.txt", "", "empty"},
    {"header-only.txt", "Title: Nothing follows\n", ""},
    {"binary.txt", every_byte(), "byte"},
    {"unknown.txt", "\x81\xFE\x9D\x01\x02\xFF", "UTF-8"},
    {"no-date.txt", "Published: 2023-02-30\n\nGunmen killed two soldiers.\n", "2023-02-30"},
    {"types.jsonl", "{\"id\":7,\"text\":[\"x\"]}\n", "1"},
    {"no-json.jsonl", "this is not JSON\n", "1"},
    {"no-date.jsonl", "{\"id\":\"d\",\"published\":\"soon\",\"text\":\"Gunmen fled.\"}\n", "soon"},
    {"no-text.jsonl", "{\"id\":\"t\",\"title\":\"Gunmen\"}\n", "text"},
    {"unsound.jsonl",
     "{\"article\":{\"id\":\"u\",\"text\":\"short\"},\"extractor\":{\"name\":\"x\",\"version\":"
     "\"1\"},\"events\":[{\"key\":\"e1\",\"type\":\"ASSAULT\",\"trigger\":{\"begin\":0,\"end\":99}}"
     "]}"
     "\n",
     "events[0]"},
    {"picture.png", "\x89PNG\r\n", ""},
};

}  // namespace

TEST_CASE("each bad input is named, and the good ones around it are stored") {
  const Bad bad = GENERATE(from_range(kBad));
  const Workshop workshop;
  const Result result =
      workshop.casus({"ingest", workshop.file("a.txt", kGood), workshop.file(bad.file, bad.content),
                      workshop.file("z.txt", kGood)});
  INFO(bad.file << ": " << result.err);
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.err, Contains(bad.file == "unsound.jsonl" ? "u" : bad.file));
  CHECK_THAT(result.err, Contains(bad.said));
  CHECK_THAT(result.err, !Contains("\033") && !Contains(std::string(1, '\x89')));
  const Result stats = workshop.casus({"stats", "--format", "json"});
  CHECK(parse<v1::Stats>(stats.lines().at(0)).nodes(0).kind() == "article");
  CHECK(parse<v1::Stats>(stats.lines().at(0)).nodes(0).count() == 2);
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

TEST_CASE("a missing file among good ones") {
  const Workshop workshop;
  const Result result =
      workshop.casus({"ingest", "--format", "json", workshop.file("a.txt", kGood),
                      workshop.path("nowhere.txt").string(), workshop.file("z.txt", kGood)});
  CHECK(result.exit_code == 3);
  const auto report = parse<v1::IngestReport>(result.lines().at(0));
  CHECK(report.added() == 2);
  CHECK(report.failed() == 1);
  REQUIRE(report.failures_size() == 1);
  CHECK(report.failures(0).article() == workshop.path("nowhere.txt").string());
  CHECK_THAT(report.failures(0).reason(), Contains("nowhere.txt"));
}

TEST_CASE("a line of 100 MB is an error of its own, and the lines around it are read") {
  const Workshop workshop;
  const std::string path = workshop.file("long.jsonl", "");
  {
    std::ofstream out(path, std::ios::binary);
    out << R"({"id":"before","published":"2022-01-01","text":"Gunmen killed two men in Mali."})"
        << "\n{\"id\":\"long\",\"text\":\"";
    const std::string block(1 << 20, 'x');
    for (int i = 0; i < 100; ++i) out << block;
    out << "\"}\n"
        << R"({"id":"after","published":"2022-01-01","text":"Gunmen killed two men in Niger."})"
        << "\n";
  }
  const Result result = workshop.casus({"ingest", "--format", "json", path});
  CHECK(result.exit_code == 3);
  const auto report = parse<v1::IngestReport>(result.lines().at(0));
  CHECK(report.added() == 2);
  CHECK(report.failed() == 1);
  CHECK_THAT(report.failures(0).reason(), Contains("long.jsonl") && Contains("2"));
}

TEST_CASE("an article in a language that is not read is stored and noted, and no error") {
  const Workshop workshop;
  const std::string text =
      "Published: 2022-05-04\n\nLe ministre a démenti mardi que l'armée ait ouvert le feu sur les "
      "manifestants. Selon des témoins, trois personnes ont été tuées dans le centre de la ville. "
      "L'opposition a demandé une enquête et accusé le gouvernement de mentir.\n";
  const auto french = workshop.file("fr.txt", text);
  const Result result =
      workshop.casus({"ingest", "--format", "json", french, workshop.file("a.txt", kGood)});
  CHECK(result.exit_code == 0);
  const auto report = parse<v1::IngestReport>(result.lines().at(0));
  CHECK(report.added() == 2);
  CHECK(report.failed() == 0);
  CHECK(report.not_extracted() == 1);
  REQUIRE(report.skipped_size() == 1);
  CHECK(report.skipped(0).article() == "fr.txt");
  CHECK_THAT(report.skipped(0).reason(), Contains("language"));
  // It is there, and known the next time.
  const Result again = workshop.casus({"ingest", "--format", "json", french});
  CHECK(again.exit_code == 0);
  CHECK(parse<v1::IngestReport>(again.lines().at(0)).unchanged() == 1);

  // One note for all of them.
  std::vector<std::string> line{"ingest"};
  for (int i = 0; i < 5; ++i) line.push_back(workshop.file(std::to_string(i) + ".txt", text));
  const Result many = workshop.casus(line);
  CHECK(many.exit_code == 0);
  CHECK(std::count(many.err.begin(), many.err.end(), '\n') == 1);
  CHECK_THAT(many.err, Contains("0.txt, 1.txt, 2.txt and 2 more: ") && Contains("language"));

  const Result extracted = workshop.casus({"extract", "--format", "json", french});
  CHECK(extracted.exit_code == 0);
  CHECK_THAT(extracted.err, Contains("fr.txt") && Contains("language"));
}

TEST_CASE("extract says what is bad and prints the rest") {
  const Workshop workshop;
  const Result result =
      workshop.casus({"extract", "--format", "json", workshop.file("empty.txt", ""),
                      workshop.file("a.txt", kGood), workshop.path("nowhere.txt").string()});
  CHECK(result.exit_code == 3);
  CHECK(result.lines().size() == 1);
  CHECK_THAT(result.err, Contains("empty.txt") && Contains("nowhere.txt"));
}

TEST_CASE("a folder that is no store is the store's fault, and stays as it is") {
  const Workshop workshop;
  const auto note = workshop.file("store/notes.txt", "not a store\n");
  const Result result = workshop.casus({"ingest", workshop.file("a.txt", kGood)});
  CHECK(result.exit_code == 4);
  CHECK_FALSE(result.err.empty());
  CHECK(std::filesystem::exists(note));
}

TEST_CASE("a damaged store is said to be damaged") {
  const Workshop workshop;
  workshop.casus({"ingest", workshop.file("a.txt", kGood)});
  std::ofstream(workshop.store() / "CURRENT", std::ios::trunc) << "rubbish";
  const Result result = workshop.casus({"stats"});
  CHECK(result.exit_code == 4);
  CHECK_FALSE(result.err.empty());
}

// `casus annotations check`: everything that is wrong with what another extractor wrote.

#include <catch2/catch.hpp>
#include <sstream>

#include "casus/v1/answer.pb.h"
#include "command.h"
#include "interchange/writers.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

std::string frames(const std::vector<v1::ArticleAnnotation>& annotations) {
  std::ostringstream out;
  for (const auto& annotation : annotations) interchange::write_delimited(annotation, out);
  return out.str();
}

v1::AnnotationReport report(const Workshop& workshop, const std::string& path) {
  const Result result = workshop.casus({"annotations", "check", "--format", "json", path});
  REQUIRE(result.lines().size() == 1);
  return parse<v1::AnnotationReport>(result.lines()[0]);
}

std::string where_and_field(const v1::AnnotationReport::Finding& finding) {
  return finding.where() + " " + finding.field();
}

}  // namespace

TEST_CASE("sound annotations have no fault") {
  const Workshop workshop;
  const std::string lines =
      json(harbour_report("a", "2024-03-05")) + json(harbour_report("b", "2024-03-06"));
  const Result result =
      workshop.casus({"annotations", "check", workshop.file("sound.jsonl", lines)});
  INFO(result.out);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("2 annotations, no fault"));
  CHECK(workshop.casus({"annotations", "check", "-"}, lines).exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(workshop.store()));
}

TEST_CASE("every fault of every annotation is named with file, line and field") {
  const Workshop workshop;
  v1::ArticleAnnotation second = harbour_report("b", "2024-03-06");
  second.mutable_events(0)->set_type("assault");
  second.mutable_events(0)->mutable_trigger()->set_end(9999);
  std::string misspelt = json(harbour_report("c", "2024-03-07"));
  misspelt.replace(misspelt.find("\"trigger\""), 9, "\"triger\"");
  misspelt.replace(misspelt.find("\"denial\""), 8, "\"denail\"");
  const std::string path =
      workshop.file("mine.jsonl", json(harbour_report("a", "2024-03-05")) + "\n" + json(second) +
                                      misspelt + "{broken\n");
  const Result result = workshop.casus({"annotations", "check", path});
  INFO(result.out);
  CHECK(result.exit_code == 3);

  const v1::AnnotationReport found = report(workshop, path);
  CHECK(found.annotations() == 3);
  CHECK(found.faults() == 5);
  std::vector<std::string> places;
  for (const auto& finding : found.findings()) {
    CHECK(finding.file() == path);
    if (!finding.warning()) places.push_back(where_and_field(finding));
  }
  CHECK(places == std::vector<std::string>{"line 3 events[0].type", "line 3 events[0].trigger",
                                           "line 4 events[0].triger", "line 4 statements[1].kind",
                                           "line 5 "});
  CHECK(found.findings(0).article() == "b");
  CHECK_THAT(result.out, Contains("mine.jsonl, line 3: events[0].trigger: ends at 9999"));
  CHECK_THAT(found.findings(2).reason(), Contains("did you mean 'trigger'?"));
  CHECK_THAT(found.findings(3).reason(), Contains("did you mean 'denial'?"));
  CHECK_THAT(result.out, Contains("3 annotations, 5 faults (2 format, 2 value, 1 span)"));
}

TEST_CASE("frames are named by their number, and fields of a newer version are warned of") {
  const Workshop workshop;
  v1::ArticleAnnotation second = harbour_report("b", "2024-03-06");
  second.mutable_statements(0)->set_claim("c9");
  v1::ArticleAnnotation third = harbour_report("c", "2024-03-07");
  third.mutable_events(0)
      ->GetReflection()
      ->MutableUnknownFields(third.mutable_events(0))
      ->AddVarint(999, 1);
  const std::string path = workshop.file(
      "mine.pb", frames({harbour_report("a", "2024-03-05"), second, third}) + "\x05ha");
  const v1::AnnotationReport found = report(workshop, path);
  CHECK(found.annotations() == 3);
  std::vector<std::string> places;
  for (const auto& finding : found.findings()) {
    if (finding.kind() != "stance") places.push_back(finding.where() + " " + finding.field());
  }
  REQUIRE(places.size() == 3);
  CHECK_THAT(places[0], Contains("frame 2 at byte") && Contains("statements[0].claim"));
  CHECK_THAT(places[1], Contains("frame 3 at byte") && Contains("events[0]"));
  CHECK_THAT(places[2], Contains("frame 4 at byte"));
}

TEST_CASE("what is no annotation is said to be none") {
  const Workshop workshop;
  const Result article = workshop.casus({"annotations", "check", "-"},
                                        "{\"id\":\"a\",\"text\":\"Nothing happened.\"}\n");
  CHECK(article.exit_code == 3);
  CHECK_THAT(article.out, Contains("'a' is an article; an annotation has 'article'"));
  const Result none = workshop.casus({"annotations", "check", "/nowhere/at.jsonl"});
  CHECK(none.exit_code == 3);
  CHECK_THAT(none.out, Contains("does not exist"));
  CHECK(workshop.casus({"annotations"}).exit_code == 2);
  CHECK(workshop.casus({"annotations", "check"}).exit_code == 2);
}

TEST_CASE("findings are counted beyond those that are shown") {
  const Workshop workshop;
  v1::ArticleAnnotation annotation = harbour_report("a", "2024-03-05");
  for (int i = 0; i < 50; ++i) annotation.add_claims()->set_key("x" + std::to_string(i));
  const std::string path = workshop.file("mine.jsonl", json(annotation));
  const Result result = workshop.casus({"annotations", "check", "--limit", "3", path});
  CHECK_THAT(result.out, Contains("more; --limit shows more of them"));
  const auto shown = parse<v1::AnnotationReport>(
      workshop.casus({"annotations", "check", "--limit", "3", "--format", "json", path}).out);
  CHECK(shown.findings_size() == 3);
  CHECK(shown.faults() == 100);  // each without a text and without evidence
}

TEST_CASE("what the example extractor of the manual writes is sound, and what is faulty is told") {
  const Workshop workshop;
  const std::string folder = std::string(CASUS_SOURCE_DIR) + "/examples/annotations/";
  const Result sound = workshop.casus({"annotations", "check", folder + "port-dumeira.jsonl"});
  INFO(sound.out);
  CHECK(sound.exit_code == 0);
  CHECK_THAT(sound.out, Contains("1 annotation, no fault, no warning"));
  CHECK(workshop.casus({"ingest", folder + "port-dumeira.jsonl"}).exit_code == 0);
  CHECK(workshop.casus({"check"}).exit_code == 0);
  CHECK(workshop.casus({"annotations", "check", folder + "faulty.jsonl"}).exit_code == 3);
}

TEST_CASE("the built-in extractor writes annotations without a fault") {
  const Workshop workshop;
  const Result extracted = workshop.casus(
      {"extract", "--format", "json", std::string(CASUS_SOURCE_DIR) + "/examples/articles"});
  const Result checked = workshop.casus({"annotations", "check", "-"}, extracted.out);
  INFO(checked.out);
  CHECK(checked.exit_code == 0);
}

// Records of coded data sets, taken in all at once.

#include <catch2/catch.hpp>
#include <string>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;

namespace {

std::string record(int number) {
  v1::ArticleAnnotation annotation = harbour_report("row-" + std::to_string(number), "2021-05-05");
  annotation.mutable_article()->set_dataset("harbour incidents");
  return json(annotation) + "\n";
}

}  // namespace

TEST_CASE_METHOD(Workshop, "records taken in at once make the graph that they make one by one") {
  std::string records;
  for (int i = 0; i < 20; ++i) records += record(i);
  const std::string path =
      file("rows.jsonl", records + "{\"article\":{\"id\":\"bad\"}}\n" + record(3));
  const Result bulk = casus({"ingest", "--bulk", "--format", "json", path});
  CHECK(bulk.exit_code == 3);
  const auto report = parse<v1::IngestReport>(bulk.lines().at(0));
  CHECK(report.added() == 20);
  CHECK(report.unchanged() == 1);
  CHECK(report.failed() == 1);
  CHECK(casus({"check"}).exit_code == 0);
  const std::string whole = export_all();

  CHECK(parse<v1::IngestReport>(casus({"ingest", "--bulk", "--format", "json", path}).lines().at(0))
            .unchanged() == 21);
  const auto other = this->path("one by one");
  casus_on(other, {"ingest", path});
  CHECK(casus_on(other, {"export", "--all"}).out == whole);
}

TEST_CASE_METHOD(Workshop, "a dry run is not in bulk") {
  const Result result = casus({"ingest", "--bulk", "--dry-run", file("rows.jsonl", record(1))});
  CHECK(result.exit_code == 2);
  CHECK(result.err.find("--dry-run") != std::string::npos);
}

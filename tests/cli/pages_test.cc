// Articles as the web has them, from the files to an answer.

#include <catch2/catch.hpp>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

const std::string kPages = std::string(CASUS_SOURCE_DIR) + "/examples/pages";

}  // namespace

TEST_CASE("a folder of pages and feeds is taken in, and again") {
  const Workshop workshop;
  const Result result = workshop.casus({"ingest", "--format", "json", kPages});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(parse<v1::IngestReport>(result.lines().at(0)).added() == 3);
  CHECK(
      parse<v1::IngestReport>(workshop.casus({"ingest", "--format", "json", kPages}).lines().at(0))
          .unchanged() == 3);
  const Result denials = workshop.casus({"statements", "--kind", "denial"});
  CHECK(denials.exit_code == 0);
  CHECK_THAT(denials.out,
             Contains("Lagos Evening Dispatch") && Contains("https://dispatch.example"));
  // What stands around the article says nothing.
  const std::string all = workshop.export_all();
  CHECK_THAT(all, !Contains("my cousin") && !Contains("newsletter") && !Contains("Fishermen ask"));
  CHECK(workshop.casus({"check"}).exit_code == 0);
}

TEST_CASE("standard input is told by what it begins with") {
  const Workshop workshop;
  const auto added = [&](const std::string& input) {
    const Result result = workshop.casus({"ingest", "--format", "json", "-"}, input);
    INFO(result.err);
    REQUIRE(result.lines().size() == 1);
    return parse<v1::IngestReport>(result.lines().at(0)).added();
  };
  CHECK(added("{\"id\":\"a\",\"text\":\"Gunmen killed two men in Mali.\"}\n") == 1);
  CHECK(added("<html><article><p>Gunmen killed three men in Mali.</p></article></html>") == 1);
  CHECK(added("<?xml version='1.0'?><rss><channel><item><description>Gunmen killed four men in "
              "Mali.</description></item><item><description>Gunmen killed five men in "
              "Mali.</description></item></channel></rss>") == 2);
  CHECK(added("Title: Six\n\nGunmen killed six men in Mali.\n") == 1);
  CHECK(added("Title: Seven\n\nGunmen killed seven men in Mali.\n") == 1);
  const Result binary = workshop.casus({"ingest", "-"}, std::string("\x20\x0A\x12\x03 abc\x1A", 8));
  CHECK(binary.exit_code == 3);
  CHECK_THAT(binary.err, Contains("standard input: is binary") && Contains(".pb"));
}

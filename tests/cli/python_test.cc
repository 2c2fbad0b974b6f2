// Another extractor and another reader, in another language, with nothing but the .proto files.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

const std::string kPython = std::string(CASUS_SOURCE_DIR) + "/examples/python/";

// With Debian's Python, which is the one that has python3-protobuf.
int python(const std::string& command) {
  return std::system(("PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 " + kPython + command).c_str());
}

}  // namespace

TEST_CASE("the Python extractor's annotations are sound in both encodings, and say the same") {
  const Workshop workshop;
  std::string exported;
  for (const std::string format : {"jsonl", "pb"}) {
    const std::string file = workshop.path("wells." + format).string();
    REQUIRE(python("accusations.py --format " + format + " " + kPython + "reports/*.txt > " +
                   file) == 0);
    const Result checked = workshop.casus({"annotations", "check", file});
    INFO(checked.out);
    CHECK(checked.exit_code == 0);
    CHECK_THAT(checked.out, Contains("2 annotations, no fault, no warning"));
    const auto store = workshop.path("store-" + format);
    CHECK(workshop.casus_on(store, {"ingest", file}).exit_code == 0);
    CHECK(workshop.casus_on(store, {"check"}).exit_code == 0);
    const std::string graph = workshop.casus_on(store, {"export", "--all"}).out;
    if (exported.empty()) exported = graph;
    CHECK(graph == exported);
  }
}

TEST_CASE("a claim that Python wrote is traced, and read back by Python, with both sides") {
  const Workshop workshop;
  const std::string file = workshop.path("wells.jsonl").string();
  REQUIRE(python("accusations.py " + kPython + "reports/*.txt > " + file) == 0);
  REQUIRE(workshop.casus({"ingest", file}).exit_code == 0);
  const Result traced =
      workshop.casus({"trace", "--about", "fouling the wells of Agharous", "--format", "json"});
  REQUIRE(traced.exit_code == 0);
  const auto trace = parse<v1::Trace>(traced.lines().at(0));
  CHECK(trace.status() == v1::TraceStatus::contested);
  CHECK(trace.asserted_by(0).principal().name() == "Niger");
  CHECK(trace.denied_by(0).principal().name() == "Free Ténéré Movement");
  CHECK(trace.denied_by(0).quote() ==
        "Free Ténéré Movement denied fouling any well and asked for "
        "a commission of elders");

  const std::string graph =
      workshop.file("graph.pb", workshop.casus({"export", "--all", "--format", "protobuf"}).out);
  const std::string read = workshop.path("read.txt").string();
  REQUIRE(python("read_graph.py < " + graph + " > " + read) == 0);
  std::ifstream in(read);
  const std::string claims{std::istreambuf_iterator<char>(in), {}};
  CHECK_THAT(claims, Contains("Free Ténéré Movement fouling the wells of Agharous\n"
                              "  asserted by Niger (Désert Matin, 2024-04-19)\n"
                              "  denied by   Free Ténéré Movement (Désert Matin, 2024-04-19)"));
}

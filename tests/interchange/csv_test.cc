#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/error.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

namespace fs = std::filesystem;

// The folder that a writer of the format makes of the graph, removed at the end.
class Folder {
 public:
  Folder(const std::string& format, const v1::Subgraph& graph) {
    std::string name = (fs::temp_directory_path() / "casus-csv-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path_ = name;
    const auto writer = interchange::make_folder_writer(format, path_);
    writer->write(graph);
    writer->finish();
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // What a program prints that finds the folder in sys.argv[2].
  std::string python(const std::string& program) const {
    return run_on(program, "/usr/bin/python3 \"$1\" \"$1\" '" + path_.string() + "'");
  }

 private:
  fs::path path_;
};

// Every row of every file, as Python reads it.
const std::string kCount = R"(
import csv, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[2]).glob('*.csv')):
    rows = list(csv.reader(open(path, encoding='utf-8', newline=''), strict=True))
    assert len(set(map(len, rows))) == 1, path
    print(path.stem, len(rows) - 1)
)";

const std::string kCounts =
    "ABOUT.Claim.Actor 2\nADDRESSES.Statement.Actor 1\nAFFILIATED.Actor.Actor 2\n"
    "ASSERTS.Statement.Claim 1\nActor 4\nArticle 2\nClaim 2\nDENIES.Statement.Claim 1\nEvent 1\n"
    "INITIATED.Actor.Event 1\nLOCATED_AT.Event.Place 1\nMADE.Actor.Statement 2\nPlace 1\n"
    "REPORTS.Article.Statement 1\nSAME_AS.Claim.Claim 1\nStatement 2\nTARGETED.Event.Actor 1\n";

}  // namespace

TEST_CASE("Python reads the tables: a file of each kind of node, one of each kind of edge") {
  CHECK(Folder("csv-neo4j", quarrel()).python(kCount) == kCounts);
  CHECK(Folder("csv-kuzu", quarrel()).python(kCount) == kCounts);
}

TEST_CASE("the tables for Neo4j say what is an id, a label, a type, a number and a date") {
  const Folder folder("csv-neo4j", quarrel());
  CHECK_THAT(folder.file("Event.csv"),
             StartsWith("key:ID,:LABEL,kind:string,label:string,published:date,article:string"));
  CHECK_THAT(folder.file("Event.csv"), Contains("killed_low:long") && Contains("date_end:date"));
  CHECK_THAT(folder.file("Event.csv"),
             Contains("\n\"event:1/e1\",\"Event;Attack\",\"attack\",\"ASSAULT, heavy-weapons, "
                      "2031-03-01\",,\"article:1\"") &&
                 Contains(",7,,,"));
  CHECK_THAT(folder.file("INITIATED.Actor.Event.csv"),
             StartsWith(":START_ID,:END_ID,:TYPE,kind:string") &&
                 Contains("\n\"actor:lantern\",\"event:1/e1\",\"INITIATED\","));
  CHECK(folder.file("schema.cypher").empty());
}

TEST_CASE("the tables for Kùzu come with the schema that loads them") {
  const std::string schema = Folder("csv-kuzu", quarrel()).file("schema.cypher");
  CHECK_THAT(schema, Contains("CREATE NODE TABLE `Place`(`key` STRING PRIMARY KEY, `kind` STRING, "
                              "`label` STRING, `name` STRING, `country` STRING, `within` STRING, "
                              "`latitude` DOUBLE, `longitude` DOUBLE);\n"));
  CHECK_THAT(schema,
             Contains("CREATE REL TABLE `TARGETED`(FROM `Event` TO `Actor`, `kind` STRING"));
  CHECK_THAT(schema, Contains("COPY `TARGETED` FROM 'TARGETED.Event.Actor.csv' (from='Event', "
                              "to='Actor', HEADER=true"));
}

TEST_CASE("a text comes back from a table as it was, even one that a spreadsheet would calculate") {
  v1::Subgraph graph;
  add_actor(graph, "actor:a", awkward_text(), v1::ActorKind::person);
  add_actor(graph, "actor:b", "=1+1", v1::ActorKind::person);
  for (const auto* format : {"csv-neo4j", "csv-kuzu"}) {
    const std::string out = Folder(format, graph).python(R"(
import csv, sys
rows = list(csv.reader(open(sys.argv[2] + '/Actor.csv', encoding='utf-8', newline='')))
at = [name.split(':')[0] for name in rows[0]].index('name')
for row in rows:
    print(ascii(row[at]))
)");
    CHECK_THAT(out, Contains("\\xd6l\" & <b>") && Contains("\\\\ \\\\N\\r\\n\\t") &&
                        Contains("\\x01\\x1b") && Contains("\\ufffd]]>&amp;--"));
    CHECK_THAT(out, Contains("\n'=1+1'\n"));
  }
}

TEST_CASE("an empty graph is empty tables; a folder that is not there is an error") {
  CHECK(Folder("csv-kuzu", {}).python(kCount) ==
        "Actor 0\nArticle 0\nClaim 0\nEvent 0\nPlace 0\nStatement 0\n");
  const auto writer = interchange::make_folder_writer("csv-kuzu", "/nowhere/at/all");
  CHECK_THROWS_AS(writer->write(quarrel()), Error);
  CHECK_THROWS_AS(interchange::make_folder_writer("json", "/tmp"), InputError);
  CHECK_THROWS_AS(written("csv-kuzu", {}), InputError);
}

// Tables of coded events, taken in by the command.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// A row of GDELT 2.0: who did `code` to whom in Goma.
std::string gdelt(const std::string& id, const std::string& actor1, const std::string& name1,
                  const std::string& code, const std::string& actor2, const std::string& name2) {
  const auto party = [](const std::string& actor, const std::string& name) {
    return "\t" + actor + "\t" + name + "\t" + actor.substr(0, 3) + std::string(7, '\t');
  };
  return id + "\t20240506\t202405\t2024\t2024.3466" + party(actor1, name1) + party(actor2, name2) +
         "\t1\t" + code + "\t" + code + "\t" + code.substr(0, 2) + "\t4\t-9.0\t3\t1\t3\t-4.5" +
         std::string(16, '\t') +
         "\t4\tGoma, Nord-Kivu, Congo (Kinshasa)\tCG\tCG11\t\t-1.67\t29.22\t-1\t20240507010000\t"
         "https://www.lake-post.example/" +
         id + "\n";
}

v1::IngestReport report(const Result& result) {
  return parse<v1::IngestReport>(result.lines().at(0));
}

}  // namespace

TEST_CASE_METHOD(Workshop, "events of GDELT are of the actors and places that the news is about") {
  const std::string table =
      file("a.export.CSV",
           gdelt("1", "RWAMIL", "RWANDA", "190", "COD", "DEMOCRATIC REPUBLIC OF THE CONGO") +
               gdelt("2", "USAGOV", "UNITED STATES", "016", "RWA", "RWANDA"));
  const Result result = casus({"import", "gdelt", table});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("new                   2"));
  CHECK(casus({"check"}).exit_code == 0);
  const Result attacks = casus({"attacks", "--place", "Goma"});
  CHECK_THAT(attacks.out, Contains("Rwanda") && Contains("lake-post.example"));
  CHECK_THAT(casus({"statements", "--format", "json"}).out, Contains("\"denial\""));
  const std::string graph = export_all();
  for (const char* key :
       {"\"actor:RWA\"", "\"actor:COD\"", "\"actor:USA\"", "\"place:COD:goma\""}) {
    CHECK_THAT(graph, Contains(key));
  }
}

TEST_CASE_METHOD(Workshop, "the same table again changes nothing, a newer one what has changed") {
  const std::string one = gdelt("1", "RWA", "RWANDA", "190", "COD", "CONGO");
  const std::string two = gdelt("2", "RWA", "RWANDA", "042", "COD", "CONGO");
  const std::string newer = gdelt("2", "RWA", "RWANDA", "043", "COD", "CONGO");
  CHECK(report(casus({"import", "gdelt", "--format", "json", file("a", one + two)})).added() == 2);
  const std::string before = export_all();
  const auto again = report(casus({"import", "gdelt", "--format", "json", "-"}, two + one));
  CHECK(again.unchanged() == 2);
  CHECK(export_all() == before);
  const auto changed =
      report(casus({"import", "gdelt", "--format", "json", file("b", one), "-"}, newer));
  CHECK(changed.unchanged() == 1);
  CHECK(changed.replaced() == 1);
  CHECK(casus({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Workshop, "rows that are rejected are listed, and the others are taken in") {
  std::string rows = gdelt("1", "RWA", "RWANDA", "190", "COD", "CONGO");
  for (int i = 0; i < 30; ++i) rows += gdelt("x", "RWA", "RWANDA", "999", "COD", "CONGO");
  const std::string rejects = path("rejects.tsv").string();
  const Result result =
      casus({"import", "gdelt", "--rejects", rejects, file("a.csv", rows), path("none").string()});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.out,
             Contains("new                   1") && Contains("rejected             31"));
  CHECK_THAT(result.err,
             Contains("a.csv, line 2, column EventCode: is '999'") && Contains("and 21 more, in "));
  std::ifstream in(rejects);
  const std::string listed((std::istreambuf_iterator<char>(in)), {});
  CHECK(std::count(listed.begin(), listed.end(), '\n') == 32);
  CHECK_THAT(listed, Contains("file\tline\tcolumn\treason\n") &&
                         Contains("a.csv\t31\tEventCode\tis '999'") &&
                         Contains("none\t\t\tdoes not exist."));
}

TEST_CASE_METHOD(Workshop, "a row that is no annotation is told by its line, too") {
  const std::string rejects = path("rejects.tsv").string();
  const Result result =
      casus({"import", "ucdp-ged", "--rejects", rejects, "-"},
            "id,type_of_violence,side_a,side_b,country,date_start,date_end,best,high,low\n"
            "5,2,Lake Front,Hill Front,DR Congo (Zaire),2024-05-05,2024-05-06,,2,7\n");
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.err, Contains("standard input, line 2: ") && Contains("from low over best"));
  std::ifstream in(rejects);
  const std::string listed((std::istreambuf_iterator<char>(in)), {});
  CHECK_THAT(listed, Contains("\nstandard input\t2\t\t"));
}

TEST_CASE_METHOD(Workshop, "rejects that cannot be listed are told before there is a store") {
  const Result result = casus({"import", "gdelt", "--rejects", path("none/rejects.tsv").string(),
                               file("a.csv", gdelt("1", "RWA", "RWANDA", "190", "COD", "CONGO"))});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("cannot be written") && Contains("--rejects"));
  CHECK_FALSE(std::filesystem::exists(store()));
}

TEST_CASE_METHOD(Workshop, "a data set has the name that it is given") {
  casus({"import", "gdelt", "--dataset", "gdelt-kivu", "-"},
        gdelt("1", "RWA", "RWANDA", "190", "COD", "CONGO"));
  CHECK_THAT(casus({"articles"}).out, Contains("gdelt-kivu:1"));
}

TEST_CASE_METHOD(Workshop, "a format that there is not is a mistake of usage") {
  const Result result = casus({"import", "gedlt", "-"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("gdelt"));
}

TEST_CASE_METHOD(Workshop, "a clash of UCDP stands between its two sides, whoever began") {
  const Result result = casus(
      {"import", "ucdp-ged", "-"},
      "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,country,date_start,date_end,"
      "best,high,low\n"
      "5,1,Government of DR Congo (Zaire),M23,1,Goma town,DR Congo (Zaire),2024-05-05,2024-05-06,"
      "4,6,4\n");
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(casus({"check"}).exit_code == 0);
  CHECK_THAT(casus({"relations", "M23"}).out, Contains("Democratic Republic of the Congo"));
  CHECK_THAT(casus({"attacks", "--place", "Goma"}).out, Contains("killed"));
}

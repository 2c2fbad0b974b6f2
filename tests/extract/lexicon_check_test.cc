// All that is wrong with a user's files, not only the first of it.

#include <catch2/catch.hpp>

#include "extract/lexicon/check.h"
#include "graph/utf8.h"
#include "tests/support/temp_dir.h"

using namespace casus;
using namespace casus::extract;
using Catch::Matchers::Contains;

namespace {

// Files in a directory of their own.
class Files {
 public:
  explicit Files(const std::vector<std::string>& contents) {
    for (const std::string& content : contents) {
      paths_.push_back(directory_.file(std::to_string(paths_.size() + 1) + ".tsv", content));
    }
  }

  std::vector<LexiconFileReport> check(std::size_t limit = 100) const {
    return check_lexicon(paths_, limit);
  }

 private:
  tests::TempDir directory_;
  std::vector<std::filesystem::path> paths_;
};

LexiconFileReport check(const std::string& content, std::size_t limit = 100) {
  return Files({content}).check(limit).at(0);
}

// "3 kind", with "note" behind it if it is one.
std::vector<std::string> places(const LexiconFileReport& report) {
  std::vector<std::string> all;
  for (const LexiconProblem& problem : report.problems)
    all.push_back(std::to_string(problem.where.line) + ' ' + std::string(problem.where.column) +
                  (problem.note ? " note" : ""));
  return all;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound file has no mistake") {
  const LexiconFileReport report = check(
      "[actors]\nid\tname\tkind\tcountry\nriver-front\tRiver Front\tarmed_group\tSLB\n"
      "[persons]\nname\toffices\nAna Kovac\tleader @ river-front 2020..\n"
      "[aliases]\nid\tnames\nriver-front\tRF Militia\n");
  CHECK(report.entries == 3);
  CHECK(report.mistakes == 0);
  CHECK(report.notes == 0);
  CHECK(report.problems.empty());
}

TEST_CASE("every cell that is wrong is told of, by line") {
  const LexiconFileReport report = check(
      "[actors]\n"
      "id\tname\tkind\taffiliation\taliases\n"
      "x\tXenos\tgang\tnobody\tlower; Fine; lowest\n"
      "y\tyonder\tparty\n"
      "z\t\tparty\n"
      "[persons]\n"
      "name\toffices\n"
      "Ana Kovac\tpresident @ IRQ 2023-02-30..; king; head @ gone 2020..; chief @ x 2020..2019\n"
      "[places]\n"
      "name\tcountry\tlat\tlon\twithin\n"
      "Hill\tIRQ\t120\t200\n"
      "Hut\tIRQ\t1\n"
      "Ford\tiraq\t\t\tnowhere\n");
  CHECK(places(report) == Places{"3 kind", "3 aliases", "3 aliases", "3 affiliation", "4 name",
                                 "5 name", "8 offices", "8 offices", "8 offices", "8 offices",
                                 "11 lat", "11 lon", "12 lon", "13 country", "13 within"});
  CHECK(report.mistakes == 15);
  CHECK(report.entries == 6);
  CHECK_THAT(report.problems.at(0).reason, Contains("gang") && Contains("armed_group"));
  CHECK_THAT(report.problems.at(2).reason, Contains("lowest"));
  CHECK_THAT(report.problems.at(11).reason, Contains("200") && Contains("180"));
}

TEST_CASE("what is wrong with an entry does not make those wrong that refer to it") {
  CHECK(places(check("[actors]\nid\tname\tkind\tcountry\nx\tXenos\tgang\tnowhere\n"
                     "y\tYonder\tparty\tIRQ\n[aliases]\nid\tnames\nx\tXena\n"
                     "[places]\nname\tlat\tlon\tid\twithin\nHill\t120\t10\thill\n"
                     "Hut\t\t\t\thill\n")) == Places{"3 kind", "3 country", "10 lat"});
}

TEST_CASE("reading goes on behind what is no table, and in a table without what is no column") {
  CHECK(places(check("name\tid\nmore\tof it\n[actor]\nid\tname\n[actors]\nid\tname\tcolour\n"
                     "[actors]\nid\tname\tcolour\tname\tkind\nx\tXenos\tred\tXena\tgang\textra\n"
                     "[nouns]\nsingular\tplural\nb\xFFrp\tburps\n")) ==
        Places{"1 ", "3 ", "6 ", "6 ", "8 ", "8 ", "9 ", "9 kind", "12 "});
}

TEST_CASE("two entries of one id in a file are a mistake") {
  const LexiconFileReport report = check(
      "[actors]\nid\tname\tkind\nana-kovac\tRiver Front\tparty\n"
      "[persons]\nname\nAna Kovac\n"
      "[agents]\nnoun\nwarden of wells\nwarden of wells\n"
      "[triggers]\nphrase\tform\ttype\nsnowball; snowball\tverb\tASSAULT\n"
      "snowball\tnoun\tASSAULT\nsnowball\tverb\tASSAULT\n"
      "[verbs]\nbase\tpast\nsnew\tsnew\nsnew\tsnewed\n");
  CHECK(places(report) == Places{"6 name", "10 noun", "15 phrase"});
  CHECK_THAT(report.problems.at(0).reason, Contains("ana-kovac") && Contains("line 3"));
}

TEST_CASE("what hides something is a note") {
  const auto reports = Files({"[actors]\nid\tname\tkind\taliases\n"
                              "pentagon\tPentagon\tgovernment\n"
                              "river-front\tRiver Front\tarmed_group\tHamas; HAMAS Two; Mosul\n"
                              "lake-front\tLake Front\tarmed_group\tRiver Front\n",
                              "[actors]\nid\tname\tkind\tseats\n"
                              "pentagon\tThe Pentagon\tgovernment\n"
                              "hill-front\tHill Front\tarmed_group\tHamas; Brussels\n"})
                           .check();
  REQUIRE(reports.size() == 2);
  REQUIRE(places(reports[0]) == Places{"3 id note", "4  note", "5  note"});
  CHECK(reports[0].mistakes == 0);
  CHECK(reports[0].notes == 3);
  CHECK_THAT(reports[0].problems[0].text(),
             Contains("lexicon/actors.tsv") && Contains("[aliases]"));
  CHECK_THAT(reports[0].problems[1].reason,
             Contains("\"Hamas\" is found as river-front") && Contains("as hamas of"));
  CHECK_THAT(reports[0].problems[2].reason, Contains("line 4"));
  REQUIRE(places(reports[1]) == Places{"3 id note", "4  note"});
  CHECK_THAT(reports[1].problems[1].reason, Contains("Brussels"));
}

TEST_CASE("files are read one after the other; one that cannot be read is a mistake") {
  const Files files({"[actors]\nid\tname\tkind\nx\tXenos\tparty\n",
                     "[aliases]\nid\tnames\nx\tXena\ny\tYonder\n"});
  const auto reports = files.check();
  CHECK(reports.at(0).problems.empty());
  CHECK(places(reports.at(1)) == Places{"4 id"});
  const std::vector<std::filesystem::path> missing = {"/nowhere/mine.tsv"};
  const auto report = check_lexicon(missing, 100).at(0);
  CHECK(places(report) == Places{"0 "});
  CHECK_THAT(report.problems[0].reason, Contains("cannot be read"));
}

TEST_CASE("problems are counted beyond those that are kept, which are the first by line") {
  std::string content = "[aliases]\nid\tnames\n[actors]\nid\tname\tkind\taffiliation\n";
  for (int i = 0; i < 50; ++i)
    content += "a" + std::to_string(i) + "\tA\tparty\tnobody\n";  // told of at the end
  for (int i = 0; i < 50; ++i) content += "b" + std::to_string(i) + "\tB\tgang\n";
  const LexiconFileReport report = check(content, 10);
  CHECK(report.mistakes == 100);
  REQUIRE(report.problems.size() == 10);
  CHECK_FALSE(report.problems[0].note);
  CHECK(report.problems[0].where.line == 5);
  CHECK(report.problems[9].where.line < 20);
  CHECK(check(content, 0).mistakes == 100);
}

TEST_CASE("what is quoted of a long line is bounded, and whole characters") {
  std::string name;
  for (int i = 0; i < 2000; ++i) name += "é";
  const LexiconFileReport report = check("[actors]\nid\tname\tkind\nx\tX\t" + name + "\n");
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].reason.size() <= 1003);
  CHECK_FALSE(find_invalid_utf8(report.problems[0].reason));
}

// `casus lexicon check`: all that is wrong with a user's additions.

#include <catch2/catch.hpp>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

const std::string kSound =
    "[actors]\nid\tname\tkind\nriver-front\tRiver Front\tarmed_group\npentagon\tPentagon\t"
    "government\n";
const std::string kFaulty =
    "[actors]\nid\tname\tkind\tcountry\nx\tXenos\tgang\tnowhere\n[places]\nname\tlat\tlon\n"
    "Hill\t120\t10\n";

}  // namespace

TEST_CASE("a sound file has exit code 0, whatever it hides") {
  const Workshop workshop;
  const Result result = workshop.casus({"lexicon", "check", workshop.file("mine.tsv", kSound)});
  INFO(result.out);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("mine.tsv, line 4, column \"id\": note: \"pentagon\" takes"));
  CHECK_THAT(result.out, Contains("mine.tsv: 2 entries, no mistake, 1 note"));
  CHECK_FALSE(std::filesystem::exists(workshop.store()));
}

TEST_CASE("every mistake has its file, its line, its column and what was expected") {
  const Workshop workshop;
  const std::string path = workshop.file("mine.tsv", kFaulty);
  const Result text = workshop.casus({"lexicon", "check", path});
  INFO(text.out);
  CHECK(text.exit_code == 3);
  CHECK_THAT(text.out, Contains("mine.tsv, line 3, column \"kind\": \"gang\" is not known here"));
  CHECK_THAT(text.out, Contains("mine.tsv: 2 entries, 3 mistakes, no note"));

  const Result json = workshop.casus(
      {"lexicon", "check", "--format", "json", workshop.file("sound.tsv", kSound), path});
  CHECK(json.exit_code == 3);
  REQUIRE(json.lines().size() == 2);
  const auto sound = parse<v1::LexiconReport>(json.lines()[0]);
  CHECK(sound.notes() == 1);
  CHECK(sound.findings(0).note());
  const auto faulty = parse<v1::LexiconReport>(json.lines()[1]);
  CHECK(faulty.path() == path);
  CHECK(faulty.mistakes() == 3);
  REQUIRE(faulty.findings_size() == 3);
  CHECK(faulty.findings(2).file() == path);
  CHECK(faulty.findings(2).line() == 6);
  CHECK(faulty.findings(2).column() == "lat");
  CHECK_THAT(faulty.findings(2).reason(), Contains("between -90 and 90"));
}

TEST_CASE("what is not shown is counted; a file that is not there has its line") {
  const Workshop workshop;
  const Result few =
      workshop.casus({"lexicon", "check", "--limit", "1", workshop.file("mine.tsv", kFaulty)});
  CHECK_THAT(few.out, Contains("… and 2 more; --limit shows more of them."));
  CHECK_THAT(few.out, Contains("3 mistakes"));
  const Result none = workshop.casus({"lexicon", "check", "/nowhere/at.tsv"});
  CHECK(none.exit_code == 3);
  CHECK_THAT(none.out, Contains("/nowhere/at.tsv") && Contains("cannot be read"));
  CHECK(workshop.casus({"lexicon"}).exit_code == 2);
  CHECK(workshop.casus({"lexicon", "check"}).exit_code == 2);
}

TEST_CASE("a PETRARCH dictionary is a lexicon, and its codes count by the article's date") {
  const Workshop workshop;
  const std::string actors = workshop.file("lagoon.actors.txt",
                                           "# Made up.\n"
                                           "DORVAL_TEMBLAY\n+TEMBLAY\n"
                                           "\t[SLBREB <900101]\n\t[SLBGOV >900101]\n"
                                           "LOST_AT_SEA [SLBGOV 99]\n");
  const std::string agents =
      workshop.file("lagoon.agents.txt", "OXHERD {OXHERDREN} [~AGR]\nREEFER [~QQQ]\n");
  const Result checked = workshop.casus({"lexicon", "check", actors, agents});
  INFO(checked.out);
  CHECK(checked.exit_code == 0);
  CHECK_THAT(checked.out, Contains("line 6: note: [SLBGOV 99] is left out"));
  CHECK_THAT(checked.out, Contains("dictionary of actors, 2 entries, no mistake, 2 notes"));
  CHECK_THAT(checked.out, Contains("dictionary of agents, 2 entries, no mistake, 1 note"));
  for (const auto& [published, sector] :
       {std::pair("1985-02-03", "REB"), std::pair("1995-02-03", "GOV")}) {
    const std::string article =
        std::string(R"({"id":"a","published":")") + published +
        R"(","text":"Dorval Temblay accused the United States of shelling Honiara."})" + "\n";
    const Result result = workshop.casus(
        {"extract", "--lexicon", actors, "--lexicon", agents, "--format", "json", "-"}, article);
    REQUIRE(result.exit_code == 0);
    const auto annotation = parse<v1::ArticleAnnotation>(result.lines().at(0));
    REQUIRE(annotation.actors_size() > 0);
    bool found = false;
    for (const v1::Actor& actor : annotation.actors()) {
      if (actor.name() != "Dorval Temblay") continue;
      found = true;
      CHECK(actor.sector() == sector);
      CHECK(actor.country() == "SLB");
      CHECK(actor.kind() == v1::ActorKind::person);
    }
    CHECK(found);
  }
}

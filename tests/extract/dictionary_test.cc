// The dictionaries of the field, as PETRARCH has them. Names in these are made up.

#include <catch2/catch.hpp>
#include <map>

#include "extract/extractor.h"
#include "extract/grammar.h"
#include "extract/lexicon/capitals.h"
#include "extract/lexicon/check.h"
#include "extract/lexicon/lexicon.h"
#include "tests/support/temp_dir.h"

using namespace casus;
using namespace casus::extract;
using Catch::Matchers::Contains;

namespace {

// A dictionary in a directory of its own.
class Dictionary {
 public:
  explicit Dictionary(std::string_view content, std::string_view name = "mine.actors.txt")
      : path_(directory_.file(name, content)) {}

  std::shared_ptr<const Lexicon> load() const { return Lexicon::load({&path_, 1}); }
  LexiconFileReport check() const { return check_lexicon({&path_, 1}, 100).at(0); }
  // "4 reason" of each, in order of lines.
  std::vector<std::uint32_t> lines() const {
    std::vector<std::uint32_t> all;
    for (const LexiconProblem& problem : check().problems) all.push_back(problem.where.line);
    return all;
  }

 private:
  tests::TempDir directory_;
  std::filesystem::path path_;
};

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    all.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return all;
}

const ActorEntry* actor(const std::shared_ptr<const Lexicon>& lexicon, std::string_view name) {
  return lexicon->match_name(words(name), 0).actor;
}

Day day(std::string_view text) { return parse_day(text).value(); }

std::string standing(const ActorEntry* of, Day when) {
  REQUIRE(of != nullptr);
  const Standing at = Lexicon::standing_on(*of, when);
  return std::string(at.country) + ' ' + std::string(at.sector) + ' ' + std::string(at.affiliation);
}

constexpr std::string_view kActors =
    "# Made up.  ; a comment of either kind\n"
    "\n"
    "LAGOON_LIBERATION_ARMY_ [SLBREBLLA]  ; and a comment\n"
    "+LLA_\n"
    "+ARMY_OF_THE_LAGOON #in another spelling\n"
    "DORVAL_TEMBLAY  ;01/01/90\n"
    "+TEMBLAY\n"
    "\t[SLBREB <900101]\n"
    "\t[SLBGOV 900101-19951231]\n"
    "\t[SLBOPP >951231]\n"
    "HOUSE_OF_CANOES [SLBLEG]\n"
    "UNION_OF_REEF_STATES [IGOURS]\n"
    "NOBODY_AT_ALL [---]\n"
    "REEF_FRONT [SLBREB <000615] [VUTPTY]\n";

}  // namespace

TEST_CASE("actors have the names, countries, sectors and kinds that their codes say") {
  const auto lexicon = Dictionary(kActors).load();
  const ActorEntry* army = actor(lexicon, "Lagoon Liberation Army");
  REQUIRE(army != nullptr);
  CHECK(army->id == "lagoon-liberation-army");
  CHECK(army->name == "Lagoon Liberation Army");
  CHECK(army->kind == v1::ActorKind::armed_group);
  CHECK(army->country == "SLB");
  CHECK(army->sector == "REB");
  CHECK(army->affiliation.empty());
  CHECK(actor(lexicon, "LLA") == army);
  CHECK(actor(lexicon, "Army of the Lagoon") == army);
  CHECK(actor(lexicon, "lla") == nullptr);
  const ActorEntry* house = actor(lexicon, "House of Canoes");
  REQUIRE(house != nullptr);
  CHECK(house->kind == v1::ActorKind::government);
  CHECK(house->affiliation == "SLB");
  const ActorEntry* reefs = actor(lexicon, "Union of Reef States");
  REQUIRE(reefs != nullptr);
  CHECK(reefs->kind == v1::ActorKind::intergovernmental);
  CHECK(reefs->country.empty());
  CHECK(actor(lexicon, "Nobody at All") == nullptr);
}

TEST_CASE("the code that applied on the day counts") {
  const auto lexicon = Dictionary(kActors).load();
  const ActorEntry* temblay = actor(lexicon, "Temblay");
  REQUIRE(temblay != nullptr);
  CHECK(temblay->kind == v1::ActorKind::person);
  CHECK(standing(temblay, day("1989-12-31")) == "SLB REB ");
  CHECK(standing(temblay, day("1990-01-01")) == "SLB GOV SLB");
  CHECK(standing(temblay, day("1995-12-31")) == "SLB GOV SLB");
  CHECK(standing(temblay, day("2011-05-05")) == "SLB OPP ");
  CHECK(standing(temblay, Day::unknown()) == "SLB OPP ");
  const ActorEntry* front = actor(lexicon, "Reef Front");
  CHECK(standing(front, day("2000-06-14")) == "SLB REB ");
  CHECK(standing(front, day("2000-06-15")) == "VUT PTY ");
}

TEST_CASE("what an article says of an actor is what its date has") {
  const auto lexicon = Dictionary(kActors).load();
  for (const auto& [published, sector] :
       std::map<std::string, std::string>{{"1992-03-01", "GOV"}, {"1998-03-01", "OPP"}}) {
    Extractor extractor(lexicon, load_grammar());
    v1::Article article;
    article.set_id("a");
    article.set_published(published);
    article.set_text("Dorval Temblay accused the Lagoon Liberation Army of shelling Honiara.");
    const v1::ArticleAnnotation annotation = extractor.extract(article);
    REQUIRE(annotation.actors_size() > 0);
    for (const v1::Actor& each : annotation.actors())
      if (each.name() == "Dorval Temblay") CHECK(each.sector() == sector);
  }
}

TEST_CASE("who is known stays who he is, and gains names and codes") {
  const Dictionary mine(
      "UNITED_STATES_ [USA]\n+LAND_OF_THE_HAPPY\n+PENTAGON\n"
      "SHINY_ISLES_ [SLB]\n"
      "HAMAS [PSEREBHMS]\n+FRIENDS_OF_THE_SHORE\n"
      "FRIENDS_OF_THE_SHORE [PSEPTY >300101]\n"
      "IRAQ_ [IRQ]\n+MOSUL\n+IRAQI\n");
  const auto lexicon = mine.load();
  CHECK(actor(lexicon, "Land of the Happy")->id == "USA");
  CHECK(actor(lexicon, "United States")->kind == v1::ActorKind::country);
  CHECK(actor(lexicon, "Pentagon")->id == "pentagon");
  CHECK(actor(lexicon, "Shiny Isles")->id == "SLB");
  const ActorEntry* hamas = actor(lexicon, "Hamas");
  CHECK(hamas->id == "hamas");
  CHECK(actor(lexicon, "Friends of the Shore") == hamas);
  CHECK(standing(hamas, day("2031-01-01")) == "PSE PTY ");
  CHECK(lexicon->match_name(words("Mosul"), 0).metonym);
  CHECK(lexicon->match_name(words("Mosul"), 0).place != nullptr);
  CHECK(lexicon->match_name(words("Iraqi"), 0).demonym);
  const LexiconFileReport report = mine.check();
  REQUIRE(report.problems.size() == 1);
  CHECK_THAT(report.problems[0].text(), Contains("line 3") && Contains("a name of pentagon"));
}

TEST_CASE("persons are told by a given name, or by a surname and dates") {
  const auto lexicon = Dictionary(
                           "MARIA_TEMBLAY [SLBMED]\n"
                           "CANOE_ALLIANCE [SLBREB <900101] [SLBGOV >900101]\n"
                           "MARIA_ISLES [SLB]\n")
                           .load();
  CHECK(actor(lexicon, "Maria Temblay")->kind == v1::ActorKind::person);
  CHECK(actor(lexicon, "Canoe Alliance")->kind == v1::ActorKind::government);
  CHECK(actor(lexicon, "Maria Isles")->country == "SLB");
}

TEST_CASE("lines that are not understood are noted, and the rest is taken") {
  const Dictionary mine(
      "+AN_ORPHAN\n"
      "[SLBGOV]\n"
      "WELL_WARDENS [SLBGOV 990230-000101]\n"
      "REEF_COUNCIL [SLBGOV\n"
      "REEF_SENATE [SLBLEG 2001]\n"
      "\t[SLBLEG >20010203]\n"
      "SHELL_COLLECTORS [XYZQQQ]\n"
      "CORAL_PARTY_WITHOUT_CODE\n"
      "LAGOON_FRONT [slbreb]\n"
      "+LAGOON_FRIENDS [SLBPTY]\n"
      "__ [SLBGOV]\n"
      "LAGOON_BANK [SLBBUS/VUTBUS]\n");
  CHECK(mine.lines() == std::vector<std::uint32_t>{1, 2, 3, 3, 4, 4, 5, 7, 8, 9, 9, 10, 11});
  const LexiconFileReport report = mine.check();
  CHECK(report.mistakes == 0);
  CHECK(report.format == LexiconFormat::actors);
  for (const LexiconProblem& problem : report.problems) CHECK(problem.note);
  CHECK_THAT(report.problems[2].reason, Contains("990230") && Contains("YYMMDD"));
  const auto lexicon = mine.load();
  CHECK(actor(lexicon, "Lagoon Bank")->country == "SLB");
  CHECK(standing(actor(lexicon, "Reef Senate"), day("2001-02-04")) == "SLB LEG SLB");
  const LexiconFileReport empty = Dictionary("# nothing\n").check();
  CHECK(empty.mistakes == 1);
  CHECK_THAT(empty.problems.at(0).reason, Contains("NAME [CODE]"));
}

TEST_CASE("bytes of Latin-1 are letters, and lines of UTF-8 stay") {
  const auto lexicon =
      Dictionary("ANDR\xC9S_TEMBLAY [SLBOPP]\nF\xC3\x89LIX_TEMBLAY [SLBOPP]\n").load();
  REQUIRE(actor(lexicon, "Andrés Temblay") != nullptr);
  CHECK(actor(lexicon, "Andrés Temblay")->name == "Andrés Temblay");
  CHECK(actor(lexicon, "Félix Temblay")->name == "Félix Temblay");
}

TEST_CASE("a dictionary is known by its ending, or by its first code") {
  const auto format = [](std::string_view name, std::string_view content) {
    return lexicon_format(name, content);
  };
  CHECK(format("x.actors.txt", "") == LexiconFormat::actors);
  CHECK(format("x.agents.txt", "") == LexiconFormat::agents);
  CHECK(format("x", "# a\n; b\nREEF_FRONT\n+RF\n [SLBREB <900101]\n") == LexiconFormat::actors);
  CHECK(format("x", "REEF_FRONT [SLBREB]\n") == LexiconFormat::actors);
  CHECK(format("x", "# a\nWARDEN {WARDENS} [~GOV]\n") == LexiconFormat::agents);
  CHECK(format("x", "!WARDEN! = WARDEN, WARDENS\n") == LexiconFormat::agents);
  CHECK(format("x", "\n# a\n[actors]\nid\tname\n") == LexiconFormat::tables);
  CHECK(format("x", "name\n[actors]\n") == LexiconFormat::tables);
  CHECK(format("x", "") == LexiconFormat::tables);
}

TEST_CASE("agents have sectors and plurals, and sets stand for their words") {
  const Dictionary mine(
      "# Made up.\n"
      "!WARDEN! = WARDEN, WARDENS\n"
      "!HOST! = LAGOON, REEF\n"
      "WELL_!WARDEN! [~GOV]\n"
      "!HOST!_!WARDEN!_OF_CANOES [~NGO]\n"
      "CANOEMAN {CANOEMEN} [~CRM]\n"
      "OXHERD {OXHERDREN} [~AGR]\n"
      "SHELLER [~MIL]\n"
      "PEARL_JOURNALIST [~MED]\n"
      "MINISTER [~GOV]\n"
      "GUARD_OF_!NOBODY! [~COP]\n"
      "REEFER\n"
      "SWIMMER [SLBCVL]\n"
      "DIVER [~QQQ]\n",
      "words.txt");
  const auto lexicon = mine.load();
  const auto agent = [&](std::string_view text) {
    std::uint32_t tokens = 0;
    return lexicon->match_agent(words(text), 0, &tokens);
  };
  REQUIRE(agent("well wardens") != nullptr);
  CHECK(agent("well wardens")->sector == "GOV");
  CHECK(agent("well wardens")->kind == v1::ActorKind::government);
  REQUIRE(agent("reef wardens of canoes") != nullptr);
  CHECK(agent("reef wardens of canoes")->sector == "NGO");
  REQUIRE(agent("canoemen") != nullptr);
  CHECK(agent("canoemen")->person);
  REQUIRE(agent("oxherdren") != nullptr);
  CHECK(agent("oxherdren")->noun == "oxherd");
  CHECK(agent("shellers")->kind == v1::ActorKind::military);
  CHECK(agent("pearl journalist")->person);
  CHECK(agent("minister")->person);  // as it was
  CHECK(agent("swimmers")->sector == "CVL");
  CHECK(mine.lines() == std::vector<std::uint32_t>{11, 12, 13, 14});
  CHECK(mine.check().format == LexiconFormat::agents);
}

TEST_CASE("sets that grow without end are left out") {
  std::string content = "!A! = X, !A!, Y\n";
  content += "!B! = ";
  for (int i = 0; i < 200; ++i) content += "W" + std::to_string(i) + ", ";
  content += "\n!B!_!B! [~GOV]\n!A!_REEVE [~GOV]\n";
  const Dictionary mine(content, "x.agents.txt");
  CHECK(mine.lines() == std::vector<std::uint32_t>{1, 3});
}

TEST_CASE("names in capitals become names as news writes them") {
  const std::vector<std::pair<const char*, const char*>> names = {
      {"LEAGUE_OF_THE_LAGOON_", "League of the Lagoon"},
      {"THE_LAGOON", "The Lagoon"},
      {"AL-SHURUQ", "al-Shuruq"},
      {"ABU_AL-WARDEN", "Abu al-Warden"},
      {"RF", "RF"},
      {"PKX_FRONT", "PKX Front"},
      {"DR._O'REEF", "Dr. O'Reef"},
      {"U.R.S._NAVY", "U.R.S. Navy"},
      {"Lagoon_deWarden", "Lagoon deWarden"},
      {"ÉLAN_ÖBERLÉ", "Élan Öberlé"},
      {"__", ""}};
  for (const auto& [capitals, name] : names) CHECK(name_from_capitals(capitals) == name);
}

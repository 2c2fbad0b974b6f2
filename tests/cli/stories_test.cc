// The stories of examples/stories and of the folder stories, each told by several outlets over
// days, with rival accounts, denials, retractions and another attack nearby: who says what, and of
// which attack, must come together.

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;

namespace {

void fill(Workshop& workshop, const std::string& folder) {
  const Result result = workshop.casus({"ingest", std::string(CASUS_SOURCE_DIR) + folder});
  if (result.exit_code != 0) throw std::runtime_error(result.out + result.err);
}

// One store for all cases of a folder: extraction takes its time.
const Workshop& stories() {
  static const Workshop* const workshop = [] {
    static Workshop made;
    fill(made, "/examples/stories");
    return &made;
  }();
  return *workshop;
}

const Workshop& border_stories() {
  static const Workshop* const workshop = [] {
    static Workshop made;
    fill(made, "/tests/cli/stories");
    return &made;
  }();
  return *workshop;
}

using Names = std::set<std::string>;

struct Answer {
  Names asserting;
  Names denying;
  Names reports;  // articles that tell of the attack
};

Names principals(const google::protobuf::RepeatedPtrField<v1::Voice>& voices) {
  Names names;
  for (const v1::Voice& voice : voices) names.insert(voice.principal().name());
  return names;
}

// The first answer.
Answer ask(const std::string& about, const Workshop& workshop = stories()) {
  const Result result = workshop.casus({"trace", "--about", about, "--format", "json"});
  INFO(about << "\n" << result.err);
  REQUIRE(result.exit_code == 0);
  const auto trace = parse<v1::Trace>(result.lines().at(0));
  Answer answer{principals(trace.asserted_by()), principals(trace.denied_by()), {}};
  for (const v1::ReportedEvent& event : trace.events())
    for (const std::string& article : event.articles())
      answer.reports.insert(article.substr(article.rfind('/') + 1));
  return answer;
}

const Names kTenguela = {"tenguela-bamako-tribune.txt", "tenguela-delta-review.txt",
                         "tenguela-neva-courier.txt", "tenguela-sahel-wire.txt"};

}  // namespace

TEST_CASE("the store of the stories is sound") { CHECK(stories().casus({"check"}).exit_code == 0); }

TEST_CASE("of one massacre each side's account is traced over all outlets") {
  const Answer soldiers = ask("Malian soldiers killed villagers in Tenguela");
  CHECK(soldiers.asserting.count("Sahel Watch") == 1);
  CHECK(soldiers.asserting.count("France") == 1);
  CHECK(soldiers.denying.count("Mali") == 1);
  CHECK(soldiers.asserting.count("Mali") == 0);
  CHECK(soldiers.reports == kTenguela);

  const Answer jihadists = ask("JNIM carried out the massacre at Tenguela");
  CHECK(jihadists.asserting == Names{"Mali"});
  CHECK(jihadists.denying == Names{"Jama'at Nusrat al-Islam wal-Muslimin"});
  CHECK(jihadists.reports == kTenguela);

  const Answer russians = ask("Russian fighters took part in the killings in Tenguela");
  CHECK(russians.asserting == Names{"Sahel Watch"});
  CHECK(russians.denying == Names{"Russia"});
}

TEST_CASE("another attack of the same group nearby is another one") {
  const Answer camp = ask("JNIM attacked the army camp at Sokoura");
  CHECK(camp.asserting.count("Jama'at Nusrat al-Islam wal-Muslimin") == 1);
  CHECK(camp.reports == Names{"sokoura-sahel-wire.txt", "tenguela-sahel-wire.txt"});

  const Answer base = ask("Kataib Hezbollah fired rockets at Harir air base");
  CHECK(base.asserting.count("Kataib Hezbollah") == 1);
  CHECK(base.denying.empty());
  CHECK(base.reports == Names{"harir-zagros-news-agency.txt"});
}

TEST_CASE("of one drone attack those who are blamed, and deny it, are kept apart") {
  const Answer militia = ask("Kataib Hezbollah attacked the Kharzin gas field");
  CHECK_FALSE(militia.asserting.empty());
  CHECK(militia.denying == Names{"Kataib Hezbollah"});
  const Answer turkey = ask("A Turkish drone hit the Kharzin gas field");
  CHECK_FALSE(turkey.asserting.empty());
  CHECK(turkey.denying == Names{"Turkey"});
  for (const Answer& answer : {militia, turkey}) {
    CHECK(answer.reports.count("kharzin-zagros-news-agency.txt") == 1);
    CHECK(answer.reports.count("kharzin-euphrates-daily.txt") == 1);
    CHECK(answer.reports.count("kharzin-bosphorus-wire.txt") == 1);
  }
}

TEST_CASE("of a ferry that was shelled reports of eleven days come together") {
  const Workshop& store = border_stories();
  CHECK(store.casus({"check"}).exit_code == 0);
  const Answer army = ask("Venezuelan troops shelled the ferry at Puerto Lejano", store);
  CHECK(army.asserting.count("Colombia") == 1);
  CHECK(army.asserting.count("Luz Dary Pinto") == 1);
  CHECK(army.denying == Names{"Venezuela"});
  for (const char* number : {"1", "2", "3", "4", "5"})
    CHECK(army.reports.count("arauca-" + std::string(number) + ".txt") == 1);
  CHECK(army.reports.size() == 5);

  const Answer rebels = ask("The ELN attacked the ferry", store);
  CHECK(rebels.asserting == Names{"Venezuela"});
  CHECK(rebels.denying == Names{"National Liberation Army of Colombia"});
}

TEST_CASE("whoever takes a charge back asserts it and denies it") {
  const Answer advisers = ask("Russian advisers directed the fire on the ferry", border_stories());
  CHECK(advisers.asserting.count("Peru") == 1);
  CHECK(advisers.denying == Names{"Peru", "Russia"});
}

TEST_CASE("each of two attacks on the same men is denied and owned up to by itself") {
  const Workshop& store = border_stories();
  const Answer mine =
      ask("The ELN planted the mine that killed four marines near Guasdualito in February", store);
  CHECK(mine.asserting == Names{"Venezuela"});
  CHECK(mine.denying == Names{"National Liberation Army of Colombia"});
  const Answer ambush = ask("The ELN ambushed marines near Guasdualito in June", store);
  CHECK(ambush.asserting == Names{"National Liberation Army of Colombia"});
  CHECK(ambush.denying.empty());
}

TEST_CASE("an army that two sides speak of is that of the state that it was named with") {
  const Workshop& store = border_stories();
  const Answer wedding = ask("The Sudanese army attacked the wedding at Kornoi", store);
  CHECK(wedding.asserting == Names{"Rapid Support Forces"});
  CHECK(wedding.denying == Names{"Sudan"});
  CHECK(wedding.reports == Names{"adre-5.txt"});
  const Answer smuggled = ask("Chadian officers smuggled fuel", store);
  CHECK(smuggled.asserting == Names{"Sudan"});
  CHECK(smuggled.denying == Names{"Chad"});
}

// The stories of examples/stories, each told by several outlets over days, with rival accounts,
// denials and another attack nearby: who says what, and of which attack, must come together.

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "casus/v1/answer.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;

namespace {

// One store for all cases: extraction takes its time.
const Workshop& stories() {
  static const Workshop* const workshop = [] {
    static Workshop made;
    const Result result =
        made.casus({"ingest", std::string(CASUS_SOURCE_DIR) + "/examples/stories"});
    if (result.exit_code != 0) throw std::runtime_error(result.out + result.err);
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
Answer ask(const std::string& about) {
  const Result result = stories().casus({"trace", "--about", about, "--format", "json"});
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

#include "extract/events/casualties.h"

#include <catch2/catch.hpp>
#include <string>

namespace casus::extract {
namespace {

std::string shown(const v1::Count& count) {
  if (count.has_low() && count.has_high()) {
    return std::to_string(count.low()) + "-" + std::to_string(count.high());
  }
  if (count.has_low()) return std::to_string(count.low()) + "+";
  if (count.has_high()) return "<" + std::to_string(count.high());
  return std::to_string(count.best());
}

// "killed 12+, injured 30" of the text's first sentence.
std::string tolls(const std::string& text) {
  static const std::shared_ptr<const Lexicon> lexicon = Lexicon::load();
  const Document document(text);
  const Mentions mentions(document, *lexicon, Day::unknown());
  std::string all;
  for (const Toll& toll : find_tolls(document, *lexicon, mentions, document.sentences().front())) {
    if (!all.empty()) all += ", ";
    all += (toll.killed ? "killed " : "injured ") + shown(toll.count);
  }
  return all;
}

TEST_CASE("counts before what happened to people") {
  CHECK(tolls("Twelve people were killed and 30 wounded in the market.") ==
        "killed 12, injured 30");
  CHECK(tolls("At least nine sailors died when the ferry was shelled.") == "killed 9+");
  CHECK(tolls("Four guards, two of them off duty, were injured.") == "injured 4");
  CHECK(tolls("The raid left six dead and some 20 hurt.") == "killed 6, injured 20");
  CHECK(tolls("A cook and two recruits were killed on the road.") == "killed 3");
}

TEST_CASE("numbers of the dead and the wounded, and no hour of the day") {
  CHECK(tolls("A doctor put the number of injured at 30.") == "injured 30");
  CHECK(tolls("The list gave the number of dead as 21.") == "killed 21");
  CHECK(tolls("The barge went down with the loss of seven men.") == "killed 7");
  CHECK(tolls("The raid ended with the loss of six aircraft.").empty());
  CHECK(tolls("The monk was injured on the road at 1130.").empty());
}

TEST_CASE("counts after what was done to people") {
  CHECK(tolls("A bomb went off at the depot, killing at least 12 and wounding more than 30.") ==
        "killed 12+, injured 30+");
  CHECK(tolls("Gunmen killed three villagers and injured five others.") == "killed 3, injured 5");
  CHECK(tolls("The death toll rose to 41.") == "killed 41");
  CHECK(tolls("The blast claimed the lives of seven miners.") == "killed 7");
  CHECK(tolls("The storming resulted in injuries to more than 40 guards.") == "injured 40+");
}

TEST_CASE("one victim is one") {
  CHECK(tolls("A sniper shot at the post, killing a soldier.") == "killed 1");
  CHECK(tolls("A farmer was killed by shrapnel.") == "killed 1");
}

TEST_CASE("nobody is zero, and not unknown") {
  CHECK(tolls("No one was injured in the raid.") == "injured 0");
  CHECK(tolls("There were no casualties.") == "killed 0, injured 0");
}

TEST_CASE("what counts something else") {
  CHECK(tolls("The raid killed 40 sheep.").empty());
  CHECK(tolls("Three men killed the guard.").empty());
  CHECK(tolls("A blast killed ten people, seven of them pilgrims.") == "killed 10");
  CHECK(tolls("The gunmen fired for 20 minutes.").empty());
  CHECK(tolls("The minister, 54, died in his sleep.").empty());
}

}  // namespace
}  // namespace casus::extract

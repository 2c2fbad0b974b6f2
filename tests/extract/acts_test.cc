// Events that are no attacks: what is promised, asked, taken, trained for and talked of.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "reading_aid.h"

namespace casus::extract {
namespace {

// "TYPE: initiators > targets" of every event, in order.
std::vector<std::string> acts(const std::string& text) {
  std::vector<std::string> found;
  const v1::ArticleAnnotation annotation = aid::read(text);
  for (const v1::Event& event : annotation.events()) {
    std::string act = event.type() + ":";
    for (const v1::Initiator& who : event.initiators()) act += " " + who.text();
    act += " >";
    for (const v1::Target& whom : event.targets()) act += " " + whom.text();
    found.push_back(act);
  }
  return found;
}

using Acts = std::vector<std::string>;

TEST_CASE("promises and refusals are acts of their own") {
  CHECK(acts("Norway will send aid to Malawi.") == Acts{"AGREE: Norway > Malawi"});
  CHECK(acts("Norway sent aid to Malawi.") == Acts{"AID: Norway > Malawi"});
  CHECK(acts("The president refused to meet the rebels.") == Acts{"REJECT: president > rebels"});
}

TEST_CASE("who is ready to do it agrees to it") {
  CHECK(acts("Norway is ready to send doctors to Malawi.") == Acts{"AGREE: Norway > Malawi"});
  CHECK(acts("Peru is willing to meet Chile.") == Acts{"AGREE: Peru > Chile"});
  CHECK(acts("Peru is prepared to meet Chile.") == Acts{"AGREE: Peru > Chile"});
}

TEST_CASE("who agrees on what should be done asks for nothing") {
  CHECK(acts("Ghana and Togo agreed on Monday that the border should stay open.") ==
        Acts{"AGREE: Ghana Togo >"});
}

TEST_CASE("who undertakes a journey promises nothing") {
  CHECK(acts("The envoy undertook a long journey through Mali.").empty());
  CHECK(acts("Norway undertook to send aid to Malawi.") == Acts{"AGREE: Norway > Malawi"});
}

TEST_CASE("whom an act is about may stand in its content") {
  CHECK(acts("Peru granted asylum on Tuesday to five Bolivian officers.") ==
        Acts{"AID: Peru > five Bolivian officers"});
}

TEST_CASE("troops that arrive pay no visit") {
  CHECK(acts("Ethiopian troops arrived in Somalia on Tuesday.") ==
        Acts{"MOBILIZE: Ethiopian troops > Somalia"});
}

TEST_CASE("what two countries train for together is cooperation") {
  CHECK(acts("Ghana and Togo held war games.") == Acts{"COOPERATE: Ghana Togo >"});
  CHECK(acts("Indian and Nepalese soldiers held drills.") ==
        Acts{"COOPERATE: Indian and Nepalese soldiers >"});
  CHECK(acts("Indian soldiers held drills.") == Acts{"MOBILIZE: Indian soldiers >"});
}

TEST_CASE("a sanction that may come is a threat, and no condition is an event") {
  CHECK(acts("Norway may suspend its aid unless Chad holds talks with Niger.") ==
        Acts{"THREATEN: Norway >"});
}

TEST_CASE("what is talked of or offered is no event yet") {
  CHECK(acts("Ghana and Togo opened talks on Monday on a new arms embargo.") ==
        Acts{"CONSULT: Ghana Togo >"});
  CHECK(acts("Ghana turned down an offer from Togo for peace talks.") ==
        Acts{"REJECT: Ghana > Togo"});
}

TEST_CASE("a favour to nobody that is only a purpose is no event") {
  CHECK(acts("Troops pulled back to allow a vote.") == Acts{"RETREAT: Troops >"});
}

TEST_CASE("nobody deals with himself") {
  for (const std::string& act : acts("General Mensah will greet him in Tema.")) {
    CHECK(act.ends_with(">"));
  }
}

TEST_CASE("only people are arrested, and ground that is taken is attacked") {
  CHECK(acts("Police held a man in Tema.") == Acts{"COERCE: Police > man"});
  CHECK(acts("Ghana plans to hold joint exercises with Togo.") == Acts{"COOPERATE: Ghana > Togo"});
  CHECK(acts("Rebels captured the town of Tema.") == Acts{"ASSAULT: Rebels > town of Tema"});
  CHECK(acts("The army retook a hilltop village.") == Acts{"ASSAULT: army > hilltop village"});
  CHECK(acts("Police captured a smuggler.") == Acts{"COERCE: Police > smuggler"});
}

TEST_CASE("violence that is a manner of speaking is none") {
  for (const char* text :
       {"The scandal exploded in Togo.", "Inflation wiped out the savings of farmers.",
        "The government eliminated the tariff on Monday.", "Togo was hit by sanctions on Monday.",
        "The mayor attacked the governor's plan.", "Ministers clashed with the mayor over prices.",
        "Ghana beat Togo 2-1 in Tema on Sunday.", "Two clubs clashed in Tema on Sunday.",
        "Volunteers fought alongside the guards."}) {
    INFO(text);
    CHECK(acts(text).empty());
  }
  CHECK(acts("Rebels attacked army positions near Tema.") ==
        Acts{"ASSAULT: Rebels > army positions"});
  CHECK(acts("A boiler exploded in a factory in Tema.").size() == 1);
}

TEST_CASE("what is only denied, of no place or day, is none") {
  CHECK(acts("The mayor denied that a guard stabbed the cook.").empty());
  CHECK(acts("The mayor denied stabbing the cook.").empty());
  CHECK(acts("The mayor said that a guard stabbed the cook.").size() == 1);
}

TEST_CASE("guns are silenced and camps engaged") {
  CHECK(acts("The army silenced a rebel battery near Tema.") ==
        Acts{"ASSAULT: army > rebel battery"});
  CHECK(acts("Soldiers engaged a rebel position near Tema.") ==
        Acts{"ASSAULT: Soldiers > rebel position"});
  CHECK(acts("The minister engaged the audience.").empty());
}

TEST_CASE("who attacks with words accuses") {
  CHECK(acts("The union attacked the mayor for raising taxes.") == Acts{"ACCUSE: union > mayor"});
  CHECK(acts("The bishop attacked the mayor in a sermon.") == Acts{"ACCUSE: bishop > mayor"});
  CHECK(acts("The union attacked the mayor over prices.") == Acts{"ACCUSE: union > mayor"});
}

TEST_CASE("what a noun of telling is followed by acts") {
  CHECK(acts("There were reports of gunmen killing three farmers near Tema.") ==
        Acts{"ASSAULT: gunmen > three farmers"});
}

TEST_CASE("whoever stands along with others acts first") {
  CHECK(acts("The mayor along with two aides was arrested in Tema.") == Acts{"COERCE: > mayor"});
}

TEST_CASE("who came is who did it, not who says so") {
  CHECK(
      acts("Villagers in Tema told a radio that bandits came on Friday and killed two farmers.") ==
      Acts{"ASSAULT: bandits > two farmers"});
  CHECK(acts("The mayor said gunmen came at night and shot dead a guard.") ==
        Acts{"ASSAULT: gunmen > guard"});
}

TEST_CASE("who dies of a wrong has suffered it") {
  CHECK(acts("A cook died of torture.") == Acts{"ASSAULT: > cook"});
}

}  // namespace
}  // namespace casus::extract

#include "extract/mentions/mentions.h"

#include <catch2/catch.hpp>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::actor;
using extract::aid::name;
using extract::aid::read;

namespace {

std::string speaker_key(const std::string& text, int index = 0) {
  const v1::ArticleAnnotation annotation = read(text);
  REQUIRE(annotation.statements_size() > index);
  return annotation.statements(index).speaker();
}

std::string speaker_name(const std::string& text, int index = 0) {
  const v1::ArticleAnnotation annotation = read(text);
  REQUIRE(annotation.statements_size() > index);
  return name(annotation, annotation.statements(index).speaker());
}

}  // namespace

TEST_CASE("A state is one actor by whatever name") {
  const std::string rest = " accused Iran of arming the rebels in the north.";
  for (const char* name : {"The United States", "The US", "The U.S.", "Washington", "America",
                           "The White House", "The US government"}) {
    INFO(name);
    CHECK(speaker_key(name + rest) == "actor:USA");
  }
  // In small letters it is a pronoun.
  CHECK(speaker_key("The rebels told us that Iran had sent them rockets.") != "actor:USA");
}

TEST_CASE("A person has the office held at the article's date, and speaks for its owner") {
  const v1::ArticleAnnotation annotation =
      read("Iran's foreign minister, Javad Zarif, denied that Tehran had sent the rockets.",
           "2019-06-02");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* zarif = actor(annotation, name(annotation, annotation.statements(0).speaker()));
  REQUIRE(zarif != nullptr);
  CHECK(zarif->kind() == v1::ActorKind::person);
  CHECK(zarif->role() == "foreign minister");
  CHECK(zarif->affiliation() == "actor:IRN");
}

TEST_CASE("An unknown person gets role and body from the words around the name") {
  const v1::ArticleAnnotation before =
      read("Kenyan army spokesman Joram Wanyama said that the rebels had shelled the camp.");
  const v1::Actor* wanyama = actor(before, "Joram Wanyama");
  REQUIRE(wanyama != nullptr);
  CHECK(wanyama->kind() == v1::ActorKind::person);
  CHECK(name(before, wanyama->affiliation()).find("Kenya") != std::string::npos);

  const v1::ArticleAnnotation after = read(
      "Oksana Petrenko, a spokeswoman for the Ukrainian defence ministry, said that two drones had "
      "struck the depot.");
  const v1::Actor* petrenko = actor(after, "Oksana Petrenko");
  REQUIRE(petrenko != nullptr);
  CHECK(petrenko->role() == "spokeswoman");
  CHECK(name(after, petrenko->affiliation()).find("Ukraine") != std::string::npos);
}

TEST_CASE("A name beside its description is the one who is described") {
  CHECK(speaker_name("The ministry's spokeswoman, Ndela Mbuyi, said the bridge was closed.") ==
        "Ndela Mbuyi");
  CHECK(speaker_name("Ndela Mbuyi, a spokeswoman for the ministry, said the bridge was closed.") ==
        "Ndela Mbuyi");
}

TEST_CASE("A surname and a pronoun take up the person named before") {
  const std::string text =
      "Colonel Josef Marek said the bridge had been mined. Marek blamed the rebels for it. He said "
      "that three soldiers were hurt.";
  CHECK(speaker_name(text, 0) == "Josef Marek");
  CHECK(speaker_name(text, 1) == "Josef Marek");
  CHECK(speaker_name(text, 2) == "Josef Marek");
}

TEST_CASE("An article or particle in small letters is part of a person's name") {
  CHECK(speaker_name("Yemeni governor Walid al-Hamdan said that two wells had been poisoned.") ==
        "Walid al-Hamdan");
  CHECK(speaker_name("Colonel Tamer el-Gohary said that the guns had been found in a cellar.") ==
        "Tamer el-Gohary");
  CHECK(speaker_name("Faris bin Jabr, a Qatari envoy, said that both sides had signed.") ==
        "Faris bin Jabr");
  const v1::ArticleAnnotation again = read(
      "Rebel commander Nizar al-Dabbas fled. The court accused al-Dabbas of looting the museum.");
  REQUIRE(again.statements_size() == 1);
  CHECK(name(again, again.statements(0).addressee()) == "Nizar al-Dabbas");
}

TEST_CASE("An organ of a state is an actor of its own, affiliated to the state") {
  const v1::ArticleAnnotation annotation =
      read("The Chadian Defence Ministry said that Sudanese planes had bombed a barn on Monday.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* ministry =
      actor(annotation, name(annotation, annotation.statements(0).speaker()));
  REQUIRE(ministry != nullptr);
  CHECK(ministry->name() == "Chad Defence Ministry");
  CHECK(ministry->affiliation() == "actor:TCD");
  CHECK(ministry->country() == "TCD");
}

TEST_CASE("Two wordings of one ministry are one actor") {
  const std::string rest = " said that rockets had hit the port.";
  CHECK(speaker_key("The Ministry of Defence of Armenia" + rest) ==
        speaker_key("Armenia's Defence Ministry" + rest));
}

TEST_CASE("Nobody in particular is nobody in the graph, and keeps the wording") {
  const v1::ArticleAnnotation annotation =
      read("Several residents said that shells had fallen on the market.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker().empty());
  CHECK(annotation.statements(0).speaker_text() == "residents");
}

TEST_CASE("Only what is referred to is listed, and each with its evidence") {
  const v1::ArticleAnnotation annotation = read(
      "France, Spain and Portugal have mild winters. Iran denied that it had armed the rebels.");
  CHECK(actor(annotation, "Portugal") == nullptr);
  REQUIRE(actor(annotation, "Iran") != nullptr);
  for (const v1::Actor& actor : annotation.actors()) CHECK_FALSE(actor.evidence().empty());
}

namespace {

// The name of the place of the text's first event.
std::string scene(const std::string& text) {
  const v1::ArticleAnnotation annotation = read(text);
  REQUIRE(annotation.events_size() > 0);
  return name(annotation, annotation.events(0).place());
}

}  // namespace

TEST_CASE("A place is called by its name, and by what it is where that belongs to the name") {
  CHECK(scene("Rebels attacked a convoy in Kordal District on Monday.") == "Kordal");
  CHECK(scene("Rebels attacked a convoy in Kordal district on Monday.") == "Kordal");
  CHECK(scene("A bomb killed two men near the Taka bridge on Monday.") == "Taka bridge");
  CHECK(scene("A ferry was bombed off Suvakin on Monday.") == "Suvakin");
  // A department is a province where no article stands before it.
  CHECK(scene("Rebels ambushed a patrol in Vallun Department on Monday.") == "Vallun");
  CHECK(scene("A bomb killed two clerks in the Health Department on Monday.").empty());
}

TEST_CASE("What arms are called is nobody") {
  const v1::ArticleAnnotation annotation = read(
      "The rebels said Antonov planes had bombed the market. Two Grad rockets hit the school.");
  CHECK(actor(annotation, "Antonov") == nullptr);
  CHECK(actor(annotation, "Grad") == nullptr);
}

TEST_CASE("A longer name is another place") {
  CHECK(scene("Rebels attacked a police post in San Salvador Corinth on Monday.") ==
        "San Salvador Corinth");
  CHECK(scene("Rebels attacked a police post in San Salvador Monday.") == "San Salvador");
  CHECK(scene("Rebels attacked a police post in San Salvador, Mayor Omar Haddad said.") ==
        "San Salvador");
}

TEST_CASE("The second place of a dateline is where the report was written") {
  CHECK(scene("Santiago, 4 March (EL DIARIO) -- [Text] Ranquil -- A bomb exploded on Monday at the "
              "theatre in this town.") == "Ranquil");
}

TEST_CASE("A ship is no place, whatever its name") {
  const v1::ArticleAnnotation annotation = read(
      "The tanker Kestrel Bay was struck by a missile off Massawa on Monday. Two men died on the "
      "Kestrel Bay.");
  for (const v1::Place& place : annotation.places()) CHECK(place.name() != "Kestrel Bay");
  const v1::ArticleAnnotation aboard =
      read("A bomb killed two men aboard the Kestrel Bay on Monday.");
  for (const v1::Place& place : aboard.places()) CHECK(place.name() != "Kestrel Bay");
}

TEST_CASE("What belongs to \"it\" is told by whom the sentence speaks of") {
  const v1::ArticleAnnotation army = read(
      "TBILISI - Sudan admitted on Monday that two rockets were fired by its soldiers on Kodal.");
  REQUIRE(army.events_size() > 0);
  REQUIRE(army.events(0).initiators_size() == 1);
  CHECK(army.events(0).initiators(0).actor() == "actor:SDN");
  const v1::ArticleAnnotation group =
      read("The Taliban said that its fighters had ambushed a convoy near Kunduz on Monday.");
  REQUIRE(group.events_size() > 0);
  REQUIRE(group.events(0).initiators_size() == 1);
  CHECK(name(group, group.events(0).initiators(0).actor()) == "Taliban");
  const v1::ArticleAnnotation men =
      read("The Taliban said that its men had ambushed a convoy near Kunduz on Monday.");
  REQUIRE(men.events_size() > 0);
  REQUIRE(men.events(0).initiators_size() == 1);
  CHECK(name(men, men.events(0).initiators(0).actor()) == "Taliban");
  const v1::ArticleAnnotation his = read(
      "Abdul Karim, a Taliban commander, said that his organisation had launched the drones that "
      "hit "
      "Kunduz airport on Monday.");
  REQUIRE(his.events_size() > 0);
  REQUIRE(his.events(0).initiators_size() == 1);
  CHECK(name(his, his.events(0).initiators(0).actor()) == "Taliban");
}

TEST_CASE("A number belongs to the name of a unit") {
  const v1::ArticleAnnotation annotation =
      read("Troops of the 9th Armoured Regiment killed three rebels near Kunduz on Monday.");
  REQUIRE(annotation.events_size() > 0);
  REQUIRE(annotation.events(0).initiators_size() == 1);
  CHECK(name(annotation, annotation.events(0).initiators(0).actor()) == "9th Armoured Regiment");
}

TEST_CASE("Its leader leads the body that was spoken of") {
  const v1::ArticleAnnotation annotation = read(
      "The Red Desert Front denied the charge. Omar Haddad, its leader, said that the rebels had "
      "shelled the camp.");
  const v1::Actor* leader = actor(annotation, "Omar Haddad");
  REQUIRE(leader != nullptr);
  CHECK(name(annotation, leader->affiliation()) == "Red Desert Front");
}

TEST_CASE(
    "A ministry without its state is that of the dateline, and a foreign ministry the state") {
  CHECK(speaker_name("DAKAR - The Defence Ministry said that two soldiers had died.") ==
        "Senegal Defence Ministry");
  CHECK(speaker_key("DAKAR - The Foreign Ministry said that two sailors had died.") == "actor:SEN");
  CHECK(speaker_key("Lisbon kept its distance. The Ministry of Foreign Affairs said that it had "
                    "received no letter.") == "actor:PRT");
  CHECK(speaker_key("Norway denied the report. Its Foreign Ministry called the story baseless.",
                    1) == "actor:NOR");
}

TEST_CASE("Whoever has the press office of a body, or is its spokesman, speaks for it") {
  CHECK(speaker_name("LIMA - The army's press office said that the bridge had been mined.") ==
        "Peruvian Army");
  CHECK(speaker_key("LIMA - The president's office said that the bridge had been mined.") ==
        "actor:PER");
  CHECK(speaker_name("Hezbollah's media office said that the bridge had been mined.") ==
        "Hezbollah");
}

TEST_CASE("A person is known by who is described before the name, or by letters of rank") {
  CHECK(speaker_name("A cook who slept in the barn, Odile Mbarga, said the train was full.") ==
        "Odile Mbarga");
  CHECK(speaker_name("A neighbour, the baker Tiko Ruam, told reporters that the train was full.") ==
        "Tiko Ruam");
  CHECK(speaker_name("Anton's brother-in-law, Pavel Durin, told her that the train was full.") ==
        "Pavel Durin");
  CHECK(speaker_name("DSP Anjali Korde said the train was full.") == "Anjali Korde");
}

TEST_CASE("A body's name may close its description, and a man may say who he is") {
  CHECK(speaker_name("The owner of the ship, Polaris Company, said the hull was sound.") ==
        "Polaris Company");
  CHECK(speaker_name("A man who presented himself as a commander of the Salt River Brigades said "
                     "the truce was over.")
            .find("commander") != std::string::npos);
}

TEST_CASE("Whom a person stands for, by the words after the name") {
  const v1::ArticleAnnotation annotation = read(
      "Nadia Sarr of the Harbour Rights Monitor said the ship had left. Omar Keita, who speaks for "
      "the Salt River Brigades, said it had not.");
  REQUIRE(annotation.statements_size() == 2);
  const auto body = [&](int i) {
    const v1::Actor* person =
        actor(annotation, name(annotation, annotation.statements(i).speaker()));
    REQUIRE(person != nullptr);
    return name(annotation, person->affiliation());
  };
  CHECK(body(0) == "Harbour Rights Monitor");
  CHECK(body(1) == "Salt River Brigades");
}

TEST_CASE("An officer without a state is of the one that was spoken of, or of the dateline") {
  const auto state = [](const std::string& text) {
    const v1::ArticleAnnotation annotation = read(text);
    const v1::Actor* officer = actor(annotation, "Jonas Berg");
    REQUIRE(officer != nullptr);
    return officer->affiliation();
  };
  CHECK(state("Norway's patience thinned that morning. Colonel Jonas Berg said that two "
              "planes had crossed the border.") == "actor:NOR");
  CHECK(state("OSLO - Two planes crossed the border, Colonel Jonas Berg said.") == "actor:NOR");
  // A rebel's rank is of no state.
  CHECK(state("OSLO - Two planes crossed the border, rebel commander Colonel Jonas Berg said.") ==
        "");
}

TEST_CASE("A spokesman belongs to whom \"its\" and \"whose\" stand for") {
  const auto body = [](const std::string& text, const std::string& person) {
    const v1::ArticleAnnotation annotation = read(text);
    const v1::Actor* found = actor(annotation, person);
    REQUIRE(found != nullptr);
    return name(annotation, found->affiliation());
  };
  CHECK(body("The Salt River Brigades denied it. \"We have no boats,\" its spokesman, Omar Keita, "
             "said.",
             "Omar Keita") == "Salt River Brigades");
  CHECK(body("Another account came from Hezbollah, whose spokesman Omar Keita said that the truck "
             "was empty.",
             "Omar Keita") == "Hezbollah");
  CHECK(speaker_key("Chad has lost its patience. Its ambassador said that the road was closed.") !=
        "");
}

TEST_CASE("Of two surnames the first one may stand alone") {
  CHECK(speaker_name("Judge Luis Bravo Herrera said the trial was over. Bravo said it was fair.",
                     1) == "Luis Bravo Herrera");
}

TEST_CASE("Who spoke last goes on speaking, and a name may stand before its description") {
  CHECK(speaker_name("Ana Ruiz told the court that Pedro Lobo had fixed the gate. \"It was open,\" "
                     "she said.",
                     1) == "Ana Ruiz");
  CHECK(speaker_name("Colonel Tiko Ruam, the army's weary spokesman, replied that the gate was "
                     "shut.") == "Tiko Ruam");
}

TEST_CASE("An embassy is none of its host's, and a report none of its readers'") {
  CHECK(speaker_key("Chad recalled its envoy. The embassy in Oslo said that the gate was shut.")
            .find("TCD") != std::string::npos);
  CHECK(
      speaker_name("The army's report, seen by the Lakeside Post, says that the gate was shut.") !=
      "Lakeside Post");
  CHECK(
      speaker_key("Norway closed the port. Its claim that the port was mined surprised nobody.") ==
      "actor:NOR");
}

TEST_CASE("Where somebody is from is no part of the name") {
  for (const char* text :
       {"Oslo-based Lake Lines denied it.", "Iran-backed Lake Lines denied it."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = extract::aid::read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(extract::aid::name(annotation, annotation.statements(0).speaker()) == "Lake Lines");
  }
}

TEST_CASE("A surname alone is that of whom the text named first") {
  const v1::ArticleAnnotation annotation =
      extract::aid::read("President Musa Adan met his brother Idris Adan. Adan denied it.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Musa Adan");
}

TEST_CASE("The army of the country that an article is about has the lexicon's name") {
  const std::string key = speaker_key(
      "KINSHASA, Congo - Shells fell on a market in Bukavu. The army said that rebels had fired "
      "them.");
  CHECK(key == "actor:fardc");
}

TEST_CASE("Who leads a body speaks for it, whoever they are") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "The Reed Army burned the mill. Zubin Tarq, its leader, said that they would not stop.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* leader = extract::aid::actor(annotation, "Zubin Tarq");
  REQUIRE(leader != nullptr);
  CHECK(name(annotation, leader->affiliation()) == "Reed Army");
  // An army of no state is what rebels call themselves.
  CHECK(leader->affiliation().starts_with("actor:armed_group:"));
}

TEST_CASE("Who has one name is known by it with its title") {
  const v1::ArticleAnnotation annotation = extract::aid::read("Haji Zubin denied it.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Haji Zubin");
}

TEST_CASE("A minister who speaks to a parliament is of its state") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "BEIRUT - Lebanon was calm. Ana Ruiz, a deputy minister, told the Knesset that the road was "
      "shut.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* minister = extract::aid::actor(annotation, "Ana Ruiz");
  REQUIRE(minister != nullptr);
  CHECK(minister->affiliation() == "actor:ISR");
}

TEST_CASE("Of which state an officer of an unknown district is, is not known") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "Chad shut the road. Chad was silent. Ana Ruiz, the police commander of Taloka district, "
      "said that it rained.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* officer = extract::aid::actor(annotation, "Ana Ruiz");
  REQUIRE(officer != nullptr);
  CHECK(officer->affiliation().empty());
}

TEST_CASE("The army that is spoken of again is that of the state that it was named with") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "FAYA, Chad, March 9 - Chad was calm. Chad blamed the Sudanese army. The army denied it.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).speaker() == "actor:military:SDN:sudan-armed-forces");
}

TEST_CASE("A ministry that deals with one state is that of another") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "Ghana was silent. Ghana shut the road. Ghana smiled. The Togolese wept. The Foreign "
      "Ministry "
      "denied Ghana's charge.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker() == "actor:TGO");
}

TEST_CASE("Who serves the rebels or the army speaks for them") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "The ELN shut the road. Beto Cinco, a leader of the rebels, denied it. A clerk wept.");
  const v1::Actor* commander = extract::aid::actor(annotation, "Beto Cinco");
  REQUIRE(commander != nullptr);
  CHECK(commander->affiliation() == "actor:eln-col");
}

TEST_CASE("A minister who speaks after their state is of it, wherever the report is from") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "ACCRA, Ghana - Ghana was calm. Ghana slept.\n\nTogo said that little was left. \"It "
      "rained,\" "
      "the transport minister, Ana Ruiz, said.");
  const v1::Actor* minister = extract::aid::actor(annotation, "Ana Ruiz");
  REQUIRE(minister != nullptr);
  CHECK(minister->affiliation() == "actor:TGO");
}

TEST_CASE("Whose director somebody is, who spoke before tells") {
  const v1::ArticleAnnotation annotation = extract::aid::read(
      "Rounds of the Ghana Armed Forces lay there, the Reed Watch said. \"They were old,\" its "
      "director, Ana Ruiz, added.");
  const v1::Actor* director = extract::aid::actor(annotation, "Ana Ruiz");
  REQUIRE(director != nullptr);
  CHECK(name(annotation, director->affiliation()) == "Reed Watch");
}

TEST_CASE("A state in which something is does not speak") {
  const v1::ArticleAnnotation annotation =
      extract::aid::read("Togo shut a mine in eastern Chad. It said that the mine was empty.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker() == "actor:TGO");
  const v1::ArticleAnnotation again =
      extract::aid::read("Togo was silent. In southern Chad it said that the mine was empty.");
  REQUIRE(again.statements_size() == 1);
  CHECK(again.statements(0).speaker() == "actor:TGO");
}

TEST_CASE("A president of a state speaks for it") {
  const v1::ArticleAnnotation annotation =
      extract::aid::read("President Ana Ruiz of Peru said that it rained.");
  const v1::Actor* president = extract::aid::actor(annotation, "Ana Ruiz");
  REQUIRE(president != nullptr);
  CHECK(president->affiliation() == "actor:PER");
}

TEST_CASE("What a group is called is no person") {
  const v1::ArticleAnnotation annotation =
      extract::aid::read("The rights group Ribera Azul said that it rained.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Ribera Azul");
  CHECK_FALSE(annotation.statements(0).speaker().starts_with("actor:person:"));
}

#include "extract/events/events.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

namespace casus::extract {
namespace {

// The events that the coder makes of a text, by itself.
v1::ArticleAnnotation code(const std::string& text, const std::string& published = "2021-03-10") {
  static const std::shared_ptr<const Lexicon> lexicon = Lexicon::load();
  static const std::unique_ptr<Parser> parser = make_parser(load_grammar());
  const Document document(text);
  const Day day = parse_day(published).value_or(Day::unknown());
  Mentions mentions(document, *lexicon, day);
  Reading reading{document, *lexicon, mentions, day, {}};
  for (const Sentence& sentence : document.sentences()) {
    reading.syntax.emplace_back();
    if (has_trigger(document, sentence, *lexicon)) {
      reading.syntax.back() = parser->parse(document, sentence);
    }
  }
  v1::ArticleAnnotation annotation;
  annotation.mutable_article()->set_text(text);
  code_events(reading, annotation);
  mentions.write(annotation);
  return annotation;
}

std::vector<v1::Event> attacks(const v1::ArticleAnnotation& annotation) {
  std::vector<v1::Event> found;
  for (const v1::Event& event : annotation.events()) {
    if (event.type() == "ASSAULT" && event.modality() == v1::Modality::actual) {
      found.push_back(event);
    }
  }
  return found;
}

std::vector<v1::Event> attacks(const std::string& text) { return attacks(code(text)); }

std::string place_name(const v1::ArticleAnnotation& annotation, const v1::Event& event) {
  for (const v1::Place& place : annotation.places()) {
    if (place.key() == event.place()) return place.name();
  }
  return "";
}

std::string initiator(const v1::Event& event) {
  return event.initiators().empty() ? "" : event.initiators(0).text();
}

std::string target(const v1::Event& event) {
  return event.targets().empty() ? "" : event.targets(0).text();
}

std::ptrdiff_t words(const std::string& text) {
  return std::count(text.begin(), text.end(), ' ') + 1;
}

TEST_CASE("the slots of an attack told by a verb") {
  const auto annotation = code(
      "Rebel gunmen attacked an army convoy near Mosul on Monday, killing at least 12 soldiers and "
      "wounding 30.");
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  const v1::Event& event = found.front();
  CHECK(event.key() == "e1");
  CHECK(initiator(event) == "Rebel gunmen");
  CHECK(event.initiators(0).status() == v1::InitiatorStatus::asserted);
  CHECK(target(event) == "army convoy");
  CHECK(place_name(annotation, event) == "Mosul");
  CHECK(event.date().earliest() == "2021-03-08");
  CHECK(event.date().latest() == "2021-03-08");
  CHECK(event.killed().low() == 12);
  CHECK(event.injured().best() == 30);
}

TEST_CASE("a passive has its agent, or nobody") {
  const auto by = attacks("The village was shelled by government troops on Sunday.");
  REQUIRE(by.size() == 1);
  CHECK(initiator(by[0]) == "government troops");
  CHECK(target(by[0]) == "village");
  const auto nobody = attacks("Two rockets were fired at the airport in Erbil on Sunday.");
  REQUIRE(nobody.size() == 1);
  CHECK(nobody[0].initiators().empty());
  CHECK(target(nobody[0]).find("airport") != std::string::npos);
  CHECK(nobody[0].weapon() == "rockets");
  CHECK(nobody[0].mode() == "heavy-weapons");
}

TEST_CASE("an attack told by a noun") {
  const auto annotation =
      code("A suicide bomb attack on a police station in Kabul killed six officers on Tuesday.");
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  CHECK(target(found[0]) == "police station");
  CHECK(found[0].initiators().empty());
  CHECK(found[0].killed().best() == 6);
  CHECK(place_name(annotation, found[0]) == "Kabul");
}

TEST_CASE("who launches an attack is in the verb before it") {
  const auto found =
      attacks("Turkish forces launched an air strike on a camp near Duhok on Sunday.");
  REQUIRE(found.size() == 1);
  CHECK(initiator(found[0]) == "Turkish forces");
  CHECK(target(found[0]).find("camp") != std::string::npos);
}

TEST_CASE("a weapon is no perpetrator") {
  const auto found = attacks("A car bomb killed four policemen in Basra on Sunday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].initiators().empty());
  CHECK(found[0].weapon() == "car bomb");
  CHECK(found[0].mode() == "explosives");
}

TEST_CASE("later mentions join the event that they speak of") {
  const auto annotation = code(
      "Gunmen attacked a hotel in Mogadishu on Tuesday. The attack lasted for two hours. Eight "
      "people were killed and 15 wounded. Nobody knows who is behind the attack on the hotel.");
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  CHECK(found[0].killed().best() == 8);
  CHECK(found[0].injured().best() == 15);
  CHECK(found[0].evidence_size() >= 3);
}

TEST_CASE("places and dates tell attacks apart") {
  const auto found = attacks(
      "A bomb exploded in a market in Baghdad on Monday, killing five people. On Sunday gunmen "
      "ambushed a patrol in Basra, killing two soldiers.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].killed().best() == 5);
  CHECK(found[0].date().earliest() == "2021-03-08");
  CHECK(found[1].killed().best() == 2);
  CHECK(found[1].date().earliest() == "2021-03-07");
}

TEST_CASE("a series is one event with its number") {
  const auto found = attacks(
      "Troops in Mali have been targeted in more than 40 attacks, and over 15 soldiers were "
      "wounded.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].incidents().low() == 40);
  CHECK(found[0].injured().low() == 15);
}

TEST_CASE("what has not happened is not actual") {
  CHECK(attacks("The militia threatened to attack the oil terminal in Basra.").empty());
  CHECK(attacks("The army will attack the town of Sirte if the talks fail.").empty());
  CHECK(attacks("The army did not attack the town of Sirte.").empty());
  CHECK(attacks("Rebels could attack the port of Aden.").empty());
  CHECK(attacks("Attacks on civilians must stop.").empty());
  CHECK(attacks("Who attacked the embassy in Sanaa?").empty());
}

TEST_CASE("a threat keeps its modality") {
  const auto annotation = code("The militia threatened to attack the oil terminal in Basra.");
  const auto found = std::find_if(annotation.events().begin(), annotation.events().end(),
                                  [](const v1::Event& event) { return event.type() == "ASSAULT"; });
  REQUIRE(found != annotation.events().end());
  CHECK(found->modality() == v1::Modality::threatened);
}

TEST_CASE("what somebody else says makes an initiator alleged") {
  const auto found = attacks("The governor said that rebels attacked a school in Goma on Monday.");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].initiators_size() == 1);
  CHECK(found[0].initiators(0).status() == v1::InitiatorStatus::alleged);
}

TEST_CASE("the date of saying is not the date of the attack") {
  const auto found =
      attacks("The minister said on Tuesday that gunmen had attacked a school in Goma.");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].has_date());
}

TEST_CASE("other material events have their actors") {
  const auto annotation = code("Hundreds of students protested against the government in Tunis.");
  REQUIRE(annotation.events_size() >= 1);
  CHECK(annotation.events(0).type() == "PROTEST");
  REQUIRE(annotation.events(0).initiators_size() == 1);
  CHECK(annotation.events(0).initiators(0).text().find("students") != std::string::npos);
}

TEST_CASE("who claims an attack or is blamed for it initiated it, as they say") {
  const auto claimed =
      attacks("Two clerks were shot dead in Quetta on Friday, a raid claimed by the Taliban.");
  REQUIRE(claimed.size() == 1);
  REQUIRE(claimed[0].initiators_size() == 1);
  CHECK(claimed[0].initiators(0).status() == v1::InitiatorStatus::claimed);
  CHECK(claimed[0].killed().best() == 2);
}

TEST_CASE("campaigns and habits are no events") {
  CHECK(attacks("The bombardment of Gaza has angered many people.").empty());
  CHECK(attacks("The group often attacks patrols in Mali.").empty());
  CHECK(attacks("The earthquake killed 40 people in Izmir on Monday.").empty());
}

TEST_CASE("a sentence that begins with a name has nothing before it") {
  CHECK(attacks("US forces in Mali were attacked on Monday.").size() == 1);
}

TEST_CASE("a pronoun in what somebody says stands for the speaker") {
  const auto union_ = code("The teachers' union announced that it had called off its strike.");
  REQUIRE(union_.events_size() == 1);
  CHECK(union_.events(0).type() == "CONCEDE");
  CHECK(initiator(union_.events(0)) == "teachers' union");
  const auto rebels = code("Rebel leaders said on Monday they would meet the U.N. envoy.");
  REQUIRE(rebels.events_size() == 1);
  CHECK(rebels.events(0).type() == "AGREE");
  CHECK(initiator(rebels.events(0)) == "Rebel leaders");
}

TEST_CASE("aircraft of a people act for it") {
  const auto found = attacks("Russian aircraft bombed a market in Idlib on Sunday.");
  REQUIRE(found.size() == 1);
  CHECK(initiator(found[0]) == "Russian aircraft");
}

TEST_CASE("the mentions are by position and point at their event") {
  const std::string text =
      "Gunmen attacked a hotel in Mogadishu on Tuesday. The attack lasted for two hours.";
  static const auto lexicon = Lexicon::load();
  const Document document(text);
  Mentions mentions(document, *lexicon, Day::unknown());
  Reading reading{document, *lexicon, mentions, Day::unknown(), {}};
  const auto parser = make_parser(load_grammar());
  for (const Sentence& sentence : document.sentences()) {
    reading.syntax.emplace_back(parser->parse(document, sentence));
  }
  v1::ArticleAnnotation annotation;
  const auto found = code_events(reading, annotation);
  REQUIRE(found.size() == 2);
  CHECK(found[0].event == 0);
  CHECK(found[1].event == 0);
  CHECK(found[0].sentence == 0);
  CHECK(found[1].sentence == 1);
  CHECK(document[found[1].trigger.begin].text == "attack");
}

TEST_CASE("a text without events has none") {
  CHECK(code("The weather in Lima was fine.").events().empty());
  CHECK(code("").events().empty());
}

TEST_CASE("what a state fights with is the state") {
  for (const char* text :
       {"Eritrean gunners shelled a market near Kassala on Monday.",
        "Eritrean armed formations shelled a market near Kassala on Monday.",
        "Two herders were killed by Eritrean aircraft near Kassala on Monday."}) {
    INFO(text);
    const auto found = attacks(text);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].initiators_size() == 1);
    CHECK(found[0].initiators(0).actor() == "actor:ERI");
  }
  const auto others = attacks("Chinese tourists attacked a guard in Kassala on Monday.");
  REQUIRE(others.size() == 1);
  REQUIRE(others[0].initiators_size() == 1);
  CHECK(others[0].initiators(0).actor() != "actor:CHN");
  CHECK(attacks("Ethiopian jets bombed a school near Adwa on Monday.")[0].mode() == "aerial");
}

TEST_CASE("who suffers an attack does not do what comes of it") {
  const auto hit = attacks("An Omani yacht was struck by a missile near Basra, injuring a sailor.");
  REQUIRE(hit.size() == 1);
  CHECK(hit[0].initiators().empty());
  CHECK(hit[0].injured().best() == 1);
  const auto fighting = attacks("Two soldiers were killed on Monday in fighting in Mosul.");
  REQUIRE(fighting.size() == 1);
  CHECK(fighting[0].initiators().empty());
  const auto wounded = attacks("The blast in Mosul left ten rebels dead and two porters injured.");
  REQUIRE(wounded.size() == 1);
  CHECK(wounded[0].initiators().empty());
}

TEST_CASE("they are the fighters who acted just before") {
  const auto found = attacks(
      "Scores of rebels crossed into Mosul on Monday. They killed a watchman at the Iraqi "
      "bank.");
  REQUIRE(found.size() == 1);
  CHECK(initiator(found[0]).find("rebels") != std::string::npos);
}

TEST_CASE("a building is hit where a part of it is") {
  const auto front = attacks("A grenade exploded at the gate of a library in Mosul on Monday.");
  REQUIRE(front.size() == 1);
  CHECK(target(front[0]) == "library");
  const auto door = attacks("A grenade exploded at the side door of the bishop's house on Monday.");
  REQUIRE(door.size() == 1);
  CHECK(target(door[0]) == "bishop's house");
}

TEST_CASE("who was carried is hit with the vehicle") {
  const auto found = attacks("Rebels attacked a ferry carrying nurses near Basra on Monday.");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].targets_size() == 2);
  CHECK(found[0].targets(1).text() == "nurses");
}

TEST_CASE("what is told later of one attack adds its targets") {
  const auto found = attacks(
      "Rebels raided the town of Sinjar on Monday, burned the mill and killed Omar "
      "Haddad.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].targets_size() == 3);
}

TEST_CASE("victims that are told one by one are counted together") {
  const auto found = attacks("A mine killed the nurse and two sailors near Basra on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].killed().best() == 3);
  const auto some = attacks("A mine killed the nurse and several sailors near Basra on Monday.");
  REQUIRE(some.size() == 1);
  CHECK(some[0].killed().best() != 1);
}

TEST_CASE("deaths alone are told by the attack that follows in the sentence") {
  const auto found = attacks("On Monday three tailors died in Herat in another blast.");
  REQUIRE(found.size() == 1);
  CHECK(target(found[0]) == "three tailors");
  CHECK(found[0].killed().best() == 3);
}

TEST_CASE("whom one clause tells of was hit by what the other tells") {
  const auto found = attacks(
      "At least nine soldiers were killed on Thursday when rebels ambushed a convoy near Mosul.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].killed().low() == 9);
  REQUIRE(found[0].initiators_size() == 1);
  CHECK(found[0].initiators(0).text() == "rebels");
  CHECK(found[0].has_date());
  CHECK(attacks("Nine soldiers were killed on Thursday before rebels ambushed a convoy near Mosul.")
            .size() == 2);
}

TEST_CASE("victims of two kinds were hit on one occasion") {
  const auto found = attacks(
      "At least 23 people were killed and more than 40 wounded when warplanes struck a market in "
      "Mosul on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].killed().low() == 23);
  CHECK(found[0].injured().low() == 40);
  CHECK(found[0].weapon() == "warplanes");
}

TEST_CASE("the smallest place that is named of an attack is its place") {
  const auto place = [](const std::string& text) {
    const auto annotation = code(text);
    const auto found = attacks(annotation);
    REQUIRE(found.size() == 1);
    return place_name(annotation, found[0]);
  };
  CHECK(place("A bomb killed nine people in the province of Herat on Monday. The blast occurred in "
              "Shindand.") == "Shindand");
  CHECK(
      place("A bomb killed nine people in the Tarim region on Monday. The blast occurred near the "
            "Taka bridge.") == "Taka bridge");
  CHECK(
      place("A bomb killed nine people in Shindand on Monday. The blast in Herat province was the "
            "second.") == "Shindand");
  CHECK(place("Two rebels were killed on Monday in an air strike some 30 km from Mosul.") ==
        "Mosul");
}

TEST_CASE("this city is the dateline's") {
  const std::string rest = "A grenade wounded two singers on Monday at a theatre in this town.";
  const auto one = code("CORDOBA, 9 March (DYN) -- " + rest);
  REQUIRE(attacks(one).size() == 1);
  CHECK(place_name(one, attacks(one)[0]) == "Córdoba");
  const auto none = code(rest);
  REQUIRE(attacks(none).size() == 1);
  CHECK(attacks(none)[0].place().empty());
}

TEST_CASE("yesterday's attack was yesterday, though it is condemned today") {
  const auto found =
      attacks("The bishop today deplored yesterday's attack on a seminary in Mosul.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].date().earliest() == "2021-03-09");
}

TEST_CASE("a suicide bomber is no aircraft") {
  const auto found = attacks("A suicide bomber killed the mayor of Herat on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].mode() != "aerial");
  CHECK(found[0].weapon().empty());
}

TEST_CASE("a target has the name that follows its description") {
  const auto found = attacks("On Monday a tall monk, Omar Haddad, was stabbed near Mosul.");
  REQUIRE(found.size() == 1);
  CHECK(target(found[0]) == "tall monk, Omar Haddad");
  CHECK(found[0].targets(0).actor().find("omar-haddad") != std::string::npos);
  // A list of victims is no name.
  const auto list = attacks("A guard, Omar Haddad and a clerk were shot near Mosul on Monday.");
  REQUIRE(list.size() == 1);
  CHECK(target(list[0]) == "guard");
}

TEST_CASE("deaths and the occasion on which they happened are one attack") {
  const auto when = code(
      "Four policemen were killed when their patrol was ambushed by rebels near "
      "Mosul on Sunday.");
  REQUIRE(attacks(when).size() == 1);
  CHECK(initiator(attacks(when)[0]) == "rebels");
  CHECK(place_name(when, attacks(when)[0]) == "Mosul");
  const auto next = code(
      "Two farmers were killed in shelling in a valley on Monday. Syrian gunners "
      "fired shells at barns near Sinjar.");
  REQUIRE(attacks(next).size() == 1);
  CHECK(attacks(next)[0].initiators(0).actor() == "actor:SYR");
  CHECK(place_name(next, attacks(next)[0]) == "Sinjar");
  const auto laid = attacks(
      "An explosion killed two cooks on a ship off Basra on Monday. Divers "
      "attached explosives to the rudder of the ship, a pilot said.");
  REQUIRE(laid.size() == 1);
  CHECK(laid[0].weapon() == "explosives");
}

TEST_CASE("a border between two countries is in neither") {
  const auto found =
      attacks("Three men were killed in shelling on the border between Iraq and Syria on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].place().empty());
}

TEST_CASE("what one does on the way to an attack is done where it happens") {
  const auto annotation =
      code("Raiders entered a mill near Mosul on Monday, broke the lamps and killed two guards.");
  REQUIRE(attacks(annotation).size() == 1);
  CHECK(place_name(annotation, attacks(annotation)[0]) == "Mosul");
}

TEST_CASE("the toll of the only attack may be told much later") {
  const std::string first = "A bomb killed two people in Mosul on Monday. ";
  const std::string talk = "The mayor met reporters. It was raining. The streets were empty. ";
  const auto one = attacks(first + talk + "He put the number of injured at 30.");
  REQUIRE(one.size() == 1);
  CHECK(one[0].injured().best() == 30);
  const auto two = attacks(first + "A rocket hit a camp near Basra on Sunday. " + talk +
                           "He put the number of injured at 30.");
  REQUIRE(two.size() == 2);
  CHECK_FALSE(two[0].injured().has_best());
  CHECK_FALSE(two[1].injured().has_best());
}

TEST_CASE("troops without a name of their own are their state") {
  const auto troops = attacks("Syrian troops shelled a market near Mosul on Monday.");
  REQUIRE(troops.size() == 1);
  CHECK(troops[0].initiators(0).actor() == "actor:SYR");
  CHECK(initiator(troops[0]) == "Syrian troops");
  const auto round = attacks("The clerk was killed by a stray Syrian round near Mosul.");
  REQUIRE(round.size() == 1);
  REQUIRE(round[0].initiators_size() == 1);
  CHECK(round[0].initiators(0).actor() == "actor:SYR");
}

TEST_CASE("a quarter is no more than its town, a street less") {
  const auto place = [](const std::string& text) {
    const auto annotation = code(text);
    const auto found = attacks(annotation);
    REQUIRE(found.size() == 1);
    return place_name(annotation, found[0]);
  };
  CHECK(
      place(
          "Two rockets hit a school in Baghdad on Monday. The rockets struck in the Green Zone.") ==
      "Baghdad");
  CHECK(place("A bomb damaged a shop on Olmedo Avenue in Quito on Monday.") == "Quito");
  CHECK(place("A bomb damaged a shop on Portugal Street on Monday.") == "Portugal Street");
}

TEST_CASE("a place at the head of a sentence is that of its main verb") {
  const auto annotation =
      code("In Mosul, rebels belonging to the Red Front attacked a police post on Monday.");
  REQUIRE(attacks(annotation).size() == 1);
  CHECK(place_name(annotation, attacks(annotation)[0]) == "Mosul");
}

TEST_CASE("anybody is no perpetrator") {
  const auto found = attacks("Men attacked a police post near Mosul on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].initiators().empty());
  const auto masked = attacks("Three bearded men attacked a police post near Mosul on Monday.");
  REQUIRE(masked.size() == 1);
  CHECK(initiator(masked[0]) == "Three bearded men");
}

TEST_CASE("what is told with meanwhile is another attack") {
  CHECK(attacks("A policeman was killed by rebels near Mosul on Monday. Meanwhile, rebels killed a "
                "guard.")
            .size() == 2);
  CHECK(
      attacks("A bomb killed a guard near Mosul on Monday. Meanwhile, the mayor said that the bomb "
              "had been hidden in a cart.")
          .size() == 1);
}

}  // namespace
TEST_CASE("arms that are hit are no weapon of whoever hits them") {
  const auto hit = attacks("Kenyan troops destroyed two mortars near Garissa.");
  REQUIRE(hit.size() == 1);
  CHECK(hit[0].weapon().empty());
  REQUIRE(hit[0].targets().size() == 1);
  CHECK(hit[0].targets(0).text() == "two mortars");
  const auto fired = attacks("Ugandan soldiers fired on a howitzer outside Arua on Monday.");
  REQUIRE(fired.size() == 1);
  REQUIRE(fired[0].targets().size() == 1);
  CHECK(fired[0].targets(0).text() == "howitzer");
  const auto mined = attacks("Gunmen set off a roadside bomb near Garissa on Monday.");
  REQUIRE(mined.size() == 1);
  CHECK(mined[0].weapon() == "roadside bomb");
}

TEST_CASE("what the extractor is not certain of says so") {
  using C = v1::Certainty;
  const auto plain = attacks("Kenyan troops shelled a mill near Garissa on Monday.");
  REQUIRE(plain.size() == 1);
  CHECK(plain[0].initiators(0).certainty() == C::certain);
  CHECK(plain[0].targets(0).certainty() == C::certain);
  CHECK(plain[0].date_certainty() == C::certain);
  CHECK(plain[0].place_certainty() == C::certain);
  const auto pronoun =
      attacks("Hamas held the town for a week. It shelled a mill near Garissa on Monday.");
  REQUIRE(pronoun.size() == 1);
  REQUIRE(pronoun[0].initiators_size() == 1);
  CHECK(pronoun[0].initiators(0).certainty() == C::probable);
  const auto later = attacks(
      "A bomb wrecked a mill near Garissa. The attack took place on Monday, and nobody claimed "
      "it.");
  REQUIRE(later.size() == 1);
  CHECK(later[0].place_certainty() == C::certain);
  CHECK(later[0].date_certainty() == C::probable);
  const auto nowhere = attacks("A bomb wrecked a mill owned by two brothers on Monday.");
  REQUIRE(nowhere.size() == 1);
  CHECK(nowhere[0].place_certainty() == C::underspecified);
}

TEST_CASE("who is suspected leaves the deed certain") {
  const auto found = attacks("Suspected rebels killed two farmers near Garissa on Monday.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].certainty() == v1::Certainty::certain);
  CHECK(found[0].initiators(0).status() == v1::InitiatorStatus::alleged);
  const auto hedged = attacks("Rebels reportedly killed two farmers near Garissa on Monday.");
  REQUIRE(hedged.size() == 1);
  CHECK(hedged[0].certainty() == v1::Certainty::probable);
}

TEST_CASE("what is spoken of in a quotation is the attack that was told") {
  const auto once = attacks(
      "A mine blew up the ferry Alma off Basra on Monday. \"We are sure that the ferry was "
      "attacked,\" its owner said.");
  CHECK(once.size() == 1);
  // With a place of its own it is another.
  const auto twice = attacks(
      "A mine blew up the ferry Alma off Basra on Monday. \"They bombed a school in Mosul,\" a "
      "teacher said.");
  CHECK(twice.size() == 2);
}

TEST_CASE("what a deed was done to may stand before its noun") {
  for (const std::string text : {"Nobody was held for the bus bombing at Basra on Monday.",
                                 "Sudan paid for the school shooting of March 2 near Mosul.",
                                 "Farmers recalled the ferry hijacking in Garissa on Sunday."}) {
    INFO(text);
    const auto found = attacks(text);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].targets_size() == 1);
    CHECK(found[0].initiators().empty());
    CHECK(words(found[0].targets(0).text()) == 1);
  }
  const auto doers = attacks("A gunman shooting at a bus in Basra killed two nurses on Monday.");
  REQUIRE(doers.size() == 1);
  CHECK(initiator(doers[0]) == "gunman");
}

TEST_CASE("a bomb that was planted, a fire that was set") {
  const auto planted = attacks("A bomb was planted by rebels under the bus of a team in Basra.");
  REQUIRE(planted.size() == 1);
  CHECK(planted[0].mode() == "explosives");
  CHECK(initiator(planted[0]) == "rebels");
  CHECK(target(planted[0]) == "bus of a team");
  const auto set = attacks("The fire in the barn was set by soldiers on Monday.");
  REQUIRE(set.size() == 1);
  CHECK(initiator(set[0]) == "soldiers");
  CHECK(target(set[0]) == "barn");
  // What is only said by the way of a bomb that went off is no attack of its own.
  const auto hidden = attacks("A bomb planted in a cart tore through a bus in Basra on Monday.");
  REQUIRE(hidden.size() == 1);
  CHECK(target(hidden[0]) == "bus");
  CHECK(attacks("The house was set on a hill by its builders.").empty());
}

TEST_CASE("what kills or goes off is named by a relative clause") {
  const auto killed = attacks("The smith who built the mine that killed two nurses has fled.");
  REQUIRE(killed.size() == 1);
  CHECK(killed[0].mode() == "explosives");
  const auto device =
      attacks("The sellers of a parcel which went off near a cart on Monday have fled.");
  REQUIRE(device.size() == 1);
  CHECK(device[0].weapon() == "parcel");
  CHECK(target(device[0]) == "cart");
  CHECK(attacks("An alarm went off near a cart on Monday.").empty());
}

TEST_CASE("whose the car was that was hit is known") {
  const auto found = attacks(
      "A bomb killed three nurses last week. The device went off near the nurses' van on March 2.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].date().earliest() == "2021-03-02");
  CHECK(found[0].targets_size() == 2);
}

TEST_CASE("a blast that is told with its place and day is none told before") {
  const auto found = attacks(
      "The mine which struck the Orion was adrift. The owner spoke of the blast which "
      "killed two at Basra in January.");
  REQUIRE(found.size() == 2);
  CHECK(target(found[0]) == "Orion");
  CHECK(found[1].killed().best() == 2);
}

TEST_CASE("a bay that is called with an article is a ship") {
  const auto annotation = code("A blast killed two cooks on the Coral Bay at Basra on Monday.");
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  CHECK(place_name(annotation, found[0]) == "Basra");
}

TEST_CASE("an hour is of the day that was told before") {
  const v1::ArticleAnnotation annotation = code(
      "Shells fell on the mill of Tan on Monday, killing six. Gunmen had opened fire at 4.15 on a "
      "barge near Lemba.");
  REQUIRE(annotation.events_size() == 2);
  CHECK(annotation.events(1).date().earliest() == "2021-03-08");
  CHECK(annotation.events(1).date_certainty() == v1::Certainty::probable);
}

TEST_CASE("what an article is about is of the one day that it names") {
  const std::string attack = "Gunmen fired on a barge near Lemba, killing two porters. ";
  const v1::ArticleAnnotation told = code(attack + "The wreck of March 3 was towed away.");
  REQUIRE(told.events_size() == 1);
  CHECK(told.events(0).date().earliest() == "2021-03-03");
  const v1::ArticleAnnotation open =
      code(attack + "The wreck of March 3 was towed away on March 7.");
  REQUIRE(open.events_size() == 1);
  CHECK(open.events(0).date().earliest().empty());
}

TEST_CASE("the place that has its region before it is the place") {
  const v1::ArticleAnnotation annotation =
      code("Gunmen killed nine porters in the Punjab village of Lemba.");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).place() == "place:-:lemba");
}

TEST_CASE("a market has the name of where it lies") {
  const v1::ArticleAnnotation annotation =
      code("Planes bombed the cattle market of Lemba in Chad.");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).place() == "place:-:lemba");
}

TEST_CASE("who follows a verb as its next subject was not hit") {
  const v1::ArticleAnnotation annotation =
      code("A bomb hit a barge on Monday. How many the bomb killed he never learned.");
  REQUIRE(annotation.events_size() == 1);
  for (const v1::Target& target : annotation.events(0).targets()) CHECK(target.text() != "he");
}

}  // namespace casus::extract

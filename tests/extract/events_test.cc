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

TEST_CASE("promises and refusals are acts of their own") {
  const auto type = [](const std::string& text) {
    const auto annotation = code(text);
    return annotation.events().empty() ? std::string() : annotation.events(0).type();
  };
  CHECK(type("Norway will send aid to Malawi.") == "AGREE");
  CHECK(type("Norway sent aid to Malawi.") == "AID");
  CHECK(type("The president refused to meet the rebels.") == "REJECT");
}

TEST_CASE("who claims an attack or is blamed for it initiated it, as they say") {
  const auto claimed = attacks(
      "Two policemen were shot dead in Quetta on Sunday, an attack claimed by the Taliban.");
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

TEST_CASE("whom an act is about may stand in its content") {
  const auto annotation = code("Peru granted asylum on Tuesday to five Bolivian officers.");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).type() == "AID");
  CHECK(target(annotation.events(0)) == "five Bolivian officers");
}

TEST_CASE("troops that arrive pay no visit") {
  const auto annotation = code("Ethiopian troops arrived in Somalia on Tuesday.");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).type() == "MOBILIZE");
  CHECK(target(annotation.events(0)) == "Somalia");
}

TEST_CASE("a sanction that may come is a threat, and no condition is an event") {
  const auto annotation = code("Norway may suspend its aid unless Chad holds talks with Niger.");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).type() == "THREATEN");
  CHECK(initiator(annotation.events(0)) == "Norway");
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

}  // namespace
}  // namespace casus::extract

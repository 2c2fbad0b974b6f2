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

TEST_CASE("An organ of a state is an actor of its own, affiliated to the state") {
  const v1::ArticleAnnotation annotation = read(
      "The Armenian Defence Ministry said that Azerbaijani units had shelled a village on Monday.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Actor* ministry =
      actor(annotation, name(annotation, annotation.statements(0).speaker()));
  REQUIRE(ministry != nullptr);
  CHECK(ministry->name() == "Armenia Defence Ministry");
  CHECK(ministry->affiliation() == "actor:ARM");
  CHECK(ministry->country() == "ARM");
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

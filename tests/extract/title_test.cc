// What is extracted from titles, and how it joins what the text tells.

#include <algorithm>
#include <catch2/catch.hpp>

#include "extract/extractor.h"
#include "graph/assemble.h"
#include "graph/validate.h"
#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::actor;
using extract::aid::name;
using extract::aid::of_kind;
using extract::aid::read_titled;
using extract::aid::words;
using K = v1::StatementKind;

namespace {

bool in_title(const v1::Span& span) { return span.part() == v1::TextPart::title; }

template <typename Spans>
bool any_in_title(const Spans& spans) {
  return std::any_of(spans.begin(), spans.end(), in_title);
}

std::vector<v1::Event> attacks(const v1::ArticleAnnotation& annotation) {
  std::vector<v1::Event> found;
  for (const v1::Event& event : annotation.events()) {
    if (event.type() == "ASSAULT") found.push_back(event);
  }
  return found;
}

std::string word(const v1::ArticleAnnotation& annotation, const v1::Span& span) {
  return words(annotation, std::vector<v1::Span>{span});
}

const std::string kFerry =
    "Gunmen attacked a passenger ferry near Goma on Monday, killing nine people and wounding four. "
    "Residents said that the boat had burned for hours.";

}  // namespace

TEST_CASE("An attack that the title tells too comes out once, worded by the text") {
  const std::string title = GENERATE(
      "Gunmen kill nine in attack on ferry near Goma", "Nine killed in ferry attack near Goma",
      "Gunmen attack ferry near Goma, killing nine", "NINE DEAD AS GUNMEN ATTACK FERRY NEAR GOMA",
      "Gunmen Kill Nine in Attack on Ferry - The Lakeside Post",
      "LIVE: Ferry attack kills nine near Goma");
  CAPTURE(title);
  const v1::ArticleAnnotation annotation = read_titled(title, kFerry);
  REQUIRE_NOTHROW(validate(annotation));
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  const v1::Event& event = found.front();
  CHECK(word(annotation, event.trigger()) == "attacked");
  CHECK_FALSE(in_title(event.sentence()));
  CHECK(event.killed().best() == 9);
  CHECK(event.injured().best() == 4);
  CHECK(any_in_title(event.evidence()));
}

TEST_CASE("What only the title tells is there, with its place in the title") {
  const std::string title = "UPDATE 2-Shelling near Donetsk kills three soldiers | Lakeside Post";
  const v1::ArticleAnnotation annotation =
      read_titled(title, "The governor spoke to reporters. The weather was cold.");
  REQUIRE_NOTHROW(validate(annotation));
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  CHECK(in_title(found[0].trigger()));
  CHECK(in_title(found[0].sentence()));
  CHECK(word(annotation, found[0].sentence()) == "Shelling near Donetsk kills three soldiers");
  CHECK(found[0].killed().best() == 3);
  CHECK(name(annotation, found[0].place()) == "Donetsk");
}

TEST_CASE("A passive without its auxiliary") {
  const std::string text = "The road was closed. Nobody knew for how long.";
  for (const char* title : {"Twelve soldiers killed in Mosul", "Aid workers abducted in Mosul",
                            "Judge shot dead in Mosul", "Soldiers attacked by rebels in Mosul"}) {
    CAPTURE(title);
    const v1::ArticleAnnotation annotation = read_titled(title, text);
    const auto found = attacks(annotation);
    REQUIRE(found.size() == 1);
    CHECK(found[0].targets_size() == 1);
    for (const v1::Initiator& initiator : found[0].initiators())
      CHECK(initiator.text() == "rebels");
    CHECK(name(annotation, found[0].place()) == "Mosul");
  }
  for (const char* title :
       {"Gunmen killed two soldiers in Mosul", "Gunmen killed soldier in Mosul"}) {
    CAPTURE(title);
    const auto active = attacks(read_titled(title, text));
    REQUIRE(active.size() == 1);
    REQUIRE(active[0].initiators_size() == 1);
    CHECK(active[0].initiators(0).text() == "Gunmen");
  }
}

TEST_CASE("A headline tells in the present what has happened, and with 'to' what has not") {
  const std::string text = "The road was closed. Nobody knew for how long.";
  const auto told = attacks(read_titled("Rebels attack army base in Mosul", text));
  REQUIRE(told.size() == 1);
  CHECK(told[0].modality() == v1::Modality::actual);
  for (const v1::Event& event : attacks(read_titled("Rebels to attack army base in Mosul", text)))
    CHECK(event.modality() != v1::Modality::actual);
}

TEST_CASE("A denial in the title and in the text is one denial of one claim") {
  const std::string text =
      "Uganda accused Rwanda on Tuesday of arming the rebels. Rwanda's foreign minister, Clarisse "
      "Mbuyi, denied that her government had armed the rebels.";
  for (const char* title : {"Rwanda denies arming the rebels", "Rwanda Denies It Armed Rebels",
                            "Mbuyi denies that Rwanda armed the rebels"}) {
    CAPTURE(title);
    const v1::ArticleAnnotation annotation = read_titled(title, text);
    REQUIRE_NOTHROW(validate(annotation));
    const auto denials = of_kind(annotation, K::denial);
    REQUIRE(denials.size() == 1);
    CHECK(name(annotation, denials[0].speaker()) == "Clarisse Mbuyi");
    CHECK_FALSE(any_in_title(denials[0].content()));
    CHECK(of_kind(annotation, K::accusation).size() == 1);
    const v1::Claim* claim = extract::aid::claim(annotation, denials[0].claim());
    REQUIRE(claim != nullptr);
    CHECK(any_in_title(claim->evidence()));
  }
}

TEST_CASE("A denial that only the title tells") {
  const v1::ArticleAnnotation annotation = read_titled(
      "Rwanda denies arming the rebels", "Talks went on in Nairobi. No date was set for a vote.");
  const auto denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  CHECK(name(annotation, denials[0].speaker()) == "Rwanda");
  CHECK(any_in_title(denials[0].cue()));
  CHECK(word(annotation, denials[0].cue(0)) == "denies");
  CHECK(any_in_title(denials[0].content()));
}

TEST_CASE("A quotation in the title") {
  const v1::ArticleAnnotation annotation =
      read_titled("\"We did not fire first,\" Kenyan army says",
                  "Talks went on in Nairobi. No date was set for a vote.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(any_in_title(annotation.statements(0).content()));
  CHECK(word(annotation, annotation.statements(0).content(0)).find("did not fire first") !=
        std::string::npos);
}

TEST_CASE("A title that the text begins with adds nothing") {
  const std::string title = "Gunmen attacked a passenger ferry near Goma on Monday";
  const v1::ArticleAnnotation with = read_titled(title, kFerry);
  v1::ArticleAnnotation without = read_titled("", kFerry);
  without.mutable_article()->set_title(title);
  CHECK(with.SerializeAsString() == without.SerializeAsString());
}

TEST_CASE("A text that is its title and no more is read as a headline") {
  const std::string title =
      GENERATE("Gunmen Attack Ferry Near Goma, Killing Nine Villagers",
               "UPDATE 2-GUNMEN ATTACK FERRY NEAR GOMA, KILLING NINE VILLAGERS",
               "Gunmen Attack Ferry Near Goma, Killing Nine Villagers | The Lakeside Post");
  CAPTURE(title);
  const v1::ArticleAnnotation annotation = read_titled(title, title);
  REQUIRE_NOTHROW(validate(annotation));
  const auto found = attacks(annotation);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(any_in_title(found[0].evidence()));
  CHECK(name(annotation, found[0].place()) == "Goma");
  CHECK(found[0].killed().best() == 9);
}

TEST_CASE("A title that repeats a sentence of the text gives no second event or statement") {
  const std::string text = "Uganda accused Rwanda on Tuesday of arming the rebels. " + kFerry;
  const v1::ArticleAnnotation without = read_titled("", text);
  for (const char* title :
       {"Gunmen attacked a passenger ferry near Goma on Monday, killing nine people",
        "Uganda accused Rwanda of arming the rebels", "Residents said that the boat had burned"}) {
    CAPTURE(title);
    const v1::ArticleAnnotation with = read_titled(title, text);
    CHECK(with.events_size() == without.events_size());
    CHECK(with.statements_size() == without.statements_size());
    CHECK(with.claims_size() == without.claims_size());
  }
}

TEST_CASE("A name in the title is whom the text has introduced by it") {
  const v1::ArticleAnnotation annotation = read_titled(
      "Mbuyi visits Nairobi",
      "Rwanda's foreign minister, Clarisse Mbuyi, arrived in Nairobi on Tuesday for talks.");
  CHECK(actor(annotation, "Clarisse Mbuyi") != nullptr);
  CHECK(actor(annotation, "Mbuyi") == nullptr);
  REQUIRE(annotation.events_size() == 1);
  CHECK(any_in_title(annotation.events(0).evidence()));
}

TEST_CASE("Whatever title and text, every span lies in its part") {
  const std::vector<std::string> titles = {
      "“Rebels” Kill ‘Twelve’ Soldiers — Army",
      "ÉLUE: GUNMEN KILL TWELVE IN MOSUL",
      "LIVE: ",
      "日本: rebels kill twelve soldiers in Mosul, army says | 新聞",
      "Rebels kill 12. Army denies it. \"We did not,\" it said.\nSecond line",
      "?",
      "-",
      "\"",
      "date 2021-03-09 Rebels attacked Mosul"};
  const std::vector<std::string> texts = {"x", kFerry, "“We did not do it,” said the army. “No",
                                          "date 2021-03-09 Rebels attacked Mosul on Monday."};
  for (const std::string& title : titles) {
    for (const std::string& text : texts) {
      CAPTURE(title, text);
      CHECK_NOTHROW(validate(read_titled(title, text)));
    }
  }
}

TEST_CASE("A sentence begins after the date that an archive put before it") {
  const v1::ArticleAnnotation annotation =
      read_titled("", "date 2021-03-09 Uganda accused Rwanda of shelling the port of Goma.");
  REQUIRE(annotation.events_size() > 0);
  for (const v1::Event& event : annotation.events()) {
    CHECK(word(annotation, event.sentence()).starts_with("Uganda"));
    for (const v1::Span& span : event.evidence()) CHECK(span.begin() == event.sentence().begin());
  }
}

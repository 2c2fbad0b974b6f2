#include <catch2/catch.hpp>

#include "extract/extractor.h"
#include "extract/statements/attribution.h"
#include "graph/assemble.h"
#include "graph/validate.h"
#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::claim;
using extract::aid::name;
using extract::aid::of_kind;
using extract::aid::read;
using extract::aid::words;
using K = v1::StatementKind;

namespace {

K::Value only_kind(const std::string& text) {
  const v1::ArticleAnnotation annotation = read(text);
  INFO(text);
  REQUIRE(annotation.statements_size() == 1);
  return annotation.statements(0).kind();
}

}  // namespace

TEST_CASE("Source, cue and content of plain speech") {
  const v1::ArticleAnnotation annotation =
      read("The mayor of Brod said that two shells had hit the school.");
  REQUIRE(annotation.statements_size() == 1);
  const v1::Statement& statement = annotation.statements(0);
  CHECK(words(annotation, statement.source()) == "The mayor of Brod");
  CHECK(words(annotation, statement.cue()) == "said");
  CHECK(words(annotation, statement.content()) == "that two shells had hit the school");
}

TEST_CASE("The speaker may stand before, after or amid what is said") {
  for (const char* text : {"General Marek said the rebels had fired first.",
                           "The rebels had fired first, General Marek said.",
                           "\"The rebels fired first,\" said General Marek.",
                           "According to General Marek, the rebels had fired first."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(name(annotation, annotation.statements(0).speaker()) == "Marek");
    CHECK(words(annotation, annotation.statements(0).content()).find("fired first") !=
          std::string::npos);
  }
}

TEST_CASE("The kind of a statement, by its cue") {
  CHECK(only_kind("Chad accused Sudan of bombing the border town.") == K::accusation);
  CHECK(only_kind("Sudan rejected the accusation.") == K::denial);
  CHECK(only_kind("France condemned the bombing of the market.") == K::condemnation);
  CHECK(only_kind("The ministry declined to comment.") == K::no_comment);
  CHECK(only_kind("The embassy has not yet commented on the blast.") == K::no_comment);
  CHECK(only_kind("Hamas claimed responsibility for the attack.") == K::responsibility_claim);
  CHECK(only_kind("Turkey urged both sides to lay down their weapons.") == K::demand);
}

TEST_CASE("The kind of a statement, by its content where the cue is plain speech") {
  CHECK(only_kind("Colonel Marek said his troops had not fired on the village.") == K::denial);
  CHECK(only_kind("The report was a fabrication, Colonel Marek said.") == K::denial);
  CHECK(only_kind("The governor said that Sudanese planes had bombed the town.") == K::accusation);
  CHECK(only_kind("The group vowed to avenge the killing of its leader.") == K::threat);
  CHECK(only_kind("The company pledged to rebuild the school.") == K::pledge);
}

namespace {

// "TYPE by INITIATOR to TARGET, TARGET" of every event.
std::vector<std::string> events(const v1::ArticleAnnotation& annotation) {
  std::vector<std::string> told;
  for (const v1::Event& event : annotation.events()) {
    std::string line = event.type();
    for (const v1::Initiator& who : event.initiators()) line += " by " + who.text();
    for (const v1::Target& whom : event.targets()) line += " to " + whom.text();
    told.push_back(line);
  }
  return told;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A demand, a refusal and a condemnation are events between their two sides") {
  CHECK(events(read("Norway demanded that Chad release the crew.")) ==
        Lines{"REQUEST by Norway to Chad"});
  CHECK(events(read("Kuwait rejected an Iraqi proposal on Monday.")) ==
        Lines{"REJECT by Kuwait to Iraqi"});
  CHECK(events(read("France called on Niger to free him.")) == Lines{"REQUEST by France to Niger"});
  CHECK(events(read("Kenya condemned Uganda for the closure.")) ==
        Lines{"ACCUSE by Kenya to Uganda"});
}

TEST_CASE("What must be done is asked of whoever is to do it") {
  const v1::ArticleAnnotation annotation =
      read("The aid group said Ethiopian forces must open the road.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == K::demand);
  CHECK(annotation.statements(0).addressee() == "actor:military:ETH:ethiopia-armed-forces");
  CHECK(events(annotation) == Lines{"REQUEST by aid group to Ethiopian forces"});
}

TEST_CASE("A thing is asked for, and is nobody") {
  const v1::ArticleAnnotation annotation = read("France called for an end to the siege.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == K::demand);
  CHECK(words(annotation, annotation.statements(0).content()) == "an end to the siege");
  CHECK(events(annotation) == Lines{"REQUEST by France"});
}

TEST_CASE("What is agreed, asked or refused is no event of its own") {
  CHECK(events(read("Togo agreed on Monday to return the seized vessel to Ghana.")) ==
        Lines{"AGREE by Togo to Ghana"});
  CHECK(events(read("Greece demanded that Turkey withdraw its survey ship.")) ==
        Lines{"REQUEST by Greece to Turkey"});
}

TEST_CASE("A verb of saying that begins like a blow is none") {
  CHECK(events(read("The minister hit out at Chad over the raid.")) ==
        Lines{"ACCUSE by minister to Chad"});
}

TEST_CASE("A threat names all whom it threatens") {
  const v1::ArticleAnnotation annotation =
      read("Yemeni rebels vowed to strike Israel and its ally, the US, over the war in Gaza.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).addressee() == "actor:ISR");
  const v1::Event* threat = nullptr;
  for (const v1::Event& event : annotation.events())
    if (event.key() == annotation.statements(0).event()) threat = &event;
  REQUIRE(threat != nullptr);
  CHECK(threat->type() == "THREATEN");
  REQUIRE(threat->targets_size() == 2);
  CHECK(threat->targets(0).actor() == "actor:ISR");
  CHECK(threat->targets(1).actor() == "actor:USA");
}

TEST_CASE("What is not said is no statement") {
  CHECK(read("No group has claimed responsibility for the attack.").statements().empty());
  CHECK(read("Who claimed responsibility for the attack?").statements().empty());
}

TEST_CASE("A denial of the allegation denies the accuser's claim") {
  const v1::ArticleAnnotation annotation = read(
      "Chad accused Sudan of arming the rebels. Sudan's foreign minister, Hamid Osman, denied "
      "the allegation, stating that Sudan neither arms nor trains anybody.");
  const std::vector<v1::Statement> accusations = of_kind(annotation, K::accusation);
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(accusations.size() == 1);
  REQUIRE(denials.size() == 1);
  CHECK(accusations[0].addressee() == "actor:SDN");
  CHECK(accusations[0].stance() == v1::Stance::asserts);
  CHECK(denials[0].stance() == v1::Stance::denies);
  CHECK(denials[0].claim() == accusations[0].claim());
  CHECK(denials[0].addressee() == "actor:TCD");
  CHECK(name(annotation, denials[0].speaker()) == "Hamid Osman");
  const v1::Claim* claimed = claim(annotation, denials[0].claim());
  REQUIRE(claimed != nullptr);
  CHECK(claimed->text() == "Sudan arms the rebels");
  CHECK(claimed->subject() == "actor:SDN");
  CHECK(claimed->predicate() == "arm");
}

TEST_CASE("A denied claim is made by whom it belongs to") {
  const v1::ArticleAnnotation annotation =
      read("Sudan on Monday rejected a Chadian claim that it had armed the rebels.");
  REQUIRE(annotation.statements_size() == 2);
  REQUIRE(annotation.claims_size() == 1);
  for (const v1::Statement& statement : annotation.statements()) {
    CHECK(statement.claim() == annotation.claims(0).key());
    const bool denies = statement.stance() == v1::Stance::denies;
    CHECK(statement.speaker() == (denies ? "actor:SDN" : "actor:TCD"));
    CHECK(words(annotation, statement.source()) == (denies ? "Sudan" : "Chadian"));
  }
  CHECK(annotation.claims(0).text() == "Sudan had armed the rebels");
}

TEST_CASE("Who is accused is whose deed is told, not who is mentioned by the way") {
  const v1::ArticleAnnotation annotation = read(
      "Chad accused Sudan of arming Boko Haram, which held two towns. Boko Haram claimed "
      "responsibility for the attack on the airfield. Sudan denied the accusation.");
  const std::vector<v1::Statement> accusations = of_kind(annotation, K::accusation);
  const std::vector<v1::Statement> admissions = of_kind(annotation, K::responsibility_claim);
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(accusations.size() == 1);
  REQUIRE(admissions.size() == 1);
  REQUIRE(denials.size() == 1);
  CHECK(accusations[0].addressee() == "actor:SDN");
  CHECK(admissions[0].claim() != accusations[0].claim());
  CHECK(denials[0].claim() == accusations[0].claim());
}

TEST_CASE("A denial that meets no claim makes its own, in positive wording") {
  const v1::ArticleAnnotation annotation =
      read("The army said its planes had not bombed the hospital.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "its planes had bombed the hospital");
  CHECK(annotation.statements(0).stance() == v1::Stance::denies);
}

TEST_CASE("A quotation keeps its speaker over several sentences") {
  const v1::ArticleAnnotation annotation = read(
      "\"We saw two planes,\" said Musa Adan, a herder. \"They came back and bombed the "
      "well.\"");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Musa Adan");
  CHECK(words(annotation, annotation.statements(0).source()) == "Musa Adan, a herder");
  CHECK(words(annotation, annotation.statements(0).content()) ==
        "\"We saw two planes,\" ... \"They came back and bombed the well.\"");
}

TEST_CASE("What a quotation goes on to deny is a statement of its own") {
  const v1::ArticleAnnotation annotation =
      read("\"It is a sad day,\" said General Marek. \"We did not shell the village.\"");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(name(annotation, annotation.statements(1).speaker()) == "Marek");
}

TEST_CASE("Content begins where the sentence leads into a quotation and ends before a remark") {
  const v1::ArticleAnnotation annotation = read(
      "He said on Monday the group \"must be destroyed,\" a demand that others had made. Ms. Okoro "
      "said the road was mined, although no army had been there.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(words(annotation, annotation.statements(0).content()) ==
        "the group \"must be destroyed,\"");
  CHECK(words(annotation, annotation.statements(1).content()) == "the road was mined");
}

TEST_CASE("The source of a statement is shown with what describes it") {
  for (const char* text :
       {"Karen Holt, the head of the relief mission in Goma, said the road was mined.",
        "The road was mined, said Karen Holt, the head of the relief mission in Goma."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(words(annotation, annotation.statements(0).source()) ==
          "Karen Holt, the head of the relief mission in Goma");
  }
  const v1::ArticleAnnotation survivor =
      read("A survivor, the driver Karen Holt, said the road was mined.");
  REQUIRE(survivor.statements_size() == 1);
  CHECK(name(survivor, survivor.statements(0).speaker()) == "Karen Holt");
}

TEST_CASE("Many ways to deny") {
  for (const char* text :
       {"Oslo waved the whole affair away as an invention.",
        "The minister withdrew the charge on Monday.", "The army distanced itself from the raid.",
        "It was a charge that Norway angrily threw out."}) {
    INFO(text);
    CHECK(of_kind(read(text), K::denial).size() == 1);
  }
}

TEST_CASE("An accusation in a relative clause is about what the clause lacks") {
  const v1::ArticleAnnotation annotation =
      read("It was an attack that residents blamed on neighbouring Kenya.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == K::accusation);
  CHECK(annotation.statements(0).addressee() == "actor:KEN");
}

TEST_CASE("Nouns of saying have speakers") {
  const v1::ArticleAnnotation annotation =
      read("Chad's claim that its planes were shot at surprised the court.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker() == "actor:TCD");
  CHECK(words(annotation, annotation.statements(0).content()).starts_with("that its planes"));
}

TEST_CASE("A document speaks for whoever issued it") {
  const v1::ArticleAnnotation annotation = read("A Hamas statement said the tunnel was flooded.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker() == "actor:hamas");
}

TEST_CASE("Who speaks for a body says what it says") {
  const v1::ArticleAnnotation annotation = read(
      "French Defence Minister Claire Roux said that while France does not want war, it deems "
      "the raid unacceptable and called for it to stop.");
  for (const v1::Statement& statement : annotation.statements())
    CHECK(name(annotation, statement.speaker()) == "Claire Roux");
  CHECK(of_kind(annotation, K::condemnation).size() == 1);
  CHECK(of_kind(annotation, K::demand).size() == 1);
  CHECK(of_kind(annotation, K::denial).empty());
}

TEST_CASE("A summary that repeats an accusation gives no second one") {
  const v1::ArticleAnnotation annotation = read(
      "Chad accused Sudan of arming the rebels in the east. Sudan did not react.\n\n"
      "In short: Chad has accused Sudan of arming the eastern rebels.");
  CHECK(of_kind(annotation, K::accusation).size() == 1);
}

TEST_CASE("Claims of responsibility and denials say how an initiator is tied to its attack") {
  const v1::ArticleAnnotation claimed = read(
      "A car bomb killed four soldiers in Mogadishu on Monday. Al-Shabaab claimed "
      "responsibility for the attack.");
  REQUIRE_FALSE(claimed.events().empty());
  REQUIRE(claimed.events(0).initiators_size() == 1);
  CHECK(claimed.events(0).initiators(0).status() == v1::InitiatorStatus::claimed);
  CHECK(name(claimed, claimed.events(0).initiators(0).actor()) == "al-Shabaab");
}

TEST_CASE("Whatever is read is sound") {
  for (const char* text :
       {"", "\n\n\n", "said said said said", "\"\"\"\"\" he said", "(((((", "He denied it.",
        "\"We did it. \"We did it. \"We did it.", "it it it denied accused blamed them of of of",
        "Iran, Iran and Iran accused Iran of Iran.", "According to", "Denied", "the the the the",
        "American citizens said the town was shelled.", "Iran denied the claim of responsibility",
        "Sudan rejected a claim that", "Iraqi troops", "Officials"}) {
    INFO(text);
    v1::ArticleAnnotation annotation = read(text);
    annotation.mutable_article()->set_text(text);
    if (annotation.article().text().empty()) continue;
    CHECK_NOTHROW(validate(annotation));
  }
}

TEST_CASE("Blobs of text cost no article") {
  std::string quotation = "General Marek said: \"";
  for (int i = 0; i < 9000; ++i) quotation += "they fired ";
  quotation += "\".";
  std::string capitals = "The list of ";
  for (int i = 0; i < 4000; ++i) capitals += "Brod Marek ";
  capitals += "was attacked by rebels on Monday, police said.";
  const std::string blob =
      "Rebels attacked " + std::string(75000, 'x') + " on Monday, police said.";
  const std::string name = "Rebels attacked X" + std::string(75000, 'x') + " on Monday. X" +
                           std::string(75000, 'x') + " denied it in X" + std::string(75000, 'x') +
                           ".";
  for (const std::string& text : {quotation, capitals, blob, name}) {
    v1::ArticleAnnotation annotation = read(text);
    annotation.mutable_article()->set_text(text);
    CHECK_NOTHROW(validate(annotation));
  }
}

TEST_CASE("What somebody asserts keeps its negation") {
  const v1::ArticleAnnotation annotation =
      read("The minister stressed that Chad does not seek war with Sudan.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "Chad does not seek war with Sudan");
  CHECK(annotation.statements(0).stance() == v1::Stance::asserts);
}

TEST_CASE("The same article gives the same annotation") {
  const std::string text =
      "Chad accused Sudan of arming the rebels. Sudan denied it and said that Chad had bombed two "
      "villages near Adre on Tuesday, killing at least 12 people.";
  CHECK(read(text).SerializeAsString() == read(text).SerializeAsString());
}

TEST_CASE("Of a very long text the beginning is read, and it is said") {
  std::string text;
  while (text.size() < (600 << 10)) text += "The sky over the river was grey \xE2\x80\x94 again. ";
  text += "Chad accused Sudan of arming the rebels.";
  extract::Extractor extractor(extract::Lexicon::load(), extract::load_grammar());
  v1::Article article;
  article.set_id("long");
  article.set_text("Chad denied it had bombed the town. " + text);
  std::string unread;
  const v1::ArticleAnnotation annotation = extractor.extract(article, &unread);
  CHECK(annotation.statements_size() == 1);
  CHECK(annotation.article().text() == article.text());
  CHECK(unread.find("only the first") != std::string::npos);
}

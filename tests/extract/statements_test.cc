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
  CHECK(only_kind("The consulate has not yet commented on the fire.") == K::no_comment);
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
      read("Tuareg rebels vowed to strike Chad and its patron, France, over the siege of Kidal.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).addressee() == "actor:TCD");
  const v1::Event* threat = nullptr;
  for (const v1::Event& event : annotation.events())
    if (event.key() == annotation.statements(0).event()) threat = &event;
  REQUIRE(threat != nullptr);
  CHECK(threat->type() == "THREATEN");
  REQUIRE(threat->targets_size() == 2);
  CHECK(threat->targets(0).actor() == "actor:TCD");
  CHECK(threat->targets(1).actor() == "actor:FRA");
}

TEST_CASE("What is yet to be said is no statement") {
  for (const char* text :
       {"The urge to deny the raid was great.", "It is easy to deny such things.",
        "The town has a history of denying raids."}) {
    INFO(text);
    CHECK(read(text).statements().empty());
  }
  CHECK(only_kind("The mayor tried to refute the report.") == K::denial);
  CHECK(only_kind("The raid prompted the mayor to accuse Chad of lying.") == K::accusation);
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

TEST_CASE("Who speaks within a quotation is spoken of") {
  const v1::ArticleAnnotation annotation =
      read("\"The rebels told us they would stop and the army denied it,\" said Karen Holt.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Karen Holt");
}

TEST_CASE("What the words of a quotation do is what its speaker does") {
  CHECK(only_kind("\"We strongly condemn the shelling,\" the Malian minister said.") ==
        K::condemnation);
  CHECK(only_kind("\"They condemn the shelling every day,\" the Malian minister said.") !=
        K::condemnation);
  const v1::ArticleAnnotation annotation =
      read("\"We call on Rwanda to withdraw its troops,\" the Congolese minister said.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == K::demand);
  CHECK(name(annotation, annotation.statements(0).addressee()) == "Rwanda");
  REQUIRE(annotation.events_size() == 1);
  CHECK(annotation.events(0).type() == "REQUEST");
}

TEST_CASE("A quotation goes on from what was quoted, not from what was said beside it") {
  const v1::ArticleAnnotation annotation = read(
      "\"It is a bad sign,\" Mr. Okoro said, referring to the closed bridge. \"They want us to "
      "leave.\"");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(words(annotation, annotation.statements(0).content()) ==
        "\"It is a bad sign,\" ... \"They want us to leave.\"");
}

TEST_CASE("A clause about the speaker does not turn the sentence round") {
  const v1::ArticleAnnotation annotation = read(
      "Doctors of Mercy, which supports a hospital in the city, said its staff had treated 48 "
      "men.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).content()) == "its staff had treated 48 men");
  const v1::ArticleAnnotation turned =
      read("Nonsense, said Karen Holt, treasurer of the mission. \"We have not sold the truck.\"");
  REQUIRE(turned.statements_size() >= 1);
  for (const v1::Statement& statement : turned.statements())
    CHECK(name(turned, statement.speaker()) == "Karen Holt");
}

TEST_CASE("Whoever issues a statement speaks in it") {
  const v1::ArticleAnnotation annotation =
      read("The council of elders issued a statement calling the raid a crime.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).source()) == "The council of elders");
}

TEST_CASE("A quotation is said once, by its verb of saying") {
  CHECK(read("\"The road was mined by them,\" said Karen Holt, speaking in Goma.")
            .statements_size() == 1);
}

TEST_CASE("A participle is said by whoever did what it goes with, not by a thing") {
  const v1::ArticleAnnotation annotation =
      read("General Marek left the town after the raids, saying the road was mined.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).source()) == "General Marek");
}

TEST_CASE("A headline names its speaker before or behind a mark") {
  for (const char* text :
       {"Kenya: Planes over the town were not ours", "Planes over the town were not ours: Kenya",
        "Planes over the town were not ours - Kenya"}) {
    INFO(text);
    const v1::ArticleAnnotation annotation =
        read(std::string(text) + "\n\nThree people died on Monday in Gedo.");
    REQUIRE(annotation.statements_size() == 1);
    CHECK(annotation.statements(0).speaker() == "actor:KEN");
    CHECK(annotation.statements(0).kind() == K::denial);
  }
  const v1::ArticleAnnotation spoken = read("Kenya: \"The planes over the town were not ours.\"");
  REQUIRE(spoken.statements_size() == 1);
  CHECK(spoken.statements(0).speaker() == "actor:KEN");
  for (const char* text :
       {"Gedo raid: What we know", "Timeline: Kenya", "Three dead: 12:40 update"}) {
    INFO(text);
    CHECK(read(std::string(text) + "\n\nThree people died on Monday.").statements().empty());
  }
}

TEST_CASE("Whoever says what they believe makes one statement") {
  const v1::ArticleAnnotation annotation =
      read("General Marek said he believes that the road is mined.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).cue()) == "said");
}

TEST_CASE(
    "How a source wants to be called is no statement, and what is verified is not confirmed") {
  const v1::ArticleAnnotation witness =
      read("A baker, who asked not to be named, said the road was mined.");
  REQUIRE(witness.statements_size() == 1);
  CHECK(witness.statements(0).kind() == K::claim);
  CHECK(witness.events().empty());
  CHECK(of_kind(read("Chad said it was verifying the reports."), K::confirmation).empty());
}

TEST_CASE("What is done always is no admission") {
  CHECK(of_kind(read("\"Our air force only hits military targets,\" General Marek said."),
                K::responsibility_claim)
            .empty());
  CHECK(only_kind("\"Our air force hit the bridge on Monday,\" General Marek said.") ==
        K::responsibility_claim);
}

TEST_CASE("What is condemned may be a clause, and what somebody is blamed for stand before") {
  CHECK(only_kind("The union denounced what it called a theft of wages.") == K::condemnation);
  const v1::ArticleAnnotation blamed =
      read("It is a drought for which Norway blames Chad and Ghana blames Peru.");
  REQUIRE(of_kind(blamed, K::accusation).size() == 2);
  CHECK(words(blamed, of_kind(blamed, K::accusation)[0].content()) == "a drought");
  CHECK(only_kind("The port could not confirm that the ship had left.") == K::no_comment);
}

TEST_CASE("Who claims a deed did it, and who denies a part in it is said to have had one") {
  const v1::ArticleAnnotation claimed = read("Boko Haram claimed the bombing.");
  REQUIRE(claimed.claims_size() == 1);
  CHECK(claimed.statements(0).kind() == K::responsibility_claim);
  CHECK(claimed.claims(0).text() == "Boko Haram carried out the bombing");
  const auto denied = [](const std::string& text) {
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.claims_size() == 1);
    return annotation.claims(0).text();
  };
  CHECK(denied("Chad said it had no part in the raid.") == "Chad had a part in the raid");
  CHECK(denied("Chad said that none of its planes had bombed the town.") ==
        "some of its planes had bombed the town");
  CHECK(denied("\"We have no boats,\" said Chad.") == "Chad has boats");
}

TEST_CASE("A denial of a deed makes a claim, one of an allegation that nobody tells of does not") {
  CHECK(read("Chad denied the shelling.").claims_size() == 1);
  CHECK(read("Chad denied any part in the killing.").claims_size() == 1);
  CHECK(read("Chad denied the allegation.").claims().empty());
}

TEST_CASE("Charges in other words") {
  for (const char* text : {"Norway said Chad bore full responsibility for the fire.",
                           "The traces point to Chad, Norway said.",
                           "Norway claimed that the drones had come from Chad."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(of_kind(annotation, K::accusation).size() == 1);
    CHECK(of_kind(annotation, K::accusation)[0].addressee() == "actor:TCD");
  }
  const v1::ArticleAnnotation blamed = read("Norway has blamed the fire on Chad.");
  REQUIRE(blamed.statements_size() == 1);
  CHECK(words(blamed, blamed.statements(0).content()) == "the fire");
}

TEST_CASE("A question that is only quoted leaves the sentence a statement") {
  const v1::ArticleAnnotation annotation =
      read("General Marek asked: \"Why was nobody at the bridge that night?\"");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).source()) == "General Marek");
}

TEST_CASE("What somebody calls a thing is said of it") {
  for (const auto& [text, content] : std::vector<std::pair<std::string, std::string>>{
           {"Marek called the mayor's letter on the harvest \"careless.\"",
            "the mayor's letter on the harvest \"careless.\""},
           {"Marek called him divisive.", "him divisive"}}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(words(annotation, annotation.statements(0).content()) == content);
  }
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
      "He said on Monday the dam \"must be rebuilt,\" a demand that others had made. Ms. Okoro "
      "said the road was mined, although no army had been there.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(words(annotation, annotation.statements(0).content()) == "the dam \"must be rebuilt,\"");
  CHECK(words(annotation, annotation.statements(1).content()) == "the road was mined");
}

TEST_CASE("What is said ends where the sentence goes on without it") {
  const auto content = [](const std::string& text) {
    const v1::ArticleAnnotation annotation = read(text);
    INFO(text);
    REQUIRE(annotation.statements_size() >= 1);
    return words(annotation, annotation.statements(0).content());
  };
  CHECK(content("Mali praised the ruling and reopened its embassy.") == "the ruling");
  CHECK(content("Mali denied the raid but offered no proof.") == "the raid");
  CHECK(content("Marek says he fears a flood, but he thinks the dam will hold.") ==
        "he fears a flood, but he thinks the dam will hold");
  CHECK(content("The mayor warned against \"loose talk\" of a truce.") ==
        "\"loose talk\" of a truce");
  CHECK(content("The convoy, General Marek said, was \"hit by mistake.\"") ==
        "The convoy ... was \"hit by mistake.\"");
  CHECK(content("The convoy, according to General Marek, turned back at noon.") ==
        "The convoy ... turned back at noon");
  CHECK(content("The convoy is too slow, the minister said, so the army decided to send planes.") ==
        "The convoy is too slow ... so the army decided to send planes");
  CHECK(content("About noon, according to a police report, the guards left for the bridge.") ==
        "About noon ... the guards left for the bridge");
  CHECK(content("Chad said Sudan had shelled the town and he accused the minister of lying.") ==
        "Sudan had shelled the town");
  CHECK(content("Chad said it was opposed to the raid and warned Sudan to stop.") ==
        "it was opposed to the raid");
  CHECK(content("Chad praised the ruling after its troops left the town.") == "the ruling");
  CHECK(content(
            "Okoro warned that it was \"a gift to the smugglers.\" He said the army would stay.") ==
        "that it was \"a gift to the smugglers.\"");
  CHECK(content("Marek, the second man in the army, said the convoy will most likely leave.") ==
        "the convoy will most likely leave");
}

TEST_CASE("The source in a relative clause is its pronoun, and speaks for whom it stands") {
  const v1::ArticleAnnotation annotation =
      read("Karen Holt, who on Tuesday denied the raid, has left for Oslo.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).source()) == "who");
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Karen Holt");
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
  const v1::ArticleAnnotation adviser = read(
      "\"It was mined,\" said Karen Holt, a retired captain from Lund who sells maps in Goma.");
  REQUIRE(adviser.statements_size() == 1);
  CHECK(words(adviser, adviser.statements(0).source()) ==
        "Karen Holt, a retired captain from Lund who sells maps in Goma");
  const v1::ArticleAnnotation survivor =
      read("A survivor, the driver Karen Holt, said the road was mined.");
  REQUIRE(survivor.statements_size() == 1);
  CHECK(name(survivor, survivor.statements(0).speaker()) == "Karen Holt");
}

TEST_CASE("Many ways to deny") {
  for (const char* text :
       {"Oslo brushed the story aside as an invention.", "Both unions reject that.",
        "Tiko Ruam pleads not guilty.", "The bank rejected what it called a slander.",
        "\"At no point did the guards leave the gate,\" the company replied.",
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

TEST_CASE("Who claims an attack did it, with or without a name") {
  const v1::ArticleAnnotation annotation = read(
      "Hooded rebels have claimed responsibility for the killing of Omar Haddad, a baker, in "
      "Mosul on Monday.");
  REQUIRE(annotation.events_size() > 0);
  REQUIRE(annotation.events(0).initiators_size() == 1);
  CHECK(annotation.events(0).initiators(0).text() == "Hooded rebels");
  CHECK(annotation.events(0).initiators(0).status() == v1::InitiatorStatus::claimed);
}

TEST_CASE("A killing is pinned on somebody") {
  const v1::ArticleAnnotation annotation =
      read("A tailor was murdered near Adre on Monday. Chad pinned the killing on Sudan.");
  REQUIRE(of_kind(annotation, K::accusation).size() == 1);
  CHECK(of_kind(annotation, K::accusation)[0].addressee() == "actor:SDN");
  REQUIRE(annotation.events_size() > 0);
  REQUIRE(annotation.events(0).initiators_size() == 1);
  CHECK(annotation.events(0).initiators(0).actor() == "actor:SDN");
}

TEST_CASE("Harm that is told of another side is an accusation, by whatever words") {
  for (const char* text : {
           "The Swiss \"shoot at our cows and call them wolves\", the herder Omar Diallo said.",
           "The Sudanese army said that the other side had prepared the attack for months.",
           "\"They shoot at our trucks from the mill,\" Colonel Marek said.",
           "Nadia Haddad of the Coast Rights Watch said that Chad was lying about the raid.",
           "KHARTOUM - The defence ministry said that rebels had killed five farmers.",
       }) {
    INFO(text);
    CHECK(only_kind(text) == K::accusation);
  }
  // Told by the way, in a clause of time.
  CHECK(only_kind("Colonel Marek said a farmer, wounded when Sudanese troops shelled the town, had "
                  "died on Monday.") != K::accusation);
}

TEST_CASE("One's own side does what one tells of it") {
  for (const char* text : {
           "The Islamic State said that its fighters had hidden the charge beneath the van.",
           "A veiled rider said that his men had crept to the dam and laid two mines.",
           "Colonel Marek said that our troops had shelled the bridge.",
       }) {
    INFO(text);
    CHECK(only_kind(text) == K::responsibility_claim);
  }
  CHECK(only_kind("Nadia Haddad said they burned her orchard.") != K::responsibility_claim);
}

TEST_CASE("What leaves no doubt denies nothing, and a figure put right is a denial") {
  CHECK(only_kind("The evidence leaves no serious doubt, the French foreign ministry said.") !=
        K::denial);
  CHECK(only_kind("The warden said that she had counted nine boats, not six.") == K::denial);
}

TEST_CASE("What is said by the way, of nobody, is a statement and no claim") {
  CHECK(read("Anna Weber said that the beans were in flower.").claims().empty());
  CHECK(read("Anna Weber said that death squads were back in the hills.").claims_size() == 1);
  CHECK(read("Anna Weber said that Chad was ready.").claims_size() == 1);
}

TEST_CASE("Gunmen without a name are those who claim it") {
  const v1::ArticleAnnotation annotation = read(
      "Gunmen stabbed two bakers near Merka on Monday. Al-Shabaab claimed responsibility for the "
      "attack.");
  REQUIRE(annotation.events_size() > 0);
  REQUIRE(annotation.events(0).initiators_size() == 1);
  CHECK(annotation.events(0).initiators(0).text() == "Gunmen");
  CHECK(name(annotation, annotation.events(0).initiators(0).actor()) == "al-Shabaab");
  CHECK(annotation.events(0).initiators(0).status() == v1::InitiatorStatus::claimed);
}

TEST_CASE("Sentences of one quotation that admit and deny are two statements") {
  const v1::ArticleAnnotation annotation = read(
      "The Salt River Brigades sent a letter. \"We did it. Our men had no help from Chad,\" said "
      "Omar Keita, who speaks for the Salt River Brigades.");
  CHECK(of_kind(annotation, K::responsibility_claim).size() == 1);
  CHECK(of_kind(annotation, K::denial).size() == 1);
}

TEST_CASE("A verdict without a proposition of its own is on what was said just before") {
  const v1::ArticleAnnotation annotation = read(
      "Farmers said that the rifles came from the barracks. That was a fabrication, the Chadian "
      "embassy said.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(!annotation.statements(0).claim().empty());
  CHECK(annotation.statements(1).claim() == annotation.statements(0).claim());
}

TEST_CASE("What is held to have been done, ordered or tried is told of whoever does it") {
  for (const char* text : {
           "Anna Weber says the raid is believed to have been staged by Boko Haram.",
           "NAIROBI - The defence ministry said that rebels had been sent to burn the harvest.",
           "Anna Weber said that Chad was trying to intimidate the farmers.",
       }) {
    INFO(text);
    CHECK(only_kind(text) == K::accusation);
  }
}

TEST_CASE("To concede that it is not so takes back what was said; to confirm it does not") {
  CHECK(only_kind("The police conceded that the welder was not the bomber.") == K::denial);
  CHECK(only_kind("The embassy described the reports as rumours.") == K::denial);
}

TEST_CASE("A minister who is met in a capital is of its government") {
  const v1::ArticleAnnotation annotation = read(
      "ACCRA - The map was shown in Lima by the interior minister, Tiko Ruam. Ruam said "
      "that Ghana had lied. Ghana's army denied it, and Ghana's police denied it.");
  REQUIRE(annotation.statements_size() > 0);
  bool found = false;
  for (const v1::Actor& actor : annotation.actors())
    if (actor.name() == "Tiko Ruam") found = actor.affiliation() == "actor:PER";
  CHECK(found);
}

#include <catch2/catch.hpp>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::claim;
using extract::aid::name;
using extract::aid::of_kind;
using extract::aid::only_kind;
using extract::aid::read;
using extract::aid::words;
using K = v1::StatementKind;

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
  CHECK(annotation.statements(0).addressee() == "actor:endf");
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
  CHECK(words(blamed, of_kind(blamed, K::accusation)[0].content()) == "a drought for which");
  CHECK(only_kind("The port could not confirm that the ship had left.") == K::no_comment);
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

TEST_CASE("What a quotation goes on to deny is a statement of its own") {
  const v1::ArticleAnnotation annotation =
      read("\"It is a sad day,\" said General Marek. \"We did not shell the village.\"");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(name(annotation, annotation.statements(1).speaker()) == "Marek");
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

TEST_CASE("Sentences of one quotation that admit and deny are two statements") {
  const v1::ArticleAnnotation annotation = read(
      "The Salt River Brigades sent a letter. \"We did it. Our men had no help from Chad,\" said "
      "Omar Keita, who speaks for the Salt River Brigades.");
  CHECK(of_kind(annotation, K::responsibility_claim).size() == 1);
  CHECK(of_kind(annotation, K::denial).size() == 1);
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

TEST_CASE("What somebody is accused of follows their name or a relative pronoun") {
  const v1::ArticleAnnotation of = read("Sudan accused Chad of that raid.");
  REQUIRE(of.statements_size() == 1);
  CHECK(words(of, of.statements(0).content()) == "that raid");
  const v1::ArticleAnnotation on =
      read("Six men died of the attack on a mill in Sudan, which Sudan blames on Chad.");
  REQUIRE(on.statements_size() == 1);
  CHECK(words(on, on.statements(0).content()) == "the attack on a mill in Sudan, which");
  REQUIRE(on.claims_size() == 1);
  CHECK(on.claims(0).text() == "Chad carried out the attack on a mill in Sudan");
  const v1::ArticleAnnotation prep =
      read("Four barges have been sunk this year, for which Sudan blames Chad.");
  REQUIRE(prep.statements_size() == 1);
  CHECK(words(prep, prep.statements(0).content()) ==
        "Four barges have been sunk this year, for which");
}

TEST_CASE("A cause that is nobody stands not accused") {
  CHECK(only_kind("The ministry blamed the fire on a short circuit.") == K::claim);
  CHECK(only_kind("The ministry put the fire down to a leak.") == K::claim);
  CHECK(only_kind("The ministry put the fire down to Chad.") == K::accusation);
  CHECK(only_kind("The ministry blamed the fire on smugglers.") == K::accusation);
}

TEST_CASE("What something is said to be is a verdict, however long the sentence") {
  CHECK(only_kind("\"Such tales of a leak are propaganda, put about by a man who was sacked and by "
                  "his friends in the harbour office,\" the mayor said.") == K::denial);
  CHECK(only_kind("\"There is a myth of a golden mill that every child in the valley has heard of "
                  "from its mother,\" the mayor said.") == K::claim);
}

TEST_CASE("A statement is as certain as its cue and its words") {
  const std::pair<const char*, v1::Certainty::Value> cases[] = {
      {"The mayor said that the mill had burned.", v1::Certainty::certain},
      {"The mayor said that a spark may have burned the mill.", v1::Certainty::possible},
      {"The mayor said it was likely that a spark had burned the mill.", v1::Certainty::probable},
      {"The mayor said the mill had probably burned.", v1::Certainty::probable},
      {"The mayor suggested that the mill had burned.", v1::Certainty::probable}};
  for (const auto& [text, certainty] : cases) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(annotation.statements(0).certainty() == certainty);
  }
}

TEST_CASE("Whoever's hand is seen stands accused") {
  for (const char* text : {"General Marek saw the hand of Boko Haram in the fire.",
                           "General Marek, who suspected the hand of Boko Haram, was wrong."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(annotation.statements(0).kind() == K::accusation);
    CHECK(name(annotation, annotation.statements(0).addressee()) == "Boko Haram");
  }
}

TEST_CASE("What should be done is asked by whoever says it, not by who thinks or agrees so") {
  CHECK(only_kind("Peru said that the strikers must go home.") == K::demand);
  CHECK(only_kind("Ghana and Togo agreed that the bridge should be shut.") != K::demand);
  CHECK(only_kind("Peru believes that the strikers should go home.") != K::demand);
  CHECK(only_kind("Peru said that the clerk who should pay them had left.") != K::demand);
}

TEST_CASE("Armed forces are forces, and arm nobody") {
  CHECK(only_kind("\"The Chadian armed forces have no hand in the fire,\" the ministry said.") ==
        K::denial);
  CHECK(only_kind("The Chadian armed forces burned no barn, the ministry said.") == K::denial);
}

TEST_CASE("Not to know somebody, and to have no part with them, is to deny it") {
  CHECK(only_kind("Peru said that it knew nothing of the league and kept no ties to it.") ==
        K::denial);
  CHECK(only_kind("Peru said that it knew nothing of the league.") == K::no_comment);
}

TEST_CASE("Who leaves no doubt who did it accuses somebody") {
  CHECK(only_kind("Peru said that there was no doubt who was behind it.") == K::accusation);
  CHECK(only_kind("Peru said that there was doubt who was behind it.") != K::accusation);
}

TEST_CASE("To call a charge anything but true is to deny it") {
  CHECK(only_kind("Peru called the allegation worthless.") == K::denial);
  CHECK(only_kind("Peru described the charge as an insult.") == K::denial);
  CHECK(only_kind("Peru described those claims as a bad dream.") == K::denial);
  CHECK(only_kind("Peru called the allegation serious.") != K::denial);
  CHECK(only_kind("Peru described the harvest as an insult.") != K::denial);
}

TEST_CASE("Never to have believed that somebody did it is to deny it") {
  CHECK(only_kind("Peru said it had never believed that the rebels burned the mill.") == K::denial);
  CHECK(only_kind("Peru said it did not believe that Chile bombed the mill.") == K::denial);
  CHECK(only_kind("Peru said it did not believe that it would rain.") != K::denial);
}

TEST_CASE("Who is quoted calls others they, and what others have it") {
  CHECK(only_kind("The rounds came from Sudanese guns. \"They shelled a barge,\" said Chadian "
                  "Defence Minister Ali Omar.") == K::accusation);
  CHECK(only_kind("\"We shelled a barge,\" said Chadian Defence Minister Ali Omar.") ==
        K::responsibility_claim);
}

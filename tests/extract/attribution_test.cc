#include <catch2/catch.hpp>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::name;
using extract::aid::of_kind;
using extract::aid::only_kind;
using extract::aid::read;
using extract::aid::words;
using K = v1::StatementKind;

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

TEST_CASE("What is said after a parenthesis goes on behind a semicolon") {
  const v1::ArticleAnnotation annotation =
      read("The lorries were ours, said Major Okello, who runs the depot; no shell was lost.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(0).kind() == K::claim);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(words(annotation, annotation.statements(1).content()) == "no shell was lost");
  const v1::ArticleAnnotation one =
      read("The well was dry, the elder said, and the goats had died.");
  REQUIRE(one.statements_size() == 1);
  CHECK(words(one, one.statements(0).content()) == "The well was dry ... the goats had died");
  const v1::ArticleAnnotation two =
      read("The well was dry, the elder said; the mayor said it was full.");
  REQUIRE(two.statements_size() == 2);
  CHECK(words(two, two.statements(0).content()) == "The well was dry");
}

TEST_CASE("The chief of a body is one phrase") {
  for (const char* text : {"Ten men were hurt, police chief Musa Adan said.",
                           "Army chief Musa Adan said the road was mined.",
                           "The lifeboat was late, the harbour's rescue chief Musa Adan said."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(words(annotation, annotation.statements(0).content()).find("chief") == std::string::npos);
  }
}

TEST_CASE("An auxiliary and its quoted verb are one") {
  CHECK(only_kind("Boko Haram said its guards had \"tortured two thieves\".") ==
        K::responsibility_claim);
  CHECK(only_kind("Boko Haram said its guards had \"never tortured anybody\".") == K::denial);
}

TEST_CASE("Idioms of certainty and silence, in every person") {
  CHECK(only_kind("Chad has no comment on the raid.") == K::no_comment);
  CHECK(only_kind("The mayor has no doubt that Chad burned the mill.") == K::accusation);
}

TEST_CASE("In a transcript everybody speaks in their turn") {
  const v1::ArticleAnnotation annotation = read(
      "Brod (Radio Brod) -- [Interview with General Josef Marek] [Begin recording] [Reporter] Did "
      "your men burn the mill?\n\n[Marek] We burned no mill. I believe that Boko Haram burned it. "
      "It is "
      "late. [end recording]");
  REQUIRE(annotation.statements_size() == 2);
  for (const v1::Statement& statement : annotation.statements())
    CHECK(name(annotation, statement.speaker()) == "Josef Marek");
  CHECK(annotation.statements(0).kind() == K::denial);
  CHECK(annotation.statements(1).kind() == K::accusation);
  CHECK(words(annotation, annotation.statements(0).cue()) == "Marek");
}

TEST_CASE("A noun that something else governs says nothing") {
  const std::pair<const char*, const char*> cases[] = {
      {"A clerk who has read every letter said the mill failed.",
       "A clerk who has read every letter"},
      {"The woman who saw the fire said two barges had sunk.", "The woman who saw the fire"},
      {"Letters found on two drivers suggested that the mill was sold.", "Letters"},
      {"A miller known as Bako said the mill was sold.", "A miller known as Bako"},
      {"A Chadian teacher close to the bishop said the mill was sold.",
       "A Chadian teacher close to the bishop"},
      {"The miller went home, the police in Brod admitting that he was innocent.",
       "the police in Brod"}};
  for (const auto& [text, source] : cases) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(words(annotation, annotation.statements(0).source()) == source);
  }
}

TEST_CASE("What a verb's preposition governs may be quoted") {
  const v1::ArticleAnnotation annotation = read("The bishop spoke of \"a long and cold night\".");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).content()) == "\"a long and cold night\"");
}

TEST_CASE("A pronoun goes on for the crowd of its sentence or the body that spoke before") {
  const v1::ArticleAnnotation crowd =
      read("Ten goats died, herders said, in a fire they blamed on Chad.");
  REQUIRE(crowd.statements_size() == 2);
  CHECK(crowd.statements(1).speaker_text() == "herders");
  CHECK(crowd.statements(1).speaker().empty());
  const v1::ArticleAnnotation body = read(
      "The United Nations said the mill was safe, and thanked Chad. \"We checked it,\" it said.");
  REQUIRE(body.statements_size() >= 2);
  CHECK(name(body, body.statements(body.statements_size() - 1).speaker()) == "United Nations");
}

TEST_CASE("A source is shown with its relative clause or alias, and adverbs break neither") {
  const v1::ArticleAnnotation first =
      read("Chad, which at first rejected the plan, has fallen silent.");
  REQUIRE(first.statements_size() == 1);
  CHECK(words(first, first.statements(0).source()) == "which");
  CHECK(name(first, first.statements(0).speaker()) == "Chad");
  const v1::ArticleAnnotation alias =
      read("The well was dug by thieves, said a woman styling herself Captain Bako.");
  REQUIRE(alias.statements_size() == 1);
  CHECK(words(alias, alias.statements(0).source()) == "a woman styling herself Captain Bako");
  CHECK(name(alias, alias.statements(0).speaker()) == "Bako");
}

TEST_CASE("What is said may be turned round, cut in two or stand on both sides") {
  const std::pair<const char*, const char*> cases[] = {
      {"At no point was any such letter sent, Lake Lines responded.",
       "At no point was any such letter sent"},
      {"The town thought little of it, said an engineer trained in Brod.",
       "The town thought little of it"},
      {"Nobody was a thief, the guild replied: six were bakers.",
       "Nobody was a thief ... six were bakers"},
      {"\"The barge was rotten to its very keel,\" Lake Lines said in a note that gave no date.",
       "\"The barge was rotten to its very keel,\""},
      {"No baker, the mayor went on, had seen the mill.", "No baker ... had seen the mill"}};
  for (const auto& [text, content] : cases) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(words(annotation, annotation.statements(0).content()) == content);
  }
}

TEST_CASE("Who is told of a deed does not stand accused of it") {
  const v1::ArticleAnnotation annotation =
      read("\"The army of Chad burned our mill,\" Omar Haddad told the Norwegian embassy.");
  REQUIRE(of_kind(annotation, K::accusation).size() == 1);
  CHECK(of_kind(annotation, K::accusation)[0].addressee() == "actor:TCD");
}

TEST_CASE("\"It\" is the body without a name that is the subject of its sentence") {
  const v1::ArticleAnnotation annotation = read(
      "KAMPALA - Farmers of Uganda held a march. The Trade Ministry summoned Chad's ambassador "
      "to discuss what it terms a murder of Ugandan herders by Chadian gunmen.");
  const std::vector<v1::Statement> charges = of_kind(annotation, K::accusation);
  REQUIRE(charges.size() == 1);
  CHECK(name(annotation, charges[0].speaker()).find("Chad") == std::string::npos);
}

TEST_CASE("A second thing that is said by \"and that\" is a statement of its own") {
  const v1::ArticleAnnotation annotation =
      read("Sudan said it had sunk two boats and that no fisherman had been hurt.");
  REQUIRE(of_kind(annotation, K::responsibility_claim).size() == 1);
  REQUIRE(of_kind(annotation, K::denial).size() == 1);
  CHECK(words(annotation, of_kind(annotation, K::denial)[0].content()) ==
        "that no fisherman had been hurt");
  CHECK(read("Sudan said it had sunk two boats and that raid was over.").statements_size() == 1);
}

TEST_CASE("Listeners without an article are no part of what they are told") {
  const v1::ArticleAnnotation annotation =
      read("Anna Weber told farmers she heard engines at dawn.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(words(annotation, annotation.statements(0).content()) == "she heard engines at dawn");
}

TEST_CASE("\"The militia itself\" and \"the company\" are those that were named") {
  const v1::ArticleAnnotation group = read(
      "Boko Haram fought in Chad. Sudan was quiet. The militia itself, which claims an ambush at "
      "Mao, rejected the report.");
  REQUIRE(of_kind(group, K::responsibility_claim).size() == 1);
  CHECK(name(group, of_kind(group, K::responsibility_claim)[0].speaker()) == "Boko Haram");
  const v1::ArticleAnnotation company = read(
      "Nordwind Shipping paid for the coal. The company said that its vessel had been attacked.");
  REQUIRE(company.statements_size() == 1);
  CHECK(name(company, company.statements(0).speaker()) == "Nordwind Shipping");
}

TEST_CASE("What is blamed by a relative clause is more than the place before it") {
  const v1::ArticleAnnotation annotation =
      read("Norway mourns the raid upon a mill, in Niger, which the king blames on Chad.");
  const std::vector<v1::Statement> charges = of_kind(annotation, K::accusation);
  REQUIRE(charges.size() == 1);
  CHECK(words(annotation, charges[0].content()).find("raid") != std::string::npos);
}

TEST_CASE("A person behind a comma and a verb of saying is who says what stands before it") {
  const v1::ArticleAnnotation annotation = read(
      "It was the harbour office that had sold them the keys, alleged Senator Paul Okoro, a "
      "lawyer.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(name(annotation, annotation.statements(0).speaker()) == "Paul Okoro");
  CHECK(words(annotation, annotation.statements(0).content()) ==
        "It was the harbour office that had sold them the keys");
}

TEST_CASE("Whoever fights and is quoted calls enemies \"they\"") {
  const v1::ArticleAnnotation annotation =
      read("\"They burned our orchards and mills,\" Boko Haram wrote.");
  REQUIRE(of_kind(annotation, K::accusation).size() == 1);
  CHECK(of_kind(read("\"They burned mills and barns,\" Boko Haram wrote."), K::accusation).size() ==
        1);
}

TEST_CASE("A document speaks for whose name it bears") {
  const v1::ArticleAnnotation annotation = read(
      "A letter signed by Paul Okoro reached the bakers on Monday. The letter said: \"We burned "
      "the mill.\"");
  REQUIRE(of_kind(annotation, K::responsibility_claim).size() == 1);
  CHECK(name(annotation, of_kind(annotation, K::responsibility_claim)[0].speaker()) ==
        "Paul Okoro");
}

TEST_CASE("Whom the blame is laid on is no part of what they are blamed for") {
  const v1::ArticleAnnotation annotation = read("Chad put the blame for a raid on Sudan.");
  REQUIRE(of_kind(annotation, K::accusation).size() == 1);
  CHECK(words(annotation, of_kind(annotation, K::accusation)[0].content()) == "a raid");
}

namespace {

std::string content_of(const std::string& text) {
  const v1::ArticleAnnotation annotation = read(text);
  REQUIRE(annotation.statements_size() == 1);
  return words(annotation, annotation.statements(0).content());
}

}  // namespace

TEST_CASE("What is said ends where its speaker goes on, and where it was said") {
  CHECK(content_of("Peru denies that the raid was a crime and goes to great lengths to hide it.") ==
        "that the raid was a crime");
  CHECK(content_of("The mayor condemned the raid on Brod radio.") == "the raid");
  CHECK(content_of("The mayor decried the theft in a letter to farmers.") == "the theft");
  CHECK(content_of("Ana Ruiz said that, if paid, she would leave.") ==
        "that, if paid, she would leave");
  CHECK(content_of("The mayor said that the guards had left and that looters had come.") ==
        "that the guards had left and that looters had come");
}

TEST_CASE("A quotation begins behind the mark that leads on to it") {
  CHECK(content_of("Farmers liked the new mill - \"It is quick,\" a baker said.") ==
        "\"It is quick,\"");
}

TEST_CASE("A paragraph that ends in a colon is followed by what is said") {
  CHECK(content_of("The mayor told the crowd:\n\n\"We sold the farm. We kept the mill.\"") ==
        "\"We sold the farm. We kept the mill.\"");
}

TEST_CASE("Who is quoted with a question says it") {
  CHECK(content_of("Musa Adan continued: \"The worst flood? It came in his time.\"") ==
        "\"The worst flood? ... It came in his time.\"");
  CHECK(read("Did Musa Adan say that the dam was full?").statements().empty());
}

TEST_CASE("A source is described up to the comma behind it") {
  CHECK(content_of("According to Ana Ruiz, a former head of Lake Lines, ferries were late.") ==
        "ferries were late");
  const v1::ArticleAnnotation aged = read("\"It is quick,\" said Ana Ruiz, 39, a baker in Brod.");
  REQUIRE(aged.statements_size() == 1);
  CHECK(words(aged, aged.statements(0).source()) == "Ana Ruiz, 39, a baker in Brod");
  CHECK(read("According to custom, ferries stop at noon.").statements().empty());
}

TEST_CASE("Words afloat between a speaker and the verb change nothing") {
  for (const char* text : {"The mayor of Lima and the bishop both denounced the new tax.",
                           "Several deputies have since denounced the new tax.",
                           "Some said the new tax was a theft."}) {
    INFO(text);
    CHECK(read(text).statements_size() == 1);
  }
  CHECK(content_of("Peru condemned yesterday's raid on its offices in Quito.") ==
        "yesterday's raid on its offices in Quito");
}

TEST_CASE("A speaker who is not named is not certain") {
  const v1::ArticleAnnotation annotation = read(
      "Ana Ruiz came to Brod on Monday. She said that the dam was full. Ana Ruiz said that the "
      "mill was shut. \"Nobody works there,\" a clerk said.");
  REQUIRE(annotation.statements_size() == 3);
  CHECK(annotation.statements(0).speaker() == annotation.statements(1).speaker());
  CHECK(annotation.statements(0).speaker_certainty() == v1::Certainty::probable);
  CHECK(annotation.statements(1).speaker_certainty() == v1::Certainty::certain);
  CHECK(annotation.statements(2).speaker_certainty() == v1::Certainty::underspecified);
}

TEST_CASE("An accusation may be a noun that somebody makes or levels") {
  for (const char* text : {"Chad made the accusation that Niger had armed the rebels.",
                           "Chad levelled the accusation that Niger had armed the rebels."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 1);
    CHECK(annotation.statements(0).kind() == K::accusation);
    CHECK(annotation.statements(0).addressee() == "actor:NER");
  }
}

TEST_CASE("A quotation may be called somebody's answer") {
  const v1::ArticleAnnotation annotation =
      read("\"Childish and baseless,\" was the answer of General Okello.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).kind() == K::denial);
  CHECK(words(annotation, annotation.statements(0).source()) == "General Okello");
  CHECK(read("A raid on two camps was the answer of the army.").statements().empty());
}

TEST_CASE("Two who blame each other say one thing each") {
  const v1::ArticleAnnotation annotation =
      read("Chad blamed Niger for the raid and Niger blamed Mali.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(words(annotation, annotation.statements(0).content()) == "the raid");
  CHECK(annotation.statements(1).addressee() == "actor:MLI");
}

TEST_CASE("A charge may be taken up in the same sentence") {
  for (const char* text : {"Chad accused Niger of shelling a village, which Niger denied.",
                           "Chad accused Niger of shelling a village, a charge Niger rejected."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.statements_size() == 2);
    CHECK(words(annotation, annotation.statements(0).content()) == "shelling a village");
    CHECK(annotation.statements(1).kind() == K::denial);
    CHECK(annotation.statements(1).speaker() == "actor:NER");
    CHECK(annotation.statements(1).claim() == annotation.statements(0).claim());
  }
  const v1::ArticleAnnotation whom =
      read("Niger, which Chad accuses of arming rebels, closed its embassy.");
  REQUIRE(whom.statements_size() == 1);
  CHECK(whom.statements(0).addressee() == "actor:NER");
}

TEST_CASE("A side that two take together is a statement of each") {
  const v1::ArticleAnnotation annotation = read("Chad and Ghana accused Niger of arming rebels.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(0).speaker() == "actor:TCD");
  CHECK(annotation.statements(1).speaker() == "actor:GHA");
  CHECK(annotation.statements(0).claim() == annotation.statements(1).claim());
  CHECK(read("Chad and Ghana said that it had rained.").statements_size() == 1);
}

TEST_CASE("Of crowds that speak together the first is named") {
  const v1::ArticleAnnotation annotation =
      read("Three goats died, two of them young, farmers and a teacher said.");
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker_text() == "farmers");
}

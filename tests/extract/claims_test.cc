#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::claim;
using extract::aid::name;
using extract::aid::of_kind;
using extract::aid::read;
using extract::aid::words;
using K = v1::StatementKind;

TEST_CASE("A denial of the allegation denies the accuser's claim") {
  const v1::ArticleAnnotation annotation = read(
      "Chad accused Sudan of arming the rebels. Sudan's foreign minister, Hamid Osman, rejected "
      "the accusation, saying that Sudan neither arms nor trains anybody.");
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

TEST_CASE("A denial that meets no claim makes its own, in positive wording") {
  const v1::ArticleAnnotation annotation =
      read("The army said its planes had not bombed the hospital.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "its planes had bombed the hospital");
  CHECK(annotation.statements(0).stance() == v1::Stance::denies);
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

TEST_CASE("What a denier would have done is worded with them") {
  const std::pair<const char*, const char*> cases[] = {
      {"Chad denied having armed the herders.", "Chad had armed the herders"},
      {"Chad denied arming the herders.", "Chad arms the herders"},
      {"Chad denied any role in the fire.", "Chad had a role in the fire"},
      {"Chad denied responsibility for the fire.", "Chad carried out the fire"},
      {"Chad denied the shelling.", "Chad carried out the shelling"}};
  for (const auto& [text, wording] : cases) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.claims_size() == 1);
    CHECK(annotation.claims(0).text() == wording);
    CHECK(annotation.claims(0).subject() == "actor:TCD");
  }
}

TEST_CASE("Who owns up twice to one deed makes one claim") {
  const v1::ArticleAnnotation annotation = read(
      "A blast in Merka killed six guards on Monday. Al-Shabaab claimed the bombing. \"Our "
      "fighters have struck the garrison of the tyrants,\" Al-Shabaab said.");
  REQUIRE(of_kind(annotation, K::responsibility_claim).size() == 2);
  CHECK(annotation.claims_size() == 1);
}

TEST_CASE("A denial of a deed makes a claim, one of an allegation that nobody tells of does not") {
  CHECK(read("Chad denied the shelling.").claims_size() == 1);
  CHECK(read("Chad denied any part in the killing.").claims_size() == 1);
  CHECK(read("Chad denied the allegation.").claims().empty());
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

TEST_CASE("What somebody asserts keeps its negation") {
  const v1::ArticleAnnotation annotation =
      read("The minister stressed that Chad does not seek war with Sudan.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "Chad does not seek war with Sudan");
  CHECK(annotation.statements(0).stance() == v1::Stance::asserts);
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

TEST_CASE("A verdict without a proposition of its own is on what was said just before") {
  const v1::ArticleAnnotation annotation = read(
      "Farmers said that the rifles came from the barracks. That was a fabrication, the Chadian "
      "embassy said.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(!annotation.statements(0).claim().empty());
  CHECK(annotation.statements(1).claim() == annotation.statements(0).claim());
}

TEST_CASE("One accuser who charges another with two things makes two claims") {
  const v1::ArticleAnnotation annotation = read(
      "Chad said that Sudanese gunners had shelled the mill at Adre. Chad asserted that Sudanese "
      "divers poisoned the wells.");
  CHECK(of_kind(annotation, K::accusation).size() == 2);
  CHECK(annotation.claims_size() == 2);
}

TEST_CASE("Plans, and what a side says of itself, are statements and no claims") {
  CHECK(read("Anna Weber said that Chad would open a school.").claims().empty());
  CHECK(read("Chad said its boats were in the harbour.").claims().empty());
  CHECK(read("Anna Weber said that Chadian boats were in the harbour.").claims_size() == 1);
}

TEST_CASE("What an article tells itself of an event, and a source tells too, is no claim") {
  const v1::ArticleAnnotation annotation = read(
      "A mine killed six bakers near Adre on Monday. The mine killed six bakers, a doctor said.");
  CHECK(annotation.events_size() == 1);
  CHECK(annotation.claims().empty());
}

TEST_CASE("What is denied of nobody is a claim where it speaks of an event, parties or arms") {
  CHECK(read("Anna Weber said that the beans were not in flower.").claims().empty());
  CHECK(read("Anna Weber said that not one mortar stood in the barn.").claims_size() == 1);
}

TEST_CASE("Whoever answers a charge that names nobody denies it") {
  const v1::ArticleAnnotation annotation = read(
      "Omar Haddad, a trader, was stabbed in Mosul on Monday. The governor blamed the killing on "
      "millers. \"We did not stab Haddad,\" said Anna Weber, a miller.");
  REQUIRE(of_kind(annotation, K::accusation).size() == 1);
  REQUIRE(of_kind(annotation, K::denial).size() == 1);
  CHECK(of_kind(annotation, K::accusation)[0].claim() == of_kind(annotation, K::denial)[0].claim());
}

TEST_CASE("A claim on whom a demonym describes is worded with the description") {
  const v1::ArticleAnnotation annotation =
      read("A tailor was murdered near Adre on Monday. Chad blamed a Sudanese smuggler for it.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text().starts_with("a Sudanese smuggler"));
}

TEST_CASE("A name or a thing that is only mentioned makes no claim") {
  CHECK(read("Anna Weber reported the flowering of beans in Niger.").claims().empty());
  CHECK(read("Anna Weber reported the shelling of Adre.").claims_size() == 1);
}

TEST_CASE("What tells of no deed is of the attack that the article is about") {
  const auto events = [](const std::string& text) {
    const v1::ArticleAnnotation annotation = read(text);
    std::vector<std::string> events;
    for (const v1::Claim& claim : annotation.claims()) events.push_back(claim.event());
    return events;
  };
  using Events = std::vector<std::string>;
  const std::string attack = "A bomb killed nine people at a market in Faya on Monday. ";
  CHECK(events(attack + "\"It was Sudan,\" said Hamid Osman, a trader.") == Events{"e1"});
  CHECK(events(attack + "Sudan denied that it was involved.") == Events{"e1"});
  CHECK(events(attack + "The Chadian army said it had bombed no town.") == Events{"e1"});
  CHECK(events(attack + "Boko Haram told a radio station: \"We did it.\"") == Events{"e1"});
  // Of something else, or somewhere else.
  CHECK(events(attack + "Sudan said it took no part in trading arms.") != Events{"e1"});
  CHECK(events(attack + "Sudan denied having shelled the port of Bol.") != Events{"e1"});
}

TEST_CASE("\"That attack\" is the one just told") {
  const v1::ArticleAnnotation annotation = read(
      "Gunmen shot dead three miners at Tan on Sunday.\n\nIn May a car bomb wounded six people in "
      "Faya. Chad blamed Sudan for that attack.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).event() == "e2");
}

TEST_CASE("Blame without a deed says that somebody carried out the attack") {
  const v1::ArticleAnnotation annotation = read(
      "A bomb killed nine people at a market in Faya on Monday. Chad blames Boko Haram, which "
      "denies involvement.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "Boko Haram carried out the attack");
  CHECK(annotation.claims(0).event() == "e1");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).stance() == v1::Stance::denies);
}

TEST_CASE("A passive is about who did it") {
  const auto subject = [](const std::string& text) {
    const v1::ArticleAnnotation annotation = read(text);
    REQUIRE(annotation.claims_size() == 1);
    return annotation.claims(0).subject();
  };
  CHECK(subject("\"The ferry was not sunk by us,\" Chad said.") == "actor:TCD");
  CHECK(subject("Chad said that the ferry had been shelled by Sudan.") == "actor:SDN");
  CHECK(subject("Sudan admitted that the barge had been sunk by its gunners at Tan.") ==
        "actor:SDN");
}

TEST_CASE("Two tellings of which one party stands accused are of one attack") {
  const auto attacks = [](const std::string& second) {
    const v1::ArticleAnnotation annotation =
        read("Planes bombed the town of Faya on Monday. Chad blamed Sudan for the raid. " + second);
    return std::count_if(annotation.events().begin(), annotation.events().end(),
                         [](const v1::Event& event) { return event.type() == "ASSAULT"; });
  };
  CHECK(attacks("\"Sudanese jets massacred eleven herders,\" a Chadian minister said.") == 1);
  CHECK(attacks("\"Sudanese gunmen abducted eleven herders,\" a Chadian minister said.") == 2);
  CHECK(attacks("In May Sudanese jets massacred eleven herders at Tan, a Chadian minister said.") ==
        2);
  CHECK(attacks("Last year Boko Haram massacred eleven herders at Tan.") == 2);
}

TEST_CASE("A denial that names no deed is of what its sentence tells of") {
  const v1::ArticleAnnotation annotation = read(
      "Gunmen shot dead three miners at Tan on Sunday. Chad accused Sudan of the killings.\n\nIn "
      "May "
      "2019 a car bomb wounded six people in Faya, an attack for which Sudan denied "
      "responsibility.");
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  const v1::Claim* denied = claim(annotation, denials[0].claim());
  REQUIRE(denied != nullptr);
  CHECK(denied->text() == "Sudan carried out the attack");
  CHECK(denied->event() == "e2");
}

TEST_CASE("Who denies a hand in it denies no charge against another") {
  const v1::ArticleAnnotation annotation = read(
      "A bomb killed nine people in Faya on Monday. Chad accused Sudan of the bombing. Boko Haram "
      "said that it had no hand in the blast.");
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  REQUIRE(claim(annotation, denials[0].claim()) != nullptr);
  CHECK(claim(annotation, denials[0].claim())->subject() == "actor:boko-haram");
}

TEST_CASE("Who paid for an attack is charged with it, who armed the attackers with that") {
  const v1::ArticleAnnotation paid = read(
      "A car bomb killed four people in Tan on Sunday. Chad accused Sudan of paying for the "
      "bombing.");
  REQUIRE(paid.claims_size() == 1);
  CHECK(paid.claims(0).event() == "e1");
  const v1::ArticleAnnotation armed = read(
      "Sudan on Monday rejected a Chadian claim that it had armed the herders who fired rockets at "
      "the barracks of Tan.");
  REQUIRE(armed.claims_size() == 1);
  REQUIRE(armed.events_size() > 0);
  CHECK(armed.events(0).type() == "AID");
  CHECK(armed.claims(0).event() == "e1");
}

TEST_CASE("Who stands accused of the main attack is accused of it in other words, too") {
  const v1::ArticleAnnotation annotation = read(
      "The mill of Tan was burned down by Sudanese troops on Sunday. Sudanese gliders had fired "
      "the thatch, said the miller, Ali Omar.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).event() == "e1");
}

TEST_CASE("An article that tells who did it asserts the charge in its own voice") {
  const std::string charge = " Chad accused Sudan of the bombing.";
  const v1::ArticleAnnotation told =
      read("Sudanese planes bombed the market of Faya on Monday." + charge);
  REQUIRE(told.claims_size() == 1);
  CHECK(told.claims(0).article_stance() == v1::Stance::asserts);
  const v1::ArticleAnnotation open = read("Planes bombed the market of Faya on Monday." + charge);
  REQUIRE(open.claims_size() == 1);
  CHECK(open.claims(0).article_stance() == v1::Stance::none);
}

TEST_CASE("An answer denies what has just been said") {
  const v1::ArticleAnnotation annotation = read(
      "Boko Haram said that it had killed nine Chadian soldiers at Tan on Sunday. Chad's army "
      "retorted that not one man had been scratched.");
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  REQUIRE(claim(annotation, denials[0].claim()) != nullptr);
  CHECK(claim(annotation, denials[0].claim())->subject() == "actor:boko-haram");
}

TEST_CASE("Whose claim it is that nobody believes is known") {
  const v1::ArticleAnnotation reported = read(
      "Boko Haram said that it had burned the barracks at Tan on Sunday. Little is known of the "
      "fire. A minister said that Chad does not believe its account.");
  const std::vector<v1::Statement> denials = of_kind(reported, K::denial);
  REQUIRE(denials.size() == 1);
  REQUIRE(claim(reported, denials[0].claim()) != nullptr);
  CHECK(claim(reported, denials[0].claim())->subject() == "actor:boko-haram");
}

TEST_CASE("What is denied in so many words is a claim, though nobody is seen to make it") {
  const v1::ArticleAnnotation annotation = read("Ali Omar denied that the well was leaking.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).text() == "the well was leaking");
}

TEST_CASE("A denial of one raid is none of another") {
  const v1::ArticleAnnotation annotation = read(
      "Planes bombed the market of Faya on Monday. Chad accused Sudan of the raid.\n\nIn May 2019 "
      "six people died when planes bombed a mill at Tan, a raid for which Sudan refused to accept "
      "blame.");
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  REQUIRE(claim(annotation, denials[0].claim()) != nullptr);
  CHECK(claim(annotation, denials[0].claim())->event() == "e2");
}

TEST_CASE("A charge of what was done to others leaves the main attack alone") {
  const std::string attack =
      "Sudanese troops shelled the mill of Tan on Sunday, killing a miller. ";
  const v1::ArticleAnnotation medics =
      read(attack + "Sudanese troops had shot two nurses, said the clerk, Ali Omar.");
  REQUIRE(medics.claims_size() == 1);
  CHECK(medics.claims(0).event() != "e1");
}

TEST_CASE("Who takes back a claim has made it, and denies it") {
  const v1::ArticleAnnotation annotation =
      read("Ghana withdrew its claim that Togo had poisoned the well.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).subject() == "actor:TGO");
  REQUIRE(annotation.statements_size() == 2);
  std::set<v1::Stance::Value> stances;
  for (const v1::Statement& statement : annotation.statements()) {
    CHECK(statement.speaker() == "actor:GHA");
    CHECK(statement.claim() == annotation.claims(0).key());
    stances.insert(statement.stance());
  }
  CHECK(stances == std::set<v1::Stance::Value>{v1::Stance::asserts, v1::Stance::denies});
}

TEST_CASE("Whom a nameless culprit is known to mean stands accused") {
  for (const std::string hint : {", a clear reference to Togo.", ", by which they mean Togo."}) {
    const v1::ArticleAnnotation annotation = read(
        "A bomb hit a mill at Tan on Monday. The army of Ghana blamed \"foreign hands\"" + hint);
    const std::vector<v1::Statement> accusations = of_kind(annotation, K::accusation);
    REQUIRE(accusations.size() == 1);
    CHECK(accusations[0].addressee() == "actor:TGO");
    REQUIRE(claim(annotation, accusations[0].claim()) != nullptr);
    CHECK(claim(annotation, accusations[0].claim())->subject() == "actor:TGO");
    CHECK(claim(annotation, accusations[0].claim())->event() == "e1");
  }
}

TEST_CASE("An assertion that another repeats is theirs, too") {
  const v1::ArticleAnnotation annotation = read(
      "Ghana said that planes from Togo had circled over the dam. That claim was repeated by "
      "the "
      "Chadian army. Togo denied it.");
  REQUIRE(annotation.claims_size() == 1);
  REQUIRE(annotation.statements_size() == 3);
  for (const v1::Statement& statement : annotation.statements())
    CHECK(statement.claim() == annotation.claims(0).key());
}

TEST_CASE("Who hears something within what is said says nothing") {
  const v1::ArticleAnnotation annotation = read(
      "Herders claim that the thieves were told where the trucks would stop. A slander, replied "
      "the Ghanaian army.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).claim() == annotation.statements(0).claim());
}

TEST_CASE("What somebody denies of themselves denies what others say of them") {
  const v1::ArticleAnnotation annotation = read(
      "Ghana said it had bombed a Boko Haram mill at Tan. Boko Haram denied having any mill at "
      "Tan.");
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(1).kind() == K::denial);
  CHECK(annotation.statements(1).claim() == annotation.statements(0).claim());
}

TEST_CASE("What is doubted is what others are said to have done") {
  const v1::ArticleAnnotation annotation =
      read("Ghana's army said it had never believed that Boko Haram burned the mill.");
  REQUIRE(annotation.claims_size() == 1);
  CHECK(annotation.claims(0).subject() == "actor:boko-haram");
}

TEST_CASE("Whose shells they were is said of the shelling") {
  const v1::ArticleAnnotation annotation = read(
      "Shells struck a barge near Lemba on Monday, killing six. The army of Ghana said that the "
      "rounds had been fired by Togo.");
  const std::vector<v1::Statement> accusations = of_kind(annotation, K::accusation);
  REQUIRE(accusations.size() == 1);
  REQUIRE(claim(annotation, accusations[0].claim()) != nullptr);
  CHECK(claim(annotation, accusations[0].claim())->event() == "e1");
}

TEST_CASE("Who denies it denies what was said just before") {
  const v1::ArticleAnnotation annotation = read(
      "Ghana blamed Chad for the drought.\n\nTogo said that the thieves had come from Chadian "
      "soil. "
      "Chad denied it.");
  const std::vector<v1::Statement> denials = of_kind(annotation, K::denial);
  REQUIRE(denials.size() == 1);
  REQUIRE(claim(annotation, denials[0].claim()) != nullptr);
  CHECK(claim(annotation, denials[0].claim())->text().find("thieves") != std::string::npos);
}

TEST_CASE("What is said to have caused a fire is a claim of it") {
  const std::string told = "A blast killed six on a barge near Lemba on Monday. ";
  const v1::ArticleAnnotation cause =
      read(told + "The fire was due to poor wiring, said the miller, Ali Omar.");
  REQUIRE(cause.claims_size() == 1);
  CHECK(cause.claims(0).event() == "e1");
  CHECK(read(told + "The fire was bright, said the miller, Ali Omar.").claims_size() == 0);
}

TEST_CASE("A charge is not made by those whose deed it is of") {
  const v1::ArticleAnnotation annotation =
      read("Boko Haram denied it. Ghana kept silent. \"They bombed a mill,\" the rebels wrote.");
  REQUIRE(annotation.claims_size() > 0);
  REQUIRE(annotation.events_size() == 1);
  for (const v1::Initiator& who : annotation.events(0).initiators())
    CHECK(who.actor() != "actor:boko-haram");
}

TEST_CASE("What is there for one and absent for another is one claim") {
  const v1::ArticleAnnotation annotation =
      read("Ghana says there are howitzers at Tan. Togo says there are no howitzers at Tan.");
  REQUIRE(annotation.claims_size() == 1);
  REQUIRE(annotation.statements_size() == 2);
  CHECK(annotation.statements(0).stance() == v1::Stance::asserts);
  CHECK(annotation.statements(1).stance() == v1::Stance::denies);
}

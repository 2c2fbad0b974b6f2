#include "extract/lexicon/lexicon.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "tests/support/temp_dir.h"

using namespace casus;
using namespace casus::extract;

namespace {

const Lexicon& lexicon() {
  static const std::shared_ptr<const Lexicon> kLexicon = Lexicon::load();
  return *kLexicon;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    all.push_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return all;
}

NameMatch name(std::string_view text, bool all_caps = false) {
  return lexicon().match_name(words(text), 0, all_caps);
}

std::string actor_of(std::string_view text, bool all_caps = false) {
  const NameMatch match = name(text, all_caps);
  return match.actor == nullptr ? "" : match.actor->id;
}

const TriggerEntry* trigger(std::string_view text, bool noun, std::uint32_t* tokens = nullptr) {
  std::uint32_t ignored = 0;
  return lexicon().match_trigger(words(text), 0, noun, tokens != nullptr ? tokens : &ignored);
}

const CueEntry* cue(std::string_view text, CueEntry::Form form, std::uint32_t* tokens = nullptr) {
  std::uint32_t ignored = 0;
  return lexicon().match_cue(words(text), 0, form, tokens != nullptr ? tokens : &ignored);
}

Day day(std::string_view text) { return parse_day(text).value(); }

// A lexicon with one more file, in a directory of its own.
class Extended {
 public:
  explicit Extended(std::string_view content) : path_(directory_.file("mine.tsv", content)) {}

  std::shared_ptr<const Lexicon> load() const { return Lexicon::load({&path_, 1}); }
  std::string error() const {
    try {
      load();
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }

 private:
  tests::TempDir directory_;
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("every name of a state is one actor") {
  for (const char* text : {"US", "U.S.", "USA", "U.S.A.", "United States", "America", "American",
                           "Americans", "Washington", "White House"})
    CHECK(actor_of(text) == "USA");
  CHECK(name("United States").place->id == "USA");
  CHECK(lexicon().actor("USA")->kind == v1::ActorKind::country);
}

TEST_CASE("capitals are told from common words") {
  CHECK(name("us").tokens == 0);
  CHECK(name("Us").tokens == 0);
  CHECK(name("who").tokens == 0);
  CHECK(actor_of("WHO") == "who");
  CHECK(name("turkey").tokens == 0);
  CHECK(actor_of("Turkey") == "TUR");
  CHECK(actor_of("IRAN") == "IRN");
  CHECK(name("security council").tokens == 0);
  CHECK(actor_of("LeT") == "let");
  CHECK(name("Let").tokens == 0);
}

TEST_CASE("in a text of capitals, common words are no names") {
  CHECK(actor_of("WHO", true).empty());
  CHECK(actor_of("US", true).empty());
  CHECK(actor_of("U.S.", true) == "USA");
  CHECK(actor_of("HAMAS", true) == "hamas");
}

TEST_CASE("a capital is a place, and a metonym of its state") {
  const NameMatch match = name("Baghdad");
  REQUIRE(match.actor != nullptr);
  REQUIRE(match.place != nullptr);
  CHECK(match.actor->id == "IRQ");
  CHECK(match.metonym);
  CHECK(match.place->id == "IRQ:baghdad");
  CHECK(match.place->within == "IRQ");
  CHECK(match.place->located);
  CHECK_FALSE(name("Iraq").metonym);
}

TEST_CASE("adjectives and peoples are demonyms") {
  CHECK(name("Iraqi").demonym);
  CHECK(name("Iraqis").actor->id == "IRQ");
  CHECK(name("Iraqi").place == nullptr);
  CHECK(name("Kurdish").demonym);
  CHECK_FALSE(name("Iraq").demonym);
}

TEST_CASE("the longest name wins") {
  CHECK(name("South Sudan said").tokens == 2);
  CHECK(actor_of("South Sudan said") == "SSD");
  CHECK(actor_of("Washington Post reporters") == "wapo");
  CHECK(name("Islamic State in the fields").tokens == 2);
}

TEST_CASE("hyphens, marks and dots do not matter") {
  for (const char* text : {"al-Shabaab", "Al-Shabaab", "al Shabaab", "Al Shabab"})
    CHECK(actor_of(text) == "al-shabaab");
  CHECK(name("al Shabaab attacked").tokens == 2);
  CHECK(actor_of("Nicolás Maduro") == actor_of("Nicolas Maduro"));
  CHECK(name("St. Petersburg").place->id == "RUS:st-petersburg");
  CHECK(name("St . Petersburg").tokens == 3);
  CHECK(actor_of("Côte d\u2019Ivoire") == "CIV");
  CHECK(name("US-led").tokens == 0);
}

TEST_CASE("offices are known by their day") {
  const ActorEntry* austin = lexicon().match_name(words("Lloyd Austin"), 0).actor;
  REQUIRE(austin != nullptr);
  CHECK(austin->affiliation == "USA");
  const Office* office = Lexicon::office_on(*austin, day("2023-12-08"));
  REQUIRE(office != nullptr);
  CHECK(office->affiliation == "USA");
  CHECK(Lexicon::office_on(*austin, day("2010-01-01")) == nullptr);
  CHECK(Lexicon::office_on(*austin, Day::unknown()) == office);

  const ActorEntry* biden = lexicon().actor("joe-biden");
  REQUIRE(biden != nullptr);
  CHECK(Lexicon::office_on(*biden, day("2012-05-01"))->title == "vice president");
  CHECK(Lexicon::office_on(*biden, day("2022-05-01"))->title == "president");
  CHECK(Lexicon::office_on(*biden, Day::unknown())->title == "president");
}

TEST_CASE("the holder of an office is found by any of its titles") {
  for (const char* title :
       {"foreign minister", "Foreign Minister", "minister of foreign affairs"}) {
    const ActorEntry* holder = lexicon().holder(title, "IRN", day("2023-12-08"));
    REQUIRE(holder != nullptr);
    CHECK(holder->id == "hossein-amirabdollahian");
  }
  CHECK(lexicon().holder("secretary of state", "USA", day("1990-06-01"))->id == "james-baker");
  CHECK(lexicon().holder("foreign minister", "IRN", Day::unknown()) == nullptr);
  CHECK(lexicon().holder("foreign minister", "IRN", day("1900-01-01")) == nullptr);
  CHECK(lexicon().holder("lamplighter", "IRN", day("2023-12-08")) == nullptr);
}

TEST_CASE("inflected words have their base") {
  const std::vector<std::pair<const char*, const char*>> verbs = {
      {"denied", "deny"},      {"struck", "strike"},     {"carried", "carry"},
      {"said", "say"},         {"accused", "accuse"},    {"accusing", "accuse"},
      {"shot", "shoot"},       {"fled", "flee"},         {"bombing", "bomb"},
      {"banned", "ban"},       {"vowing", "vow"},        {"dies", "die"},
      {"lying", "lie"},        {"clashes", "clash"},     {"blamed", "blame"},
      {"stabbed", "stab"},     {"withdrew", "withdraw"}, {"kidnapped", "kidnap"},
      {"agreed", "agree"},     {"met", "meet"},          {"torched", "torch"},
      {"occurred", "occur"},   {"paid", "pay"},          {"found", "found"},
      {"zigzagged", "zigzag"}, {"googled", "google"},    {"fizzed", "fizz"},
      {"strafed", "strafe"},   {"has", "have"},          {"is", "be"},
      {"are", "be"},           {"being", "be"},          {"does", "do"}};
  for (const auto& [form, base] : verbs) CHECK(lexicon().verb_lemma(form) == base);
  const std::vector<std::pair<const char*, const char*>> nouns = {
      {"attacks", "attack"},   {"allegations", "allegation"},
      {"gunmen", "gunman"},    {"policewomen", "policewoman"},
      {"armies", "army"},      {"clashes", "clash"},
      {"children", "child"},   {"crisis", "crisis"},
      {"hostages", "hostage"}, {"boxes", "box"},
      {"glass", "glass"},      {"zebras", "zebra"}};
  for (const auto& [form, base] : nouns) CHECK(lexicon().noun_lemma(form) == base);
}

TEST_CASE("triggers take inflected words, and the longest phrase") {
  REQUIRE(trigger("ambushed", false) != nullptr);
  CHECK(trigger("ambushed", false)->type == "ASSAULT");
  CHECK(trigger("killed", false)->kills);
  CHECK(trigger("injured", false)->injures);
  CHECK(trigger("hit", false)->needs_actor);
  CHECK(trigger("clashed", false)->reciprocal);
  std::uint32_t tokens = 0;
  const TriggerEntry* fire = trigger("opened fire on a crowd", false, &tokens);
  REQUIRE(fire != nullptr);
  CHECK(fire->phrase == "open fire on");
  CHECK(fire->mode == "firearms");
  CHECK(tokens == 3);
  REQUIRE(trigger("came under attack from the hills", false) != nullptr);
  CHECK(trigger("came under attack from the hills", false)->target.front() == "subject");
  CHECK(trigger("suicide bombings in the north", true, &tokens)->mode == "suicide-attack");
  CHECK(tokens == 2);
  CHECK(trigger("talks with", true)->type == "CONSULT");
  CHECK(trigger("the", false) == nullptr);
  CHECK(trigger("the", true) == nullptr);
  CHECK(trigger("Airstrikes", true)->mode == "aerial");
}

TEST_CASE("every event type has triggers or cues") {
  for (const char* text : {"agreed", "met", "apologized", "cooperated", "withdrew", "protested",
                           "threatened", "deployed", "arrested", "attacked", "sanctioned",
                           "investigated", "vetoed", "supported", "donated", "invited"})
    CHECK(trigger(text, false) != nullptr);
}

TEST_CASE("cues take inflected words, adverbs between and gaps") {
  using Form = CueEntry::Form;
  CHECK(cue("denies", Form::verb)->stance == v1::Stance::denies);
  CHECK(cue("accused", Form::verb)->kind == v1::StatementKind::accusation);
  CHECK(cue("accused", Form::verb)->event_type == "ACCUSE");
  CHECK(cue("said", Form::noun) == nullptr);
  std::uint32_t tokens = 0;
  REQUIRE(cue("claimed responsibility for the blast", Form::verb, &tokens) != nullptr);
  CHECK(cue("claimed responsibility", Form::verb)->kind == v1::StatementKind::responsibility_claim);
  CHECK(tokens == 2);
  REQUIRE(cue("called again for calm", Form::verb, &tokens) != nullptr);
  CHECK(cue("called again for calm", Form::verb)->kind == v1::StatementKind::demand);
  CHECK(tokens == 3);
  REQUIRE(cue("holds the neighbouring state responsible for it", Form::verb, &tokens) != nullptr);
  CHECK(tokens == 5);
  CHECK(cue("held , they were responsible", Form::verb, &tokens)->phrase == "hold");
  CHECK(cue("held him if they were responsible", Form::verb, &tokens)->phrase == "hold");
  CHECK(cue("held responsible for it", Form::verb, &tokens)->phrase == "hold ... responsible");
  CHECK(cue("according to", Form::preposition, &tokens) != nullptr);
  CHECK(cue("refused to comment", Form::verb)->kind == v1::StatementKind::no_comment);
  CHECK(cue("allegations", Form::noun)->kind == v1::StatementKind::accusation);
  CHECK(cue("claims of responsibility", Form::noun)->kind ==
        v1::StatementKind::responsibility_claim);
  CHECK(cue("baseless", Form::adjective)->stance == v1::Stance::denies);
  CHECK(cue("believes", Form::verb)->weak);
}

TEST_CASE("agents, weapons, titles and given names") {
  std::uint32_t tokens = 0;
  CHECK(lexicon().match_agent(words("security forces said"), 0, &tokens)->sector == "MIL");
  CHECK(tokens == 2);
  CHECK(lexicon().match_agent(words("gunmen"), 0, &tokens)->noun == "gunman");
  CHECK(lexicon().match_agent(words("witnesses"), 0, &tokens)->plural_source);
  CHECK(lexicon().match_agent(words("spokeswoman"), 0, &tokens)->speaks_for);
  CHECK(lexicon().match_agent(words("umbrella"), 0, &tokens) == nullptr);
  CHECK(tokens == 0);
  CHECK(lexicon().match_weapon(words("car bombs exploded"), 0, &tokens)->mode == "explosives");
  CHECK(tokens == 2);
  CHECK(lexicon().is_title(words("Secretary of Defense Lloyd"), 0, &tokens));
  CHECK(tokens == 3);
  CHECK_FALSE(lexicon().is_title(words("river"), 0, &tokens));
  CHECK(lexicon().is_given_name("José"));
  CHECK(lexicon().is_given_name("Jean-Pierre"));
  CHECK_FALSE(lexicon().is_given_name("mark"));
  CHECK_FALSE(lexicon().is_given_name("Embassy"));
}

TEST_CASE("a user's file adds entries and takes the place of built-in ones") {
  const Extended mine(
      "# mine\r\n"
      "[actors]\n"
      "name\tid\tkind\taffiliation\taliases\n"
      "River Front\triver-front\tarmed_group\t\tRF Militia\n"
      "Pentagon\tpentagon\tgovernment\tUSA\tThe Five Sides\n"
      "\n"
      "[aliases]\nid\tnames\nIRQ\tTwo Rivers Republic\n"
      "[triggers]\nphrase\tform\ttype\tmode\nsnowball\tverb\tASSAULT\tprimitive\n"
      "hit\tverb\tPROTEST\tdemo\n"
      "[persons]\nname\toffices\nAna Kovac\tpresident @ river-front 2020..2021-06\n");
  const std::shared_ptr<const Lexicon> mixed = mine.load();
  CHECK(mixed->match_name(words("RF Militia"), 0).actor->id == "river-front");
  CHECK(mixed->match_name(words("Five Sides"), 0).tokens == 0);
  CHECK(mixed->match_name(words("The Five Sides"), 0).actor->id == "pentagon");
  CHECK(mixed->match_name(words("Department of Defense"), 0).actor == nullptr);
  CHECK(mixed->match_name(words("Two Rivers Republic"), 0).actor->id == "IRQ");
  CHECK(mixed->match_name(words("Iraqi"), 0).actor->id == "IRQ");
  std::uint32_t tokens = 0;
  CHECK(mixed->match_trigger(words("snowballed"), 0, false, &tokens)->mode == "primitive");
  CHECK(mixed->match_trigger(words("hit"), 0, false, &tokens)->type == "PROTEST");
  CHECK(mixed->holder("president", "river-front", day("2021-06-30"))->id == "ana-kovac");
  CHECK(mixed->holder("president", "river-front", day("2021-07-01")) == nullptr);
  CHECK(mixed->fingerprint() != lexicon().fingerprint());
  CHECK(mixed->fingerprint() == mine.load()->fingerprint());
  CHECK(lexicon().fingerprint().size() == 8);
}

TEST_CASE("a mistake in a file is told with its line, its column and what was expected") {
  const auto tells = [](std::string_view content, const std::vector<std::string>& parts) {
    const std::string error = Extended(content).error();
    INFO(error);
    REQUIRE_FALSE(error.empty());
    CHECK(error.find("mine.tsv") != std::string::npos);
    for (const std::string& part : parts) CHECK(error.find(part) != std::string::npos);
  };
  tells("name\tid\n", {"line 1", "[actors]"});
  tells("\n[actor]\n", {"line 2", "[actor]", "actors, persons"});
  tells("[actors]\nid\tname\tcolour\n", {"line 2", "colour", "sector"});
  tells("[actors]\nid\tname\n", {"line 2", "kind"});
  tells("[actors]\nid\tname\tid\tkind\n", {"line 2", "twice"});
  tells("[actors]\nid\tname\tkind\nx\tXenos\twizard\n",
        {"line 3", "column \"kind\"", "wizard", "armed_group"});
  tells("[actors]\nid\tname\tkind\nx\tXenos\n", {"line 3", "column \"kind\"", "empty"});
  tells("[actors]\nid\tname\tkind\nx\tXenos\tparty\tmore\n", {"line 3", "4 cells", "3 columns"});
  tells("[actors]\nid\tname\tkind\nx\txenos\tparty\n", {"line 3", "capital"});
  tells("[actors]\nid\tname\tkind\tcountry\nx\tXenos\tparty\tiraq\n", {"country", "alpha-3"});
  tells("[actors]\nid\tname\tkind\taffiliation\nx\tXenos\tparty\tnobody\n",
        {"line 3", "affiliation", "nobody"});
  tells("[persons]\nname\toffices\nAna Kovac\tpresident\n", {"offices", "TITLE @ ACTOR"});
  tells("[persons]\nname\toffices\nAna Kovac\tpresident @ IRQ 2023-02-30..\n",
        {"2023-02-30", "FROM..TO"});
  tells("[persons]\nname\toffices\nAna Kovac\tpresident @ IRQ 2023..2020\n", {"before it begins"});
  tells("[triggers]\nphrase\tform\ttype\nslap\tverb\tHIT\n", {"HIT", "ASSAULT"});
  tells("[triggers]\nphrase\tform\ttype\tmode\nslap\tverb\tASSAULT\tdemo\n", {"demo", "abduct"});
  tells("[triggers]\nphrase\tform\ttype\tflags\nslap\tverb\tASSAULT\thurts\n",
        {"hurts", "needs-actor"});
  tells("[places]\nname\tcountry\tlat\tlon\nHill\tIRQ\t120\t10\n", {"column \"lat\"", "120", "90"});
  tells("[places]\nname\tcountry\nHill\tQQQ\n", {"country", "QQQ"});
  tells("[aliases]\nid\tnames\nnobody\tNo One\n", {"nobody"});
  std::string many = "Alias 0";
  for (int i = 1; i < 300; ++i) many += "; Alias " + std::to_string(i);
  tells("[actors]\nid\tname\tkind\taliases\nx\tXenos\tparty\t" + many + "\n",
        {"line 3", "column \"aliases\"", "300", "at most 256"});
  tells("[aliases]\nid\tnames\nIRQ\tTwo Rivers\nIRQ\t" + many + "\n",
        {"line 4", "column \"names\"", "at most 256"});
  tells("[persons]\nname\taliases\nAna Kovac\tA" + std::string(256, 'n') + "\n",
        {"line 3", "257 bytes", "at most 256"});
  tells("[actors]\nid\tname\tkind\nx\tXen\xFFos\tparty\n", {"line 3", "UTF-8"});
  CHECK_THROWS_AS(Lexicon::load(std::vector<std::filesystem::path>{"/nowhere/lexicon.tsv"}),
                  InputError);
}

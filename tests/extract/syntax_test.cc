#include "extract/syntax/syntax.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "extract/document/document.h"

using namespace casus::extract;

namespace {

const std::shared_ptr<const Grammar>& grammar() {
  static const std::shared_ptr<const Grammar> kGrammar = load_grammar();
  return kGrammar;
}

std::string list(const Document& document, const std::vector<Phrase>& phrases) {
  std::string out;
  for (const Phrase& phrase : phrases) {
    if (!out.empty()) out += " + ";
    out += document.text_of(phrase.tokens);
  }
  return out;
}

// "lemma | subjects | objects | agents | content", with marks for voice and negation.
std::string show(const Document& document, const Clause& clause) {
  std::string out = clause.lemma;
  if (clause.passive) out += " passive";
  if (clause.negated) out += " not";
  out += " | " + list(document, clause.subjects) + " | " + list(document, clause.objects);
  if (!clause.agents.empty()) out += " | by " + list(document, clause.agents);
  if (!clause.content.empty()) {
    out += " | says";
    for (Range range : clause.content) out += " {" + std::string(document.text_of(range)) + "}";
  }
  return out;
}

std::vector<std::string> read(Parser& parser, const std::string& text) {
  Document document(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences()) {
    for (const Clause& clause : parser.parse(document, sentence).clauses) {
      out.push_back(show(document, clause));
    }
  }
  return out;
}

struct Case {
  const char* text;
  std::vector<std::string> clauses;  // expected among those found
};

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases{
      {"Gunmen attacked a police post near Belko on Monday, killing three officers.",
       {"attack | Gunmen | a police post", "kill | Gunmen | three officers"}},
      {"Three drivers were killed by gunmen in the northern town.",
       {"kill passive | Three drivers |  | by gunmen"}},
      {"The army said on Tuesday that rebels had shelled the market.",
       {"say | The army |  | says {that rebels had shelled the market}",
        "shell | rebels | the market"}},
      {"The army said rebels shelled the market.",
       {"say | The army |  | says {rebels shelled the market}", "shell | rebels | the market"}},
      {"\"We did not fire,\" said Omar Haddad, the group's spokesman.",
       {"fire not | We | ", "say | Omar Haddad |  | says {\"We did not fire,\"}"}},
      {"“We lost the bridge,” the mayor said, “and the army knew it.”",
       {"say | the mayor |  | says {“We lost the bridge,”} {“and the army knew it.”}"}},
      {"Rebels shelled the market, the army said.",
       {"shell | Rebels | the market", "say | the army |  | says {Rebels shelled the market}"}},
      {"The ministry's spokeswoman, Ana Ruiz, denied that police had beaten the protesters.",
       {"deny | The ministry's spokeswoman |  | says {that police had beaten the protesters}",
        "beat | police | the protesters"}},
      {"The government has accused its neighbour of arming the rebels.",
       {"accuse | The government | its neighbour | says {arming the rebels}",
        "arm | its neighbour | the rebels"}},
      {"The militia vowed to avenge the raid.",
       {"vow | The militia |  | says {to avenge the raid}", "avenge | The militia | the raid"}},
      {"No group has claimed responsibility for the blast.",
       {"claim not | No group | responsibility"}},
      {"The council neither ordered nor approved the strike.",
       {"order not | The council | ", "approve not | The council | the strike"}},
      {"Rockets that hit the port killed two sailors and wounded a cook.",
       {"hit | Rockets | the port", "kill | Rockets | two sailors", "wound | Rockets | a cook"}},
      {"Troops loyal to the general, who fled last week, seized the airport.",
       {"flee | the general | "}},
      {"The raid came as local groups, demanding wages, have blocked the port.",
       {"demand | local groups | wages", "block | local groups | the port"}},
      {"Kenya and Uganda signed the accord.", {"sign | Kenya + Uganda | the accord"}},
      {"The bomb, planted by militants, exploded near a school.",
       {"plant passive | The bomb |  | by militants", "explode | The bomb | "}},
      {"Police shot down a drone.", {"shot down | Police | a drone"}},
      {"The mission called on both sides to stop the fighting.",
       {"call | The mission |  | says {to stop the fighting}", "stop | both sides | the fighting"}},
      {"Asked about the raid, the colonel told reporters that his men had fired first.",
       {"tell | the colonel | reporters | says {that his men had fired first}",
        "fire | his men | "}},
      {"The convoy was attacked near Dorra, residents and a medic said.",
       {"attack passive | The convoy | ",
        "say | residents + a medic |  | says {The convoy was attacked near Dorra}"}},
      {"The president condemned the killing, adding that the culprits would be punished.",
       {"condemn | The president | the killing",
        "add | The president |  | says {that the culprits would be punished}",
        "punish passive | the culprits | "}},
      {"French and Malian military officials have confirmed the strike.",
       {"confirm | French and Malian military officials | the strike"}},
      {"The ministry denied the report and said its troops had left.",
       {"deny | The ministry | the report", "say | The ministry |  | says {its troops had left}"}},
      {"GUNMEN KILLED FOUR TRADERS IN THE TOWN OF BELKO ON MONDAY.",
       {"kill | GUNMEN | FOUR TRADERS"}},
  };
  return kCases;
}

// How many of the expected clauses a parser misses; they are named in the failure.
std::vector<std::string> missed(Parser& parser) {
  std::vector<std::string> out;
  for (const Case& c : cases()) {
    std::vector<std::string> found = read(parser, c.text);
    for (std::string expected : c.clauses) {
      if (expected.starts_with("shot down")) expected.replace(0, 4, "shoot");
      if (std::find(found.begin(), found.end(), expected) == found.end()) {
        std::string got;
        for (const std::string& clause : found) got += "\n    " + clause;
        out.push_back(expected + " in: " + c.text + got);
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("predicates with their arguments, by Link Grammar") {
  auto parser = make_parser(grammar());
  CHECK(missed(*parser) == std::vector<std::string>{});
}

TEST_CASE("predicates with their arguments, by surface order") {
  auto parser = make_shallow_parser();
  CHECK(missed(*parser) == std::vector<std::string>{});
}

TEST_CASE("form, tense and modality of the verb group") {
  auto parser = make_shallow_parser();
  Document document(
      "The army will withdraw. The consulate has not yet commented. Rebels may attack.");
  auto clause = [&](std::size_t i) {
    return parser->parse(document, document.sentences().at(i)).clauses.at(0);
  };
  CHECK(clause(0).future);
  CHECK(clause(0).modal != kNone);
  CHECK_FALSE(clause(0).perfect_or_past);
  Clause comment = clause(1);
  CHECK(comment.negated);
  CHECK(comment.perfect_or_past);
  CHECK(document.text_of(comment.group) == "has not yet commented");
  CHECK(document[comment.verb].text == "commented");
  CHECK(clause(2).modal != kNone);
  CHECK_FALSE(clause(2).future);
}

TEST_CASE("prepositional phrases, complements and governors") {
  auto parser = make_shallow_parser();
  Document document(
      "In Dorra, police said the claim that troops fired on the crowd was a fabrication.");
  Syntax syntax = parser->parse(document, document.sentences()[0]);
  auto find = [&](const std::string& lemma) {
    auto it = std::find_if(syntax.clauses.begin(), syntax.clauses.end(),
                           [&](const Clause& c) { return c.lemma == lemma; });
    REQUIRE(it != syntax.clauses.end());
    return *it;
  };
  Clause fire = find("fire");
  REQUIRE(fire.adjuncts.size() == 1);
  CHECK(document[fire.adjuncts[0].preposition].text == "on");
  CHECK(document.text_of(fire.adjuncts[0].phrase.tokens) == "the crowd");
  Clause be = find("be");
  REQUIRE(be.complement);
  CHECK(document.text_of(be.complement->tokens) == "a fabrication");
  CHECK(document.text_of(find("say").adjuncts.at(0).phrase.tokens) == "Dorra");
}

TEST_CASE("names and what describes them") {
  for (const auto& parser : {make_shallow_parser(), make_parser(grammar())}) {
    auto pairs = [&](const std::string& text) {
      Document document(text);
      std::vector<std::string> out;
      for (const Apposition& a : parser->parse(document, document.sentences()[0]).appositions) {
        out.push_back(std::string(document.text_of(a.name.tokens)) + " = " +
                      std::string(document.text_of(a.description.tokens)));
      }
      return out;
    };
    using Strings = std::vector<std::string>;
    CHECK(pairs("Ana Ruiz, a spokeswoman for the ministry, said the soldiers fled.") ==
          Strings{"Ana Ruiz = a spokeswoman"});
    CHECK(pairs("The group's leader, Omar Haddad, was arrested.") ==
          Strings{"Omar Haddad = The group's leader"});
    CHECK(pairs("Soldiers, police and Omar Haddad were arrested.").empty());
  }
}

TEST_CASE("parts of speech and phrases cover the sentence") {
  auto parser = make_parser(grammar());
  Document document("LAGOS (Reuters) - The two gunmen fled quickly.");
  const Sentence& sentence = document.sentences()[0];
  Syntax syntax = parser->parse(document, sentence);
  REQUIRE(syntax.parts.size() == sentence.tokens.size());
  CHECK(syntax.parts[sentence.body] == PartOfSpeech::determiner);
  CHECK(syntax.parts[sentence.body + 2] == PartOfSpeech::noun);
  CHECK(syntax.parts[sentence.body + 3] == PartOfSpeech::verb);
  CHECK(syntax.parts[sentence.body + 4] == PartOfSpeech::adverb);
  REQUIRE(syntax.phrases.size() == 1);
  CHECK(document.text_of(syntax.phrases[0].tokens) == "The two gunmen");
  CHECK(document[syntax.phrases[0].head].text == "gunmen");
  CHECK(syntax.quality == Syntax::Quality::complete);

  Document counted("Hundreds of students fled.");
  CHECK(counted[parser->parse(counted, counted.sentences()[0]).phrases.at(0).head].text ==
        "students");
}

TEST_CASE("any sentence is read: positions stay within it, and twice the same") {
  std::mt19937 random(11);
  const std::vector<std::string> words{
      "The",     "army",  "said", "that", "rebels", "killed", ",",    "and",   "by",    "\"",
      "(",       ")",     "who",  "to",   "be",     "was",    "not",  "of",    "in",    "Monday",
      "—",       "Ana",   "'s",   "'",    "attack", "12",     "$",    "[",     "]",     ";",
      "been",    "fired", "on",   "up",   "which",  "said",   "told", "There", "least", "at",
      "neither", "nor",   "“",    "”",    "%",      "é",      "had",  "to",    "going", "more"};
  std::vector<std::string> texts{
      ".", "a", "\"", "( )", "[x]", std::string(5000, 'a') + " fled.", std::string(3000, '(')};
  std::string joined;
  for (int i = 0; i < 390; ++i) joined += "said that he ";
  texts.push_back(joined);
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int k = 0; k < 20; ++k) text += words[random() % words.size()] + " ";
    texts.push_back(text);
  }
  auto full = make_parser(grammar());
  auto shallow = make_shallow_parser();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i]);
    Document document(texts[i]);
    Parser& parser = i < 60 ? *full : *shallow;
    for (const Sentence& sentence : document.sentences()) {
      Syntax syntax = parser.parse(document, sentence);
      REQUIRE(syntax.parts.size() == sentence.tokens.size());
      auto inside = [&](const Phrase& phrase) {
        REQUIRE(sentence.tokens.contains(phrase.tokens));
        REQUIRE(phrase.tokens.contains(phrase.head));
      };
      for (const Phrase& phrase : syntax.phrases) inside(phrase);
      std::uint32_t verb = 0;
      for (const Clause& clause : syntax.clauses) {
        REQUIRE(sentence.tokens.contains(clause.group));
        REQUIRE(clause.group.contains(clause.verb));
        REQUIRE(clause.verb >= verb);
        verb = clause.verb;
        REQUIRE((clause.governor == kNone || clause.governor < syntax.clauses.size()));
        for (const Phrase& phrase : clause.subjects) inside(phrase);
        for (const Phrase& phrase : clause.objects) inside(phrase);
        for (const Phrase& phrase : clause.agents) inside(phrase);
        for (const Adjunct& adjunct : clause.adjuncts) inside(adjunct.phrase);
        for (Range range : clause.content) {
          REQUIRE(range.size() > 0);
          REQUIRE(sentence.tokens.contains(range));
        }
      }
    }
    REQUIRE(read(parser, texts[i]) == read(parser, texts[i]));
  }
}

TEST_CASE("parsers on several threads read the same") {
  std::vector<std::string> expected;
  auto parser = make_parser(grammar());
  for (const Case& c : cases()) {
    for (std::string& clause : read(*parser, c.text)) expected.push_back(std::move(clause));
  }
  std::vector<std::vector<std::string>> found(3);
  std::vector<std::thread> threads;
  for (auto& out : found) {
    threads.emplace_back([&out] {
      auto own = make_parser(grammar());
      for (const Case& c : cases()) {
        for (std::string& clause : read(*own, c.text)) out.push_back(std::move(clause));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& out : found) CHECK(out == expected);
}

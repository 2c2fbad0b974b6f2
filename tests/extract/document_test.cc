#include "extract/document/document.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "extract/document/transcript.h"

using casus::extract::Document;
using casus::extract::Quotation;
using casus::extract::Turn;
using casus::extract::turns_of;

namespace {

std::vector<std::string> words(const Document& document) {
  std::vector<std::string> out;
  for (const auto& token : document.tokens()) out.emplace_back(token.text);
  return out;
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> out;
  for (const auto& sentence : document.sentences()) {
    out.emplace_back(document.text_of(sentence.tokens));
  }
  return out;
}

std::string body(const std::string& text) {
  Document document(text);
  const auto& first = document.sentences().at(0);
  return std::string(document.text_of({first.body, first.tokens.end}));
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("words of news text are one token each") {
  CHECK(words(Document("U.S. forces hit al-Shabaab at 9:30.")) ==
        Strings{"U.S.", "forces", "hit", "al-Shabaab", "at", "9:30", "."});
  CHECK(words(Document("They don't have 1,200 or 12.5 F-16s.")) ==
        Strings{"They", "don't", "have", "1,200", "or", "12.5", "F-16s", "."});
  CHECK(words(Document("Iran's and Iran’s envoys")) ==
        Strings{"Iran", "'s", "and", "Iran", "’s", "envoys"});
  CHECK(words(Document("They’re gone; I'd won't.")) ==
        Strings{"They", "’re", "gone", ";", "I", "'d", "won't", "."});
  CHECK(words(Document("The rebels' camp (\"base\")...")) ==
        Strings{"The", "rebels", "'", "camp", "(", "\"", "base", "\"", ")", "..."});
  CHECK(words(Document("Gen. J. Ruiz met Lt. Col. Oda; 40-50 fled -- a 66-year-old, too.")) ==
        Strings{"Gen.", "J.", "Ruiz", "met", "Lt.", "Col.", "Oda", ";", "40", "-", "50", "fled",
                "--", "a", "66-year-old", ",", "too", "."});
}

TEST_CASE("tokens know their bytes, case and kind") {
  std::string text = "“Él” can’t re\u00ADturn $5";
  Document document(text);
  for (const auto& token : document.tokens()) {
    CHECK(text.substr(token.begin, token.end - token.begin) == token.text);
  }
  CHECK(document[1].lower == "él");
  CHECK(document[1].capital);
  CHECK(document[3].lower == "can't");
  CHECK(document[4].lower == "return");
  CHECK(document[4].space_before);
  CHECK(document[5].text == "$");
  CHECK(document[6].number);
  CHECK_FALSE(document[6].space_before);
  CHECK_FALSE(document[6].word);
}

TEST_CASE("sentences end where news sentences end") {
  struct Case {
    std::string text;
    Strings expected;
  };
  const Case cases[] = {
      {"Gen. Ali Noor left. Mr. B. Kone stayed.", {"Gen. Ali Noor left.", "Mr. B. Kone stayed."}},
      {"Troops left the U.S. The mayor wept.", {"Troops left the U.S.", "The mayor wept."}},
      {"The U.S. Army left at 9 a.m. Friday. It rained.",
       {"The U.S. Army left at 9 a.m. Friday.", "It rained."}},
      {"It opened on Jan. 12 at No. 5 Hill St. Nobody came.",
       {"It opened on Jan. 12 at No. 5 Hill St. Nobody came."}},
      {"\"We lost it all. Nobody helped.\" The widow left.",
       {"\"We lost it all.", "Nobody helped.\"", "The widow left."}},
      {"\"Who fired?\" she asked. \"Not us!\" Haddad said.",
       {"\"Who fired?\" she asked.", "\"Not us!\" Haddad said."}},
      {"What is the zone? It is a camp. Who lives there? Nobody does.",
       {"What is the zone?", "It is a camp.", "Who lives there?", "Nobody does."}},
      {"Shells hit the market.The mayor fled.", {"Shells hit the market.", "The mayor fled."}},
      {"It cost 3.5 million. 40 people died.", {"It cost 3.5 million.", "40 people died."}},
      {"First line\nSecond one here", {"First line", "Second one here"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(sentences(Document(c.text)) == c.expected);
  }
}

TEST_CASE("hard-wrapped lines are one paragraph, other lines are not") {
  std::string wrapped =
      "Gunmen on motorcycles attacked a convoy of grain lorries near the town\n"
      "of Belko on Monday, killing two drivers and wounding a guard, said the\n"
      "Regional Council, which had asked the army for an escort three times.\n"
      "\n"
      "Nobody has claimed the attack. The road has been closed until further\n"
      "notice.\n";
  Document document(wrapped);
  CHECK(document.sentences().size() == 3);
  CHECK(document.sentences()[0].paragraph == 0);
  CHECK(document.sentences()[1].paragraph == 1);

  Document lines("The army denied it.\nThe rebels did not.\nBoth sides have withdrawn.");
  CHECK(lines.sentences().size() == 3);
  CHECK(lines.sentences()[2].paragraph == 2);

  Document list(
      "The ministry listed three losses and asked the donors for help:\n- a bridge\n- a well");
  CHECK(list.sentences().size() == 3);
  CHECK(list.text_of({list.sentences()[1].body, list.sentences()[1].tokens.end}) == "a bridge");
}

TEST_CASE("datelines are told from the sentence") {
  CHECK(body("LAGOS (Reuters) - Gunmen fled.") == "Gunmen fled.");
  CHECK(body("QUITO/LIMA, March 3 - Gunmen fled.") == "Gunmen fled.");
  CHECK(body("BEIRUT, Lebanon — Gunmen fled.") == "Gunmen fled.");
  CHECK(body("San Miguel, 4 Feb 91 (Radio Norte) -- [Text] Gunmen fled.") == "Gunmen fled.");
  CHECK(body("[Report] [Ana Ruiz] Gunmen fled.") == "Gunmen fled.");
  CHECK(body("(CNN) Gunmen fled.") == "Gunmen fled.");
  CHECK(body("Nairobi - Gunmen fled.") == "Gunmen fled.");
  CHECK(body("Gunmen - five of them - fled.") == "Gunmen - five of them - fled.");
  CHECK(body("The army (which fled) - and the police - lost.") ==
        "The army (which fled) - and the police - lost.");
  CHECK(body("1. Gunmen fled.") == "Gunmen fled.");
}

TEST_CASE("headings and questions are marked") {
  Document document("Questions and answers\n\nWho fired?\n\nNobody knows who fired the shells.");
  REQUIRE(document.sentences().size() == 3);
  CHECK(document.sentences()[0].heading);
  CHECK_FALSE(document.sentences()[1].heading);
  CHECK(document.sentences()[1].question);
  CHECK_FALSE(document.sentences()[2].heading);
  CHECK_FALSE(Document("Rebels shell a market").sentences()[0].heading);  // all there is
}

TEST_CASE("quotations: straight, curly, nested, unclosed and continued") {
  auto quoted = [](const std::string& text) {
    Document document(text);
    Strings out;
    for (const Quotation& q : document.quotations()) {
      out.emplace_back((q.continued ? "+" : "") + std::string(document.text_of(q.tokens)));
    }
    return out;
  };
  CHECK(quoted("\"We left,\" he said, \"at dawn.\"") == Strings{"\"We left,\"", "\"at dawn.\""});
  CHECK(quoted("He said “it isn’t ours” twice.") == Strings{"“it isn’t ours”"});
  CHECK(quoted("“They shouted ‘stop’ and fled,” he said.") ==
        Strings{"“They shouted ‘stop’ and fled,”", "‘stop’"});
  CHECK(quoted("The rebels' 'victory' and the soldiers' camp") == Strings{"'victory'"});
  CHECK(quoted("\"We left at dawn.\n\"Nobody saw us,\" he said.") ==
        Strings{"\"We left at dawn.", "+\"Nobody saw us,\""});
  CHECK(quoted("No quotes, it's the '90s here.").empty());

  Document document("“They shouted ‘stop’ now,” he said.");
  CHECK(document.quotation_of(0) == &document.quotations()[0]);
  CHECK(document.quotation_of(4) == &document.quotations()[1]);
  CHECK(document.quotation_of(6) == &document.quotations()[0]);
  CHECK(document.quotation_of(9) == nullptr);
}

TEST_CASE("capitals throughout") {
  CHECK(Document("GUNMEN ATTACKED THE TOWN OF BELKO ON MONDAY.").all_caps());
  CHECK_FALSE(Document("Gunmen attacked the UN in BELKO on Monday.").all_caps());
}

TEST_CASE("A text may begin with its date") {
  const std::string text = "date 2021-03-09 Shells fell on the port of Odesa.";
  Document document(text);
  REQUIRE(document.sentences().size() == 1);
  CHECK(document[document.sentences()[0].body].text == "Shells");
}

TEST_CASE("any text is cut without loss, in order, in linear time") {
  std::vector<std::string> texts{"",
                                 " ",
                                 "\n\n",
                                 "\"",
                                 ".",
                                 "...",
                                 "’",
                                 "((((",
                                 std::string(1 << 20, 'a'),
                                 std::string(200000, '"'),
                                 std::string(200000, '.'),
                                 std::string(1 << 20, '-'),
                                 std::string("a\0b. C", 6)};
  std::string hyphens;
  std::string opens;
  for (int i = 0; i < 100000; ++i) {
    hyphens += "a-";
    opens += "“a ";
  }
  texts.push_back(hyphens);
  texts.push_back(opens);
  std::mt19937 random(7);
  const std::vector<std::string> atoms{"a", "The", " ",  ".",    "\"", "'", "“",
                                       "”", "-",   "\n", "U.S.", "12", "(", ")",
                                       "[", "]",   "?",  "é",    ",",  "’", "Mr."};
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (int k = 0; k < 60; ++k) text += atoms[random() % atoms.size()];
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    Document document(text);
    std::uint32_t byte = 0;
    for (const auto& token : document.tokens()) {
      REQUIRE(token.begin >= byte);
      REQUIRE(token.end > token.begin);
      byte = token.end;
    }
    REQUIRE(byte <= text.size());
    std::uint32_t at = 0;
    for (const auto& sentence : document.sentences()) {
      REQUIRE(sentence.tokens.begin == at);
      REQUIRE(sentence.tokens.size() > 0);
      REQUIRE(sentence.tokens.size() <= 400);
      REQUIRE(sentence.body >= sentence.tokens.begin);
      REQUIRE(sentence.body < sentence.tokens.end);
      at = sentence.tokens.end;
    }
    REQUIRE(at == document.tokens().size());
    for (const Quotation& quotation : document.quotations()) {
      REQUIRE(quotation.tokens.end <= document.tokens().size());
    }
  }
}

TEST_CASE("A transcript has turns, with or without marks of a recording") {
  const std::string text =
      "Lakeside (Radio Brod) -- [Report] [Begin recording] [Reporter] Who fired first?\n\n"
      "[Okello] They did. We [words indistinct] answered. [end recording]\n\n"
      "[Marek] The inquiry goes on.\n";
  const Document document(text);
  std::vector<std::string> said;
  for (const Turn& turn : turns_of(document))
    if (!turn.said.empty())
      said.emplace_back(std::string(document.text_of(turn.name)) + ": " +
                        std::string(document.text_of(turn.said)));
  CHECK(said ==
        std::vector<std::string>{"Okello: They did.", "Okello: We [words indistinct] answered."});
  const Document asked("[Question] Why? [Okello] It was late.\n\n[Okello] And dark.\n");
  CHECK(std::ranges::count_if(turns_of(asked), [](const Turn& t) { return !t.said.empty(); }) == 2);
  const Document none("[Excerpts] Two men fled. The police [PNC] gave chase.\n");
  CHECK(std::ranges::all_of(turns_of(none), [](const Turn& t) { return t.said.empty(); }));
}

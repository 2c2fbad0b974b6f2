#include "extract/title/headline.h"

#include <catch2/catch.hpp>

#include "extract/title/sentence_case.h"

namespace casus::extract {
namespace {

struct Title {
  std::string_view title;
  std::string_view headline;
};

TEST_CASE("labels and the outlet are no part of the headline") {
  const std::string outlet = "The Lakeside Post";
  const Title title = GENERATE(
      Title{"Gunmen raid a ferry in Munda", "Gunmen raid a ferry in Munda"},
      Title{"  LIVE: Gunmen raid a ferry  ", "Gunmen raid a ferry"},
      Title{"UPDATE 2-Gunmen raid a ferry", "Gunmen raid a ferry"},
      Title{"Breaking News | Gunmen raid a ferry | Lakeside Post", "Gunmen raid a ferry"},
      Title{"Gunmen raid a ferry - The Lakeside Post", "Gunmen raid a ferry"},
      Title{"Gunmen raid a ferry — lakeside post", "Gunmen raid a ferry"},
      Title{"Gunmen raid a ferry | World | Northern Echo", "Gunmen raid a ferry"},
      Title{"Gunmen raid a ferry - Munda Daily Herald", "Gunmen raid a ferry"},
      Title{"Gunmen raid a ferry - two dead", "Gunmen raid a ferry - two dead"},
      Title{"Gunmen raid a ferry - Munda", "Gunmen raid a ferry - Munda"},
      Title{"Mbuyi: gunmen raided a ferry", "Mbuyi: gunmen raided a ferry"},
      Title{"Munda-Brod road is open", "Munda-Brod road is open"}, Title{"", ""}, Title{" - ", "-"},
      Title{"LIVE:", ""}, Title{"| The Lakeside Post", "| The Lakeside Post"});
  CAPTURE(title.title);
  const std::string_view headline = headline_of(title.title, outlet);
  CHECK(headline == title.headline);
  // A view into the title.
  if (!headline.empty()) {
    CHECK(headline.data() >= title.title.data());
    CHECK(headline.data() + headline.size() <= title.title.data() + title.title.size());
  }
}

std::string spelled(std::string_view headline, std::string_view text) {
  static const std::shared_ptr<const Lexicon> lexicon = Lexicon::load();
  return in_sentence_case(headline, text, *lexicon);
}

TEST_CASE("capitals that say nothing are spelled as in the text, else by the lexicon, else small") {
  const std::string text =
      "Rebels of the Brod Front attacked an army post near Munda on Monday. The army blamed the "
      "Brod Front, and Colonel Tessa Vark of the ARM said so.";
  CHECK(spelled("REBELS KILL TWELVE SOLDIERS IN MUNDA, SAYS VARK", text) ==
        "Rebels kill twelve soldiers in Munda, says Vark");
  CHECK(spelled("Rebels Kill Twelve Soldiers in Munda, Says Vark", text) ==
        "Rebels kill twelve soldiers in Munda, says Vark");
  CHECK(spelled("Army Blames Brod Front for Attack on ARM", text) ==
        "Army blames Brod Front for attack on ARM");
  CHECK(spelled("IRAN AND BURKINA FASO SIGN DEAL AT UN", text) ==
        "Iran and Burkina Faso sign deal at UN");
  CHECK(spelled("Iran Signs Deal With NATO in Geneva", text) ==
        "Iran signs deal with NATO in Geneva");
}

TEST_CASE("a headline that is written as a sentence stays as it is") {
  for (const char* headline : {"Rebels kill twelve in Munda", "Vark: Brod Front attacked the ARM",
                               "Munda", "", "ÉLAN vital", "M23 denies Kigali backs it"}) {
    CHECK(spelled(headline, "The M23 denies it.") == headline);
  }
}

TEST_CASE("whatever the headline, its bytes stay where they are") {
  for (const char* headline :
       {"ÀRMÉE ÉLUE KILLS TWELVE IN MUNDA", "“Rebels” Kill ‘Twelve’ Soldiers — Army", "A B C D E F",
        "..... !!!! ????", "U.S. Strikes Hit Rebels' Camp", "日本 REBELS KILL TWELVE"}) {
    CHECK(spelled(headline, "Rebels killed twelve soldiers.").size() ==
          std::string_view(headline).size());
  }
}

}  // namespace
}  // namespace casus::extract

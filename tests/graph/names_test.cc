#include "graph/names.h"

#include <catch2/catch.hpp>
#include <random>

using namespace casus;

TEST_CASE("spellings of one name meet") {
  CHECK(normalise_name("Al-Shabaab") == "al shabaab");
  CHECK(normalise_name("AL  SHABAAB ") == "al shabaab");
  CHECK(normalise_name("The  Élysée") == "elysee");
  CHECK(normalise_name("E\xCC\x81lyse\xCC\x81"
                       "e") == "elysee");
  CHECK(normalise_name("Straße") == "strasse");
  CHECK(normalise_name("ＮＡＴＯ") == "nato");
  CHECK(normalise_name("U.S.") == "u s");
  CHECK(normalise_name("The") == "the");
  CHECK(normalise_name("Theo Marsh") == "theo marsh");
}

TEST_CASE("letters of other scripts stay") {
  CHECK(normalise_name("КИЇВ") == normalise_name("київ"));
  CHECK(normalise_name("حَمَاس") == "حماس");
  CHECK(normalise_name("東京") == "東京");
  CHECK(normalise_name("हिन्दी") != normalise_name("हन्द"));
}

TEST_CASE("what has no letters has no name") {
  CHECK(normalise_name("").empty());
  CHECK(normalise_name(" -- ! ").empty());
  CHECK(normalised_words("...").empty());
}

TEST_CASE("a slug is the name with hyphens, words are its parts") {
  CHECK(slug("Abu Yahya Gedi") == "abu-yahya-gedi");
  CHECK(normalised_words("The 2nd Brigade, Norland") ==
        std::vector<std::string>{"2nd", "brigade", "norland"});
}

TEST_CASE("a normal form is its own normal form, for any bytes") {
  std::mt19937 random(20240304);
  const std::vector<std::string> pieces = {"the ", "The",    "É", "ß",  "İ", "\xFF", "\xC3", "-",
                                           "  ",   "ﬁ",      "Ǆ", "一", "ก็", "ΐ",    "x",    "9",
                                           "ẞ",    "\u200D", "ª", "ﷺ",  "K", "हि"};
  for (int i = 0; i < 3000; ++i) {
    std::string name;
    for (auto length = random() % 9; length > 0; --length) name += pieces[random() % pieces.size()];
    const std::string normal = normalise_name(name);
    CAPTURE(name);
    REQUIRE(normalise_name(normal) == normal);
    REQUIRE(normal.find("  ") == std::string::npos);
    REQUIRE((normal.empty() || (normal.front() != ' ' && normal.back() != ' ')));
  }
}

TEST_CASE("words are held from the beginning of one on") {
  CHECK(holds_words("The Port of Velm Harbour", "velm har"));
  CHECK(holds_words("Élysée", "elysee"));
  CHECK_FALSE(holds_words("Velm Harbour", "bour"));
  CHECK_FALSE(holds_words("Velm", ""));
}

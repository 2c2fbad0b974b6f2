#include "graph/spellings.h"

#include <catch2/catch.hpp>

#include "graph/sound.h"

namespace casus {

TEST_CASE("vowels that transliterations mix up are one, others are not") {
  CHECK(pronounced("hussein") == pronounced("hossayn"));
  CHECK(pronounced("rasheed") == pronounced("rashid"));
  CHECK(pronounced("masoud") == pronounced("masood"));
  CHECK(pronounced("walid") == pronounced("oualid"));
  CHECK(pronounced("aliyev") == pronounced("aliev"));
  CHECK(pronounced("hassan") != pronounced("hussein"));
  CHECK(pronounced("jamal") != pronounced("jamil"));
  CHECK(pronounced("11") != pronounced("1"));
  CHECK(pronounced("").empty());
}

TEST_CASE("a name is written in one word or in two") {
  const auto sound = [](const char* name) { return spelling_of(name).sound; };
  CHECK(sound("Abdul Rahman Ali") == sound("Abderrahmane Ali"));
  CHECK(sound("Salah ad-Din") == sound("Salahuddin"));
  CHECK(sound("Abdullah") == sound("Abdallah"));
  CHECK(sound("Mohamed ElKhatib") == sound("Muhammad al-Khatib"));
  CHECK(sound("Han Mi-rae") == sound("Han Mirae"));
  CHECK(sound("Абдулла Каримов") == sound("Abdulla Karimov"));
  CHECK(spelling_of("").words.empty());
  CHECK(spelling_of("Al").words == std::vector<std::string>{"al"});
}

TEST_CASE("an acronym has the initials of its name") {
  CHECK(is_acronym("FFA"));
  CHECK_FALSE(is_acronym("Ffa"));
  CHECK_FALSE(is_acronym("F"));
  CHECK(stands_for("FFA", "Front for the Freedom of Azoren"));
  CHECK(stands_for("FFFA", "Front for the Freedom of Azoren") == false);
  CHECK(stands_for("FAR", "Armed Revolutionary Front"));
  CHECK_FALSE(stands_for("FAR", "Armed Front"));
  CHECK_FALSE(stands_for("F", "Front"));
}

}  // namespace casus

#include "extract/language.h"

#include <catch2/catch.hpp>

using casus::extract::is_english;

TEST_CASE("A declared language is believed") {
  CHECK(is_english("en", "Le ministre a nié toute responsabilité."));
  CHECK(is_english("en-GB", ""));
  CHECK(is_english("EN_US", ""));
  CHECK_FALSE(is_english("fr", "The minister denied it."));
  CHECK_FALSE(is_english("enm", "Whan that Aprille"));
}

TEST_CASE("An undeclared language is told by its function words") {
  CHECK(is_english("",
                   "The minister denied that the army had fired on the village on Monday, and "
                   "said that an inquiry would begin as soon as the roads were open again."));
  CHECK_FALSE(
      is_english("",
                 "Le ministre de la défense a nié lundi que l'armée ait tiré sur le village "
                 "et a accusé les rebelles d'avoir posé la bombe dans le marché."));
  CHECK_FALSE(
      is_english("",
                 "Der Minister wies am Montag zurück, dass die Armee in das Dorf geschossen "
                 "habe, und warf den Rebellen vor, eine Bombe auf dem Markt gelegt zu haben."));
  CHECK_FALSE(is_english("",
                         "Министр обороны в понедельник отверг обвинения в обстреле деревни и "
                         "заявил, что армия не вела огня в этом районе, а снаряды, по его словам, "
                         "прилетели с другой стороны реки, где стоят отряды повстанцев."));
  CHECK_FALSE(is_english("",
                         "El ministro negó el lunes que el ejército hubiera disparado contra la "
                         "aldea y acusó a los rebeldes de haber puesto la bomba en el mercado."));
}

TEST_CASE("Too few words to tell count as English") {
  CHECK(is_english("", ""));
  CHECK(is_english("", "Explosion à Bagdad"));
}

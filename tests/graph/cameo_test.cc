// The codes of CAMEO, for actors and for events.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "graph/cameo_actors.h"
#include "graph/cameo_events.h"
#include "graph/codes.h"
#include "graph/kinds.h"

using namespace casus;

TEST_CASE("codes of CAMEO say country, sector and kind") {
  const auto is_country = [](std::string_view iso) { return iso == "IRQ" || iso == "ROU"; };
  const auto read = [&](std::string_view code) -> std::string {
    const auto actor = read_cameo(code, is_country);
    if (!actor) return "nothing";
    return actor->country + ' ' + actor->sector + ' ' + v1::ActorKind::Value_Name(actor->kind);
  };
  CHECK(read("IRQ") == "IRQ  country");
  CHECK(read("IRQGOVMIL") == "IRQ GOV government");
  CHECK(read("IRQKRDREB") == "IRQ REB armed_group");
  CHECK(read("ROMCOP") == "ROU COP government");
  CHECK(read("IGOUNO") == " IGO intergovernmental");
  CHECK(read("COP") == " COP government");
  CHECK(read("IRQKRD") == "IRQ  unknown");
  CHECK(read("MNCUSA") == " BUS company");
  CHECK(read("QQQ") == "nothing");
  CHECK(read("") == "nothing");
}

TEST_CASE("every code of CAMEO's roots is a type and mode of PLOVER, or a statement") {
  for (int root = 1; root <= 20; ++root) {
    for (int below = 0; below < 100; ++below) {
      const std::string code =
          (root < 10 ? "0" : "") + std::to_string(root) + (below == 0 ? "" : std::to_string(below));
      const auto event = read_cameo_event(code);
      REQUIRE(event);
      CHECK(event->type.empty() == (root == 1));
      if (event->type.empty()) continue;
      CHECK(plover_type(event->type) != nullptr);
      const auto modes = plover_modes(event->type);
      CHECK((event->mode.empty() ||
             std::find(modes.begin(), modes.end(), event->mode) != modes.end()));
    }
  }
  for (const char* code : {"", "1", "00", "21", "19x", "19000", "---"}) {
    CHECK_FALSE(read_cameo_event(code));
  }
}

TEST_CASE("the longest code that an event's begins with says what it is") {
  struct Known {
    const char* code;
    const char* type;
    const char* mode;
  };
  for (const Known& known : {Known{"190", "ASSAULT", ""},
                             {"191", "COERCE", "restrict"},
                             {"192", "COERCE", "seize"},
                             {"201", "COERCE", "deport"},
                             {"171", "COERCE", "seize"},
                             {"1712", "ASSAULT", "destroy"},
                             {"111", "ACCUSE", "disapprove"},
                             {"116", "SANCTION", "convict"},
                             {"090", "ACCUSE", "investigate"},
                             {"083", "CONCEDE", ""},
                             {"0874", "RETREAT", "withdraw"}}) {
    INFO(known.code);
    const auto event = read_cameo_event(known.code);
    REQUIRE(event);
    CHECK(event->type == known.type);
    CHECK(event->mode == known.mode);
  }
  CHECK(read_cameo_event("190")->label == "fight");
  CHECK(read_cameo_event("0111")->statement == v1::StatementKind::no_comment);
  CHECK(read_cameo_event("015")->statement == v1::StatementKind::responsibility_claim);
  CHECK(read_cameo_event("016")->statement == v1::StatementKind::denial);
  CHECK(read_cameo_event("012")->statement == v1::StatementKind::other);
}

#include "graph/cameo_actors.h"

#include <algorithm>
#include <array>

namespace casus {
namespace {

using Kind = v1::ActorKind;

struct Role {
  std::string_view code;
  std::string_view sector;
  Kind::Value kind;
};

// CAMEO's roles, those of PLOVER, and those that came with PETRARCH.
constexpr std::array<Role, 37> kRoles = {{{"GOV", "GOV", Kind::government},
                                          {"MIL", "MIL", Kind::military},
                                          {"COP", "COP", Kind::government},
                                          {"SPY", "SPY", Kind::government},
                                          {"JUD", "JUD", Kind::government},
                                          {"LEG", "LEG", Kind::government},
                                          {"REB", "REB", Kind::armed_group},
                                          {"INS", "REB", Kind::armed_group},
                                          {"SEP", "REB", Kind::armed_group},
                                          {"IMG", "REB", Kind::armed_group},
                                          {"UAF", "UAF", Kind::armed_group},
                                          {"CRM", "CRM", Kind::armed_group},
                                          {"OPP", "OPP", Kind::party},
                                          {"PTY", "PTY", Kind::party},
                                          {"IGO", "IGO", Kind::intergovernmental},
                                          {"NGO", "NGO", Kind::ngo},
                                          {"NGM", "NGO", Kind::ngo},
                                          {"HRI", "NGO", Kind::ngo},
                                          {"BUS", "BUS", Kind::company},
                                          {"MNC", "BUS", Kind::company},
                                          {"MED", "MED", Kind::media},
                                          {"CVL", "CVL", Kind::population},
                                          {"REF", "REF", Kind::population},
                                          {"REL", "REL", Kind::population},
                                          {"CHR", "REL", Kind::population},
                                          {"MOS", "REL", Kind::population},
                                          {"JEW", "REL", Kind::population},
                                          {"HIN", "REL", Kind::population},
                                          {"BUD", "REL", Kind::population},
                                          {"LAB", "LAB", Kind::population},
                                          {"EDU", "EDU", Kind::population},
                                          {"AGR", "AGR", Kind::population},
                                          {"HLH", "HLH", Kind::population},
                                          {"ENV", "ENV", Kind::ngo},
                                          {"ELI", "ELI", Kind::unknown},
                                          {"UIS", "UNK", Kind::unknown},
                                          {"UNK", "UNK", Kind::unknown}}};

// Countries that older dictionaries spell in another way than ISO 3166-1.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOldCodes = {
    {{"PAL", "PSE"},
     {"ROM", "ROU"},
     {"ZAR", "COD"},
     {"TMP", "TLS"},
     {"KSV", "XKX"},
     {"BUR", "MMR"}}};

}  // namespace

bool CameoActor::of_state() const {
  constexpr std::array<std::string_view, 6> kState = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG"};
  return !country.empty() && std::ranges::count(kState, sector) > 0;
}

std::optional<CameoActor> read_cameo(std::string_view code,
                                     const std::function<bool(std::string_view)>& is_country) {
  CameoActor actor;
  const bool bare = code.size() == 3;
  if (code.size() >= 3) {
    std::string_view country = code.substr(0, 3);
    const auto old =
        std::ranges::find(kOldCodes, country, [](const auto& pair) { return pair.first; });
    if (old != kOldCodes.end() && !is_country(country)) country = old->second;
    if (is_country(country)) {
      actor.country = country;
      code.remove_prefix(3);
      if (bare) actor.kind = Kind::country;
    }
  }
  for (; code.size() >= 3; code.remove_prefix(3)) {
    const auto role = std::ranges::find(kRoles, code.substr(0, 3), &Role::code);
    if (role == kRoles.end()) continue;
    actor.sector = role->sector;
    actor.kind = role->kind;
    return actor;
  }
  if (actor.country.empty()) return std::nullopt;
  return actor;
}

}  // namespace casus

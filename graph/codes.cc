#include "graph/codes.h"

#include <array>

namespace casus {
namespace {

constexpr std::array<std::string_view, 4> kConsult = {"visit", "third-party", "multilateral",
                                                      "phone"};
constexpr std::array<std::string_view, 7> kRetreat = {"withdraw",  "release", "return", "disarm",
                                                      "ceasefire", "access",  "resign"};
constexpr std::array<std::string_view, 4> kRequest = {"assist", "change", "yield", "meet"};
constexpr std::array<std::string_view, 3> kAccuse = {"disapprove", "investigate", "allege"};
constexpr std::array<std::string_view, 7> kThreaten = {
    "restrict", "ban", "arrest", "relations", "expel", "territory", "violence"};
constexpr std::array<std::string_view, 6> kProtest = {"demo",          "riot",    "strike",
                                                      "hunger-strike", "boycott", "obstruct"};
constexpr std::array<std::string_view, 4> kSanction = {"convict", "expel", "withdraw",
                                                       "discontinue"};
constexpr std::array<std::string_view, 4> kMobilize = {"troops", "weapons", "police", "militia"};
constexpr std::array<std::string_view, 10> kCoerce = {
    "seize",       "restrict", "ban",    "censor",   "curfew",
    "martial-law", "arrest",   "deport", "withhold", "misinformation"};
constexpr std::array<std::string_view, 17> kAssault = {
    "beat",          "torture",       "execute",   "sexual",         "abduct",     "targeted",
    "cleansing",     "crowd-control", "primitive", "firearms",       "explosives", "suicide-attack",
    "heavy-weapons", "aerial",        "drone",     "unconventional", "destroy"};
constexpr std::array<std::string_view, 25> kSectors = {
    "GOV", "MIL", "COP", "REB", "SPY", "JUD", "OPP", "CVL", "PTY", "LEG", "MED", "NGO", "IGO",
    "BUS", "EDU", "REL", "CRM", "LAB", "REF", "AGR", "ENV", "HLH", "ELI", "UAF", "UNK"};

}  // namespace

std::span<const std::string_view> plover_modes(std::string_view type) {
  if (type == "CONSULT") return kConsult;
  if (type == "RETREAT") return kRetreat;
  if (type == "REQUEST" || type == "REJECT") return kRequest;
  if (type == "ACCUSE") return kAccuse;
  if (type == "THREATEN") return kThreaten;
  if (type == "PROTEST") return kProtest;
  if (type == "SANCTION") return kSanction;
  if (type == "MOBILIZE") return kMobilize;
  if (type == "COERCE") return kCoerce;
  if (type == "ASSAULT") return kAssault;
  return {};
}

std::span<const std::string_view> sectors() { return kSectors; }

}  // namespace casus

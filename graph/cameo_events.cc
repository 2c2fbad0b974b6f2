#include "graph/cameo_events.h"

#include <algorithm>
#include <array>

namespace casus {
namespace {

struct Line {
  std::string_view code;
  std::string_view type;
  std::string_view mode;
};

// The longest code that begins an event's decides. Roots 19 and 20 are assaults, but for what hurts
// nobody by itself.
constexpr Line kLines[] = {
    {"02", "REQUEST", ""},
    {"021", "REQUEST", "assist"},
    {"023", "REQUEST", "assist"},
    {"024", "REQUEST", "change"},
    {"025", "REQUEST", "yield"},
    {"026", "REQUEST", "meet"},
    {"03", "AGREE", ""},
    {"04", "CONSULT", ""},
    {"041", "CONSULT", "phone"},
    {"042", "CONSULT", "visit"},
    {"043", "CONSULT", "visit"},
    {"044", "CONSULT", "third-party"},
    {"05", "SUPPORT", ""},
    {"06", "COOPERATE", ""},
    {"07", "AID", ""},
    {"08", "CONCEDE", ""},
    {"084", "RETREAT", ""},
    {"0841", "RETREAT", "release"},
    {"0842", "RETREAT", "return"},
    {"086", "RETREAT", "access"},
    {"087", "RETREAT", ""},
    {"0871", "RETREAT", "ceasefire"},
    {"0873", "RETREAT", "disarm"},
    {"0874", "RETREAT", "withdraw"},
    {"09", "ACCUSE", "investigate"},
    {"10", "REQUEST", ""},
    {"101", "REQUEST", "assist"},
    {"103", "REQUEST", "assist"},
    {"104", "REQUEST", "change"},
    {"105", "REQUEST", "yield"},
    {"106", "REQUEST", "meet"},
    {"11", "ACCUSE", "disapprove"},
    {"112", "ACCUSE", "allege"},
    {"115", "ACCUSE", "allege"},
    {"116", "SANCTION", "convict"},
    {"12", "REJECT", ""},
    {"121", "REJECT", "assist"},
    {"122", "REJECT", "assist"},
    {"123", "REJECT", "change"},
    {"124", "REJECT", "yield"},
    {"125", "REJECT", "meet"},
    {"13", "THREATEN", ""},
    {"1313", "THREATEN", "relations"},
    {"132", "THREATEN", "restrict"},
    {"1322", "THREATEN", "ban"},
    {"138", "THREATEN", "violence"},
    {"1382", "THREATEN", "territory"},
    {"14", "PROTEST", ""},
    {"141", "PROTEST", "demo"},
    {"142", "PROTEST", "hunger-strike"},
    {"143", "PROTEST", "strike"},
    {"144", "PROTEST", "obstruct"},
    {"145", "PROTEST", "riot"},
    {"15", "MOBILIZE", ""},
    {"151", "MOBILIZE", "police"},
    {"152", "MOBILIZE", "troops"},
    {"153", "MOBILIZE", "police"},
    {"154", "MOBILIZE", "troops"},
    {"16", "SANCTION", ""},
    {"161", "SANCTION", "discontinue"},
    {"162", "SANCTION", "discontinue"},
    {"164", "SANCTION", "discontinue"},
    {"165", "SANCTION", "discontinue"},
    {"166", "SANCTION", "expel"},
    {"17", "COERCE", ""},
    {"171", "COERCE", "seize"},
    {"1712", "ASSAULT", "destroy"},
    {"172", "COERCE", "restrict"},
    {"1722", "COERCE", "ban"},
    {"1723", "COERCE", "curfew"},
    {"1724", "COERCE", "martial-law"},
    {"173", "COERCE", "arrest"},
    {"174", "COERCE", "deport"},
    {"18", "ASSAULT", ""},
    {"181", "ASSAULT", "abduct"},
    {"182", "ASSAULT", "beat"},
    {"1821", "ASSAULT", "sexual"},
    {"1822", "ASSAULT", "torture"},
    {"1823", "ASSAULT", ""},
    {"183", "ASSAULT", "explosives"},
    {"1831", "ASSAULT", "suicide-attack"},
    {"185", "ASSAULT", "targeted"},
    {"186", "ASSAULT", "targeted"},
    {"19", "ASSAULT", ""},
    {"191", "COERCE", "restrict"},
    {"192", "COERCE", "seize"},
    {"193", "ASSAULT", "firearms"},
    {"194", "ASSAULT", "heavy-weapons"},
    {"195", "ASSAULT", "aerial"},
    {"1952", "ASSAULT", "drone"},
    {"20", "ASSAULT", ""},
    {"201", "COERCE", "deport"},
    {"203", "ASSAULT", "cleansing"},
    {"204", "ASSAULT", "unconventional"},
};

constexpr std::array<std::string_view, 20> kRoots = {"make a public statement",
                                                     "appeal",
                                                     "express intent to cooperate",
                                                     "consult",
                                                     "engage in diplomatic cooperation",
                                                     "engage in material cooperation",
                                                     "provide aid",
                                                     "yield",
                                                     "investigate",
                                                     "demand",
                                                     "disapprove",
                                                     "reject",
                                                     "threaten",
                                                     "protest",
                                                     "exhibit force posture",
                                                     "reduce relations",
                                                     "coerce",
                                                     "assault",
                                                     "fight",
                                                     "use unconventional mass violence"};

v1::StatementKind::Value statement_kind(std::string_view code) {
  if (code.starts_with("011")) return v1::StatementKind::no_comment;
  if (code.starts_with("015")) return v1::StatementKind::responsibility_claim;
  if (code.starts_with("016")) return v1::StatementKind::denial;
  return v1::StatementKind::other;
}

}  // namespace

std::optional<CameoEvent> read_cameo_event(std::string_view code) {
  const bool digits =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || code.size() < 2 || code.size() > 4) return std::nullopt;
  const auto root = static_cast<std::size_t>((code[0] - '0') * 10 + code[1] - '0');
  if (root == 0 || root > kRoots.size()) return std::nullopt;
  CameoEvent event;
  event.label = kRoots[root - 1];
  event.statement = statement_kind(code);
  std::size_t longest = 0;
  for (const Line& line : kLines) {
    if (line.code.size() <= longest || !code.starts_with(line.code)) continue;
    longest = line.code.size();
    event.type = line.type;
    event.mode = line.mode;
  }
  return event;
}

}  // namespace casus

#include "graph/same_event.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "graph/agreement.h"
#include "graph/dates.h"
#include "graph/names.h"
#include "graph/passage_words.h"

namespace casus {
namespace {

constexpr double kEnough = 0.5;
constexpr double kAlike = 0.5;  // share of words
constexpr int kFewDays = 3;     // of which an interval tells which event it was
constexpr int kManyDays = 31;   // of which it still says something

enum class Match { unknown, differs, weak, same };

template <typename Repeated>
bool contains(const Repeated& sorted, std::string_view text) {
  return std::binary_search(sorted.begin(), sorted.end(), text,
                            [](std::string_view x, std::string_view y) { return x < y; });
}

// Of a normalised name.
template <typename Visit>
void each_word(std::string_view name, const Visit& visit) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    visit(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

// Words for whoever happened to be there: they say as little of an attack's target as none. People
// and the place where they were do not contradict each other either.
bool is_people(const std::string& word) {
  static const Words kPeople = [] {
    Words words;
    add_content_words(
        "baby boy boys brother bystander captain child children citizen civilian colonel commander "
        "crew crowd family father female fighter fisherman fishermen girl group guard herder human "
        "inhabitant insurgent local male man member men militant militiamen mother neighbour "
        "neighbor officer other passenger passerby people person personnel population rebel "
        "refugee resident sailor schoolboy schoolchildren schoolgirl seamen sergeant sister "
        "soldier son student teenager townspeople tourist troop victim villager wife woman women "
        "worker young youth another dozen few hundred many several some one two three four five "
        "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
        words);
    return words;
  }();
  return kPeople.contains(word) ||
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool only_people(const google::protobuf::RepeatedPtrField<std::string>& words) {
  return std::all_of(words.begin(), words.end(), is_people);
}

// Whether the sentence of one event names what was hit in the other.
bool names_target(const v1::EventIdentity& event, const v1::EventIdentity& other) {
  return std::any_of(
      event.target_words().begin(), event.target_words().end(), [&](const std::string& word) {
        return !is_people(word) && (contains(other.words(), word) || contains(other.names(), word));
      });
}

// Actors tell who was hit, words what; "US" hit twice on one day may be an embassy and a base.
Match compare_targets(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  const bool words_say = !only_people(a.target_words()) && !only_people(b.target_words());
  if (words_say && overlap(a.target_words(), b.target_words()) >= kAlike) return Match::same;
  if (shared(a.targets(), b.targets()) > 0) return words_say ? Match::weak : Match::same;
  if (!words_say && overlap(a.target_words(), b.target_words()) >= kAlike) return Match::weak;
  if (words_say) return Match::differs;
  return names_target(a, b) || names_target(b, a) ? Match::same : Match::unknown;
}

// "fired on the ferry", "shelled the ferry": of one thing that is hit, one may tell with what.
bool fired_alike(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  const auto fired = [](std::string_view one, std::string_view other) {
    return one == "firearms" && other == "heavy-weapons";
  };
  return (fired(a.mode(), b.mode()) || fired(b.mode(), a.mode())) &&
         (compare_targets(a, b) == Match::same || shared(a.names(), b.names()) > 1);
}

Match compare_initiators(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (a.initiators().empty() || b.initiators().empty()) return Match::unknown;
  if (shared(a.initiators(), b.initiators()) > 0) return Match::same;
  // Who did it is often disputed: only what both tell as a fact can contradict.
  return a.initiators_asserted() && b.initiators_asserted() ? Match::differs : Match::weak;
}

Match compare_killed(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (!a.has_killed() || !b.has_killed()) return Match::unknown;
  if (a.killed() == b.killed()) return a.killed() > 1 ? Match::same : Match::weak;
  const std::uint64_t low = std::min(a.killed(), b.killed());
  const std::uint64_t high = std::max(a.killed(), b.killed());
  // Tolls grow from one report to the next, but not without bound.
  return high > 3 * low + 3 ? Match::differs : Match::unknown;
}

// What explodes may have been laid, thrown, fired or dropped, a killing may be any of all, and
// destruction is what came of it.
bool modes_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  const auto explodes = [](std::string_view mode) {
    return mode == "explosives" || mode == "suicide-attack" || mode == "aerial" ||
           mode == "drone" || mode == "heavy-weapons" || mode == "vehicle";
  };
  const auto general = [](std::string_view mode) {
    return mode == "explosives" || mode == "targeted";
  };
  if (a == "destroy" || b == "destroy") return explodes(a) || explodes(b);
  if (a == "targeted" || b == "targeted") {
    const std::string_view other = a == "targeted" ? b : a;
    return explodes(other) || other == "firearms";
  }
  const bool flown = (a == "aerial" && b == "drone") || (a == "drone" && b == "aerial");
  return explodes(a) && explodes(b) && (flown || general(a) || general(b));
}

// A name without what sort of place it is: "Harm" of "Harm road".
std::string place_core(std::string_view name) {
  static constexpr auto kSorts = std::to_array<std::string_view>(
      {"airport",  "area",     "base",     "bridge",      "camp",      "checkpoint",   "city",
       "crossing", "dam",      "district", "governorate", "highway",   "hill",         "hills",
       "island",   "junction", "market",   "mountain",    "mountains", "municipality", "pass",
       "port",     "province", "region",   "road",        "square",    "state",        "station",
       "street",   "town",     "valley",   "village"});
  static_assert(std::is_sorted(kSorts.begin(), kSorts.end()));
  std::string core;
  for (const std::string& word : normalised_words(name)) {
    if (std::binary_search(kSorts.begin(), kSorts.end(), word)) continue;
    core += (core.empty() ? "" : " ") + word;
  }
  return core.empty() ? std::string(name) : core;
}

// Whether the passage that tells `event`, or what follows it, names a place by all its words.
bool names_place(const v1::EventIdentity& event, const std::string& name) {
  int told = 0;
  int missing = 0;
  each_word(name, [&](std::string_view word) {
    if (word.size() < 3) return;
    ++(contains(event.names(), word) || contains(event.around(), word) ? told : missing);
  });
  return told > 0 && missing == 0;
}

// How the places agree: unknown where one is not known, or as wide as a country; weak where they
// are two, but one article names that of the other as well.
Match compare_places(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (!a.place_name().empty() && !b.place_name().empty()) {
    if (a.place_name() == b.place_name()) return Match::same;
    if (place_core(a.place_name()) == place_core(b.place_name())) return Match::weak;
    const auto mentions = [](const v1::EventIdentity& one, const v1::EventIdentity& other) {
      return names_place(one, other.place_name()) || contains(one.near(), other.place_name());
    };
    return mentions(a, b) || mentions(b, a) ? Match::weak : Match::differs;
  }
  const v1::EventIdentity& known = a.place_name().empty() ? b : a;
  const v1::EventIdentity& other = a.place_name().empty() ? a : b;
  if (!known.place_name().empty() &&
      (names_place(other, known.place_name()) || contains(other.near(), known.place_name()))) {
    return Match::weak;
  }
  return Match::unknown;
}

int days(const v1::EventIdentity& event) { return event.last_day() - event.first_day() + 1; }

// Whether the days are so few that they tell which event it was.
bool pinned(const v1::EventIdentity& event) { return days(event) <= kFewDays; }

bool share_a_day(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  return a.first_day() <= b.last_day() && b.first_day() <= a.last_day();
}

// Names that both passages have, without those of the places, which are compared by themselves.
int shared_names(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  std::set<std::string_view> of_places;
  for (const std::string* name : {&a.place_name(), &b.place_name()}) {
    each_word(*name, [&](std::string_view word) { of_places.insert(word); });
  }
  int count = shared(a.names(), b.names());
  for (const std::string_view word : of_places) {
    if (contains(a.names(), word) && contains(b.names(), word)) --count;
  }
  return count;
}

}  // namespace

bool contradict(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  return a.type() != b.type() || (!share_a_day(a, b) && a.dated() && b.dated()) ||
         (!a.country().empty() && !b.country().empty() && a.country() != b.country()) ||
         !(modes_agree(a.mode(), b.mode()) || fired_alike(a, b)) ||
         compare_killed(a, b) == Match::differs;
}

std::optional<Link> same_event(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (contradict(a, b) || !share_a_day(a, b)) return {};
  if (std::max(days(a), days(b)) > kManyDays || shared(a.anchors(), b.anchors()) == 0) return {};
  if (a.modality() != b.modality() || a.series() || b.series() || a.again() != b.again()) return {};
  const Match places = compare_places(a, b);
  const Match targets = compare_targets(a, b);
  const Match initiators = compare_initiators(a, b);
  const Match killed = compare_killed(a, b);
  if (places == Match::differs || initiators == Match::differs) return {};

  const int names = shared_names(a, b);
  const double wording = shared(a.words(), b.words()) > 2 ? overlap(a.words(), b.words()) : 0;

  Agreement agreement;
  agreement.add(0, fmt::format("{} and day", a.type()));
  if (places == Match::same) agreement.add(0.4, "place");
  if (places == Match::weak) agreement.add(0.2, "place named");
  if (places == Match::unknown) agreement.add(0.1, "country");
  if (targets == Match::same) agreement.add(0.3, "target");
  if (initiators == Match::same) agreement.add(0.2, "initiator");
  if (killed == Match::same) agreement.add(0.2, "toll");
  if (names > 0) agreement.add(names > 1 ? 0.3 : 0.15, "names");
  if (!a.mode().empty() && a.mode() == b.mode()) agreement.add(0.1, "mode");
  if (shared(a.weapon_words(), b.weapon_words()) > 0) agreement.add(0.1, "weapon");
  if (wording >= kAlike) agreement.add(0.2, "wording");

  // Who did it is the same in many attacks; what is left tells one from another.
  const int own = (targets == Match::same ? 1 : 0) + (killed == Match::same ? 1 : 0) +
                  (names > 1 ? 1 : 0) + (wording >= kAlike ? 1 : 0);
  const int witnesses = own + (initiators == Match::same ? 1 : 0);
  const bool wide = !pinned(a) || !pinned(b);
  int needed = places == Match::same ? 0 : places == Match::weak ? 1 : 2;
  if (wide) ++needed;
  // A day that is guessed, or one of many, could be that of another attack.
  if ((wide || !a.dated() || !b.dated()) && own == 0) return {};
  // What was hit is worded in many ways; a toll or a name is a better witness than wording.
  if (targets == Match::differs && killed != Match::same && names < 2) return {};
  // Accusers who disagree need a target in common.
  if (initiators == Match::weak && targets != Match::same && killed != Match::same) ++needed;
  if (witnesses < needed || agreement.score() < kEnough) return {};
  return agreement.link();
}

std::vector<Filing::Block> event_blocks(const v1::EventIdentity& event) {
  std::vector<Filing::Block> blocks;
  if (event.series() || days(event) < 1 || days(event) > kManyDays) return blocks;
  const auto month = [](std::int32_t day) { return format_day(Day{day}).substr(0, 7); };
  const bool few_days = pinned(event);
  // So many days may begin in January and end in March.
  const std::int32_t middle = event.first_day() + days(event) / 2;
  const std::set<std::string> months{month(event.first_day()), month(middle),
                                     month(event.last_day())};
  for (const std::string& anchor : event.anchors()) {
    const std::string head = fmt::format("{}|{}|", event.type(), anchor);
    for (std::int32_t day = event.first_day(); few_days && day <= event.last_day(); ++day) {
      blocks.push_back({fmt::format("{}{}", head, day), {}, true, true});
    }
    for (const std::string& of : months) {
      // Of few days and of many are apart, for those of few need not look at one another.
      blocks.push_back({fmt::format("{}{} days", head, of), {}, few_days, !few_days});
      blocks.push_back({fmt::format("{}{}", head, of), {}, !few_days, true});
    }
  }
  return blocks;
}

}  // namespace casus

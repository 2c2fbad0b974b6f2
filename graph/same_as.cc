#include "graph/same_as.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/identity.pb.h"

namespace casus {
namespace {

constexpr double kEnough = 0.5;
constexpr int kMaxDays = 3;  // a longer interval says too little about which event it was

template <typename Repeated>
int shared(const Repeated& a, const Repeated& b) {
  // Both are sorted.
  int count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count;
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++i;
      ++j;
    }
  }
  return count;
}

// Shared words against the shorter of two texts.
template <typename Repeated>
double overlap(const Repeated& a, const Repeated& b) {
  const int shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(shared(a, b)) / shorter;
}

// What agrees, and how much that weighs.
class Agreement {
 public:
  void add(double weight, std::string_view what) {
    score_ += weight;
    if (!reason_.empty()) reason_ += ", ";
    reason_ += what;
  }
  double score() const { return std::min(score_, 1.0); }
  Link link() const { return {score(), "same " + reason_}; }

 private:
  double score_ = 0;
  std::string reason_;
};

bool is_country(const std::string& place) {
  constexpr std::size_t kLength = std::string_view("place:IRQ").size();
  return place.size() == kLength && place.starts_with("place:");
}

enum class Match { unknown, differs, weak, same };

// Words for whoever happened to be there: they say as little of an attack's target as none.
bool only_people(const google::protobuf::RepeatedPtrField<std::string>& words) {
  static constexpr std::array<std::string_view, 22> kPeople = {
      "bystander", "child",    "children",   "citizen",    "civilian", "crowd",
      "family",    "herder",   "inhabitant", "local",      "men",      "neighbour",
      "passerby",  "people",   "person",     "population", "resident", "townspeople",
      "victim",    "villager", "women",      "worker"};
  static_assert(std::is_sorted(kPeople.begin(), kPeople.end()));
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return std::binary_search(kPeople.begin(), kPeople.end(), word);
  });
}

// Actors tell who was hit, words what; "US" hit twice on one day may be an embassy and a base.
Match compare_targets(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  const bool words_say = !only_people(a.target_words()) && !only_people(b.target_words());
  if (overlap(a.target_words(), b.target_words()) >= kEnough) return Match::same;
  if (shared(a.targets(), b.targets()) > 0) return words_say ? Match::weak : Match::same;
  return words_say || (!a.targets().empty() && !b.targets().empty()) ? Match::differs
                                                                     : Match::unknown;
}

Match compare_initiators(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (a.initiators().empty() || b.initiators().empty()) return Match::unknown;
  if (shared(a.initiators(), b.initiators()) > 0) return Match::same;
  // Who did it is often disputed: only what both tell as a fact can contradict.
  return a.initiators_asserted() && b.initiators_asserted() ? Match::differs : Match::weak;
}

Match compare_killed(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (!a.has_killed() || !b.has_killed()) return Match::unknown;
  if (a.killed() == b.killed()) return Match::same;
  const std::uint64_t low = std::min(a.killed(), b.killed());
  const std::uint64_t high = std::max(a.killed(), b.killed());
  // Tolls grow from one report to the next, but not without bound.
  return high > 3 * low + 3 ? Match::differs : Match::unknown;
}

// What no two reports of one event, and no two claims about it, differ in.
bool contradict(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  const bool apart = a.first_day() > b.last_day() || b.first_day() > a.last_day();
  return a.type() != b.type() || (apart && a.dated() && b.dated()) ||
         (!a.area().empty() && !b.area().empty() && a.area() != b.area()) ||
         (!a.mode().empty() && !b.mode().empty() && a.mode() != b.mode()) ||
         compare_killed(a, b) == Match::differs;
}

// Whether the days are so few that they tell which event it was.
bool pinned(const v1::EventIdentity& event) {
  const std::int64_t days = std::int64_t{event.last_day()} - event.first_day() + 1;
  return days > 0 && days <= kMaxDays;
}

bool share_a_day(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  return a.first_day() <= b.last_day() && b.first_day() <= a.last_day();
}

std::optional<Link> same_event(const v1::EventIdentity& a, const v1::EventIdentity& b) {
  if (contradict(a, b) || a.area() != b.area()) return {};
  if (!pinned(a) || !pinned(b) || !share_a_day(a, b)) return {};
  if (a.modality() != b.modality() || a.series() || b.series()) return {};
  const Match targets = compare_targets(a, b);
  const Match initiators = compare_initiators(a, b);
  const Match killed = compare_killed(a, b);
  if (initiators == Match::differs) return {};

  Agreement agreement;
  agreement.add(0, fmt::format("{} and day", a.type()));
  const bool named_place = !is_country(a.place()) && !is_country(b.place());
  if (a.place() != b.place() && named_place) return {};
  if (named_place && !a.place().empty()) {
    agreement.add(0.4, "place");
  } else {
    // A country is too wide for a place, and nowhere is wider: then at least the target must be
    // the same, and the initiator too.
    if (targets != Match::same || (a.area().empty() && initiators != Match::same)) return {};
    if (!a.area().empty()) agreement.add(0.1, "country");
  }
  // What was hit is worded in many ways; a toll is a better witness than wording.
  const bool doubtful = targets == Match::differs || targets == Match::weak;
  if (targets == Match::differs && !(killed == Match::same && a.killed() > 1)) return {};
  if (doubtful && initiators != Match::same && killed != Match::same) return {};
  // A date that had to be guessed, or accusers who disagree, need a target in common.
  const bool guessed = !a.dated() || !b.dated();
  if ((guessed || initiators == Match::weak) && targets != Match::same) return {};
  if (targets == Match::same) agreement.add(0.3, "target");
  if (initiators == Match::same) agreement.add(0.2, "initiator");
  if (killed == Match::same) agreement.add(0.15, "toll");
  if (!a.mode().empty() && a.mode() == b.mode()) agreement.add(0.1, "mode");
  if (shared(a.weapon_words(), b.weapon_words()) > 0) agreement.add(0.1, "weapon");
  if (agreement.score() < kEnough) return {};
  return agreement.link();
}

std::optional<Link> same_claim(const v1::ClaimIdentity& a, const v1::ClaimIdentity& b) {
  if (a.subject().empty() || a.subject() != b.subject() || a.polarity() != b.polarity()) return {};
  const int words = shared(a.words(), b.words());
  const double likeness = overlap(a.words(), b.words());
  const bool same_predicate = !a.predicate().empty() && a.predicate() == b.predicate();

  std::optional<Link> event;
  if (a.has_event() && b.has_event()) {
    if (contradict(a.event(), b.event())) return {};
    event = same_event(a.event(), b.event());
  }

  Agreement agreement;
  agreement.add(0.3, "subject");
  if (event) {
    if (words == 0) return {};
    agreement.add(0.4 * event->score, "event");
    if (same_predicate) agreement.add(0.1, "predicate");
  } else {
    if (!same_predicate || a.object() != b.object()) return {};
    // A claim about one event is that claim while the event is news.
    const bool about_event = a.has_event() || b.has_event();
    if (about_event && (a.published() == 0 || b.published() == 0 ||
                        std::abs(a.published() - b.published()) > kNewsDays)) {
      return {};
    }
    agreement.add(0.2, "predicate");
    if (!a.object().empty()) agreement.add(0.2, "object");
    const bool alike =
        a.object().empty() ? words >= 2 && likeness >= 0.5 : words >= 1 && likeness >= 0.3;
    if (!alike) return {};
  }
  agreement.add(0.3 * likeness, "words");
  return agreement.link();
}

// Two events that are the same have type, area and a day in common.
void add_event_blocks(const std::string& prefix, const v1::EventIdentity& event,
                      std::vector<Filing::Block>& blocks) {
  if (event.series() || !pinned(event)) return;
  // Without a place the rule asks for an initiator and a target in common; the area is empty on
  // both sides then, and the token wider.
  for (std::int32_t day = event.first_day(); day <= event.last_day(); ++day) {
    blocks.push_back({fmt::format("{}|{}|{}|{}", prefix, event.type(), event.area(), day), {}});
  }
}

v1::Identity parse(const Fingerprint& fingerprint) {
  v1::Identity identity;
  identity.ParseFromString(fingerprint.data);
  return identity;
}

}  // namespace

Filing filing(const Fingerprint& fingerprint) {
  v1::Identity identity = parse(fingerprint);
  Filing filing{fingerprint.data, {}, {}, false};
  if (identity.has_event() && identity.event().modality() == v1::Modality::actual) {
    add_event_blocks("event", identity.event(), filing.blocks);
  }
  if (identity.has_claim() && !identity.claim().subject().empty()) {
    v1::ClaimIdentity& claim = *identity.mutable_claim();
    if (claim.has_event() && claim.published() != 0) filing.news = Day{claim.published()};
    if (!claim.predicate().empty() && claim.has_event() == filing.news.known()) {
      filing.blocks.push_back(
          {fmt::format("claim|{}|{}|{}", claim.subject(), claim.predicate(), claim.object()),
           filing.news});
    }
    if (claim.has_event()) {
      add_event_blocks("claim|" + claim.subject(), claim.event(), filing.blocks);
    } else {
      filing.any_day = true;
      claim.clear_published();
      filing.group = identity.SerializeAsString();
    }
  }
  return filing;
}

std::optional<Link> same_as(const Fingerprint& a, const Fingerprint& b) {
  if (a.article == b.article) return std::nullopt;
  const v1::Identity left = parse(a);
  const v1::Identity right = parse(b);
  if (left.has_event() && right.has_event()) {
    if (left.event().modality() != v1::Modality::actual) return std::nullopt;
    return same_event(left.event(), right.event());
  }
  if (left.has_claim() && right.has_claim()) return same_claim(left.claim(), right.claim());
  return std::nullopt;
}

}  // namespace casus

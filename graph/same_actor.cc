#include "graph/same_actor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "graph/names.h"
#include "graph/sound.h"

namespace casus {
namespace {

constexpr std::size_t kFewSounds = 4;   // consonants, of which a name that is only heard has more
constexpr std::size_t kManySounds = 6;  // that tell a name even where no country is known
constexpr std::size_t kLongAcronym = 4;

bool is_organisation(v1::ActorKind::Value kind) {
  switch (kind) {
    case v1::ActorKind::government:
    case v1::ActorKind::military:
    case v1::ActorKind::armed_group:
    case v1::ActorKind::party:
    case v1::ActorKind::intergovernmental:
    case v1::ActorKind::ngo:
    case v1::ActorKind::company:
    case v1::ActorKind::media:
      return true;
    default:
      return false;
  }
}

// Countries whose names are not written in Latin letters at home, or in no settled way. Not China,
// Taiwan and Vietnam: their spelling is settled, and short names differ in a vowel.
bool transliterates(std::string_view country) {
  static constexpr auto kCountries = std::to_array<std::string_view>(
      {"AFG", "ARE", "ARM", "AZE", "BGD", "BGR", "BHR", "BLR", "COM", "DJI", "DZA", "EGY", "ERI",
       "ESH", "ETH", "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KHM", "KOR",
       "KWT", "LBN", "LBY", "LKA", "MAR", "MDV", "MKD", "MLI", "MMR", "MNE", "MNG", "MRT", "NER",
       "NPL", "OMN", "PAK", "PRK", "PSE", "QAT", "RUS", "SAU", "SDN", "SOM", "SRB", "SYR", "TCD",
       "THA", "TJK", "TKM", "TUN", "TUR", "UKR", "UZB", "XKX", "YEM"});
  static_assert(std::is_sorted(kCountries.begin(), kCountries.end()));
  return std::binary_search(kCountries.begin(), kCountries.end(), country);
}

// Held by one at a time, so that whoever is called by it and a like name is the one.
bool is_sole_office(std::string_view role) {
  static constexpr auto kOffices = std::to_array<std::string_view>(
      {"army chief", "chancellor", "crown prince", "emir", "king", "military chief", "pope",
       "president", "prime minister", "queen", "secretary general", "sultan", "supreme leader",
       "vice president"});
  if (std::binary_search(kOffices.begin(), kOffices.end(), role)) return true;
  return role.ends_with(" minister") && !role.starts_with("deputy") && !role.starts_with("former");
}

// "actor:RUS" of itself and of its ministries and armies; else the key as it is.
std::string side_of(std::string_view affiliation) {
  constexpr std::size_t kCode = 3;
  for (const std::string_view organ : {"actor:government:", "actor:military:"}) {
    if (affiliation.starts_with(organ) && affiliation.substr(organ.size(), 1) != "-") {
      return "actor:" + std::string(affiliation.substr(organ.size(), kCode));
    }
  }
  return std::string(affiliation);
}

// Keys of the lexicon's entries have one colon.
bool in_lexicon(std::string_view key) { return std::count(key.begin(), key.end(), ':') == 1; }

// Of "actor:person:JOR:tala-rashid"; empty if there is none.
std::string country_in(std::string_view key) {
  if (std::count(key.begin(), key.end(), ':') != 3) return {};
  const std::size_t begin = key.find(':', key.find(':') + 1) + 1;
  const std::string_view country = key.substr(begin, key.find(':', begin) - begin);
  return country == "-" ? std::string() : std::string(country);
}

bool tells(const Spelling& name, bool own, bool person) {
  if (name.words.size() > 1) return true;
  return !person && own && name.skeleton.size() >= kFewSounds;
}

enum class Match { unknown, differs, same };

Match compare(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Match::unknown;
  return a == b ? Match::same : Match::differs;
}

// "A. Rahman": a letter that stands for a name.
bool is_initial(const std::string& word) { return word.size() == 1; }

bool has_initials(const Spelling& name) {
  return std::any_of(name.words.begin(), name.words.end(), is_initial);
}

// The same surname, and given names or initials that agree as far as both have them.
bool agree_by_initials(const Spelling& a, const Spelling& b, bool by_sound) {
  if (!has_initials(a) && !has_initials(b)) return false;
  const std::string& surname = a.words.back();
  if (is_initial(surname) || is_initial(b.words.back())) return false;
  const bool heard = by_sound && pronounced(surname) == pronounced(b.words.back());
  if (!heard && surname != b.words.back()) return false;
  const auto agree = [](const std::string& x, const std::string& y) {
    return x == y || ((is_initial(x) || is_initial(y)) && x[0] == y[0]);
  };
  const std::size_t given = std::min(a.words.size(), b.words.size()) - 1;
  for (std::size_t i = 0; i < given; ++i) {
    if (!agree(a.words[i], b.words[i])) return false;
  }
  // What only one has must be an initial: "Donald J. Trump".
  const Spelling& longer = a.words.size() < b.words.size() ? b : a;
  return std::all_of(longer.words.begin() + static_cast<std::ptrdiff_t>(given),
                     longer.words.end() - 1, is_initial);
}

std::string initials_token(const ActorIdentity& actor, const Spelling& name) {
  return fmt::format("initial|{}|{}|{}|{}", actor.side, actor.role, name.words.front()[0],
                     pronounced(name.words.back()));
}

bool files_by_initials(const ActorIdentity& actor) {
  return actor.kind == v1::ActorKind::person && !actor.side.empty() && is_sole_office(actor.role);
}

// Of the two, both with names that are pronounced alike.
bool hears(const ActorIdentity& a, const ActorIdentity& b, const Spelling& name) {
  if (a.country.empty() && b.country.empty()) {
    return a.kind != v1::ActorKind::person ? name.skeleton.size() >= kManySounds
                                           : compare(a.side, b.side) == Match::same;
  }
  return name.skeleton.size() >= kFewSounds &&
         transliterates(a.country.empty() ? b.country : a.country);
}

std::optional<Link> same_name(const ActorIdentity& a, const ActorIdentity& b) {
  const Match countries = compare(a.country, b.country);
  const Match sides = compare(a.side, b.side);
  if (countries == Match::differs || sides == Match::differs) return {};
  // One of known country and one of none are two, unless both belong to one side.
  const bool placed = countries == Match::same || (a.country.empty() && b.country.empty());
  if (!placed && sides != Match::same) return {};
  int tenths = 0;
  std::string_view how;
  for (const Spelling& name : a.names) {
    for (const Spelling& other : b.names) {
      if (name.letters == other.letters) {
        tenths = 8;
        how = "one name";
      } else if (tenths == 0 && name.sound == other.sound && hears(a, b, name)) {
        tenths = 7;
        how = "one name in two spellings";
      }
    }
  }
  if (tenths == 0) return {};
  std::string reason(how);
  const auto add = [&](std::string_view what) {
    reason += fmt::format(", same {}", what);
    ++tenths;
  };
  if (countries == Match::same) add("country");
  if (sides == Match::same) add(compare(a.role, b.role) == Match::same ? "office" : "side");
  return Link{tenths / 10.0, std::move(reason)};
}

std::optional<Link> same_by_initials(const ActorIdentity& a, const ActorIdentity& b) {
  if (!files_by_initials(a) || !files_by_initials(b)) return {};
  if (a.side != b.side || a.role != b.role) return {};
  if (compare(a.country, b.country) == Match::differs) return {};
  for (const Spelling& name : a.names) {
    for (const Spelling& other : b.names) {
      if (agree_by_initials(name, other, transliterates(a.country)))
        return Link{0.8, "initials and surname, same office"};
    }
  }
  return {};
}

std::optional<Link> same_by_acronym(const ActorIdentity& whole, const ActorIdentity& acronym) {
  if (acronym.acronym.empty() || whole.acronym == acronym.acronym) return {};
  if (!std::binary_search(whole.acronyms.begin(), whole.acronyms.end(), acronym.acronym)) return {};
  const bool open = acronym.kind == v1::ActorKind::unknown;
  if (!open && acronym.kind != whole.kind) return {};
  const Match countries = compare(whole.country, acronym.country);
  if (countries == Match::differs || compare(whole.side, acronym.side) == Match::differs) return {};
  // Three letters stand for too many things.
  if (countries == Match::unknown && acronym.acronym.size() < kLongAcronym) return {};
  const std::string_view country = countries == Match::same ? ", same country" : "";
  return Link{countries == Match::same ? 0.9 : 0.7,
              fmt::format("{} is its acronym{}", acronym.acronym, country)};
}

}  // namespace

ActorIdentity actor_identity(const v1::Node& node) {
  const v1::Actor& actor = node.actor();
  const bool person = actor.kind() == v1::ActorKind::person;
  ActorIdentity identity;
  identity.key = node.key();
  identity.kind = actor.kind();
  const bool named = person || is_organisation(actor.kind());
  if (!named && actor.kind() != v1::ActorKind::unknown) return identity;
  identity.country = actor.country().empty() ? country_in(node.key()) : actor.country();
  identity.role = normalise_name(actor.role());
  identity.side = side_of(actor.affiliation());
  if (!person && is_acronym(actor.name())) identity.acronym = actor.name();
  if (!named) return identity;
  std::set<std::string> known;
  std::set<std::string> acronyms;
  const auto add = [&](const std::string& name, bool own) {
    if (!person && is_acronym(name)) {
      const bool stands = stands_for(name, actor.name()) ||
                          std::any_of(actor.aliases().begin(), actor.aliases().end(),
                                      [&](const auto& alias) { return stands_for(name, alias); });
      if (stands) acronyms.insert(name);
      return;
    }
    Spelling spelling = spelling_of(name);
    if (!tells(spelling, own, person) || !known.insert(spelling.letters).second) return;
    identity.names.push_back(std::move(spelling));
  };
  add(actor.name(), true);
  for (const std::string& alias : actor.aliases()) add(alias, false);
  identity.acronyms.assign(acronyms.begin(), acronyms.end());
  return identity;
}

std::vector<std::string> actor_tokens(const ActorIdentity& actor) {
  std::set<std::string> tokens;
  for (const Spelling& name : actor.names) {
    tokens.insert(fmt::format("name|{}|{}", int{actor.kind}, name.skeleton));
    if (files_by_initials(actor)) tokens.insert(initials_token(actor, name));
  }
  if (!actor.acronym.empty()) tokens.insert("acronym|" + actor.acronym);
  for (const std::string& acronym : actor.acronyms) tokens.insert("acronym|" + acronym);
  return {tokens.begin(), tokens.end()};
}

std::optional<Link> same_actor(const ActorIdentity& a, const ActorIdentity& b) {
  if (a.key == b.key || (in_lexicon(a.key) && in_lexicon(b.key))) return {};
  const bool in_order = a.key < b.key;
  const ActorIdentity& one = in_order ? a : b;
  const ActorIdentity& other = in_order ? b : a;
  if (one.kind == other.kind && one.kind != v1::ActorKind::unknown) {
    if (auto link = same_name(one, other)) return link;
    if (auto link = same_by_initials(one, other)) return link;
  }
  if (auto link = same_by_acronym(one, other)) return link;
  return same_by_acronym(other, one);
}

}  // namespace casus

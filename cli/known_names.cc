#include "cli/known_names.h"

#include <algorithm>
#include <vector>

#include "graph/keys.h"

namespace casus::cli {

std::string KnownNames::country(std::string_view iso3) const {
  const extract::ActorEntry* entry = lexicon_->actor(iso3);
  return entry != nullptr && entry->kind == v1::ActorKind::country ? entry->name : std::string();
}

// Of the whole name: words before or behind make another one of it.
extract::NameMatch KnownNames::match(std::string_view name) const {
  constexpr std::size_t kMostWords = 32;
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  if (words.empty() || words.size() > kMostWords) return {};
  const bool all_caps =
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  extract::NameMatch match = lexicon_->match_name(words, 0, all_caps);
  // "WHO", which means nothing in a text in capitals, is a name where nothing but names stand.
  if (match.tokens == 0 && all_caps) match = lexicon_->match_name(words, 0);
  return match.tokens == words.size() ? match : extract::NameMatch{};
}

std::optional<v1::Actor> KnownNames::actor(std::string_view name) const {
  const extract::ActorEntry* entry = match(name).actor;
  if (entry == nullptr) return std::nullopt;
  v1::Actor actor;
  actor.set_key(lexicon_actor_key(entry->id));
  actor.set_name(entry->name);
  actor.set_kind(entry->kind);
  actor.set_country(entry->country);
  actor.set_sector(entry->sector);
  if (!entry->affiliation.empty()) actor.set_affiliation(lexicon_actor_key(entry->affiliation));
  return actor;
}

std::optional<v1::Place> KnownNames::place(std::string_view name) const {
  const extract::PlaceEntry* entry = match(name).place;
  if (entry == nullptr) return std::nullopt;
  v1::Place place;
  place.set_key("place:" + entry->id);
  place.set_name(entry->name);
  place.set_country(entry->country);
  if (!entry->within.empty()) place.set_within("place:" + entry->within);
  if (entry->located) {
    place.set_latitude(entry->latitude);
    place.set_longitude(entry->longitude);
  }
  return place;
}

}  // namespace casus::cli

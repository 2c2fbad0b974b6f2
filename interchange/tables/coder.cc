#include "interchange/tables/coder.h"

#include <algorithm>
#include <utility>

#include "graph/cameo_actors.h"
#include "graph/keys.h"
#include "graph/names.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

bool has_extent(const v1::Span& span) { return span.end() > span.begin(); }

template <typename Items, typename Item>
std::string add_to(Items& items, Item&& item, const v1::Span& evidence) {
  auto at = std::find_if(items.begin(), items.end(),
                         [&](const auto& listed) { return listed.key() == item.key(); });
  if (at == items.end()) {
    *items.Add() = std::move(item);
    at = items.end() - 1;
  }
  if (has_extent(evidence)) *at->add_evidence() = evidence;
  return at->key();
}

v1::Actor country_actor(std::string_view iso3, std::string name) {
  v1::Actor actor;
  actor.set_key(lexicon_actor_key(iso3));
  actor.set_name(std::move(name));
  actor.set_kind(v1::ActorKind::country);
  actor.set_country(std::string(iso3));
  return actor;
}

}  // namespace

Coder::Coder(const CodingContext& context, std::string_view id) : context_(context) {
  article().set_id(context.dataset + ":" + std::string(id));
  article().set_dataset(context.dataset);
}

v1::Span Coder::write(std::string_view words) {
  std::string& text = *article().mutable_text();
  v1::Span span;
  span.set_begin(static_cast<std::uint32_t>(text.size()));
  std::transform(words.begin(), words.end(), std::back_inserter(text), [](char c) {
    const bool control = (c >= 0 && c < ' ' && c != '\n') || c == '\x7F';
    return control ? ' ' : c;
  });
  span.set_end(static_cast<std::uint32_t>(text.size()));
  return span;
}

std::string Coder::add(v1::Actor actor, const v1::Span& evidence) {
  const std::string affiliation = actor.affiliation();
  std::string key = add_to(*annotation_.mutable_actors(), std::move(actor), evidence);
  if (!affiliation.empty()) add_country_actor(affiliation.substr(affiliation.find(':') + 1), {});
  return key;
}

std::string Coder::add(v1::Place place, const v1::Span& evidence) {
  const std::string within = place.within();
  std::string key = add_to(*annotation_.mutable_places(), std::move(place), evidence);
  if (!within.empty()) add_country_place(within.substr(within.find(':') + 1), {});
  return key;
}

std::string Coder::add_country_actor(std::string_view iso3, const v1::Span& evidence) {
  std::string name = context_.names.country(iso3);
  if (name.empty()) return {};
  return add(country_actor(iso3, std::move(name)), evidence);
}

std::string Coder::add_country_place(std::string_view iso3, const v1::Span& evidence) {
  std::string name = context_.names.country(iso3);
  if (name.empty()) return {};
  v1::Place place;
  place.set_key(country_place_key(iso3));
  place.set_name(std::move(name));
  place.set_country(std::string(iso3));
  return add(std::move(place), evidence);
}

v1::Span Coder::written() const {
  v1::Span all;
  all.set_end(static_cast<std::uint32_t>(annotation_.article().text().size()));
  return all;
}

v1::Actor actor_of(std::string_view name, std::string_view country, std::string_view cameo_code,
                   const Names& names) {
  const auto is_country = [&](std::string_view iso3) { return !names.country(iso3).empty(); };
  const CameoActor code = read_cameo(cameo_code, is_country).value_or(CameoActor{});
  const std::string home = !code.country.empty() ? code.country : std::string(country);
  const bool of_state = code.of_state();
  if (code.kind == v1::ActorKind::country) {
    return country_actor(code.country, names.country(code.country));
  }
  if (std::optional<v1::Actor> known = names.actor(name)) {
    const bool fits = home.empty() || known->country().empty() || known->country() == home;
    const bool state_itself = known->kind() == v1::ActorKind::country;
    if (fits && (!state_itself || of_state || cameo_code.empty())) {
      // Whom it belongs to is told only where that is a state: others are not listed here.
      if (names.country(known->affiliation().substr(known->affiliation().find(':') + 1)).empty()) {
        known->clear_affiliation();
      }
      return std::move(*known);
    }
  }
  v1::Actor actor;
  actor.set_kind(code.kind);
  actor.set_country(home);
  actor.set_sector(code.sector);
  std::string words(name.empty() ? cameo_code : name);
  // "UNITED STATES", of a code that says its business: not the country.
  if (!home.empty() && normalise_name(words) == normalise_name(names.country(home))) {
    words += " " + (code.sector.empty() ? std::string(cameo_code) : code.sector);
  }
  actor.set_name(words);
  actor.set_key(named_actor_key(actor.kind(), home, words));
  if (of_state) actor.set_affiliation(lexicon_actor_key(home));
  return actor;
}

v1::Place place_of(std::string_view name, std::string_view country, const Names& names) {
  if (std::optional<v1::Place> known = names.place(name)) {
    if (country.empty() || known->country() == country) {
      if (!known->within().empty()) {
        known->set_within(known->country().empty() || known->key() == "place:" + known->country()
                              ? ""
                              : country_place_key(known->country()));
      }
      return std::move(*known);
    }
  }
  v1::Place place;
  place.set_key(named_place_key(country, name));
  place.set_name(std::string(name));
  place.set_country(std::string(country));
  if (!names.country(country).empty()) place.set_within(country_place_key(country));
  return place;
}

std::string outlet_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return lower(url);
}

}  // namespace casus::interchange

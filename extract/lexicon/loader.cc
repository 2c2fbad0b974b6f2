#include "extract/lexicon/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/lexicon/cells.h"
#include "graph/assemble.h"
#include "graph/codes.h"
#include "graph/names.h"

namespace casus::extract {
namespace {

const std::vector<TableShape>& shapes() {
  static const std::vector<TableShape> kShapes = {
      {"countries", {"iso", "name", "aliases", "demonyms", "capital", "lat", "lon", "seats"}, 2},
      {"actors", {"id", "name", "kind", "country", "sector", "affiliation", "aliases", "seats"}, 3},
      {"persons", {"name", "country", "sector", "offices", "aliases", "id", "affiliation"}, 1},
      {"places", {"name", "country", "lat", "lon", "within", "aliases", "id"}, 1},
      {"aliases", {"id", "names"}, 2},
      {"agents", {"noun", "kind", "sector", "flags"}, 1},
      {"triggers", {"phrase", "form", "type", "mode", "initiator", "target", "weapon", "flags"}, 3},
      {"cues",
       {"phrase", "form", "kind", "stance", "certainty", "content", "addressee", "event", "flags"},
       3},
      {"weapons", {"noun", "mode"}, 1},
      {"titles", {"title", "office"}, 1},
      {"given_names", {"names"}, 1},
      {"verbs", {"base", "past", "participle"}, 1},
      {"nouns", {"singular", "plural"}, 2},
  };
  return kShapes;
}

std::string place_id(std::string_view country, std::string_view name) {
  return (country.empty() ? std::string("-") : std::string(country)) + ":" + slug(name);
}

// A name without a capital would be found in common words.
bool has_capital(std::string_view name) {
  const std::vector<FoldedPiece> pieces = fold_name(name);
  return std::ranges::any_of(
      pieces, [](const FoldedPiece& piece) { return piece.letters != WordCase::lower; });
}

void check_names(const LexiconRow& row, std::initializer_list<std::string_view> columns) {
  for (const std::string_view column : columns)
    for (const std::string_view name : row.list(column))
      if (!has_capital(name))
        row.fail(column,
                 fmt::format("\"{}\" has no word with a capital letter; names of actors "
                             "and places need one.",
                             name),
                 name);
}

// What an annotation can carry of an actor's other names (graph/assemble.h).
void check_aliases(const LexiconRow& row, std::string_view column,
                   const std::vector<std::string>& aliases) {
  if (aliases.size() > kMaxAliases)
    row.fail(column, fmt::format("with these the actor has {} other names; at most {} are taken.",
                                 aliases.size(), kMaxAliases));
  for (const std::string& alias : aliases)
    if (alias.size() > kMaxAliasBytes)
      row.fail(column, fmt::format("a name has {} bytes; at most {} are taken.", alias.size(),
                                   kMaxAliasBytes));
}

}  // namespace

LexiconLoader::LexiconLoader(LexiconCritic critic)
    : critic_(std::move(critic)),
      criticised_(critic_ != nullptr),
      tables_(std::make_unique<Lexicon::Tables>()) {
  if (criticised_) return;
  critic_ = [](const LexiconProblem& problem) {
    if (!problem.note) throw LexiconError(problem);
  };
}

std::uint32_t LexiconLoader::add_file(std::string_view name, std::string_view content) {
  const LexiconFormat format = lexicon_format(name, content);
  return format == LexiconFormat::tables ? add_tables(name, content)
                                         : add_dictionary(name, content, format);
}

std::uint32_t LexiconLoader::add_tables(std::string_view name, std::string_view content) {
  std::uint32_t entries = 0;
  std::uint32_t last_line = 0;
  read_lexicon_file(
      name, content, shapes(),
      [&](const LexiconRow& row) {
        if (row.line() != last_line) ++entries;  // not once more without a cell that is wrong
        last_line = row.line();
        take(row);
      },
      critic_);
  return entries;
}

void LexiconLoader::take(const LexiconRow& row) {
  using Take = void (LexiconLoader::*)(const LexiconRow&);
  static const std::map<std::string_view, Take> kTakers = {
      {"countries", &LexiconLoader::take_country},
      {"actors", &LexiconLoader::take_actor},
      {"persons", &LexiconLoader::take_person},
      {"places", &LexiconLoader::take_place},
      {"aliases", &LexiconLoader::take_aliases},
      {"agents", &LexiconLoader::take_agent},
      {"triggers", &LexiconLoader::take_trigger},
      {"cues", &LexiconLoader::take_cue},
      {"weapons", &LexiconLoader::take_weapon},
      {"titles", &LexiconLoader::take_title},
      {"given_names", &LexiconLoader::take_given_names},
      {"verbs", &LexiconLoader::take_verb},
      {"nouns", &LexiconLoader::take_noun},
  };
  ++rank_;
  if (criticised_) line_of_rank_.resize(rank_ + 1, row.place());
  (this->*kTakers.at(row.table()))(row);
}

void LexiconLoader::put_actor(ActorEntry entry, std::vector<Name> names) {
  for (const Name& name : names)
    if (name.text != entry.name) entry.aliases.push_back(name.text);
  const std::string id = entry.id;
  tables_->actors.put(id, std::move(entry));
  const std::uint32_t at = tables_->actors.by_id.at(id);
  if (at >= actor_names_.size()) actor_names_.resize(at + 1);
  actor_names_[at].clear();
  for (Name& name : names) actor_names_[at].push_back({std::move(name.text), name.kind, rank_});
}

PlaceEntry& LexiconLoader::put_place(PlaceEntry entry) {
  const std::string id = entry.id;
  PlaceEntry& place = tables_->places.put(id, std::move(entry));
  const std::uint32_t at = tables_->places.by_id.at(id);
  if (at >= place_rank_.size()) place_rank_.resize(at + 1);
  place_rank_[at] = rank_;
  return place;
}

void LexiconLoader::define(const LexiconRow& row, std::string_view column, std::string_view what,
                           std::string_view id) {
  if (!criticised_ || id.empty()) return;
  const CellPlace here = row.place(column);
  const auto [known, fresh] = defined_.try_emplace(fmt::format("{}\t{}", what, id), here);
  const CellPlace before = std::exchange(known->second, here);
  if (fresh || (before.file == here.file && before.line == here.line)) return;
  if (before.file == here.file) {
    critic_({here, fmt::format("\"{}\" has an entry in line {} already, which this one takes the "
                               "place of; expected one entry for each {}.",
                               id, before.line, what)});
  } else {
    critic_({here,
             fmt::format("\"{}\" takes the place of the entry of {}, line {}, altogether{}.", id,
                         before.file, before.line,
                         what == "actor" ? "; to add names to that one, use [aliases]" : ""),
             true});
  }
}

void LexiconLoader::take_country(const LexiconRow& row) {
  const std::string iso = parse_country(row, "iso");
  define(row, "iso", "actor", iso);
  std::vector<Name> names;
  PlaceEntry place;
  place.id = place.country = iso;
  place.name = row["name"];
  const auto add = [&](std::string_view column, NameKind kind) {
    for (const std::string_view name : row.list(column)) {
      names.push_back({std::string(name), kind, 0});
      if (kind == NameKind::plain && name != row["name"]) place.aliases.emplace_back(name);
    }
  };
  add("name", NameKind::plain);
  add("aliases", NameKind::plain);
  add("demonyms", NameKind::demonym);
  add("seats", NameKind::metonym);
  add("capital", NameKind::metonym);

  const std::vector<std::string_view> capital = row.list("capital");
  // A state that is a city (Singapore) has no place but itself.
  if (!capital.empty() && capital[0] != row["name"]) {
    PlaceEntry city;
    city.id = place_id(iso, capital[0]);
    city.name = capital[0];
    city.country = city.within = iso;
    city.aliases.assign(capital.begin() + 1, capital.end());
    parse_location(row, put_place(std::move(city)));
  }
  put_place(std::move(place));

  ActorEntry actor;
  actor.id = actor.country = iso;
  actor.name = row["name"];
  actor.kind = v1::ActorKind::country;
  const std::vector<std::string_view> demonyms = row.list("demonyms");
  if (!demonyms.empty()) actor.adjective = demonyms.front();
  std::erase_if(names, [&](const Name& name) {
    return name.kind == NameKind::metonym && name.text == actor.name;
  });
  put_actor(std::move(actor), std::move(names));
  check_names(row, {"name", "aliases", "demonyms", "seats", "capital"});
  check_aliases(row, "aliases", tables_->actors.find(iso)->aliases);
}

void LexiconLoader::take_actor(const LexiconRow& row) {
  ActorEntry actor;
  actor.id = row["id"];
  if (actor.id.find_first_of(" \t:") != std::string::npos)
    row.fail("id", "an id is one word without colons, such as islamic-state.");
  actor.name = row["name"];
  actor.kind = parse_enum<v1::ActorKind>(row, "kind", v1::ActorKind::unknown);
  actor.country = parse_country(row, "country");
  actor.sector = parse_sector(row, "sector");
  actor.affiliation = row["affiliation"];
  // The name of a people is its adjective as well: "Kurdish", "Tutsi".
  const NameKind named =
      actor.kind == v1::ActorKind::population ? NameKind::demonym : NameKind::plain;
  std::vector<Name> names{{actor.name, named, 0}};
  for (const std::string_view alias : row.list("aliases"))
    names.push_back({std::string(alias), named, 0});
  for (const std::string_view seat : row.list("seats"))
    names.push_back({std::string(seat), NameKind::metonym, 0});
  define(row, "id", "actor", actor.id);
  const std::string id = actor.id;
  put_actor(std::move(actor), std::move(names));
  check_names(row, {"name", "aliases", "seats"});
  check_aliases(row, "aliases", tables_->actors.find(id)->aliases);
  if (!row["affiliation"].empty())
    actors_named_.push_back({std::string(row["affiliation"]), row.place("affiliation")});
}

void LexiconLoader::take_person(const LexiconRow& row) {
  ActorEntry person;
  person.name = row["name"];
  person.id = row["id"].empty() ? slug(person.name) : std::string(row["id"]);
  person.kind = v1::ActorKind::person;
  person.country = parse_country(row, "country");
  person.sector = parse_sector(row, "sector");
  person.offices = parse_offices(row, "offices");
  person.affiliation = row["affiliation"];
  if (person.affiliation.empty() && !person.offices.empty())
    person.affiliation = person.offices.back().affiliation;
  std::vector<Name> names{{person.name, NameKind::plain, 0}};
  for (const std::string_view alias : row.list("aliases"))
    names.push_back({std::string(alias), NameKind::plain, 0});
  define(row, row["id"].empty() ? "name" : "id", "actor", person.id);
  const std::string id = person.id;
  put_actor(std::move(person), std::move(names));
  const ActorEntry& entry = *tables_->actors.find(id);
  check_names(row, {"name", "aliases"});
  check_aliases(row, "aliases", entry.aliases);
  if (!row["affiliation"].empty())
    actors_named_.push_back({entry.affiliation, row.place("affiliation")});
  for (const Office& office : entry.offices)
    actors_named_.push_back({office.affiliation, row.place("offices")});
}

void LexiconLoader::take_place(const LexiconRow& row) {
  PlaceEntry place;
  place.name = row["name"];
  place.country = parse_country(row, "country");
  place.id = row["id"].empty() ? place_id(place.country, place.name) : std::string(row["id"]);
  place.within = row["within"].empty() ? place.country : std::string(row["within"]);
  place.aliases = strings(row.list("aliases"));
  define(row, row["id"].empty() ? "name" : "id", "place", place.id);
  PlaceEntry& entry = put_place(std::move(place));
  check_names(row, {"name", "aliases"});
  parse_location(row, entry);
  if (!entry.within.empty())
    places_named_.push_back(
        {entry.within, row.place(row["within"].empty() ? "country" : "within")});
}

void LexiconLoader::take_aliases(const LexiconRow& row) {
  const auto known = tables_->actors.by_id.find(row["id"]);
  if (known == tables_->actors.by_id.end())
    row.fail("id",
             fmt::format("\"{}\" is no actor of the lexicon; expected the id of one that stands "
                         "before this line.",
                         row["id"]));
  check_names(row, {"names"});
  for (const std::string_view name : row.list("names")) {
    tables_->actors.entries[known->second].aliases.emplace_back(name);
    actor_names_[known->second].push_back({std::string(name), NameKind::plain, rank_});
  }
  check_aliases(row, "names", tables_->actors.entries[known->second].aliases);
}

void LexiconLoader::take_agent(const LexiconRow& row) {
  check_flags(row, "flags", {"person", "speaks-for", "plural-source"});
  AgentEntry agent;
  agent.noun = row["noun"];
  agent.kind = parse_enum<v1::ActorKind>(row, "kind", v1::ActorKind::unknown);
  agent.sector = parse_sector(row, "sector");
  agent.person = has_flag(row, "flags", "person");
  agent.speaks_for = has_flag(row, "flags", "speaks-for");
  agent.plural_source = has_flag(row, "flags", "plural-source");
  const std::string id = agent.noun;
  define(row, "noun", "noun", id);
  tables_->agents.put(id, std::move(agent));
}

void LexiconLoader::take_trigger(const LexiconRow& row) {
  check_flags(row, "flags", {"kills", "injures", "needs-actor", "reciprocal"});
  if (row["form"] != "verb" && row["form"] != "noun")
    row.fail("form", fmt::format("\"{}\" is no form; expected verb or noun.", row["form"]));
  TriggerEntry trigger;
  trigger.noun = row["form"] == "noun";
  trigger.type = parse_type(row, "type");
  trigger.mode = parse_mode(row, "mode", trigger.type);
  trigger.initiator = strings(row.list("initiator"));
  trigger.target = strings(row.list("target"));
  trigger.weapon = row["weapon"];
  trigger.kills = has_flag(row, "flags", "kills");
  trigger.injures = has_flag(row, "flags", "injures");
  trigger.needs_actor = has_flag(row, "flags", "needs-actor");
  trigger.reciprocal = has_flag(row, "flags", "reciprocal");
  for (const std::string_view phrase : row.list("phrase")) {
    trigger.phrase = phrase;
    define(row, "phrase", trigger.noun ? "noun trigger" : "verb trigger", phrase);
    (trigger.noun ? tables_->noun_triggers : tables_->verb_triggers).put(trigger.phrase, trigger);
  }
}

void LexiconLoader::take_cue(const LexiconRow& row) {
  check_flags(row, "flags", {"weak"});
  constexpr std::array<std::string_view, 4> kForms = {"verb", "noun", "preposition", "adjective"};
  const auto form =
      static_cast<std::size_t>(std::ranges::find(kForms, row["form"]) - kForms.begin());
  if (form == kForms.size())
    row.fail("form", fmt::format("\"{}\" is no form; expected one of: {}.", row["form"],
                                 fmt::join(kForms, ", ")));
  CueEntry cue;
  cue.form = static_cast<CueEntry::Form>(form);
  cue.kind = parse_enum<v1::StatementKind>(row, "kind", v1::StatementKind::other);
  cue.stance = parse_enum<v1::Stance>(row, "stance", v1::Stance::none);
  cue.certainty = parse_enum<v1::Certainty>(row, "certainty", v1::Certainty::underspecified);
  cue.content = strings(row.list("content"));
  cue.addressee = strings(row.list("addressee"));
  cue.event_type = parse_type(row, "event");
  cue.weak = has_flag(row, "flags", "weak");
  for (const std::string_view phrase : row.list("phrase")) {
    cue.phrase = phrase;
    define(row, "phrase", fmt::format("{} cue", kForms[form]), phrase);
    tables_->cues[form].put(cue.phrase, cue);
  }
}

void LexiconLoader::take_weapon(const LexiconRow& row) {
  const std::string mode = parse_mode(row, "mode", "ASSAULT");
  for (const std::string_view noun : row.list("noun")) {
    define(row, "noun", "weapon", noun);
    tables_->weapons.put(std::string(noun), {std::string(noun), mode});
  }
}

void LexiconLoader::take_title(const LexiconRow& row) {
  for (const std::string_view title : row.list("title")) {
    define(row, "title", "title", title);
    tables_->titles.put(std::string(title), {std::string(title), std::string(row["office"])});
  }
}

void LexiconLoader::take_given_names(const LexiconRow& row) {
  for (const std::string_view name : row.list("names")) {
    std::vector<FoldedPiece> pieces = fold_name(name);
    if (pieces.size() != 1)
      row.fail("names",
               fmt::format("\"{}\" is not one word; expected given names, each one word.", name),
               name);
    tables_->given_names.insert(std::move(pieces[0].text));
  }
}

void LexiconLoader::take_verb(const LexiconRow& row) {
  for (const std::string_view base : row.list("base"))
    tables_->inflections.add_verb(base, row["past"], row["participle"]);
}

void LexiconLoader::take_noun(const LexiconRow& row) {
  tables_->inflections.add_noun(row["singular"], row["plural"]);
}

}  // namespace casus::extract

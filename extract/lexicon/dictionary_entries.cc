// How the dictionaries of the field become entries: names and nouns that the lexicon knows stay
// what they are there, and gain synonyms and codes; others are new.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extract/lexicon/capitals.h"
#include "extract/lexicon/dictionary.h"
#include "extract/lexicon/loader.h"
#include "graph/assemble.h"
#include "graph/cameo_actors.h"
#include "graph/names.h"

namespace casus::extract {
namespace {

// A name without its case: that is how dictionaries have it.
std::string spelling(std::string_view name) {
  std::string all;
  for (const FoldedPiece& piece : fold_name(name)) all += piece.text + ' ';
  return all;
}

bool has_capital(std::string_view name) {
  const std::vector<FoldedPiece> pieces = fold_name(name);
  return std::ranges::any_of(
      pieces, [](const FoldedPiece& piece) { return piece.letters != WordCase::lower; });
}

struct Decoded {
  CameoActor actor;
  DayWindow held;
};

}  // namespace

// One file; its entries see each other.
class LexiconLoader::DictionaryLoader {
 public:
  DictionaryLoader(LexiconLoader& loader, std::string_view file) : loader_(loader), file_(file) {
    for (std::uint32_t i = 0; i < loader.actor_names_.size(); ++i)
      for (const Name& name : loader.actor_names_[i]) know(name.text, i, name.kind, name.rank);
    for (const PlaceEntry& place : loader.tables_->places.entries) {
      places_.insert(spelling(place.name));
      for (const std::string& alias : place.aliases) places_.insert(spelling(alias));
    }
  }

  void take(const DictionaryActor& entry) {
    begin(entry.names[0].line);
    if (std::ranges::all_of(entry.codes, [](const auto& code) { return code.code.empty(); })) {
      if (entry.codes.empty())
        note(entry.names[0].line, fmt::format("\"{}\" is left out; it has no code that is "
                                              "understood.",
                                              entry.names[0].text));
      return;  // or is [---], nobody
    }
    const std::vector<Decoded> codes = decode(entry.codes);
    std::vector<DictionaryName> names = readable(entry.names);
    if (names.empty()) return;
    const std::uint32_t target = find(names, codes);
    if (target == kNoEntry)
      enter(std::move(names), codes);
    else
      add(target, names, codes);
  }

  void take(const DictionaryAgent& entry) {
    begin(entry.noun.line);
    const std::optional<CameoActor> code = read(entry.code);
    if (!code) return;
    if (!code->country.empty())
      note(entry.code.line,
           fmt::format("the country of [{}] is left out; expected a role alone, as "
                       "in [~GOV].",
                       entry.code.code));
    if (code->sector.empty()) return;
    const std::string noun = words(entry.noun.text);
    const std::string plural = words(entry.plural);
    if (noun.empty()) return;
    Lexicon::Tables& tables = *loader_.tables_;
    if (!plural.empty()) tables.inflections.add_noun(last(noun), last(plural));
    AgentEntry agent;
    // "Ministers" beside "minister", as the words of a substitution set have them.
    const std::string lemma =
        noun.substr(0, noun.size() - last(noun).size()) + tables.inflections.noun_lemma(last(noun));
    const AgentEntry* known = tables.agents.find(noun);
    if (known == nullptr) known = tables.agents.find(lemma);
    if (known != nullptr) {
      agent = *known;
    } else {
      agent.noun = noun;
      // "well warden" is somebody as "warden" is.
      if (const AgentEntry* head = tables.agents.find(last(noun))) {
        agent.person = head->person;
        agent.speaks_for = head->speaks_for;
        agent.plural_source = head->plural_source;
      } else {
        agent.person = noun.ends_with("man") || noun.ends_with("woman");
      }
    }
    if (agent.sector != code->sector) agent.kind = code->kind;
    agent.sector = code->sector;
    const std::string id = agent.noun;
    tables.agents.put(id, std::move(agent));
  }

 private:
  struct Known {
    std::uint32_t actor = kNoEntry;
    NameKind kind = NameKind::plain;
    std::uint32_t rank = 0;
  };

  void begin(std::uint32_t line) {
    ++loader_.rank_;
    if (loader_.criticised_)
      loader_.line_of_rank_.resize(loader_.rank_ + 1, CellPlace{file_, line, {}});
  }

  void note(std::uint32_t line, std::string reason) const {
    loader_.critic_({{file_, line, {}}, std::move(reason), true});
  }

  void know(std::string_view name, std::uint32_t actor, NameKind kind, std::uint32_t rank) {
    Known& known = known_[spelling(name)];
    if (known.actor != kNoEntry && known.kind != NameKind::metonym && kind == NameKind::metonym)
      return;
    if (known.actor == kNoEntry || known.kind == NameKind::metonym || rank >= known.rank)
      known = {actor, kind, rank};
  }

  const Known* known(std::string_view name) const {
    const auto at = known_.find(spelling(name));
    return at == known_.end() ? nullptr : &at->second;
  }

  std::optional<CameoActor> read(const DictionaryCode& code) const {
    if (code.code.empty()) return std::nullopt;
    std::optional<CameoActor> actor = read_cameo(code.code, [&](std::string_view iso) {
      const ActorEntry* country = loader_.tables_->actors.find(iso);
      return country != nullptr && country->kind == v1::ActorKind::country;
    });
    if (!actor)
      note(code.line, fmt::format("[{}] is left out; expected a code that begins with a country "
                                  "(ISO 3166-1 alpha-3), or a role such as GOV, MIL, REB.",
                                  code.code));
    return actor;
  }

  std::vector<Decoded> decode(const std::vector<DictionaryCode>& codes) const {
    std::vector<Decoded> all;
    for (const DictionaryCode& code : codes)
      if (std::optional<CameoActor> actor = read(code))
        all.push_back({std::move(*actor), code.held});
    return all;
  }

  // As news writes them; without those that could not be found, or are too long.
  std::vector<DictionaryName> readable(const std::vector<DictionaryName>& names) const {
    std::vector<DictionaryName> all;
    for (const DictionaryName& name : names) {
      std::string text = name_from_capitals(name.text);
      if (!has_capital(text) || slug(text).empty() || text.size() > kMaxAliasBytes)
        note(name.line, fmt::format("\"{}\" is left out; expected a name with a letter, of at most "
                                    "{} bytes.",
                                    name.text, kMaxAliasBytes));
      else
        all.push_back({std::move(text), name.line});
    }
    return all;
  }

  // The code without dates, or the last one.
  static const Decoded* base(const std::vector<Decoded>& codes) {
    const Decoded* best = nullptr;
    for (const Decoded& code : codes) {
      if (!dated(code)) return &code;
      if (best == nullptr || code.held.since >= best->held.since) best = &code;
    }
    return best;
  }
  static bool dated(const Decoded& code) {
    return code.held.since.known() || code.held.until.known();
  }

  // Dictionaries do not tell persons from bodies. A given name does, and so does a surname among
  // the synonyms of somebody whose codes have dates.
  bool person(const std::vector<DictionaryName>& names, const std::vector<Decoded>& codes) const {
    const std::vector<FoldedPiece> pieces = fold_name(names[0].text);
    if (pieces.size() < 2) return false;
    if (loader_.tables_->given_names.contains(pieces[0].text)) return true;
    return std::ranges::any_of(codes, dated) &&
           std::ranges::any_of(names, [&](const DictionaryName& name) {
             return spelling(name.text) == pieces.back().text + ' ';
           });
  }

  // Whom the lexicon knows by these names: its own goes first, then its synonyms, but a country is
  // no synonym of what belongs to it. kNoEntry if nobody.
  std::uint32_t find(const std::vector<DictionaryName>& names,
                     const std::vector<Decoded>& codes) const {
    const auto& actors = loader_.tables_->actors;
    if (const Known* main = known(names[0].text)) return main->actor;
    const bool country = codes.size() == 1 && !dated(codes[0]) &&
                         codes[0].actor.kind == v1::ActorKind::country && !person(names, codes);
    if (country) return actors.by_id.at(codes[0].actor.country);
    for (const DictionaryName& name : names)
      if (const Known* it = known(name.text);
          it != nullptr && it->kind == NameKind::plain &&
          actors.entries[it->actor].kind != v1::ActorKind::country)
        return it->actor;
    const auto same_id = actors.by_id.find(slug(names[0].text));
    return same_id == actors.by_id.end() ? kNoEntry : same_id->second;
  }

  CodedStanding standing(const Decoded& code) const {
    return {code.held, code.actor.country, code.actor.sector,
            code.actor.of_state() ? code.actor.country : std::string()};
  }

  void enter(std::vector<DictionaryName> names, const std::vector<Decoded>& codes) {
    ActorEntry actor;
    actor.id = slug(names[0].text);
    actor.name = names[0].text;
    if (const Decoded* code = base(codes)) {
      actor.kind =
          code->actor.kind == v1::ActorKind::country ? v1::ActorKind::unknown : code->actor.kind;
      actor.country = code->actor.country;
    }
    if (person(names, codes)) actor.kind = v1::ActorKind::person;
    loader_.put_actor(std::move(actor), {{names[0].text, NameKind::plain, 0}});
    const auto at = static_cast<std::uint32_t>(loader_.tables_->actors.entries.size() - 1);
    know(names[0].text, at, NameKind::plain, loader_.rank_);
    add(at, names, codes);
  }

  void add(std::uint32_t target, const std::vector<DictionaryName>& names,
           const std::vector<Decoded>& codes) {
    ActorEntry& actor = loader_.tables_->actors.entries[target];
    for (const DictionaryName& name : names) {
      if (const Known* it = known(name.text)) {
        if (it->actor != target)
          note(name.line,
               fmt::format("\"{}\" is left out; it is a name of {}, and this is {}.", name.text,
                           loader_.tables_->actors.entries[it->actor].id, actor.id));
        continue;
      }
      if (actor.aliases.size() >= kMaxAliases) {
        note(name.line, fmt::format("\"{}\" is left out; {} has {} other names, and no more are "
                                    "taken.",
                                    name.text, actor.id, kMaxAliases));
        continue;
      }
      // Towns among the synonyms of a country stay towns.
      const NameKind kind =
          places_.contains(spelling(name.text)) ? NameKind::metonym : NameKind::plain;
      actor.aliases.push_back(name.text);
      loader_.actor_names_[target].push_back({name.text, kind, loader_.rank_});
      know(name.text, target, kind, loader_.rank_);
    }
    if (actor.kind == v1::ActorKind::country) return;
    for (const Decoded& code : codes) {
      const CodedStanding now = standing(code);
      if (dated(code)) {
        actor.codes.push_back(now);
        continue;
      }
      if (!now.country.empty()) actor.country = now.country;
      if (!now.sector.empty()) actor.sector = now.sector;
      if (actor.affiliation.empty()) actor.affiliation = now.affiliation;
    }
  }

  // "WELL_WARDEN" -> "well warden"
  static std::string words(std::string_view text) {
    std::string all;
    for (const char c : text)
      if (c != '_')
        all += c;
      else if (!all.empty())
        all += ' ';
    while (all.ends_with(' ')) all.pop_back();
    return ascii_lower(all);
  }
  static std::string last(const std::string& noun) {
    const std::size_t space = noun.rfind(' ');
    return space == std::string::npos ? noun : noun.substr(space + 1);
  }

  LexiconLoader& loader_;
  std::string file_;
  std::map<std::string, Known> known_;  // by spelling
  std::set<std::string> places_;
};

std::uint32_t LexiconLoader::add_dictionary(std::string_view file, std::string_view content,
                                            LexiconFormat format) {
  DictionaryLoader dictionary(*this, file);
  std::uint32_t entries = 0;
  const auto take = [&](const auto& entry) {
    ++entries;
    dictionary.take(entry);
  };
  if (format == LexiconFormat::actors)
    read_actor_dictionary(file, content, take, critic_);
  else
    read_agent_dictionary(file, content, take, critic_);
  if (entries == 0) {
    LexiconProblem nothing;
    nothing.where.file = file;
    nothing.reason = fmt::format(
        "nothing in this file is an entry; expected a dictionary of {}, or tables such as "
        "[actors].",
        format == LexiconFormat::actors ? "actors: NAME [CODE]" : "agents: NOUN [~CODE]");
    critic_(nothing);
  }
  return entries;
}

}  // namespace casus::extract

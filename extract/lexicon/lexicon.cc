#include "extract/lexicon/lexicon.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "extract/lexicon/builtin.h"
#include "extract/lexicon/loader.h"
#include "extract/lexicon/tables.h"

namespace casus::extract {
namespace {

// Of what is held for a time, what began last; on an unknown day, of all of it.
template <class Held>
const Held* latest_on(const std::vector<Held>& all, Day day) {
  const Held* best = nullptr;
  for (const Held& one : all) {
    if (day.known() && !one.held.contains(day)) continue;
    if (best == nullptr || one.held.since >= best->held.since) best = &one;
  }
  return best;
}

}  // namespace

std::shared_ptr<const Lexicon> Lexicon::load(std::span<const std::filesystem::path> extra) {
  LexiconLoader loader;
  std::uint64_t hash = 0;
  const auto add = [&](std::string_view name, std::string_view content) {
    loader.add_file(name, content);
    hash = XXH3_64bits_withSeed(content.data(), content.size(), hash);
  };
  for (const BuiltinFile& file : builtin_lexicon()) add(file.name, file.content);
  for (const std::filesystem::path& path : extra) add(path.string(), read_lexicon_bytes(path));
  return std::make_shared<const Lexicon>(loader.finish(),
                                         fmt::format("{:08x}", static_cast<std::uint32_t>(hash)));
}

Lexicon::Lexicon(std::unique_ptr<const Tables> tables, std::string fingerprint)
    : tables_(std::move(tables)), fingerprint_(std::move(fingerprint)) {}

Lexicon::~Lexicon() = default;

NameMatch Lexicon::match_name(std::span<const std::string_view> words, std::size_t at,
                              bool all_caps) const {
  NameMatch match;
  const NameIndex::Found found = tables_->names.longest(words, at, all_caps);
  match.tokens = found.tokens;
  if (found.actor != kNoEntry) match.actor = &tables_->actors.entries[found.actor];
  if (found.place != kNoEntry) match.place = &tables_->places.entries[found.place];
  match.demonym = found.kind == NameKind::demonym;
  match.metonym = found.kind == NameKind::metonym;
  return match;
}

const ActorEntry* Lexicon::actor(std::string_view id) const { return tables_->actors.find(id); }

const PlaceEntry* Lexicon::place(std::string_view id) const { return tables_->places.find(id); }

const Office* Lexicon::office_on(const ActorEntry& actor, Day day) {
  return latest_on(actor.offices, day);
}

Standing Lexicon::standing_on(const ActorEntry& actor, Day day) {
  Standing standing{{}, actor.affiliation, actor.country, actor.sector};
  if (const CodedStanding* code = latest_on(actor.codes, day)) {
    standing.country = code->country;
    standing.sector = code->sector;
    if (actor.affiliation.empty() || actor.kind == v1::ActorKind::person)
      standing.affiliation = code->affiliation;
  }
  if (const Office* office = latest_on(actor.offices, day)) {
    standing.role = office->title;
    standing.affiliation = office->affiliation;
  }
  return standing;
}

std::string Lexicon::Tables::office_key(std::string_view title,
                                        std::string_view affiliation) const {
  std::string office = ascii_lower(title);
  const TitleEntry* known = titles.find(office);
  if (known != nullptr && !known->office.empty()) office = known->office;
  office += '\t';
  office += affiliation;
  return office;
}

const ActorEntry* Lexicon::holder(std::string_view title, std::string_view affiliation,
                                  Day day) const {
  if (!day.known()) return nullptr;
  const auto known = tables_->incumbents.find(tables_->office_key(title, affiliation));
  if (known == tables_->incumbents.end()) return nullptr;
  const Incumbent* best = nullptr;
  for (const Incumbent& incumbent : known->second) {
    if (!incumbent.held.contains(day)) continue;
    if (best == nullptr || incumbent.held.since >= best->held.since) best = &incumbent;
  }
  return best == nullptr ? nullptr : &tables_->actors.entries[best->actor];
}

std::string Lexicon::verb_lemma(std::string_view lower) const {
  return tables_->inflections.verb_lemma(lower);
}

std::string Lexicon::noun_lemma(std::string_view lower) const {
  return tables_->inflections.noun_lemma(lower);
}

const AgentEntry* Lexicon::match_agent(std::span<const std::string_view> words, std::size_t at,
                                       std::uint32_t* tokens) const {
  return tables_->agents.longest(words, at, false, tokens);
}

const TriggerEntry* Lexicon::match_trigger(std::span<const std::string_view> words, std::size_t at,
                                           bool noun, std::uint32_t* tokens) const {
  return noun ? tables_->noun_triggers.longest(words, at, false, tokens)
              : tables_->verb_triggers.longest(words, at, true, tokens);
}

const CueEntry* Lexicon::match_cue(std::span<const std::string_view> words, std::size_t at,
                                   CueEntry::Form form, std::uint32_t* tokens) const {
  const auto& table = tables_->cues[static_cast<std::size_t>(form)];
  return table.longest(words, at, form == CueEntry::Form::verb, tokens);
}

const WeaponEntry* Lexicon::match_weapon(std::span<const std::string_view> words, std::size_t at,
                                         std::uint32_t* tokens) const {
  return tables_->weapons.longest(words, at, false, tokens);
}

bool Lexicon::is_title(std::span<const std::string_view> words, std::size_t at,
                       std::uint32_t* tokens) const {
  return tables_->titles.longest(words, at, false, tokens) != nullptr;
}

bool Lexicon::is_given_name(std::string_view word) const {
  std::vector<FoldedPiece> pieces;
  fold_word(word, pieces);
  // "Jean-Pierre" is known by its first part.
  return !pieces.empty() && pieces[0].letters != WordCase::lower &&
         tables_->given_names.contains(pieces[0].text);
}

}  // namespace casus::extract

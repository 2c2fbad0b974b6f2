// The second half of loading a lexicon: what is checked and built once all its files are read.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extract/lexicon/fold.h"
#include "extract/lexicon/loader.h"

namespace casus::extract {
namespace {

enum class Inflect { nothing, verb, noun };

std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> words;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    if (space != 0) words.push_back(phrase.substr(0, space));
    if (space == std::string_view::npos) break;
    phrase.remove_prefix(space + 1);
  }
  return words;
}

// The word of a noun phrase that takes the plural: "claim of responsibility", "car bomb".
std::size_t noun_head(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 9> kPrepositions = {"of",   "for", "on", "to",  "in",
                                                             "with", "at",  "by", "from"};
  for (std::size_t i = 1; i < words.size(); ++i)
    if (std::ranges::count(kPrepositions, words[i]) > 0) return i - 1;
  return words.size() - 1;
}

// The verb itself: "sexually abuse", "not comment".
std::size_t verb_head(const std::vector<std::string_view>& words) {
  std::size_t head = 0;
  while (head + 1 < words.size() && (words[head].ends_with("ly") || words[head] == "not")) ++head;
  return head;
}

// Indexes every form of a phrase.
void index_phrase(PhraseIndex& index, std::string_view phrase, std::uint32_t entry, Inflect inflect,
                  Inflections& inflections) {
  std::vector<std::string_view> words = words_of(phrase);
  if (words.empty()) return;
  const std::size_t head = inflect == Inflect::noun   ? noun_head(words)
                           : inflect == Inflect::verb ? verb_head(words)
                                                      : 0;
  const std::string base(words[head]);
  std::vector<std::string> forms{base};
  if (inflect == Inflect::verb) {
    if (!inflections.knows_verb(base)) inflections.add_verb(base);
    forms = inflections.verb_forms(base);
  } else if (inflect == Inflect::noun) {
    if (!inflections.knows_noun(base)) inflections.add_noun(base);
    forms = inflections.noun_forms(base);
  }
  for (const std::string& form : forms) {
    words[head] = form;
    index.add(words, entry);
  }
}

template <class Entry>
void index_table(PhraseTable<Entry>& table, std::string Entry::*phrase, Inflect inflect,
                 Inflections& inflections) {
  for (std::uint32_t i = 0; i < table.entries.size(); ++i)
    index_phrase(table.index, table.entries[i].*phrase, i, inflect, inflections);
}

}  // namespace

std::unique_ptr<const Lexicon::Tables> LexiconLoader::finish() {
  check_references();
  index_names();
  index_phrases();
  index_offices();
  return std::move(tables_);
}

void LexiconLoader::check_references() const {
  for (const Reference& reference : actors_named_)
    if (tables_->actors.find(reference.id) == nullptr)
      critic_({reference.where, fmt::format("\"{}\" is no actor of the lexicon; expected the id of "
                                            "a country or of an actor.",
                                            reference.id)});
  for (const Reference& reference : places_named_)
    if (tables_->places.find(reference.id) == nullptr)
      critic_({reference.where, fmt::format("\"{}\" is no place of the lexicon; expected a "
                                            "country's code or a place's id.",
                                            reference.id)});
}

void LexiconLoader::index_names() {
  std::vector<NameLine> lines;
  for (std::uint32_t i = 0; i < actor_names_.size(); ++i)
    for (const Name& name : actor_names_[i])
      lines.push_back({name.rank, name.text, name.kind, i, kNoEntry});
  for (std::uint32_t i = 0; i < place_rank_.size(); ++i) {
    const PlaceEntry& place = tables_->places.entries[i];
    lines.push_back({place_rank_[i], place.name, NameKind::plain, kNoEntry, i});
    for (const std::string& alias : place.aliases)
      lines.push_back({place_rank_[i], alias, NameKind::plain, kNoEntry, i});
  }
  std::ranges::stable_sort(lines, {}, &NameLine::rank);
  for (const NameLine& line : lines)
    tables_->names.add(line.name, line.kind, line.actor, line.place);
  if (criticised_) tell_of_hidden(lines);
}

// As NameIndex has it: a later name is found instead of an earlier one of its spelling, but a
// metonym never instead of a proper name; actors and places do not hide each other.
void LexiconLoader::tell_of_hidden(const std::vector<NameLine>& names) const {
  std::map<std::string, const NameLine*> found;
  for (const NameLine& line : names) {
    std::string spelling = line.actor == kNoEntry ? "place" : "actor";
    for (const FoldedPiece& piece : fold_name(line.name))
      spelling += fmt::format(" {}{}", piece.text, static_cast<int>(piece.letters));
    const NameLine*& holder = found[spelling];
    const NameLine* before = std::exchange(holder, &line);
    if (before == nullptr || (before->actor == line.actor && before->place == line.place)) continue;
    if (line.kind == NameKind::metonym && before->kind != NameKind::metonym) {
      holder = before;
      continue;
    }
    const auto id = [&](const NameLine& of) {
      return of.actor == kNoEntry ? tables_->places.entries[of.place].id
                                  : tables_->actors.entries[of.actor].id;
    };
    const CellPlace& there = line_of_rank_[before->rank];
    critic_({line_of_rank_[line.rank],
             fmt::format("\"{}\" is found as {} from here on, no longer as {} of {}, line {}.",
                         line.name, id(line), id(*before), there.file, there.line),
             true});
  }
}

void LexiconLoader::index_phrases() {
  Lexicon::Tables& t = *tables_;
  index_table(t.agents, &AgentEntry::noun, Inflect::noun, t.inflections);
  index_table(t.verb_triggers, &TriggerEntry::phrase, Inflect::verb, t.inflections);
  index_table(t.noun_triggers, &TriggerEntry::phrase, Inflect::noun, t.inflections);
  for (std::size_t form = 0; form < t.cues.size(); ++form) {
    const auto kind = static_cast<CueEntry::Form>(form);
    index_table(t.cues[form], &CueEntry::phrase,
                kind == CueEntry::Form::verb   ? Inflect::verb
                : kind == CueEntry::Form::noun ? Inflect::noun
                                               : Inflect::nothing,
                t.inflections);
  }
  index_table(t.weapons, &WeaponEntry::noun, Inflect::noun, t.inflections);
  index_table(t.titles, &TitleEntry::title, Inflect::nothing, t.inflections);
}

void LexiconLoader::index_offices() {
  for (std::uint32_t i = 0; i < tables_->actors.entries.size(); ++i)
    for (const Office& office : tables_->actors.entries[i].offices)
      tables_->incumbents[tables_->office_key(office.title, office.affiliation)].push_back(
          {office.held, i});
}

}  // namespace casus::extract

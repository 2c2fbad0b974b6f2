#ifndef CASUS_EXTRACT_LEXICON_TABLES_H_
#define CASUS_EXTRACT_LEXICON_TABLES_H_

// What a loaded lexicon holds: the entries, and the indices that they are found by. Filled by
// LexiconLoader, read through Lexicon.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/lexicon/inflection.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/names.h"
#include "extract/lexicon/phrases.h"

namespace casus::extract {

// Entries of one table by id. A later entry of an id takes the place of the earlier one.
template <class Entry>
struct EntryTable {
  std::vector<Entry> entries;
  StringMap<std::uint32_t> by_id;

  Entry& put(const std::string& id, Entry entry) {
    const auto [known, fresh] = by_id.try_emplace(id, static_cast<std::uint32_t>(entries.size()));
    if (fresh) return entries.emplace_back(std::move(entry));
    return entries[known->second] = std::move(entry);
  }
  const Entry* find(std::string_view id) const {
    const auto known = by_id.find(id);
    return known == by_id.end() ? nullptr : &entries[known->second];
  }
};

// Entries found by a phrase.
template <class Entry>
struct PhraseTable : EntryTable<Entry> {
  PhraseIndex index;

  const Entry* longest(std::span<const std::string_view> words, std::size_t at, bool adverbs,
                       std::uint32_t* tokens) const {
    const PhraseIndex::Found found = index.longest(words, at, adverbs);
    if (tokens != nullptr) *tokens = found.tokens;
    return found.entry == kNoEntry ? nullptr : &this->entries[found.entry];
  }
};

struct TitleEntry {
  std::string title;
  std::string office;  // how the same office is called here: "secretary of defense" -> "defense
                       // minister"; empty: as the title itself
};

struct Incumbent {
  DayWindow held;
  std::uint32_t actor = kNoEntry;
};

struct Lexicon::Tables {
  EntryTable<ActorEntry> actors;
  EntryTable<PlaceEntry> places;
  NameIndex names;
  PhraseTable<AgentEntry> agents;
  PhraseTable<TriggerEntry> verb_triggers;
  PhraseTable<TriggerEntry> noun_triggers;
  std::array<PhraseTable<CueEntry>, 4> cues;  // by CueEntry::Form
  PhraseTable<WeaponEntry> weapons;
  PhraseTable<TitleEntry> titles;
  std::unordered_set<std::string, StringHash, std::equal_to<>> given_names;  // folded
  Inflections inflections;
  StringMap<std::vector<Incumbent>> incumbents;  // by office_key

  // "minister of foreign affairs", "foreign affairs minister" and "foreign minister" of "IRN" are
  // one office.
  std::string office_key(std::string_view title, std::string_view affiliation) const;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_TABLES_H_

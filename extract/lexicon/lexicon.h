#ifndef CASUS_EXTRACT_LEXICON_LEXICON_H_
#define CASUS_EXTRACT_LEXICON_LEXICON_H_

// What the extractor knows of the world and of news English, as data: extract/lexicon/data/*.tsv,
// built into the library, extended by a user's own files of the same format and by dictionaries of
// the field (docs/lexicon.md). A later line wins over an earlier one of the same id.
//
// Thread-safe once loaded; entries live as long as the lexicon.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/dates.h"

namespace casus::extract {

// An office or membership, held for a time.
struct Office {
  std::string title;        // "foreign minister"
  std::string affiliation;  // actor id that it belongs to: a country's or an organisation's
  DayWindow held;           // unknown ends are open
};

// What a dictionary of the field says of an actor for a time, by a code with dates.
struct CodedStanding {
  DayWindow held;           // unknown ends are open
  std::string country;      // ISO 3166-1 alpha-3
  std::string sector;       // PLOVER
  std::string affiliation;  // actor id of the state that it belongs to; empty if to none
};

// How an actor stood on a day. Views into its entry.
struct Standing {
  std::string_view role;  // title of its office
  std::string_view affiliation;
  std::string_view country;
  std::string_view sector;
};

struct ActorEntry {
  std::string id;    // "USA", "hamas", "pentagon", "lloyd-austin"; key: actor:<id>
  std::string name;  // canonical
  v1::ActorKind::Value kind = v1::ActorKind::unknown;
  std::string country;      // ISO 3166-1 alpha-3
  std::string sector;       // PLOVER: GOV MIL REB ...
  std::string affiliation;  // actor id it is part of or speaks for ("USA" for the Pentagon)
  std::vector<Office> offices;
  std::vector<CodedStanding> codes;
  std::vector<std::string> aliases;  // every other name it is found by, demonyms included
  std::string adjective;             // of a country: "Iraqi"; may be empty
};

struct PlaceEntry {
  std::string id;  // "IRQ", "IRQ:baghdad"; key: place:<id>
  std::string name;
  std::string country;
  std::string within;  // place id
  double latitude = 0;
  double longitude = 0;
  bool located = false;
  std::vector<std::string> aliases;
};

// What a name that was found may stand for. A capital is a place, and a metonym of its state.
struct NameMatch {
  std::uint32_t tokens = 0;           // how many words it covers
  const ActorEntry* actor = nullptr;  // as an actor, if it can be one
  const PlaceEntry* place = nullptr;  // as a place, if it can be one
  bool demonym = false;               // "Iraqi": an adjective, or its people
  bool metonym = false;               // "Washington", "the Kremlin" for a state
};

// A common noun that stands for actors: "troops", "rebels", "protesters", "spokesman".
struct AgentEntry {
  std::string noun;  // lower case, singular; may be several words ("security forces")
  v1::ActorKind::Value kind = v1::ActorKind::unknown;
  std::string sector;
  bool person = false;         // one human being: "minister", "gunman", "spokesman"
  bool speaks_for = false;     // speaks for an organisation: "spokesman", "spokeswoman"
  bool plural_source = false;  // crowd sources: "officials", "witnesses", "residents"
};

// A word that names an event, with where its actors stand.
struct TriggerEntry {
  std::string phrase;  // lemma, or several words: "open fire", "carry out"
  bool noun = false;
  std::string type;  // PLOVER: ASSAULT, ...
  std::string mode;  // may be empty
  // Argument slots in order of preference: "subject", "object", "agent", or a preposition that
  // introduces the phrase ("on", "against", "of", "by", "with"); "" ends the list.
  std::vector<std::string> initiator;
  std::vector<std::string> target;
  std::string weapon;  // implied weapon: "bomb" -> "bomb"; may be empty
  bool kills = false;  // the target is dead: "kill", "assassinate", "massacre"
  bool injures = false;
  bool needs_actor = false;  // an event only if its target or initiator is an actor ("meet", "hit")
  bool reciprocal = false;   // both are initiators: "meet", "clash", "agree"
};

// A word that introduces what somebody says.
struct CueEntry {
  std::string phrase;  // lemma, or several words: "according to", "call for"
  enum class Form { verb, noun, preposition, adjective } form = Form::verb;
  v1::StatementKind::Value kind = v1::StatementKind::other;
  v1::Stance::Value stance = v1::Stance::none;
  v1::Certainty::Value certainty = v1::Certainty::underspecified;
  // Where the content stands, in order of preference: "clause", "quote", "object", "infinitive",
  // "gerund", or a preposition ("of", "for", "as"); of a denial's object see claims.
  std::vector<std::string> content;
  std::vector<std::string> addressee;  // "object", or a preposition; empty if none
  std::string event_type;  // PLOVER type of the verbal event that it is (ACCUSE ...); may be empty
  bool weak = false;       // a statement only with a person or organisation as source and a clause
};

struct WeaponEntry {
  std::string noun;  // "rocket", "car bomb"
  std::string mode;  // PLOVER mode of an attack made with it
};

class Lexicon {
 public:
  // The built-in lexicon, and `extra` files after it. Throws InputError with file, line and what
  // was expected.
  static std::shared_ptr<const Lexicon> load(std::span<const std::filesystem::path> extra = {});

  // The longest name that begins at words[at], as written in the text. Names in capitals ("US",
  // "IS") match only capitals, other names need an initial capital. With `all_caps` case says
  // nothing, and names that are everyday words ("US", "WHO") need their dots. tokens == 0 if there
  // is none. A word joined by hyphens matches whole or not at all ("US-led": ask for its parts).
  NameMatch match_name(std::span<const std::string_view> words, std::size_t at,
                       bool all_caps = false) const;
  const ActorEntry* actor(std::string_view id) const;
  const PlaceEntry* place(std::string_view id) const;
  // The office that applied on `day` (the latest known one if the day is unknown, or nullptr).
  static const Office* office_on(const ActorEntry& actor, Day day);
  // Likewise what an actor's offices and codes say, and its entry where they are silent.
  static Standing standing_on(const ActorEntry& actor, Day day);
  // The holder of an office on a day: ("foreign minister", "IRN"); nullptr if not known.
  const ActorEntry* holder(std::string_view title, std::string_view affiliation, Day day) const;

  // Base form of an inflected word, by the irregular forms and rules of English; verbs known to the
  // lexicon first: "denied" -> "deny", "carried" -> "carry", "struck" -> "strike".
  std::string verb_lemma(std::string_view lower) const;
  std::string noun_lemma(std::string_view lower) const;

  // The longest entry whose words are the lemmas from words[at] on (lower case as written).
  // `tokens` gets its length.
  const AgentEntry* match_agent(std::span<const std::string_view> words, std::size_t at,
                                std::uint32_t* tokens) const;
  const TriggerEntry* match_trigger(std::span<const std::string_view> words, std::size_t at,
                                    bool noun, std::uint32_t* tokens) const;
  // `form` Form::verb takes inflected verbs; a multi-word phrase may be interrupted by adverbs, and
  // one with a gap ("hold ... responsible") covers what stands in it.
  const CueEntry* match_cue(std::span<const std::string_view> words, std::size_t at,
                            CueEntry::Form form, std::uint32_t* tokens) const;
  const WeaponEntry* match_weapon(std::span<const std::string_view> words, std::size_t at,
                                  std::uint32_t* tokens) const;
  // Titles that stand before a name: "president", "general", "secretary of defense".
  bool is_title(std::span<const std::string_view> words, std::size_t at,
                std::uint32_t* tokens) const;
  // Whether a word is a given name of a person, as far as is known.
  bool is_given_name(std::string_view word) const;

  // Eight hex digits over everything loaded; part of the extractor's version.
  const std::string& fingerprint() const { return fingerprint_; }

  struct Tables;
  explicit Lexicon(std::unique_ptr<const Tables> tables, std::string fingerprint);
  ~Lexicon();

 private:
  std::unique_ptr<const Tables> tables_;
  std::string fingerprint_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_LEXICON_H_

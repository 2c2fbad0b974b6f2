#ifndef CASUS_EXTRACT_LEXICON_LOADER_H_
#define CASUS_EXTRACT_LEXICON_LOADER_H_

// From the files of the lexicon to its tables: takes file after file, then builds the indices.
// Used once; not thread-safe.
//
// A mistake ends loading, unless there is a critic: it is told of all mistakes and of what is
// probably not meant (a name that is hidden, an entry that is replaced), and reading goes on.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/dictionary.h"
#include "extract/lexicon/reader.h"
#include "extract/lexicon/tables.h"

namespace casus::extract {

class LexiconLoader {
 public:
  explicit LexiconLoader(LexiconCritic critic = nullptr);

  // A file of tables, or a dictionary of the field (dictionary.h). Throws LexiconError on the first
  // mistake, if there is no critic. Gives the number of entries.
  std::uint32_t add_file(std::string_view name, std::string_view content);

  // Checks what entries say of each other, and builds the indices. Throws as `add_file` does.
  std::unique_ptr<const Lexicon::Tables> finish();

 private:
  struct Name {
    std::string text;
    NameKind kind = NameKind::plain;
    std::uint32_t rank = 0;  // of the line that gave it: later names win
  };
  // A name with whose it is: of an actor or of a place, by their positions.
  struct NameLine {
    std::uint32_t rank;
    std::string_view name;
    NameKind kind;
    std::uint32_t actor;
    std::uint32_t place;
  };
  // A cell that names another entry, which may come in a later file.
  struct Reference {
    std::string id;
    CellPlace where;
  };

  class DictionaryLoader;

  std::uint32_t add_tables(std::string_view file, std::string_view content);
  std::uint32_t add_dictionary(std::string_view file, std::string_view content,
                               LexiconFormat format);
  void take(const LexiconRow& row);
  void take_country(const LexiconRow& row);
  void take_actor(const LexiconRow& row);
  void take_person(const LexiconRow& row);
  void take_place(const LexiconRow& row);
  void take_aliases(const LexiconRow& row);
  void take_agent(const LexiconRow& row);
  void take_trigger(const LexiconRow& row);
  void take_cue(const LexiconRow& row);
  void take_weapon(const LexiconRow& row);
  void take_title(const LexiconRow& row);
  void take_given_names(const LexiconRow& row);
  void take_verb(const LexiconRow& row);
  void take_noun(const LexiconRow& row);

  void put_actor(ActorEntry entry, std::vector<Name> names);
  PlaceEntry& put_place(PlaceEntry entry);
  // Tells of what a line defines anew.
  void define(const LexiconRow& row, std::string_view column, std::string_view what,
              std::string_view id);
  void check_references() const;
  void index_names();
  void tell_of_hidden(const std::vector<NameLine>& names) const;
  void index_offices();
  void index_phrases();

  LexiconCritic critic_;
  bool criticised_;  // someone wants to know it all
  std::unique_ptr<Lexicon::Tables> tables_;
  std::vector<std::vector<Name>> actor_names_;  // by position of the entry
  std::vector<std::uint32_t> place_rank_;       // likewise
  std::uint32_t rank_ = 0;                      // of the line being read
  std::vector<CellPlace> line_of_rank_;         // if criticised
  std::map<std::string, CellPlace> defined_;    // likewise: where, by what it is and its id
  std::vector<Reference> actors_named_;
  std::vector<Reference> places_named_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_LOADER_H_

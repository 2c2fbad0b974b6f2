#ifndef CASUS_EXTRACT_LEXICON_LOADER_H_
#define CASUS_EXTRACT_LEXICON_LOADER_H_

// From the files of the lexicon to its tables: takes file after file, then builds the indices.
// Used once; not thread-safe.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/reader.h"
#include "extract/lexicon/tables.h"

namespace casus::extract {

class LexiconLoader {
 public:
  LexiconLoader();

  // Throws InputError on the first cell that is not what it must be.
  void add_file(std::string_view name, std::string_view content);

  // Checks what entries say of each other, and builds the indices.
  std::unique_ptr<const Lexicon::Tables> finish();

 private:
  struct Name {
    std::string text;
    NameKind kind = NameKind::plain;
    std::uint32_t rank = 0;  // of the line that gave it: later names win
  };
  // A cell that names another entry, which may come in a later file.
  struct Reference {
    std::string id;
    CellPlace where;
  };

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

  void put_actor(const LexiconRow& row, ActorEntry entry, std::vector<Name> names);
  void put_place(PlaceEntry entry);
  void check_references() const;
  void index_names();
  void index_offices();
  void index_phrases();

  std::unique_ptr<Lexicon::Tables> tables_;
  std::vector<std::vector<Name>> actor_names_;  // by position of the entry
  std::vector<std::uint32_t> place_rank_;       // likewise
  std::uint32_t rank_ = 0;                      // of the line being read
  std::vector<Reference> actors_named_;
  std::vector<Reference> places_named_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_LOADER_H_

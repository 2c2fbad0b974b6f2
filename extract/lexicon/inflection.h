#ifndef CASUS_EXTRACT_LEXICON_INFLECTION_H_
#define CASUS_EXTRACT_LEXICON_INFLECTION_H_

// Inflected forms of English verbs and nouns, both ways: by the irregular forms and known words
// that it was given, else by rule. Words are in lower case. Filled once, then read by any number of
// threads; a look-up is one hash of the word.

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/names.h"

namespace casus::extract {

class Inflections {
 public:
  // Empty `past` or `participle`: regular. Several past forms: "hung", then "hanged" by another
  // call; the forms of all calls are known.
  void add_verb(std::string_view base, std::string_view past = {},
                std::string_view participle = {});
  void add_noun(std::string_view singular, std::string_view plural_form = {});

  bool knows_verb(std::string_view base) const { return verb_forms_.contains(base); }
  bool knows_noun(std::string_view singular) const { return noun_forms_.contains(singular); }

  // All forms, the base first.
  std::vector<std::string> verb_forms(std::string_view base) const;
  std::vector<std::string> noun_forms(std::string_view singular) const;

  std::string verb_lemma(std::string_view form) const;
  std::string noun_lemma(std::string_view form) const;

 private:
  StringMap<std::string> verb_of_form_;
  StringMap<std::string> noun_of_form_;
  StringMap<std::vector<std::string>> verb_forms_;
  StringMap<std::vector<std::string>> noun_forms_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_INFLECTION_H_

#ifndef CASUS_GRAPH_SPELLINGS_H_
#define CASUS_GRAPH_SPELLINGS_H_

// A name in whatever spelling. "Abdul Rahman", "Abd al-Rahman" and "Abdurrahmane", "Salahuddin" and
// "Salah ad-Din", "Kim Jong Un" and "Kim Jong-un" are written and pronounced as one; so are
// given names that neighbouring languages have in forms of their own ("Oleksandr", "Aleksandr").
// Thread-safe, no state.

#include <string>
#include <string_view>
#include <vector>

namespace casus {

struct Spelling {
  std::vector<std::string> words;  // romanised; articles such as "al" are left out
  std::string letters;             // the words, one after the other
  std::string sound;               // the same as it is pronounced (graph/sound.h)
  std::string skeleton;            // the consonants and digits of that
};
Spelling spelling_of(std::string_view name);

// "FARC" is the acronym of "Revolutionary Armed Forces of Colombia": two letters or more in
// capitals, which are the initials of the name's words, in this order or, as in a translation, in
// another.
bool is_acronym(std::string_view text);
bool stands_for(std::string_view acronym, std::string_view name);

}  // namespace casus

#endif  // CASUS_GRAPH_SPELLINGS_H_

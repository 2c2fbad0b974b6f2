#ifndef CASUS_GRAPH_PASSAGE_WORDS_H_
#define CASUS_GRAPH_PASSAGE_WORDS_H_

// The words by which two passages on one thing are known: those that carry meaning, and proper
// names, which tell most. Thread-safe, no state.

#include <set>
#include <string>
#include <string_view>

namespace casus {

using Words = std::set<std::string>;

// Words that carry meaning, normalised, in one form for singular and plural, past and present.
void add_content_words(std::string_view text, Words& words);

// Words written as names are, in capitals where no sentence begins; no months and days of the week.
// In a language that writes other words so, too, they are among them.
void add_name_words(std::string_view text, Words& names);

}  // namespace casus

#endif  // CASUS_GRAPH_PASSAGE_WORDS_H_

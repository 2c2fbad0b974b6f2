#ifndef CASUS_EXTRACT_LEXICON_CHECK_H_
#define CASUS_EXTRACT_LEXICON_CHECK_H_

// All that is wrong with a user's files of the lexicon, by the rules of loading: what
// `Lexicon::load` would stop at, and beyond it. Loading takes two entries of one id in a file,
// the later one; here that is a mistake. What a dictionary of the field holds and casus does not
// understand is noted. Thread-safe, no state.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/dictionary.h"
#include "extract/lexicon/problem.h"

namespace casus::extract {

struct LexiconFileReport {
  std::string path;
  LexiconFormat format = LexiconFormat::tables;
  std::uint32_t entries = 0;
  std::uint32_t mistakes = 0;
  std::uint32_t notes = 0;
  std::vector<LexiconProblem> problems;  // the first of them, by line
};

// Of each file, in their order; read one after the other, behind the built-in lexicon. At most
// `limit` problems of a file are kept, all are counted. A file that cannot be read is a mistake.
std::vector<LexiconFileReport> check_lexicon(std::span<const std::filesystem::path> files,
                                             std::size_t limit);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_CHECK_H_

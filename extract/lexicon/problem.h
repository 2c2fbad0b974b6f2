#ifndef CASUS_EXTRACT_LEXICON_PROBLEM_H_
#define CASUS_EXTRACT_LEXICON_PROBLEM_H_

// What is wrong with a file of the lexicon, or worth knowing about it, and where. No state.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/error.h"

namespace casus::extract {

// Where something stands.
struct CellPlace {
  std::string file;
  std::uint32_t line = 0;   // 0: the file as a whole
  std::string_view column;  // of a table's shape; empty: the line as a whole

  std::string text() const;  // FILE, line L, column "C"
};

struct LexiconProblem {
  CellPlace where;
  std::string reason;  // sentences: what is wrong and what was expected
  bool note = false;   // taken all the same

  std::string text() const;  // where, colon, reason
};

// A mistake, thrown.
class LexiconError : public InputError {
 public:
  explicit LexiconError(LexiconProblem problem, std::string_view piece = {})
      : InputError(problem.text()), problem_(std::move(problem)), piece_(piece) {}
  const LexiconProblem& problem() const { return problem_; }
  // The piece of a list that is wrong; empty: the cell. Valid only while the file is being read.
  std::string_view piece() const { return piece_; }

 private:
  LexiconProblem problem_;
  std::string_view piece_;
};

// Who is told of problems. One that throws ends the reading; otherwise it goes on behind them.
using LexiconCritic = std::function<void(const LexiconProblem&)>;

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LEXICON_PROBLEM_H_

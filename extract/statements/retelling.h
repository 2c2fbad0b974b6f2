#ifndef CASUS_EXTRACT_STATEMENTS_RETELLING_H_
#define CASUS_EXTRACT_STATEMENTS_RETELLING_H_

// What an article says twice: in its headline, or in a summary at its end. No state; belongs to the
// thread of its reading.

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

// The statements of an article by the words that tell one from another.
class Repetitions {
 public:
  // Whether the text has said it before: who accuses whom of what, in half of the words. Nobody is
  // held to repeat themselves who merely says something.
  bool repeats(const Reading& reading, const std::vector<StatementDraft>& done,
               const StatementDraft& next) const;
  // `words` are among those of the draft, which is the `which`th of those that are done.
  void add(std::size_t which, const StatementDraft& draft, const std::set<std::string_view>& words);

 private:
  using Act = std::tuple<int, int, v1::StatementKind::Value>;  // speaker, addressee, kind
  static Act act_of(const StatementDraft& draft) {
    return {draft.speaker, draft.addressee, draft.kind};
  }
  std::map<Act, std::map<std::string_view, std::vector<std::size_t>>> done_;
};

// The words by which two contents are compared.
std::set<std::string_view> telling_words(const Document& document,
                                         const std::vector<Range>& content);

// The statement of the text that a headline tells once more, in fewer words and often by the name
// of whom the speaker speaks for; nullptr if it says something of its own, or is none.
StatementDraft* told_before(const Reading& reading, std::vector<StatementDraft>& done,
                            const StatementDraft& headline);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_RETELLING_H_

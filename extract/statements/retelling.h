#ifndef CASUS_EXTRACT_STATEMENTS_RETELLING_H_
#define CASUS_EXTRACT_STATEMENTS_RETELLING_H_

// What an article says twice: in its headline, or in a summary at its end. No state; belongs to the
// thread of its reading.

#include <vector>

#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

// Whether the text has said it before: who accuses whom of what, in half of the words. Nobody is
// held to repeat themselves who merely says something.
bool repeats(const Reading& reading, const std::vector<StatementDraft>& done,
             const StatementDraft& next);

// The statement of the text that a headline tells once more, in fewer words and often by the name
// of whom the speaker speaks for; nullptr if it says something of its own, or is none.
StatementDraft* told_before(const Reading& reading, std::vector<StatementDraft>& done,
                            const StatementDraft& headline);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_RETELLING_H_

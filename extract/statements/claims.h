#ifndef CASUS_EXTRACT_STATEMENTS_CLAIMS_H_
#define CASUS_EXTRACT_STATEMENTS_CLAIMS_H_

// From statements to claims: one proposition, with everyone in the article who
// asserts or denies it. Resolves what a denial denies ("the allegation", "any role in the attack").

#include <vector>

#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

// Appends claims (local keys "c1", ...) and sets `claim` and `stance` of the statements, and the
// status of initiators that a claim says or denies.
void make_claims(Reading& reading, const std::vector<EventMention>& events,
                 const std::vector<StatementDraft>& drafts, v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_CLAIMS_H_

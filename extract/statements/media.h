#ifndef CASUS_EXTRACT_STATEMENTS_MEDIA_H_
#define CASUS_EXTRACT_STATEMENTS_MEDIA_H_

// Which medium a statement comes through: "Petrov, quoted by Interfax, said", "Petrov told Reuters
// that", "it was shelled, Petrov said, according to Reuters", "Reuters reported, citing Petrov".
// No state.

#include <vector>

#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

// Fills in `via` of the statements. A medium that is said to cite somebody without his words being
// told once more ("..., Reuters reported, citing Petrov") makes that one the speaker of what it
// reports: the statement that has nothing but his name for its content becomes his.
void find_media(Reading& reading, std::vector<StatementDraft>& drafts,
                v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_MEDIA_H_

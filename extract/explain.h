#ifndef CASUS_EXTRACT_EXPLAIN_H_
#define CASUS_EXTRACT_EXPLAIN_H_

// Explains what the coders made of an article, by looking up again what they looked up. No state.

#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/explanation.h"
#include "extract/reading.h"

namespace casus::extract {

// Of every event and statement, in their order. The spans of the annotation must be offsets in the
// document of the reading.
std::vector<Explanation> explain(const Reading& reading, const v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EXPLAIN_H_

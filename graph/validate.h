#ifndef CASUS_GRAPH_VALIDATE_H_
#define CASUS_GRAPH_VALIDATE_H_

// Checks of an annotation, from any extractor. Thread-safe.

#include <cstddef>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/fault.h"

namespace casus {

// What keeps an annotation out of a store, at most `limit` faults: sizes are bounded, text is
// UTF-8, offsets lie within it on character boundaries, references have their item, dates exist,
// keys are unique, types are PLOVER's, and every item says, or the items that refer to it say,
// where in the text it stands. The article's key may be empty. Cost: linear in the annotation's
// size.
std::vector<Fault> find_faults(const v1::ArticleAnnotation& annotation, std::size_t limit);

// Throws the first of them as InputError that names item and field (`events[2].trigger: ...`).
void validate(const v1::ArticleAnnotation& annotation);

}  // namespace casus

#endif  // CASUS_GRAPH_VALIDATE_H_

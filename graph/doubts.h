#ifndef CASUS_GRAPH_DOUBTS_H_
#define CASUS_GRAPH_DOUBTS_H_

// What is allowed in an annotation and probably not meant: what a writer of extractors wants to be
// told, and no store asks for. Thread-safe.

#include <cstddef>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/fault.h"

namespace casus {

// At most `limit` warnings; the annotation need not be valid. Cost: linear in its size.
std::vector<Fault> find_doubts(const v1::ArticleAnnotation& annotation, std::size_t limit);

// Those about spans: offsets that seem to count characters instead of bytes, spans that cut a word,
// spans that read other than the wording beside them.
void doubt_spans(const v1::ArticleAnnotation& annotation, FaultList& doubts);

}  // namespace casus

#endif  // CASUS_GRAPH_DOUBTS_H_

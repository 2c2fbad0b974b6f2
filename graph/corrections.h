#ifndef CASUS_GRAPH_CORRECTIONS_H_
#define CASUS_GRAPH_CORRECTIONS_H_

// What persons say about the items of one article, brought together with what an extractor said of
// it. The annotation stays as it came; what a correction is about is found in it again by its
// words, so that a correction outlives a change of the article elsewhere, and an extractor that
// numbers its items otherwise.
//
// Pure functions; annotations must be valid. Cost: linear in the annotation, times the ends.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"

namespace casus {

// How a correction tells the event, statement or claim of this global key; nullopt if the
// annotation has no such item.
std::optional<v1::CorrectionEnd> correction_end(const v1::ArticleAnnotation& annotation,
                                                std::string_view key);

// The global keys of the items that the ends are about, in the order of the ends; empty where there
// is none. First those whose key and words are still the same, then the first item of the same
// words in the same passage, then, for a claim, the first of the same wording; no two ends get the
// same item.
std::vector<std::string> find_items(const v1::ArticleAnnotation& annotation,
                                    const std::vector<v1::CorrectionEnd>& ends);

// The annotation without the items that `rejected` is about. What referred to one of them no longer
// does; a statement without its claim has no stance. What had its evidence from one of them keeps
// it: the article still names that actor there.
v1::ArticleAnnotation without_rejected(v1::ArticleAnnotation annotation,
                                       const std::vector<v1::CorrectionEnd>& rejected);

}  // namespace casus

#endif  // CASUS_GRAPH_CORRECTIONS_H_

#ifndef CASUS_CLI_RENDER_ANNOTATION_H_
#define CASUS_CLI_RENDER_ANNOTATION_H_

#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/explanation.h"

namespace casus::cli {

// One article's annotation for a person: its events, statements and claims, in the order in which
// the text tells them, each with its reasons if `why` has any. Throws InputError if the annotation
// is not sound. Thread-safe.
std::string render_annotation(const v1::ArticleAnnotation& annotation,
                              const std::vector<extract::Explanation>& why = {});

}  // namespace casus::cli

#endif  // CASUS_CLI_RENDER_ANNOTATION_H_

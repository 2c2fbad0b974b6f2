#ifndef CASUS_TESTS_GRAPH_SAMPLE_H_
#define CASUS_TESTS_GRAPH_SAMPLE_H_

#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus::tests {

// A small article, annotated: Norland's spokeswoman accuses Sudonia of shelling the town of Harbin
// Ferry, Sudonia denies. Every kind of node and edge occurs in it.
v1::ArticleAnnotation sample(const std::string& id = "sample-1");

// Where `words` stand in the article's text; fails the test if they do not.
v1::Span span_of(const v1::ArticleAnnotation& annotation, std::string_view words);

}  // namespace casus::tests

#endif  // CASUS_TESTS_GRAPH_SAMPLE_H_

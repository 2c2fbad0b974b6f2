#ifndef CASUS_EXTRACT_EXPLANATION_H_
#define CASUS_EXTRACT_EXPLANATION_H_

#include <string>
#include <vector>

namespace casus::extract {

// Why an event or a statement is in an annotation: the words, the entries of the lexicon that they
// meet and the grammar of their sentence. For people to read; the wording is no interface.
struct Explanation {
  std::string key;                   // of the event ("e1") or statement ("s3") in the annotation
  std::vector<std::string> reasons;  // a line each
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EXPLANATION_H_

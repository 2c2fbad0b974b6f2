#ifndef CASUS_TESTS_STORAGE_PAIRS_H_
#define CASUS_TESTS_STORAGE_PAIRS_H_

// Pairs of reports that must be linked, or must not, kept as text in tests/storage/pairs (its
// README.md says how they are written).

#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"

namespace casus::tests {

struct Pair {
  bool meet = false;
  std::string why;
  std::string where;  // file and line
  // Each with one item to compare: the claim or event of local key "x", or else its actor.
  v1::ArticleAnnotation one;
  v1::ArticleAnnotation other;
};

// Throws std::runtime_error that names the line of what cannot be read.
std::vector<Pair> read_pairs(const std::string& file);

}  // namespace casus::tests

#endif  // CASUS_TESTS_STORAGE_PAIRS_H_

#ifndef CASUS_TESTS_STORAGE_DUMP_H_
#define CASUS_TESTS_STORAGE_DUMP_H_

// Everything that a snapshot answers, by keys, as sorted lines: once asked of a snapshot, once
// worked out naively from the annotations that should be in it.

#include <map>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "storage/snapshot.h"

namespace casus::storage {

using Articles = std::map<std::string, v1::ArticleAnnotation>;  // by key

std::vector<std::string> dump(const Snapshot& snapshot);
std::vector<std::string> expected_dump(const Articles& articles);

}  // namespace casus::storage

#endif  // CASUS_TESTS_STORAGE_DUMP_H_

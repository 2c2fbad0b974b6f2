#ifndef CASUS_TESTS_STORAGE_DUMP_H_
#define CASUS_TESTS_STORAGE_DUMP_H_

// Everything that a snapshot answers, by keys, as sorted lines: once asked of a snapshot, once
// worked out naively from the annotations and corrections that should be in it.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"
#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "graph/same_as.h"
#include "storage/snapshot.h"

namespace casus::storage {

using Articles = std::map<std::string, v1::ArticleAnnotation>;  // by key

// The SAME_AS edges that a store of these fingerprints holds, by the words of storage/links.h and
// with no index; `published` by article. What persons decided on is no link of the rule's.
struct Persons {
  std::set<std::string> split_off;  // keys
  std::function<bool(const Fingerprint&, const Fingerprint&)> decide;
};
std::vector<v1::Edge> expected_links(const std::vector<Fingerprint>& prints,
                                     const std::map<std::string, Day>& published,
                                     const Persons& persons = {});

std::vector<std::string> dump(const Snapshot& snapshot);
std::vector<std::string> expected_dump(const Articles& articles,
                                       const std::vector<v1::Correction>& corrections = {});

}  // namespace casus::storage

#endif  // CASUS_TESTS_STORAGE_DUMP_H_

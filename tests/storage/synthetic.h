#ifndef CASUS_TESTS_STORAGE_SYNTHETIC_H_
#define CASUS_TESTS_STORAGE_SYNTHETIC_H_

// Made-up annotations for tests: few actors and places, so that articles share them, disagree on
// their names and tell of the same events.

#include <cstdint>
#include <memory>
#include <string>

#include "casus/v1/annotation.pb.h"
#include "storage/store.h"
#include "tests/support/temp_dir.h"

namespace casus::storage {

// The same numbers always give the same annotation; another seed gives another version of the
// article. `size` 1 is about 20 nodes and 60 edges; with a `world` of n, news are spread over n
// times as many days, and fewer articles tell of the same.
v1::ArticleAnnotation synthetic(std::uint32_t article, std::uint32_t seed, std::uint32_t size = 1,
                                std::uint32_t world = 1);

// A store in memory with the first so many of them.
std::unique_ptr<Store> filled(std::uint32_t articles);

using tests::TempDir;

}  // namespace casus::storage

#endif  // CASUS_TESTS_STORAGE_SYNTHETIC_H_

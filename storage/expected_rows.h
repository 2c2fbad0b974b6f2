#ifndef CASUS_STORAGE_EXPECTED_ROWS_H_
#define CASUS_STORAGE_EXPECTED_ROWS_H_

// What should be in a store, worked out again from its annotations; for checks. Private to storage.
//
// Ids are taken from the store, whichever they are, as is the work of finding what a node is to be
// compared with: both are among the rows that are checked.

#include <cstdint>
#include <functional>
#include <string>

#include "storage/derive.h"
#include "storage/engine.h"

namespace casus::storage {

// A row, and how often it is to be counted: a contribution to a shared node comes once for each
// article, with an empty value.
using RowSink = std::function<void(const Row& row, std::uint64_t weight)>;
using FindingSink = std::function<void(const std::string& what)>;

// Calls `sink` with every row that follows from the annotations, in no order, and `find` with what
// is wrong with them. Gives the number of articles. Memory: one article, or one shared node.
std::uint64_t expected_rows(const EngineSnapshot& snapshot, const RowSink& sink,
                            const FindingSink& find, const ArticleProgress& progress = {});

}  // namespace casus::storage

#endif  // CASUS_STORAGE_EXPECTED_ROWS_H_

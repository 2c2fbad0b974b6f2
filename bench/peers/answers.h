#ifndef CASUS_BENCH_PEERS_ANSWERS_H_
#define CASUS_BENCH_PEERS_ANSWERS_H_

// The questions of the workload, put to a store.

#include <filesystem>

#include "bench/peers/results.h"
#include "storage/snapshot.h"

namespace casus::bench {

void answer_all(const storage::Snapshot& snapshot, const std::filesystem::path& data,
                Results& results);

}  // namespace casus::bench

#endif  // CASUS_BENCH_PEERS_ANSWERS_H_

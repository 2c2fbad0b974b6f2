#ifndef CASUS_QUERY_COPIES_H_
#define CASUS_QUERY_COPIES_H_

// Which articles are near-copies of one another: agency reports that many outlets print. Keeps what
// it has read, so use one for one question; one thread; must not outlive its snapshot.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

class Copies {
 public:
  explicit Copies(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}

  // How many of these articles (by key) are independent: copies of one text count once, and so do
  // those that have it from one medium, as `had_from` says by article. Two are copies if they share
  // about half of the runs of words of the shorter; of texts of a line or two that cannot be told.
  // Costs reading the first 4 KiB of each article once.
  std::size_t independent(const std::vector<std::string>& articles,
                          const std::map<std::string, std::string>& had_from = {});

 private:
  // Hashes of a part of the runs of words, the same part in every text.
  using Sketch = std::vector<std::uint64_t>;
  const Sketch& sketch(const std::string& article);

  const storage::Snapshot& snapshot_;
  std::unordered_map<std::string, Sketch> sketches_;  // by article
};

}  // namespace casus::query

#endif  // CASUS_QUERY_COPIES_H_

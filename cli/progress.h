#ifndef CASUS_CLI_PROGRESS_H_
#define CASUS_CLI_PROGRESS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/stopwatch.h"

namespace casus::cli {

// "1,200 of 5,000 articles, 300 a second, 0:12 left"; without a total (0)
// "1,200 articles, 300 a second".
std::string progress_line(std::string_view unit, std::uint64_t done, std::uint64_t total,
                          double seconds);

// Says on a terminal's standard error how far long work is: from its second second on, ten times a
// second at most, on one line that is gone at the end. Threads: one at a time.
class Progress {
 public:
  // `total` 0: not known.
  Progress(std::string_view unit, std::uint64_t total, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void operator()(std::uint64_t done);

 private:
  const std::string unit_;
  const std::uint64_t total_;
  const bool wanted_;
  bool shown_ = false;
  Stopwatch since_start_;
  Stopwatch since_shown_;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_PROGRESS_H_

#ifndef CASUS_CLI_STOPWATCH_H_
#define CASUS_CLI_STOPWATCH_H_

#include <chrono>

namespace casus::cli {

// Seconds since it was made.
class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace casus::cli

#endif  // CASUS_CLI_STOPWATCH_H_

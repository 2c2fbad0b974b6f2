#ifndef CASUS_BENCH_PEERS_RESULTS_H_
#define CASUS_BENCH_PEERS_RESULTS_H_

// What one run measured, as the driver of the comparison reads it: seconds by name, and of each
// question the milliseconds and a checksum of every answer, by which stores are compared.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "bench/peers/workload.h"

namespace casus::bench {

inline double now() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

inline double setting(const char* name, double otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atof(value);
}

inline constexpr std::uint64_t kModulus = 2147483647;
inline std::uint64_t fold(std::uint64_t sum, std::uint64_t value) {
  return (sum * 31 + value) % kModulus;
}

class Results {
 public:
  void number(const std::string& name, double value) {
    add(name, fmt::format("{:.6g}", value));
    std::cerr << fmt::format("  {} {:.4g}\n", name, value);
  }
  void list(const std::string& name, const std::vector<std::uint64_t>& values) {
    add(name, fmt::format("[{}]", fmt::join(values, ",")));
  }

  // Asks with each row of parameters until the time for one question is spent.
  using Question = std::function<std::uint64_t(const std::vector<std::uint32_t>&)>;
  void ask(const std::string& name, const Parameters& rows, const Question& question) {
    const double limit = setting("QLIMIT", 10);
    const double begin = now();
    std::vector<double> times;
    std::vector<std::uint64_t> sums;
    for (const auto& row : rows) {
      const double start = now();
      sums.push_back(question(row));
      const double end = now();
      times.push_back((end - start) * 1e3);
      if (end - begin > limit) break;
    }
    add(name,
        fmt::format(R"({{"ms":[{:.5g}],"h":[{}]}})", fmt::join(times, ","), fmt::join(sums, ",")));
    std::sort(times.begin(), times.end());
    const double median = times.empty() ? 0 : times[times.size() / 2];
    std::cerr << fmt::format("  {} n={} median {:.4g} ms\n", name, times.size(), median);
  }

  void write(const std::string& path) const { std::ofstream(path) << "{" << members_ << "}\n"; }

 private:
  void add(const std::string& name, const std::string& value) {
    members_ += fmt::format("{}\"{}\":{}", members_.empty() ? "" : ",\n", name, value);
  }
  std::string members_;
};

}  // namespace casus::bench

#endif  // CASUS_BENCH_PEERS_RESULTS_H_

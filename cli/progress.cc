#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/text.h"

namespace casus::cli {
namespace {

bool on_terminal() {
  const char* term = std::getenv("TERM");
  return isatty(STDERR_FILENO) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

// "0:07", "1:02:03"
std::string clock(std::uint64_t seconds) {
  const std::uint64_t hours = seconds / 3600;
  const std::uint64_t minutes = seconds / 60 % 60;
  return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, seconds % 60)
                   : fmt::format("{}:{:02}", minutes, seconds % 60);
}

}  // namespace

std::string progress_line(std::string_view unit, std::uint64_t done, std::uint64_t total,
                          double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string line = with_thousands(done);
  if (total > 0) line += " of " + with_thousands(total);
  line += fmt::format(
      " {}, {} a second", unit,
      rate < 10 ? fmt::format("{:.1f}", rate) : with_thousands(static_cast<std::uint64_t>(rate)));
  if (total > done && rate > 0) {
    const double left = static_cast<double>(total - done) / rate;
    line += fmt::format(", {} left", clock(static_cast<std::uint64_t>(left + 0.5)));
  }
  return line;
}

Progress::Progress(std::string_view unit, std::uint64_t total, bool quiet)
    : unit_(unit), total_(total), wanted_(!quiet && on_terminal()) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::operator()(std::uint64_t done) {
  if (!wanted_ || since_start_.seconds() < 1 || since_shown_.seconds() < 0.1) return;
  since_shown_ = {};
  shown_ = true;
  std::cerr << '\r' << progress_line(unit_, done, total_, since_start_.seconds()) << "\033[K"
            << std::flush;
}

}  // namespace casus::cli

#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace casus::cli {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;

Colours chosen = Colours::automatic;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool colours_wanted(bool terminal) {
  if (chosen != Colours::automatic) return chosen == Colours::always;
  const std::string_view term = environment("TERM");
  return terminal && environment("NO_COLOR").empty() && !term.empty() && term != "dumb";
}

}  // namespace

OutputStyle output_style() {
  OutputStyle style;
  style.terminal = isatty(STDOUT_FILENO) != 0;
  style.colours = colours_wanted(style.terminal);
  winsize size{};
  std::size_t columns = 0;
  if (style.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
    style.height = size.ws_row;
  }
  const char* stated = std::getenv("COLUMNS");
  if (const int value = stated == nullptr ? 0 : std::atoi(stated); value > 0) {
    columns = static_cast<std::size_t>(value);
  }
  if (columns > 0) style.width = std::clamp(columns, kNarrowest, kWidest);
  return style;
}

void choose_colours(Colours choice) { chosen = choice; }

}  // namespace casus::cli

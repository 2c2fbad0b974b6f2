#ifndef CASUS_CLI_TERMINAL_H_
#define CASUS_CLI_TERMINAL_H_

// What standard output is like, and so what is printed there.

#include <cstddef>

namespace casus::cli {

struct OutputStyle {
  bool terminal = false;
  bool colours = false;
  std::size_t width = 100;  // of text, in columns
  std::size_t height = 0;   // of the terminal, in lines; 0: not known
};

// Colours go to a terminal that knows them (TERM), unless NO_COLOR says otherwise; `always` and
// `never` overrule both.
enum class Colours { automatic, always, never };

// Width: COLUMNS, else the terminal's, kept between what can and what likes to be read.
OutputStyle output_style();

// For the whole process, before anything is printed. Not thread-safe.
void choose_colours(Colours choice);

}  // namespace casus::cli

#endif  // CASUS_CLI_TERMINAL_H_

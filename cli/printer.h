#ifndef CASUS_CLI_PRINTER_H_
#define CASUS_CLI_PRINTER_H_

// Answers for a person: wrapped at the terminal's width, evidence in quotation marks with where it
// stands. Colours only on a terminal, and not with NO_COLOR. Everything that is printed passes
// through `printable`.
// Threads: one at a time. Does not own its stream.

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/terminal.h"

namespace casus::cli {

enum class Tone { plain, strong, faint, good, bad };

class Printer {
 public:
  Printer(std::ostream& out, const OutputStyle& style) : out_(out), style_(style) {}
  // As wide and as colourful as standard output is; `out` may collect what goes there later.
  static Printer for_stdout();
  static Printer for_stdout(std::ostream& out);

  // One paragraph; lines after the first stand `hang` columns further in.
  void paragraph(std::size_t indent, std::string_view text, Tone tone = Tone::plain,
                 std::size_t hang = 0);
  // A label in a column of `label_columns`, and its text wrapped beside it.
  void labelled(std::size_t indent, std::size_t label_columns, std::string_view label,
                std::string_view text, Tone text_tone = Tone::plain);
  // One line of a table: each text in a column of so many, which a longer one overruns.
  void row(std::size_t indent, const std::vector<std::pair<std::string, std::size_t>>& cells);
  // The passage in quotation marks, and below it outlet, date and article.
  void quote(std::size_t indent, const v1::Quote& quote);
  void blank() { out_ << '\n'; }

 private:
  // What is left of the width, beside `indent` columns.
  std::size_t room(std::size_t indent) const;

  std::ostream& out_;
  const OutputStyle style_;
};

// In the tone's colours, if the style has colours; on a terminal, with directions isolated. `text`
// must be printable.
std::string toned(std::string text, Tone tone, const OutputStyle& style);

}  // namespace casus::cli

#endif  // CASUS_CLI_PRINTER_H_

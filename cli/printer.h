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

#include "casus/v1/answer.pb.h"

namespace casus::cli {

enum class Tone { plain, strong, faint, good, bad };

class Printer {
 public:
  Printer(std::ostream& out, std::size_t width, bool colours)
      : out_(out), width_(width), colours_(colours) {}
  // As wide and as colourful as standard output is; `out` may collect what goes there later.
  static Printer for_stdout();
  static Printer for_stdout(std::ostream& out);

  // One paragraph; lines after the first stand `hang` columns further in.
  void paragraph(std::size_t indent, std::string_view text, Tone tone = Tone::plain,
                 std::size_t hang = 0);
  // A label in a column of `label_columns`, and its text wrapped beside it.
  void labelled(std::size_t indent, std::size_t label_columns, std::string_view label,
                std::string_view text, Tone text_tone = Tone::plain);
  // The passage in quotation marks, and below it outlet, date and article.
  void quote(std::size_t indent, const v1::Quote& quote);
  void blank() { out_ << '\n'; }

 private:
  std::string toned(std::string text, Tone tone) const;

  std::ostream& out_;
  std::size_t width_;
  bool colours_;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_PRINTER_H_

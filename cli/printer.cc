#include "cli/printer.h"

#include <iostream>
#include <vector>

#include "cli/terminal.h"
#include "cli/text.h"

namespace casus::cli {
namespace {

std::size_t room(std::size_t width, std::size_t indent) {
  return width > indent + 20 ? width - indent : 20;
}

}  // namespace

Printer Printer::for_stdout() { return for_stdout(std::cout); }

Printer Printer::for_stdout(std::ostream& out) {
  const OutputStyle style = output_style();
  return {out, style.width, style.colours};
}

std::string Printer::toned(std::string text, Tone tone) const {
  if (!colours_ || tone == Tone::plain || text.empty()) return text;
  const char* code = "";
  switch (tone) {
    case Tone::plain:
      break;
    case Tone::strong:
      code = "\033[1m";
      break;
    case Tone::faint:
      code = "\033[2m";
      break;
    case Tone::good:
      code = "\033[32m";
      break;
    case Tone::bad:
      code = "\033[31m";
      break;
  }
  return code + std::move(text) + "\033[0m";
}

void Printer::paragraph(std::size_t indent, std::string_view text, Tone tone, std::size_t hang) {
  std::string margin(indent, ' ');
  bool first = true;
  for (std::string& line : wrap(printable(text), room(width_, indent + hang))) {
    out_ << margin << toned(std::move(line), tone) << '\n';
    if (first) margin.append(hang, ' ');
    first = false;
  }
}

void Printer::labelled(std::size_t indent, std::size_t label_columns, std::string_view label,
                       std::string_view text, Tone text_tone) {
  const std::size_t text_indent = indent + label_columns + 2;
  std::vector<std::string> lines = wrap(printable(text), room(width_, text_indent));
  if (lines.empty()) lines.emplace_back();
  out_ << std::string(indent, ' ') << toned(padded(printable(label), label_columns), Tone::faint)
       << "  " << toned(std::move(lines[0]), text_tone) << '\n';
  for (std::size_t i = 1; i < lines.size(); ++i) {
    out_ << std::string(text_indent, ' ') << toned(std::move(lines[i]), text_tone) << '\n';
  }
}

void Printer::quote(std::size_t indent, const v1::Quote& quote) {
  paragraph(indent, "“" + quote.quote() + "”");
  std::string source;
  for (const std::string& part : {quote.outlet(), quote.published(), quote.article()}) {
    if (part.empty()) continue;
    source += source.empty() ? "— " : ", ";
    source += part;
  }
  if (quote.part() == v1::TextPart::title) source += " (title)";
  paragraph(indent, source, Tone::faint);
}

}  // namespace casus::cli

#include "cli/printer.h"

#include <iostream>
#include <vector>

#include "cli/terminal.h"
#include "cli/text.h"

namespace casus::cli {
namespace {

constexpr std::size_t kLeastRoom = 20;

}  // namespace

Printer Printer::for_stdout() { return for_stdout(std::cout); }

Printer Printer::for_stdout(std::ostream& out) { return {out, output_style()}; }

std::size_t Printer::room(std::size_t indent) const {
  return style_.width > indent + kLeastRoom ? style_.width - indent : kLeastRoom;
}

std::string toned(std::string text, Tone tone, const OutputStyle& style) {
  if (style.terminal) text = isolated(text);
  if (!style.colours || tone == Tone::plain || text.empty()) return text;
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
  for (std::string& line : wrap(printable(text), room(indent + hang))) {
    out_ << margin << toned(std::move(line), tone, style_) << '\n';
    if (first) margin.append(hang, ' ');
    first = false;
  }
}

void Printer::labelled(std::size_t indent, std::size_t label_columns, std::string_view label,
                       std::string_view text, Tone text_tone) {
  const std::size_t text_indent = indent + label_columns + 2;
  std::vector<std::string> lines = wrap(printable(text), room(text_indent));
  if (lines.empty()) lines.emplace_back();
  out_ << std::string(indent, ' ')
       << toned(padded(printable(label), label_columns), Tone::faint, style_) << "  "
       << toned(std::move(lines[0]), text_tone, style_) << '\n';
  for (std::size_t i = 1; i < lines.size(); ++i) {
    out_ << std::string(text_indent, ' ') << toned(std::move(lines[i]), text_tone, style_) << '\n';
  }
}

void Printer::row(std::size_t indent,
                  const std::vector<std::pair<std::string, std::size_t>>& cells) {
  std::string line(indent, ' ');
  for (const auto& [text, width] : cells) line += padded(printable(text), width);
  out_ << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
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

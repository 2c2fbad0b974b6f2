#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/text.h"
#include "extract/lexicon/check.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  std::size_t limit = 100;
  std::vector<std::filesystem::path> paths;
};

std::string_view name_of(extract::LexiconFormat format) {
  switch (format) {
    case extract::LexiconFormat::tables:
      return "tables";
    case extract::LexiconFormat::actors:
      return "actors";
    case extract::LexiconFormat::agents:
      return "agents";
  }
  return {};
}

v1::LexiconReport message(const extract::LexiconFileReport& of) {
  v1::LexiconReport report;
  report.set_path(of.path);
  report.set_format(std::string(name_of(of.format)));
  report.set_entries(of.entries);
  report.set_mistakes(of.mistakes);
  report.set_notes(of.notes);
  for (const extract::LexiconProblem& problem : of.problems) {
    auto* finding = report.add_findings();
    finding->set_file(problem.where.file);
    finding->set_line(problem.where.line);
    finding->set_column(std::string(problem.where.column));
    finding->set_note(problem.note);
    finding->set_reason(problem.reason);
  }
  return report;
}

// "no note", "1 note", "1,204 notes"
std::string counted(std::uint32_t count, std::string_view what) {
  return count == 0 ? fmt::format("no {}", what)
                    : fmt::format("{} {}{}", with_thousands(count), what, count == 1 ? "" : "s");
}

void print(const extract::LexiconFileReport& report, Printer& printer) {
  for (const extract::LexiconProblem& problem : report.problems) {
    printer.paragraph(
        0,
        fmt::format("{}: {}{}", problem.where.text(), problem.note ? "note: " : "", problem.reason),
        problem.note ? Tone::plain : Tone::bad, 2);
  }
  const auto shown = static_cast<std::uint32_t>(report.problems.size());
  if (const std::uint32_t all = report.mistakes + report.notes; all > shown) {
    printer.paragraph(
        0, fmt::format("… and {} more; --limit shows more of them.", with_thousands(all - shown)),
        Tone::faint);
  }
  const std::string kind = report.format == extract::LexiconFormat::tables
                               ? std::string()
                               : fmt::format("dictionary of {}, ", name_of(report.format));
  printer.paragraph(
      0,
      fmt::format("{}: {}{} {}, {}, {}", report.path, kind, with_thousands(report.entries),
                  report.entries == 1 ? "entry" : "entries", counted(report.mistakes, "mistake"),
                  counted(report.notes, "note")),
      report.mistakes == 0 ? Tone::good : Tone::strong, 2);
}

int run(const Options& options) {
  Printer printer = Printer::for_stdout();
  bool mistaken = false;
  for (const auto& report : extract::check_lexicon(options.paths, options.limit)) {
    mistaken = mistaken || report.mistakes > 0;
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(message(report)) << '\n';
    } else {
      print(report, printer);
    }
  }
  return mistaken ? kBadInput : kDone;
}

}  // namespace

void add_lexicon(CLI::App& app, Session& session) {
  auto* group = app.add_subcommand("lexicon", "For those who add names and words: check them");
  group->require_subcommand(1);
  auto* command = group->add_subcommand(
      "check", "Name all mistakes in files for --lexicon, and what they hide of the built-in one");
  auto options = std::make_shared<Options>();
  command->add_option("file", options->paths, "in the order in which --lexicon is to read them")
      ->required()
      ->type_name("FILE");
  command->add_option("--limit", options->limit, "show at most so many findings of a file")
      ->capture_default_str()
      ->type_name("N");
  add_format(*command, options->format);
  command->footer(
      "The rules are those of --lexicon, which ends at the first mistake. docs/lexicon.md is the\n"
      "format's manual. Exit code 3 if there is a mistake; notes are what is taken and good to "
      "know,\n"
      "and what is not understood of a PETRARCH dictionary.\n"
      "Examples:\n"
      "  casus lexicon check my-names.tsv\n"
      "  casus lexicon check groups.tsv places.tsv      the second may refer to the first\n"
      "  casus lexicon check Phoenix.International.actors.txt\n"
      "  casus lexicon check --format json my-names.tsv | jq '.findings[] | {line, reason}'");
  command->callback([&session, options] { session.exit_code = run(*options); });
}

}  // namespace casus::cli

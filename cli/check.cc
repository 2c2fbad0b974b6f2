#include <fmt/format.h>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  std::size_t limit = 100;
};

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  storage::CheckReport report;
  {
    std::optional<Progress> progress;  // its total is known once the articles' turn has come
    report = store->check(options.limit, [&](std::uint64_t count, std::uint64_t total) {
      if (!progress) progress.emplace("articles", total, session.quiet);
      (*progress)(count);
    });
  }
  if (options.format == Format::json) {
    v1::CheckAnswer answer;
    answer.set_entries(static_cast<std::uint32_t>(report.entries));
    answer.set_articles(static_cast<std::uint32_t>(report.articles));
    answer.set_findings_total(static_cast<std::uint32_t>(report.findings_total));
    for (const storage::Finding& finding : report.findings) answer.add_findings(finding.what);
    std::cout << interchange::to_json_line(answer) << '\n';
  } else {
    Printer printer = Printer::for_stdout();
    for (const storage::Finding& finding : report.findings) {
      printer.paragraph(0, finding.what, Tone::bad, 2);
    }
    printer.paragraph(0, fmt::format("{} articles, {} entries: {}", with_thousands(report.articles),
                                     with_thousands(report.entries),
                                     report.findings_total == 0
                                         ? "every invariant holds"
                                         : fmt::format("{} findings", report.findings_total)));
  }
  return report.findings_total == 0 ? kDone : kStoreFault;
}

}  // namespace

void add_check(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "check", "Walk every invariant: what is derived follows from the annotations, and no more");
  auto options = std::make_shared<Options>();
  command->add_option("--limit", options->limit, "show at most so many findings")
      ->capture_default_str()
      ->type_name("N");
  add_format(*command, options->format);
  command->footer("Reads everything; exit code 4 if something is wrong.");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>

#include "casus/v1/answer.pb.h"
#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

int run(const Session& session, Format format) {
  storage::RebuildReport done;
  {
    const auto store = open_to_rebuild(session);
    std::optional<Progress> progress;  // its total is known once the rebuild has begun
    done = store->rebuild([&](std::uint64_t count, std::uint64_t total) {
      if (!progress) progress.emplace("articles", total, session.quiet);
      (*progress)(count);
    });
  }
  if (format == Format::json) {
    v1::RebuildReport report;
    report.set_articles(static_cast<std::uint32_t>(done.articles));
    for (const std::string& what : done.left_out) report.add_left_out(what);
    std::cout << interchange::to_json_line(report) << '\n';
  } else {
    Printer::for_stdout().paragraph(0,
                                    fmt::format("{} articles: everything derived is derived again",
                                                with_thousands(done.articles)));
    std::cout.flush();
    for (const std::string& what : done.left_out) std::cerr << "casus: " << printable(what) << '\n';
  }
  return done.left_out.empty() ? kDone : kBadInput;
}

}  // namespace

void add_rebuild(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "rebuild", "Derive everything again from the annotations and the corrections");
  auto format = std::make_shared<Format>(Format::text);
  add_format(*command, *format);
  command->footer(
      "For a store that an older version of casus made, or in which `casus check` finds something\n"
      "wrong. Answers stay the same. If it is cut off, run it again; until then the store answers\n"
      "nothing. Exit code 3 if some record could not be read: it is named, and taken out.\n\n"
      "Examples:\n"
      "  casus rebuild\n"
      "  casus --store archive rebuild --format json");
  command->callback([&session, format] { session.exit_code = run(session, *format); });
}

}  // namespace casus::cli

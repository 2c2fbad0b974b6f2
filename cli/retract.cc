#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <memory>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/commands.h"
#include "cli/printer.h"
#include "interchange/writers.h"
#include "query/retraction.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  std::string article;
};

int run(const Session& session, const Options& options) {
  const auto store = open_to_correct(session);
  const auto before = store->snapshot();
  const storage::NodeId article = find_article(*before, options.article);
  store->retract(before->key(article));
  const v1::RetractReport report = query::retraction(*before, *store->snapshot(), article);
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(report) << '\n';
    return kDone;
  }
  Printer printer = Printer::for_stdout();
  printer.paragraph(
      0, fmt::format("Took out “{}” ({}): {} events, {} statements, {} claims.",
                     report.title().empty() ? report.article() : report.title(), report.article(),
                     report.events(), report.statements(), report.claims()));
  if (report.forgotten_size() > 0) {
    std::vector<std::string> names;
    for (const v1::NodeRef& gone : report.forgotten()) names.push_back(gone.name());
    printer.paragraph(2, fmt::format("No other article names {}.", fmt::join(names, ", ")),
                      Tone::plain, 2);
  }
  printer.paragraph(2, "To have it back, ingest it again; corrections about it are kept.",
                    Tone::faint);
  return kDone;
}

}  // namespace

void add_retract(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "retract", "Take an article out: the graph is then the one that never saw it");
  auto options = std::make_shared<Options>();
  command->add_option("article", options->article, "its id or key, or how one of these begins")
      ->required()
      ->type_name("ARTICLE");
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus retract convoy-ambush.txt\n"
      "  casus retract article:3f2a9c1b7d40e5a1b2c3 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

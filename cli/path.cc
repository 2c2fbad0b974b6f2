#include "query/path.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <vector>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/printer.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  query::PathQuestion question;
  std::string a;
  std::string b;
  std::size_t count = 3;
  std::vector<std::string> without;
};

void render(Printer& printer, const v1::Path& path) {
  int number = 0;
  for (const v1::Path::Step& step : path.steps()) {
    printer.paragraph(0, fmt::format("{}. {}", ++number, step.text()), Tone::strong, 3);
    if (!step.reason().empty()) printer.paragraph(3, step.reason(), Tone::faint);
    if (step.has_quote()) printer.quote(3, step.quote());
  }
}

std::string nothing_links(const Options& options) {
  const query::PathQuestion& question = options.question;
  std::string text = fmt::format("Nothing links '{}' to '{}' in {} step{} or fewer", options.a,
                                 options.b, question.max_hops, question.max_hops == 1 ? "" : "s");
  if (!options.without.empty()) text += " without what --without leaves out";
  if (question.as_of.known()) text += " as of " + format_day(question.as_of);
  if (question.max_hops < query::kMaxHops) text += "; --max-hops allows more";
  return text + '.';
}

int run(const Session& session, const Options& options) {
  query::PathQuestion question = options.question;
  for (const std::string& kind : options.without) question.without.insert(*actor_kind(kind));
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const storage::NodeId a = find_node(*snapshot, options.a);
  const storage::NodeId b = find_node(*snapshot, options.b);
  if (a == b) {
    throw UsageError(
        fmt::format("'{}' and '{}' are the same node; a path leads from one to "
                    "another.",
                    options.a, options.b));
  }
  const auto paths = query::paths(*snapshot, a, b, question, options.count);
  if (paths.empty()) {
    throw NothingFound(nothing_links(options));
  }
  Printer printer = Printer::for_stdout();
  for (const v1::Path& path : paths) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(path) << '\n';
    } else {
      if (&path != &paths.front()) printer.blank();
      render(printer, path);
    }
  }
  return kDone;
}

}  // namespace

void add_path(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("path", "How two actors are linked, step by step");
  auto options = std::make_shared<Options>();
  command->add_option("a", options->a, "an actor, by any name or key; or any node")
      ->required()
      ->type_name("A");
  command->add_option("b", options->b, "another one")->required()->type_name("B");
  command->add_option("--max-hops", options->question.max_hops, "at most so many steps")
      ->check(CLI::Range(1U, query::kMaxHops).description(""))
      ->capture_default_str()
      ->type_name("N");
  command->add_option("--paths", options->count, "at most so many explanations")
      ->check(CLI::Range(std::size_t{1}, std::size_t{20}).description(""))
      ->capture_default_str()
      ->type_name("N");
  command
      ->add_option("--without", options->without,
                   "through no actor of this kind: country, intergovernmental, ...; once for each")
      ->type_name("KIND");
  add_as_of(*command, options->question.as_of);
  add_format(*command, options->format);
  command->footer(
      "Chains of what actors do, say and belong to; where there is none, through a place; where\n"
      "there is none either, through an article that merely names both. Each leads through other\n"
      "events and statements; first a short one that many articles report.\n"
      "Examples:\n"
      "  casus path Rwanda M23\n"
      "  casus path Hezbollah Houthis --without country\n"
      "  casus path Tehran \"Jaish al-Adl\" --as-of 2024-02-11 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

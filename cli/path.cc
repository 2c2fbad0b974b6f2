#include "query/path.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/printer.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  Day as_of;
  std::string a;
  std::string b;
  unsigned max_hops = 6;
};

void render(Printer& printer, const v1::Path& path) {
  int number = 0;
  for (const v1::Path::Step& step : path.steps()) {
    printer.paragraph(0, fmt::format("{}. {}", ++number, step.text()), Tone::strong, 3);
    if (!step.reason().empty()) printer.paragraph(3, step.reason(), Tone::faint);
    if (step.has_quote()) printer.quote(3, step.quote());
  }
}

int run(const Session& session, const Options& options) {
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
  const auto path = query::path(*snapshot, a, b, options.max_hops, options.as_of);
  if (!path) {
    throw NothingFound(fmt::format("Nothing links '{}' to '{}' in {} step{} or fewer{}.", options.a,
                                   options.b, options.max_hops, options.max_hops == 1 ? "" : "s",
                                   options.as_of.known()
                                       ? " as of " + format_day(options.as_of)
                                       : std::string("; --max-hops allows more")));
  }
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(*path) << '\n';
  } else {
    Printer printer = Printer::for_stdout();
    render(printer, *path);
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
  command->add_option("--max-hops", options->max_hops, "at most so many steps")
      ->check(CLI::Range(1U, query::kMaxHops).description(""))
      ->capture_default_str()
      ->type_name("N");
  add_as_of(*command, options->as_of);
  add_format(*command, options->format);
  command->footer(
      "The shortest chain of what actors do, say and belong to; where there is none, one through "
      "a\n"
      "place; where there is none either, one through an article that merely names both. Of "
      "equally\n"
      "short ones the newest.\n"
      "Examples:\n"
      "  casus path Rwanda M23\n"
      "  casus path Tehran \"Jaish al-Adl\" --as-of 2024-02-11 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

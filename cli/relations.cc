#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/pair.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "graph/kinds.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

void render(Printer& printer, const v1::Relation& relation) {
  std::string type = words(relation.type());
  if (relation.modality() != v1::Modality::actual) {
    type += fmt::format(" ({})", name_of(relation.modality()));
  }
  printer.paragraph(
      0,
      fmt::format("{} · {}: {} → {}", when(relation.date(), relation.quote().published()), type,
                  relation.from().name(), relation.to().name()),
      Tone::strong);
  printer.paragraph(2, relation.summary());
  printer.quote(2, relation.quote());
  printer.blank();
}

int run(const Session& session, const PairOptions& options) {
  check_relation_kind(options.kind);
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const auto [a, b] = find_pair(*snapshot, options);
  // One more than is shown tells whether there are more.
  query::Filter filter = options.filter;
  if (filter.limit != 0) ++filter.limit;
  auto found = query::relations(*snapshot, a, b, filter, options.kind);
  const bool more = filter.limit != 0 && found.size() == filter.limit;
  if (more) found.pop_back();
  Printer printer = Printer::for_stdout();
  for (const v1::Relation& relation : found) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(relation) << '\n';
    } else {
      render(printer, relation);
    }
  }
  if (more) say_more(options.format, found.size());
  return answered(found.size(), "events or statements");
}

}  // namespace

void add_relations(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "relations", "How an actor stands to another, or to everyone: events and statements");
  auto options = std::make_shared<PairOptions>();
  add_pair(*command, *options, "another one");
  command->footer(
      "Examples:\n"
      "  casus relations Washington Tehran\n"
      "  casus relations Hezbollah --kind ASSAULT --since 2023-10-07");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/pair.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "cli/sparkline.h"
#include "cli/text.h"
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

struct Options : PairOptions {
  bool sums = false;
  bool without_organs = false;
};

constexpr std::size_t kMany = 500;    // relations that are not summed up unless it is asked for
constexpr std::size_t kColumns = 36;  // of a sparkline

std::string period(const v1::Standing& sum) {
  if (sum.first().empty()) return "undated";
  return sum.first() == sum.last() ? sum.first() : sum.first() + " … " + sum.last();
}

// A table for each direction, and the words that most articles report.
void render(Printer& printer, const std::vector<v1::Standing>& standings) {
  const Columns months(standings, kColumns);
  if (!months.title().empty()) printer.paragraph(0, months.title(), Tone::faint);
  for (std::size_t i = 0; i < standings.size();) {
    const v1::Standing& first = standings[i];
    printer.paragraph(0, fmt::format("{} → {}", first.from().name(), first.to().name()),
                      Tone::strong);
    const v1::Standing* best = &first;
    for (; i < standings.size() && standings[i].from().key() == first.from().key() &&
           standings[i].to().key() == first.to().key();
         ++i) {
      const v1::Standing& sum = standings[i];
      if (sum.strongest_reports() > best->strongest_reports()) best = &sum;
      printer.row(2, {{words(sum.type()), 20},
                      {fmt::format("{:>5}", sum.count()), 7},
                      {period(sum), 27},
                      {sum.contested() > 0 ? fmt::format("{} contested", sum.contested()) : "", 16},
                      {months.line(sum), 0}});
    }
    printer.quote(2, best->strongest().quote());
  }
  printer.blank();
}

int run(const Session& session, const Options& options) {
  check_relation_kind(options.kind);
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const auto [a, b] = find_pair(*snapshot, options);
  const auto organs = options.without_organs ? query::Organs::left_out : query::Organs::included;
  // A person who asks about two sees first how they stand, then why; where that takes long, only
  // who asks for it.
  const bool few = b && query::fewer_relations(*snapshot, a, *b, options.filter, kMany);
  if (options.sums || (few && options.format == Format::text)) {
    auto sums = query::standing(*snapshot, a, b, options.filter, options.kind, organs);
    const std::size_t all = sums.size();
    if (options.sums && options.filter.limit != 0 && all > options.filter.limit) {
      sums.resize(options.filter.limit);
    }
    Printer printer = Printer::for_stdout();
    if (options.format == Format::json) {
      for (const v1::Standing& sum : sums) std::cout << interchange::to_json_line(sum) << '\n';
    } else if (!sums.empty()) {
      render(printer, sums);
    }
    if (options.sums) {
      if (sums.size() < all) say_more(options.format, sums.size(), all);
      return answered(sums.size(), "events or statements");
    }
  }
  // One more than is shown tells whether there are more.
  query::Filter filter = options.filter;
  if (filter.limit != 0) ++filter.limit;
  auto found = query::relations(*snapshot, a, b, filter, options.kind, organs);
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
  auto options = std::make_shared<Options>();
  add_pair(*command, *options, "another one");
  command->add_flag("--sums", options->sums,
                    "only sums: by direction and type, with period, contested ones and months");
  command->add_flag("--without-organs", options->without_organs,
                    "only what the actors themselves did and said, not their offices and members");
  command->footer(
      "Of two actors with fewer than 500 events and statements between them the sums come first.\n"
      "Examples:\n"
      "  casus relations Washington Tehran\n"
      "  casus relations Washington Tehran --sums --format json\n"
      "  casus relations Hezbollah --kind ASSAULT --since 2023-10-07");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

#include "query/rank.h"

#include <fmt/format.h>

#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  query::Filter filter;
  query::RankBy by = query::RankBy::page_rank;
};

void print_row(const std::string& place, const std::string& rank, const std::string& neighbours,
               const std::string& events, const std::string& name, Tone tone) {
  std::cout << toned(fmt::format("{:>6}  {:>9}  {:>10}  {:>9}  {}", place, rank, neighbours, events,
                                 name),
                     tone, output_style())
            << '\n';
}

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  query::Filter filter = options.filter;
  const std::size_t limit = filter.limit;
  if (limit != 0) ++filter.limit;  // to see whether there are more
  std::vector<v1::Rank> ranks = query::rank(*snapshot, options.by, filter);
  const bool more = limit != 0 && ranks.size() > limit;
  if (more) ranks.resize(limit);
  if (options.format == Format::json) {
    for (const v1::Rank& rank : ranks) std::cout << interchange::to_json_line(rank) << '\n';
  } else if (!ranks.empty()) {
    print_row("place", "pagerank", "neighbours", "events", "actor", Tone::faint);
    for (const v1::Rank& rank : ranks) {
      print_row(std::to_string(rank.place()), fmt::format("{:.4f}", rank.page_rank()),
                with_thousands(rank.neighbours()), with_thousands(rank.events()),
                printable(rank.actor().name()), Tone::plain);
    }
  }
  if (more) say_more(options.format, limit);
  return answered(ranks.size(), "actors in events");
}

}  // namespace

void add_rank(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("rank", "Who stands at the centre of what happened");
  auto options = std::make_shared<Options>();
  const std::map<std::string, query::RankBy> measures = {{"pagerank", query::RankBy::page_rank},
                                                         {"neighbours", query::RankBy::neighbours},
                                                         {"events", query::RankBy::events}};
  command
      ->add_option("--by", options->by,
                   "pagerank (the default): in events with many who are themselves in events with "
                   "many; neighbours: with many others; events: in many events")
      ->transform(CLI::CheckedTransformer(measures).description(""))
      ->type_name("pagerank|neighbours|events");
  constexpr std::size_t kForPeople = 20;
  add_filter(*command, options->filter, options->format, kForPeople);
  add_format(*command, options->format);
  command->footer(
      "Two actors are neighbours if an event names both, as who did it or to whom it was done.\n"
      "Reports of one event count once; actors that are the same are one.\n"
      "Examples:\n"
      "  casus rank --limit 10\n"
      "  casus rank --by events --since 2024-01-01\n"
      "  casus rank --format json --as-of 2023-12-31");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

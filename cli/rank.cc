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

using query::RankBy;

struct Options {
  Format format = Format::text;
  query::Filter filter;
  RankBy by = RankBy::page_rank;
  query::Sampling sampling;
  std::size_t seed = 1;
};

std::string heading(RankBy by) {
  if (by == RankBy::betweenness) return "between";
  return by == RankBy::components ? "component" : "pagerank";
}

std::string measure(RankBy by, const v1::Rank& rank) {
  if (by == RankBy::betweenness) return fmt::format("{:.4f}", rank.betweenness());
  if (by == RankBy::components) return with_thousands(rank.component_size());
  return fmt::format("{:.4f}", rank.page_rank());
}

void print_row(const std::string& place, const std::string& rank, const std::string& neighbours,
               const std::string& events, const std::string& name, Tone tone) {
  std::cout << toned(fmt::format("{:>6}  {:>9}  {:>10}  {:>9}  {}", place, rank, neighbours, events,
                                 name),
                     tone, output_style())
            << '\n';
}

// A figure that was estimated says so, also to a program's log.
void note_sample(const query::Sampling& sampling, std::size_t actors) {
  if (sampling.sources == 0 || sampling.sources >= actors) return;
  std::cout.flush();
  std::cerr << fmt::format(
      "casus: estimated from {} of {} actors (--samples {} --seed {}); --samples 0 takes all.\n",
      with_thousands(sampling.sources), with_thousands(actors), sampling.sources, sampling.seed);
}

int run(const Session& session, Options options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  options.sampling.seed = options.seed;
  const query::Ranking ranking =
      query::rank(*snapshot, options.by, options.filter, options.sampling);
  if (options.format == Format::json) {
    for (const v1::Rank& rank : ranking.ranks) std::cout << interchange::to_json_line(rank) << '\n';
  } else if (!ranking.ranks.empty()) {
    print_row("place", heading(options.by), "neighbours", "events", "actor", Tone::faint);
    for (const v1::Rank& rank : ranking.ranks) {
      print_row(std::to_string(rank.place()), measure(options.by, rank),
                with_thousands(rank.neighbours()), with_thousands(rank.events()),
                printable(rank.actor().name()), Tone::plain);
    }
  }
  if (options.by == RankBy::betweenness) note_sample(options.sampling, ranking.actors);
  if (ranking.ranks.size() < ranking.actors) {
    say_more(options.format, ranking.ranks.size(), ranking.actors);
  }
  return answered(ranking.ranks.size(), "actors in events");
}

}  // namespace

void add_rank(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("rank", "Who stands at the centre of what happened");
  auto options = std::make_shared<Options>();
  const std::map<std::string, RankBy> measures = {
      {"pagerank", RankBy::page_rank},      {"neighbours", RankBy::neighbours},
      {"degree", RankBy::neighbours},       {"events", RankBy::events},
      {"betweenness", RankBy::betweenness}, {"components", RankBy::components}};
  command
      ->add_option("--by", options->by,
                   "pagerank (the default): in events with many who are themselves in events with "
                   "many; neighbours, or degree: with many others; events: in many events; "
                   "betweenness: on the shortest paths between others; components: linked with "
                   "many, by any number of steps")
      ->transform(CLI::CheckedTransformer(measures).description(""))
      ->type_name("pagerank|neighbours|degree|events|betweenness|components");
  add_number(*command, "--samples",
             "of betweenness: follow paths from so many actors, 0 for all; 256 if not given",
             options->sampling.sources);
  add_number(*command, "--seed", "of betweenness: which actors those are; 1 if not given",
             options->seed);
  constexpr std::size_t kForPeople = 20;
  add_filter(*command, options->filter, options->format, kForPeople);
  add_format(*command, options->format);
  command->footer(
      "Two actors are neighbours if an event names both, as who did it or to whom it was done.\n"
      "Reports of one event count once; actors that are the same are one.\n"
      "Betweenness follows the shortest paths from a sample of actors, and is then an estimate; "
      "it\n"
      "is the share of all pairs of others that an actor stands between.\n"
      "Examples:\n"
      "  casus rank --limit 10\n"
      "  casus rank --by events --since 2024-01-01\n"
      "  casus rank --by betweenness --samples 1000 --seed 7\n"
      "  casus rank --format json --as-of 2023-12-31");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

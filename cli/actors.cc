#include <algorithm>
#include <array>
#include <functional>
#include <iostream>
#include <memory>
#include <tuple>
#include <vector>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/list_command.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "cli/text.h"
#include "graph/kinds.h"
#include "graph/names.h"
#include "interchange/writers.h"
#include "query/likeness.h"
#include "query/listing.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  query::Filter filter;
  std::string name;
  std::string like;
  std::string kind;
  std::string country;
};

bool has_name(const v1::Actor& actor, const std::string& wanted) {
  return holds_words(actor.name(), wanted) ||
         std::any_of(actor.aliases().begin(), actor.aliases().end(),
                     [&](const std::string& alias) { return holds_words(alias, wanted); });
}

using Row = std::array<std::string, 5>;

Row row_of(const v1::Node& node) {
  const v1::Actor& actor = node.actor();
  return {printable(actor.name()), words(name_of(actor.kind())), printable(actor.country()),
          printable(actor.role()), printable(node.key())};
}

// Columns as wide as what stands in them; one cell that is very long does not push all others out.
void print_table(const std::vector<Row>& rows) {
  constexpr std::size_t kWidest = 40;
  std::array<std::size_t, std::tuple_size_v<Row>> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(columns(row[i]), kWidest));
    }
  }
  const OutputStyle style = output_style();
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      if (widths[i] == 0) continue;
      const Tone tone = i == 0 ? Tone::strong : Tone::plain;
      std::cout << toned(padded(row[i], widths[i]), tone, style) << "  ";
    }
    std::cout << toned(row.back(), Tone::faint, style) << '\n';
  }
}

// Those with a name like it, likest first.
query::Listed list_like(const storage::Snapshot& snapshot, const Options& options,
                        const std::function<bool(const v1::Node&)>& matches,
                        const std::function<void(const v1::Node&)>& print) {
  query::Listed listed;
  for (const query::Alike& alike : query::actors_like(snapshot, options.like)) {
    if (!matches(alike.actor)) continue;
    if (options.filter.limit != 0 && listed.count == options.filter.limit) {
      listed.more = true;
      break;
    }
    print(alike.actor);
    ++listed.count;
  }
  return listed;
}

int run(const Session& session, const Options& options) {
  const auto kind = actor_kind(options.kind);
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const std::string country =
      options.country.empty() ? "" : find_country(*snapshot, options.country);
  const std::string name = normalise_name(options.name);
  query::Listing listing;
  listing.kind = v1::NodeKind::actor;
  listing.filter = options.filter;
  listing.matches = [&](const v1::Node& node) {
    const v1::Actor& actor = node.actor();
    return (!kind || actor.kind() == *kind) && (country.empty() || actor.country() == country) &&
           (name.empty() || has_name(actor, name));
  };
  std::vector<Row> rows;
  const auto print = [&](const v1::Node& node) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(node) << '\n';
    } else {
      rows.push_back(row_of(node));
    }
  };
  const query::Listed listed =
      options.like.empty()
          ? query::list(*snapshot, listing,
                        [&](storage::NodeId, const v1::Node& node) { print(node); })
          : list_like(*snapshot, options, listing.matches, print);
  print_table(rows);
  if (listed.more) say_more(options.format, listed.count);
  return answered(listed.count, "actors");
}

}  // namespace

void add_actors(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("actors", "List actors");
  auto options = std::make_shared<Options>();
  command->add_option("name", options->name,
                      "only those with a name in which these words stand, "
                      "or words that begin so");
  command
      ->add_option("--like", options->like,
                   "those with a name like it, however it is written; likest first")
      ->type_name("NAME");
  command->add_option("--kind", options->kind, "country, government, military, armed_group, ...");
  add_country(*command, options->country);
  add_as_of(*command, options->filter.as_of);
  command->get_option("--like")->excludes("--as-of");
  add_limit(*command, options->filter, options->format);
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus actors --kind armed_group\n"
      "  casus actors rwanda --format json\n"
      "  casus actors --like \"Moammar al-Qadhafi\"");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

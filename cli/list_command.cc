#include "cli/list_command.h"

#include <iostream>
#include <utility>

#include "graph/kinds.h"
#include "interchange/writers.h"

namespace casus::cli {

void add_list_options(CLI::App& command, ListOptions& options) {
  command
      .add_option("--actor", options.actor,
                  "by any name or key; members and offices count as the actor")
      ->type_name("NAME");
  add_filter(command, options.filter, options.format);
  add_number(command, "--skip", "leave out the first so many: the next page", options.skip);
  add_format(command, options.format);
}

void add_place(CLI::App& command, ListOptions& options) {
  command.add_option("--place", options.place, "by any name or key; places within it count")
      ->type_name("NAME");
}

void add_country(CLI::App& command, std::string& country) {
  command.add_option("--country", country, "by name, or by its ISO 3166-1 alpha-3 code: IRQ")
      ->type_name("COUNTRY");
}

int run_list(const Session& session, const ListOptions& options, v1::NodeKind::Value kind,
             std::function<bool(const v1::Node&)> matches, Render render) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  query::Listing listing;
  listing.kind = kind;
  listing.filter = options.filter;
  listing.skip = options.skip;
  listing.matches = std::move(matches);
  if (!options.actor.empty()) listing.actor = find_actor(*snapshot, options.actor);
  if (!options.place.empty()) listing.place = find_place(*snapshot, options.place);
  if (!options.country.empty()) listing.country = find_country(*snapshot, options.country);
  Printer printer = Printer::for_stdout();
  const query::Listed listed =
      query::list(*snapshot, listing, [&](storage::NodeId, const v1::Node& node) {
        if (options.format == Format::json) {
          std::cout << interchange::to_json_line(node) << '\n';
        } else {
          render(printer, *snapshot, node);
        }
      });
  if (listed.more) say_more(options.format, listed.count, 0, options.skip);
  return answered(listed.count, std::string(name_of(kind)) + "s");
}

}  // namespace casus::cli

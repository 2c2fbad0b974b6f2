#include "cli/pair.h"

#include "cli/filters.h"

namespace casus::cli {

void add_pair(CLI::App& command, PairOptions& options, const std::string& of_b) {
  command.add_option("a", options.a, "an actor, by any name or key")->required()->type_name("A");
  command.add_option("b", options.b, of_b)->type_name("B");
  add_event_kind(command, options.kind,
                 "a PLOVER type (ASSAULT) or a kind of statement (accusation)", "KIND");
  add_filter(command, options.filter, options.format);
  add_format(command, options.format);
}

Pair find_pair(const storage::Snapshot& snapshot, const PairOptions& options) {
  Pair pair{find_actor(snapshot, options.a), std::nullopt};
  if (!options.b.empty()) pair.b = find_actor(snapshot, options.b);
  return pair;
}

}  // namespace casus::cli

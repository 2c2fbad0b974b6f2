#include "cli/groups.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace casus::cli {
namespace {

struct Group {
  std::string_view name;
  std::vector<std::string_view> commands;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> table = {
      {"Take in", {"ingest", "extract", "import", "annotations", "lexicon"}},
      {"Ask",
       {"actors", "events", "attacks", "statements", "claims", "articles", "show", "relations",
        "trace", "timeline", "path", "rank", "communities"}},
      {"Correct", {"alias", "merge", "split", "reject", "undo", "history", "retract"}},
      {"Take out", {"export", "verify"}},
      {"Look after the store", {"stats", "check", "rebuild", "compact", "backup", "restore"}},
      {"More", {}},
  };
  return table;
}

std::string group_of(const std::string& command) {
  for (const Group& group : groups()) {
    const auto& names = group.commands;
    if (std::find(names.begin(), names.end(), command) != names.end()) {
      return std::string(group.name);
    }
  }
  return std::string(groups().back().name);
}

void arrange_options(CLI::App& command) {
  static const CLI::Validator not_empty(
      [](std::string& text) {
        return text.empty() ? "the value is empty; leave the option out, or write one"
                            : std::string();
      },
      "", "not empty");
  for (CLI::Option* option : command.get_options([](CLI::Option*) { return true; })) {
    if (option->get_items_expected_max() == 0) continue;
    if (!option->get_positional()) option->allow_extra_args(false);
    option->check(not_empty);
  }
  for (CLI::App* child : command.get_subcommands([](CLI::App*) { return true; })) {
    arrange_options(*child);
  }
}

}  // namespace

std::vector<std::string> group_names() {
  std::vector<std::string> names;
  for (const Group& group : groups()) names.emplace_back(group.name);
  return names;
}

void arrange(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    if (!command->get_group().empty()) command->group(group_of(command->get_name()));
  }
  arrange_options(app);
}

}  // namespace casus::cli

#ifndef CASUS_CLI_LIST_COMMAND_H_
#define CASUS_CLI_LIST_COMMAND_H_

// What the commands that list events, statements and claims have in common.

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/printer.h"
#include "cli/session.h"
#include "query/listing.h"

namespace casus::cli {

struct ListOptions {
  Format format = Format::text;
  query::Filter filter;
  std::size_t skip = 0;
  std::string actor;
  std::string place;
  std::string country;
};

void add_list_options(CLI::App& command, ListOptions& options);
void add_place(CLI::App& command, ListOptions& options);
void add_country(CLI::App& command, std::string& country);

using Render = void (*)(Printer&, const storage::Snapshot&, const v1::Node&);

// Prints the nodes of a kind that the options and `matches` let through; gives the exit code.
int run_list(const Session& session, const ListOptions& options, v1::NodeKind::Value kind,
             std::function<bool(const v1::Node&)> matches, Render render);

}  // namespace casus::cli

#endif  // CASUS_CLI_LIST_COMMAND_H_

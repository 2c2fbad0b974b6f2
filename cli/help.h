#ifndef CASUS_CLI_HELP_H_
#define CASUS_CLI_HELP_H_

#include <CLI/CLI.hpp>
#include <string>

#include "cli/reference.h"
#include "cli/session.h"
#include "cli/terminal.h"

namespace casus::cli {

// What a command is for, how it is written, what its options mean; of `casus` itself all commands
// by group. Wrapped and coloured as the style has it.
std::string help_text(const Reference& command, const OutputStyle& style);

// The command that the line names: the last one that CLI11 recognised.
CLI::App& named_command(CLI::App& app);

// `casus help [COMMAND...]`
void add_help(CLI::App& app, Session& session);

}  // namespace casus::cli

#endif  // CASUS_CLI_HELP_H_

#ifndef CASUS_CLI_USAGE_H_
#define CASUS_CLI_USAGE_H_

// A command line that cannot be, explained: sentences that say what to type instead.

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

// What `error`, thrown by the application's parse, says in words of ours.
std::string explain(CLI::App& app, const CLI::ParseError& error);

// "'atacks' is no command of casus; did you mean attacks?"
std::string unknown_command(const CLI::App& app, const std::string& word);

// " Did you mean ...?" with the word that differs by a typing error; empty if none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

// "`casus actors --help` shows what may be written."
std::string see_help(const CLI::App& app);

}  // namespace casus::cli

#endif  // CASUS_CLI_USAGE_H_

#ifndef CASUS_CLI_GROUPS_H_
#define CASUS_CLI_GROUPS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace casus::cli {

// The headings of the overview, in their order.
std::vector<std::string> group_names();

// What holds for all commands alike, once they are all there: each gets its group by its name; an
// option takes one value each time it is written, so that it does not swallow the arguments behind
// it; an empty value, as an unset variable of a shell leaves it, is an error and not "no filter".
void arrange(CLI::App& app);

}  // namespace casus::cli

#endif  // CASUS_CLI_GROUPS_H_

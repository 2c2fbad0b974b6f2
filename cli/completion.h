#ifndef CASUS_CLI_COMPLETION_H_
#define CASUS_CLI_COMPLETION_H_

#include <string>

#include "cli/reference.h"

namespace casus::cli {

enum class Shell { bash, zsh, fish };

// A script that completes commands, options, and the values of those that take one of a few words,
// files or folders, or an actor or a place: for these it asks `casus complete-names`, of the store
// that the line names.
std::string completion_script(const Reference& casus, Shell shell);

}  // namespace casus::cli

#endif  // CASUS_CLI_COMPLETION_H_

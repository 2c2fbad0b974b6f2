#ifndef CASUS_CLI_VERSION_H_
#define CASUS_CLI_VERSION_H_

#include <CLI/CLI.hpp>
#include <string>

#include "casus/v1/answer.pb.h"
#include "cli/session.h"

namespace casus::cli {

// Loads the built-in lexicon, which is a part of the extractor's version.
v1::Version version();

// For a person, one line each.
std::string version_text();

// `casus version`, the same as `casus --version`.
void add_version(CLI::App& app, Session& session);

}  // namespace casus::cli

#endif  // CASUS_CLI_VERSION_H_

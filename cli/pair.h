#ifndef CASUS_CLI_PAIR_H_
#define CASUS_CLI_PAIR_H_

// What the commands have in common that ask about one actor or two.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "cli/session.h"

namespace casus::cli {

struct PairOptions {
  Format format = Format::text;
  query::Filter filter;
  std::string a;
  std::string b;
  std::string kind;
};

// Both actors, `--kind`, the filter and the format; `of_b` says what the second one is for.
void add_pair(CLI::App& command, PairOptions& options, const std::string& of_b);

struct Pair {
  storage::NodeId a = 0;
  std::optional<storage::NodeId> b;
};

// Throws NothingFound, with what is near.
Pair find_pair(const storage::Snapshot& snapshot, const PairOptions& options);

}  // namespace casus::cli

#endif  // CASUS_CLI_PAIR_H_

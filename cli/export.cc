#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "graph/kinds.h"
#include "interchange/writers.h"
#include "query/passage.h"
#include "query/selection.h"

namespace casus::cli {
namespace {

struct Options {
  std::string format = "json";
  std::string output = "-";
  bool all = false;
  std::string around;
  unsigned hops = 1;
  std::string trace;
  std::vector<std::string> relation;
  query::Filter filter;
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : interchange::subgraph_formats()) names.emplace_back(format.name);
  return names;
}

std::string explained_formats() {
  std::string text;
  for (const auto& format : interchange::subgraph_formats()) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", format.name, format.what);
  }
  return text;
}

interchange::Shape shape_of(std::string_view name) {
  const auto formats = interchange::subgraph_formats();
  return std::find_if(formats.begin(), formats.end(),
                      [&](const auto& format) { return format.name == name; })
      ->shape;
}

void select(const storage::Snapshot& snapshot, const Options& options, const query::Sink& sink) {
  if (options.all) {
    query::select_all(snapshot, options.filter, sink);
  } else if (!options.relation.empty()) {
    query::select_relation(snapshot, find_actor(snapshot, options.relation.front()),
                           find_actor(snapshot, options.relation.back()), options.filter, sink);
  } else if (!options.around.empty()) {
    query::select_around(snapshot, find_node(snapshot, options.around), options.hops,
                         options.filter, sink);
  } else {
    const storage::NodeId claim = find_node(snapshot, options.trace);
    if (snapshot.kind(claim) != v1::NodeKind::claim) {
      throw UsageError("--trace takes the key of a claim; `casus claims` lists them.");
    }
    query::select_trace(snapshot, claim, options.filter, sink);
  }
}

using MakeWriter =
    std::function<std::unique_ptr<interchange::SubgraphWriter>(const interchange::Lookup& lookup)>;

void write(const storage::Snapshot& snapshot, const Options& options, const MakeWriter& make,
           Progress* progress) {
  std::uint64_t done = 0;
  query::Passages passages(snapshot);
  const interchange::Lookup lookup{[&](const std::string& key) { return snapshot.node(key); },
                                   [&](const std::string& article, const v1::Span& span) {
                                     return passages.find(article, span);
                                   }};
  // Nothing is written before the selection has found its node.
  std::unique_ptr<interchange::SubgraphWriter> writer;
  const auto begun = [&]() -> interchange::SubgraphWriter& {
    if (!writer) writer = make(lookup);
    return *writer;
  };
  select(snapshot, options, [&](const v1::Subgraph& frame) {
    stop_if_interrupted();
    begun().write(frame);
    done += static_cast<std::uint64_t>(frame.nodes_size() + frame.edges_size());
    if (progress != nullptr) (*progress)(done);
  });
  if (done == 0 && !options.all) {
    throw NothingFound("No part of the graph matches; nothing was written.");
  }
  begun().finish();
}

void write(const storage::Snapshot& snapshot, const Options& options, std::ostream& out,
           Progress* progress = nullptr) {
  const auto make = [&](const interchange::Lookup& lookup) {
    return interchange::make_subgraph_writer(options.format, out, lookup);
  };
  write(snapshot, options, make, progress);
}

// Like a file, it appears under its name only when it is whole.
void write_folder(const storage::Snapshot& snapshot, const Options& options, Progress& progress) {
  namespace fs = std::filesystem;
  if (fs::exists(options.output)) {
    throw UsageError("'" + options.output + "' is there already; choose another --output.");
  }
  const fs::path part = options.output + ".part";
  try {
    fs::remove_all(part);  // of an export that was cut off
    fs::create_directory(part);
    const auto make = [&](const interchange::Lookup& lookup) {
      return interchange::make_folder_writer(options.format, part, lookup);
    };
    write(snapshot, options, make, &progress);
    fs::rename(part, options.output);
  } catch (const fs::filesystem_error& error) {
    throw UsageError("'" + options.output + "' cannot be written: " + error.code().message() +
                     "; choose another --output.");
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(part, ignored);
    throw;
  }
}

// A file appears under its name only when it is whole.
void write_file(const storage::Snapshot& snapshot, const Options& options, Progress& progress) {
  const std::filesystem::path path = options.output;
  if (std::filesystem::exists(path) && !std::filesystem::is_regular_file(path)) {
    // A pipe or a device keeps its place.
    std::ofstream out(path, std::ios::binary);
    write(snapshot, options, out, &progress);
    out.close();
    if (!out) throw UsageError("'" + path.string() + "' could not be written; is its disk full?");
    return;
  }
  const std::filesystem::path part = options.output + ".part";
  try {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out)
      throw UsageError("'" + path.string() + "' cannot be written; choose another --output.");
    write(snapshot, options, out, &progress);
    out.close();
    if (!out) throw UsageError("'" + path.string() + "' could not be written; is its disk full?");
    std::filesystem::rename(part, path);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    throw;
  }
}

int run(const Session& session, const Options& options) {
  const int selections = (options.all ? 1 : 0) + (options.around.empty() ? 0 : 1) +
                         (options.trace.empty() ? 0 : 1) + (options.relation.empty() ? 0 : 1);
  if (selections != 1) {
    throw UsageError(
        "`casus export` needs exactly one of --all, --around NODE, --relation A B and --trace "
        "CLAIM.");
  }
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const interchange::Shape shape = shape_of(options.format);
  if (shape == interchange::Shape::folder && options.output == "-") {
    throw UsageError(options.format + " is several files; use --output DIR.");
  }
  if (options.output != "-") {
    watch_for_interrupt();  // nothing half written stays behind
    Progress progress("nodes and edges", 0, session.quiet);
    if (shape == interchange::Shape::folder) {
      write_folder(*snapshot, options, progress);
    } else {
      write_file(*snapshot, options, progress);
    }
  } else if (shape == interchange::Shape::binary && isatty(STDOUT_FILENO) != 0) {
    throw UsageError(options.format +
                     " is binary and does not go to a terminal; use --output FILE.");
  } else {
    write(*snapshot, options, std::cout);
  }
  return kDone;
}

}  // namespace

void add_export(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("export", "Write the graph, or a part of it, for other tools");
  auto options = std::make_shared<Options>();
  command->add_option("--format", options->format, explained_formats())
      ->check(CLI::IsMember(format_names()).description(""))
      ->capture_default_str()
      ->type_name(fmt::format("{}", fmt::join(format_names(), "|")));
  command->add_flag("--all", options->all, "everything");
  command->add_option("--around", options->around, "what lies near a node, by key or name")
      ->type_name("NODE");
  command->add_option("--hops", options->hops, "how near")->capture_default_str()->type_name("N");
  command->add_option("--trace", options->trace, "a claim with who asserts and denies it")
      ->type_name("CLAIM");
  command
      ->add_option("--relation", options->relation,
                   "what two actors did and said to each other, and the claims made by it")
      ->expected(2)
      ->type_name("A B");
  command
      ->add_option("-o,--output", options->output,
                   "a file, or a folder to be made; - for standard output")
      ->capture_default_str()
      ->type_name("FILE");
  add_window(*command, options->filter);
  add_as_of(*command, options->filter.as_of);
  command->footer(
      "Examples:\n"
      "  casus export --all -o graph.json\n"
      "  casus export --all --since 2024-09-01 --until 2024-09-30 -o september.json\n"
      "  casus export --relation Rwanda M23 --as-of 2024-09-17\n"
      "  casus export --around M23 --hops 2 --format protobuf -o m23.pb\n"
      "  casus export --around M23 --hops 2 --format graphml -o m23.graphml\n"
      "  casus export --trace CLAIM --format dot | dot -Tsvg -o claim.svg");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

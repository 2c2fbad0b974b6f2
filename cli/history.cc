#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/correcting.h"
#include "cli/printer.h"
#include "graph/keys.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  std::string node;
};

// Also of a node that is gone: what was rejected has a history.
std::string key_of(const storage::Snapshot& snapshot, const std::string& node) {
  if (kind_of_key(node) != v1::NodeKind::unspecified && !snapshot.find(node)) return node;
  return snapshot.key(find_node(snapshot, node));
}

bool is_about(const v1::Correction& correction, const std::string& key) {
  for (const v1::CorrectionEnd* end : {&correction.node(), &correction.other()}) {
    if (end->key() == key || end->article() == key) return true;
  }
  return false;
}

void print(Printer& printer, const v1::Correction& correction) {
  printer.paragraph(
      0, fmt::format("{}: {} {}.", correction.number(), correction.author(), in_words(correction)),
      correction.undone_by() != 0 ? Tone::faint : Tone::plain, 2);
  std::string note = correction.time();
  if (!correction.reason().empty()) note += ", because: " + correction.reason();
  printer.paragraph(2, note, Tone::faint, 2);
  if (correction.undone_by() != 0) {
    printer.paragraph(2, fmt::format("taken back by {}", correction.undone_by()), Tone::bad);
  }
}

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const std::string key = options.node.empty() ? "" : key_of(*snapshot, options.node);
  Printer printer = Printer::for_stdout();
  std::size_t found = 0;
  snapshot->corrections({}, [&](const v1::Correction& correction) {
    if (!key.empty() && !is_about(correction, key)) return true;
    ++found;
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(correction) << '\n';
    } else {
      print(printer, correction);
    }
    return true;
  });
  return answered(found, "corrections");
}

}  // namespace

void add_history(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("history", "List the corrections, with author, time and reason");
  auto options = std::make_shared<Options>();
  command->add_option("node", options->node, "only those about this node, or this article")
      ->type_name("NODE");
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus history\n"
      "  casus history Mali --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

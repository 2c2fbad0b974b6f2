#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/list_command.h"
#include "cli/render.h"

namespace casus::cli {
namespace {

struct Options : ListOptions {
  std::string kind;
};

int run(const Session& session, const Options& options) {
  const auto kind = statement_kind(options.kind);
  return run_list(
      session, options, v1::NodeKind::statement,
      [&](const v1::Node& node) { return !kind || node.statement().kind() == *kind; },
      render_statement);
}

}  // namespace

void add_statements(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("statements", "List statements, denials among them");
  auto options = std::make_shared<Options>();
  command
      ->add_option("--kind", options->kind, "accusation, denial, responsibility_claim, threat, ...")
      ->type_name("KIND");
  add_list_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  casus statements --kind denial --since 2024-01-01\n"
      "  casus statements --actor Rwanda --as-of 2024-09-17");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli

#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/list_command.h"
#include "cli/render.h"

namespace casus::cli {
namespace {

struct Options : ListOptions {
  std::string kind;
  bool any_modality = false;
};

int run(const Session& session, const Options& options, v1::NodeKind::Value kind) {
  check_event_type(options.kind);
  return run_list(
      session, options, kind,
      [&](const v1::Node& node) {
        return (options.any_modality || node.event().modality() == v1::Modality::actual) &&
               (options.kind.empty() || node.event().type() == options.kind);
      },
      render_event);
}

CLI::App* add(CLI::App& app, Session& session, const std::string& name, const std::string& about,
              v1::NodeKind::Value kind, const std::shared_ptr<Options>& options) {
  auto* command = app.add_subcommand(name, about);
  add_place(*command, *options);
  add_country(*command, options->country);
  command->add_flag("--any-modality", options->any_modality,
                    "also those that were only threatened, planned, supposed or denied to have "
                    "happened");
  add_list_options(*command, *options);
  command->callback(
      [&session, options, kind] { session.exit_code = run(session, *options, kind); });
  return command;
}

}  // namespace

void add_events(CLI::App& app, Session& session) {
  auto of_events = std::make_shared<Options>();
  auto* events =
      add(app, session, "events", "List events, newest first", v1::NodeKind::event, of_events);
  add_event_kind(*events, of_events->kind, "PLOVER type: ASSAULT, PROTEST, ACCUSE, ...", "TYPE");
  events->footer("Example:\n  casus events --actor Russia --kind ACCUSE --since 2023-01-01");

  auto* attacks = add(app, session, "attacks", "List attacks, newest first", v1::NodeKind::attack,
                      std::make_shared<Options>());
  attacks->footer(
      "Examples:\n"
      "  casus attacks --place Goma --since 2024-09-01\n"
      "  casus attacks --actor M23 --format json");
}

}  // namespace casus::cli

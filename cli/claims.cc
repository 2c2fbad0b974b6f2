#include <memory>

#include "cli/commands.h"
#include "cli/list_command.h"
#include "cli/render.h"

namespace casus::cli {

void add_claims(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("claims", "List claims; `trace` says who stands where on them");
  auto options = std::make_shared<ListOptions>();
  add_list_options(*command, *options);
  command->footer("Example:\n  casus claims --actor Iran --limit 20");
  command->callback([&session, options] {
    session.exit_code = run_list(session, *options, v1::NodeKind::claim, {}, render_claim);
  });
}

}  // namespace casus::cli

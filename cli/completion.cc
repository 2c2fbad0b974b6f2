#include "cli/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/usage.h"

namespace casus::cli {

void add_completion(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("completion", "Print what completes casus in a shell");
  auto shell = std::make_shared<Shell>();
  command->add_option("shell", *shell, "the shell that is to read it")
      ->transform(CLI::CheckedTransformer(std::map<std::string, Shell>{{"bash", Shell::bash},
                                                                       {"zsh", Shell::zsh},
                                                                       {"fish", Shell::fish}})
                      .description(""))
      ->required()
      ->type_name("bash|zsh|fish");
  command->footer(
      "Examples:\n"
      "  source <(casus completion bash)               in this shell; in "
      "~/.bashrc for all\n"
      "  casus completion zsh > ~/.zfunc/_casus        with ~/.zfunc in fpath\n"
      "  casus completion fish > ~/.config/fish/completions/casus.fish");
  command->callback([&app, &session, shell] {
    std::cout << completion_script(describe(app), *shell);
    session.exit_code = kDone;
  });
}

}  // namespace casus::cli

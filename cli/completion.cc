#include "cli/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/text.h"
#include "cli/usage.h"
#include "query/suggest.h"

namespace casus::cli {
namespace {

constexpr std::size_t kMostNames = 200;  // more help nobody

struct Names {
  v1::NodeKind::Value kind = v1::NodeKind::actor;
  std::string prefix;
};

// For the scripts, at each press of a key: fast, and without a word where there is nothing to say.
int print_names(const Session& session, const Names& names) {
  if (is_missing(session.store)) return kNothingFound;
  const auto store = open_for_reading(session);
  for (const std::string& name :
       query::names_beginning(*store->snapshot(), names.prefix, names.kind, kMostNames)) {
    // What would not stay one word of one line cannot be offered.
    if (printable(name) == name && name.find('\n') == std::string::npos) std::cout << name << '\n';
  }
  return kDone;
}

void add_names(CLI::App& app, Session& session) {
  auto names = std::make_shared<Names>();
  auto* command = app.add_subcommand("complete-names", "The names that begin so");
  command->group("");
  command->add_flag_callback("--places", [names] { names->kind = v1::NodeKind::place; });
  command->add_option("prefix", names->prefix);
  command->callback([&session, names] { session.exit_code = print_names(session, *names); });
}

}  // namespace

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
  add_names(app, session);
}

}  // namespace casus::cli

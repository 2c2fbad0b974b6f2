// The `casus` command: errors become messages and exit codes here and nowhere else.

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/groups.h"
#include "cli/help.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "cli/text.h"
#include "cli/usage.h"
#include "cli/version.h"
#include "graph/error.h"

namespace casus::cli {
namespace {

constexpr const char* kAbout =
    "casus: a conflict-event knowledge graph store.\n"
    "News articles become actors, attacks, statements, denials and claims, each with the words it\n"
    "stands on: who asserts what, who denies it, in which articles, since when.";

constexpr const char* kFooter =
    "Examples:\n"
    "  casus ingest articles/                        take a folder of articles in\n"
    "  casus attacks --place Goma                    what happened there\n"
    "  casus trace --about \"Rwanda armed the M23\"    who says so, who denies it\n"
    "  casus help trace                              a command explained, with examples\n"
    "\n"
    "The options above stand before or after the command.\n"
    "Exit codes: 0 done, 1 nothing found, 2 usage, 3 some input was bad (the rest is done),\n"
    "4 the store or its disk is at fault.";

int fail(std::string_view message, int exit_code) {
  std::cout.flush();
  std::cerr << "casus: " << printable(message) << '\n';
  return exit_code;
}

void add_options(CLI::App& app, Session& session) {
  app.set_help_flag("-h,--help", "show this help");
  app.add_option("--store", session.store,
                 "folder of the store; else $CASUS_STORE, else ./casus-store")
      ->type_name("DIR");
  app.add_option_function<Colours>("--color", choose_colours,
                                   "colours: on a terminal only (not with NO_COLOR), or as said")
      ->transform(
          CLI::CheckedTransformer(std::map<std::string, Colours>{{"auto", Colours::automatic},
                                                                 {"always", Colours::always},
                                                                 {"never", Colours::never}})
              .description(""))
      ->type_name("auto|always|never");
  app.set_version_flag("--version", version_text, "versions of casus and of what it stands on");
}

void add_commands(CLI::App& app, Session& session) {
  add_ingest(app, session);
  add_extract(app, session);
  add_actors(app, session);
  add_events(app, session);
  add_statements(app, session);
  add_claims(app, session);
  add_articles(app, session);
  add_show(app, session);
  add_relations(app, session);
  add_trace(app, session);
  add_timeline(app, session);
  add_path(app, session);
  add_export(app, session);
  add_stats(app, session);
  add_check(app, session);
  add_alias(app, session);
  add_merge(app, session);
  add_split(app, session);
  add_reject(app, session);
  add_undo(app, session);
  add_history(app, session);
  add_retract(app, session);
  add_rebuild(app, session);
  add_annotations(app, session);
  add_help(app, session);
  add_version(app, session);
}

int run(CLI::App& app, const Session& session, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << help_text(describe(named_command(app)), output_style());
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what();
    return kDone;
  } catch (const CLI::ParseError& error) {
    if (argc < 2) {
      std::cerr << help_text(describe(app), output_style());
      return kUsage;
    }
    return fail(explain(app, error), kUsage);
  } catch (const UsageError& error) {
    return fail(std::string(error.what()) + ' ' + see_help(named_command(app)), kUsage);
  }
  return session.exit_code;
}

}  // namespace
}  // namespace casus::cli

int main(int argc, char** argv) {
  using namespace casus::cli;
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // whoever reads has read enough: end quietly
  Session session;
  const char* from_environment = std::getenv("CASUS_STORE");
  session.store =
      from_environment != nullptr && *from_environment != '\0' ? from_environment : "casus-store";
  CLI::App app(kAbout, "casus");
  app.footer(kFooter);
  app.require_subcommand(1);
  app.fallthrough();
  add_options(app, session);
  add_commands(app, session);
  arrange(app);
  try {
    const int code = run(app, session, argc, argv);
    std::cout.flush();
    // A full disk: what was printed is not whole.
    if (!std::cout) return fail("The output could not be written; is the disk full?", kStoreFault);
    return code;
  } catch (const casus::StoreError& error) {
    return fail(error.what(), kStoreFault);
  } catch (const NothingFound& error) {
    return fail(error.what(), kNothingFound);
  } catch (const casus::InputError& error) {
    // Bad records do not come this far: the question is too wide.
    return fail(error.what(), kUsage);
  } catch (const std::exception& error) {
    return fail(error.what(), kStoreFault);
  }
}

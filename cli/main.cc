// The `casus` command: errors become messages and exit codes here and nowhere else.

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "cli/commands.h"
#include "cli/groups.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/pager.h"
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
    "Environment: CASUS_STORE; CASUS_PAGER or PAGER, for answers that are longer than the "
    "terminal;\n"
    "NO_COLOR; COLUMNS.\n"
    "Exit codes: 0 done, 1 nothing found, 2 usage, 3 some input was bad (the rest is done),\n"
    "4 the store or its disk is at fault, 130 ended by Ctrl-C.";

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
  add_memory(app, session);
  app.add_option_function<Colours>("--color", choose_colours,
                                   "colours: on a terminal only (not with NO_COLOR), or as said")
      ->transform(
          CLI::CheckedTransformer(std::map<std::string, Colours>{{"auto", Colours::automatic},
                                                                 {"always", Colours::always},
                                                                 {"never", Colours::never}})
              .description(""))
      ->type_name("auto|always|never");
  app.add_flag("--no-pager", session.no_pager, "long answers go to the terminal as they are");
  app.add_flag("-q,--quiet", session.quiet, "no progress");
  app.set_version_flag("--version", version_text, "versions of casus and of what it stands on");
}

void add_commands(CLI::App& app, Session& session) {
  add_ingest(app, session);
  add_import(app, session);
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
  add_rank(app, session);
  add_communities(app, session);
  add_export(app, session);
  add_verify(app, session);
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
  add_lexicon(app, session);
  add_completion(app, session);
  add_manual(app, session);
  add_help(app, session);
  add_version(app, session);
}

// Whether the command's answer is for a person.
bool answers_in_text(const CLI::App& command) {
  const CLI::Option* format = command.get_option_no_throw("--format");
  if (format == nullptr) return false;
  return (format->count() == 0 ? format->get_default_str() : format->results().front()) == "text";
}

std::unique_ptr<Pager> pager_for(const CLI::App& command, const Session& session) {
  const OutputStyle style = output_style();
  if (!style.terminal || style.height == 0 || session.no_pager || !answers_in_text(command)) {
    return nullptr;
  }
  std::string pager = pager_command();
  return pager.empty() ? nullptr : std::make_unique<Pager>(std::move(pager), style.height);
}

// The command runs while its line is parsed.
void parse(CLI::App& app, const Session& session, int argc, char** argv) {
  std::unique_ptr<Pager> pager;  // gone before a message is printed
  app.parse_complete_callback([&] { pager = pager_for(named_command(app), session); });
  app.parse(argc, argv);
}

int run(CLI::App& app, const Session& session, int argc, char** argv) {
  try {
    parse(app, session, argc, argv);
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
  } catch (const Interrupted& error) {
    return fail(error.what(), interrupted_exit_code());
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

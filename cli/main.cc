// The `casus` command: errors become messages and exit codes here and nowhere else.

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/text.h"
#include "graph/error.h"

namespace {

constexpr const char* kAbout =
    "casus: a conflict-event knowledge graph store.\n"
    "News articles become actors, attacks, statements, denials and claims, each with the words it\n"
    "stands on: who asserts what, who denies it, in which articles, since when.";

constexpr const char* kFooter =
    "`--store DIR` stands before or after the command; without it the store is $CASUS_STORE, or\n"
    "./casus-store. `casus COMMAND --help` explains a command and shows examples.\n"
    "Exit codes: 0 done, 1 nothing found, 2 usage, 3 some input was bad (the rest is done),\n"
    "4 the store or its disk is at fault.";

int fail(std::string_view message, int exit_code) {
  std::cout.flush();
  std::cerr << "casus: " << casus::cli::printable(message) << '\n';
  return exit_code;
}

int run(int argc, char** argv) {
  using namespace casus::cli;
  Session session;
  const char* from_environment = std::getenv("CASUS_STORE");
  session.store =
      from_environment != nullptr && *from_environment != '\0' ? from_environment : "casus-store";

  CLI::App app(kAbout, "casus");
  app.footer(kFooter);
  app.set_version_flag("--version", "casus " CASUS_VERSION);
  app.add_option("--store", session.store, "folder of the store")->type_name("DIR");
  app.require_subcommand(1);
  app.fallthrough();
  add_ingest(app, session);
  add_extract(app, session);
  add_actors(app, session);
  add_events(app, session);
  add_statements(app, session);
  add_claims(app, session);
  add_show(app, session);
  add_relations(app, session);
  add_trace(app, session);
  add_export(app, session);
  add_stats(app, session);
  add_check(app, session);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  std::cout.flush();
  if (!std::cout)
    return fail("standard output could not be written; is its disk full?", kStoreFault);
  return session.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace casus::cli;
  std::ios::sync_with_stdio(false);
  try {
    const int code = run(argc, argv);
    std::cout.flush();
    // A full disk, or a reader that went away: what was printed is not whole.
    if (!std::cout) return fail("The output could not be written; is the disk full?", kStoreFault);
    return code;
  } catch (const UsageError& error) {
    return fail(error.what(), kUsage);
  } catch (const casus::StoreError& error) {
    return fail(error.what(), kStoreFault);
  } catch (const NothingFound& error) {
    return fail(error.what(), kNothingFound);
  } catch (const casus::InputError& error) {
    return fail(error.what(),
                kUsage);  // bad records do not come this far: the question is too wide
  } catch (const std::exception& error) {
    return fail(error.what(), kStoreFault);
  }
}

#ifndef CASUS_CLI_COMMANDS_H_
#define CASUS_CLI_COMMANDS_H_

// Every command adds itself to the application and runs when the command line names it: it prints
// its answer and leaves its exit code in the session, which must outlive the application.

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace casus::cli {

void add_ingest(CLI::App& app, Session& session);
void add_import(CLI::App& app, Session& session);
void add_extract(CLI::App& app, Session& session);
void add_actors(CLI::App& app, Session& session);
void add_articles(CLI::App& app, Session& session);
void add_events(CLI::App& app, Session& session);  // and attacks
void add_statements(CLI::App& app, Session& session);
void add_claims(CLI::App& app, Session& session);
void add_show(CLI::App& app, Session& session);
void add_path(CLI::App& app, Session& session);
void add_rank(CLI::App& app, Session& session);
void add_communities(CLI::App& app, Session& session);
void add_relations(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_trace(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_stats(CLI::App& app, Session& session);
void add_check(CLI::App& app, Session& session);
void add_alias(CLI::App& app, Session& session);
void add_merge(CLI::App& app, Session& session);
void add_split(CLI::App& app, Session& session);
void add_reject(CLI::App& app, Session& session);
void add_undo(CLI::App& app, Session& session);
void add_history(CLI::App& app, Session& session);
void add_retract(CLI::App& app, Session& session);
void add_rebuild(CLI::App& app, Session& session);
void add_annotations(CLI::App& app, Session& session);
void add_lexicon(CLI::App& app, Session& session);
void add_completion(CLI::App& app, Session& session);
void add_manual(CLI::App& app, Session& session);

}  // namespace casus::cli

#endif  // CASUS_CLI_COMMANDS_H_

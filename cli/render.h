#ifndef CASUS_CLI_RENDER_H_
#define CASUS_CLI_RENDER_H_

// How nodes and their parts are worded for a person.

#include <string>

#include "casus/v1/answer.pb.h"
#include "casus/v1/graph.pb.h"
#include "cli/printer.h"
#include "graph/wording.h"
#include "storage/snapshot.h"

namespace casus::cli {

// The name of an actor or place, by its key; the key itself where the store does not know it.
std::string name_of_key(const storage::Snapshot& snapshot, const std::string& key);

// An event with what its reports say of the toll.
void render_event_entry(Printer& printer, const storage::Snapshot& snapshot,
                        const v1::EventEntry& entry);
// An event, statement or claim with what is known of it and its quoted evidence.
void render_event(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node);
void render_statement(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node);
void render_claim(Printer& printer, const storage::Snapshot& snapshot, const v1::Node& node);

// What is known of an event: perpetrators, targets, place, weapon, casualties.
void render_event_slots(Printer& printer, const storage::Snapshot& snapshot,
                        const v1::Event& event);
void render_statement_slots(Printer& printer, const storage::Snapshot& snapshot,
                            const v1::Statement& statement);

}  // namespace casus::cli

#endif  // CASUS_CLI_RENDER_H_

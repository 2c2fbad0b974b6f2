#ifndef CASUS_CLI_FILTERS_H_
#define CASUS_CLI_FILTERS_H_

// The values of filters that are names from a list. A name that is not in it is a mistake, not a
// question without an answer: each throws UsageError with what may be written. Thread-safe.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "casus/v1/annotation.pb.h"

namespace casus::cli {

// Empty text is no filter: nullopt.
std::optional<v1::ActorKind::Value> actor_kind(const std::string& text);
std::optional<v1::StatementKind::Value> statement_kind(const std::string& text);
std::optional<v1::InitiatorStatus::Value> initiator_status(const std::string& text);

// Whether it is one of the names that the filter takes; empty text is.
void check_event_type(const std::string& text);
void check_event_mode(const std::string& text);     // of any type
void check_relation_kind(const std::string& text);  // an event type or a kind of statement

// `--kind`, and unseen `--type`, which is what PLOVER and the answers call the kind of an event.
void add_event_kind(CLI::App& command, std::string& kind, const std::string& help,
                    const std::string& value);

}  // namespace casus::cli

#endif  // CASUS_CLI_FILTERS_H_

#ifndef CASUS_QUERY_EVENTS_H_
#define CASUS_QUERY_EVENTS_H_

// Events and attacks as an analyst lists them: one entry each, however many articles report it,
// with what every report says of the toll. Results are ordered and do not depend on the order of
// ingestion. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "casus/v1/answer.pb.h"
#include "query/listing.h"

namespace casus::query {

// An event is listed if any of its reports is as asked for.
struct EventQuestion {
  v1::NodeKind::Value kind = v1::NodeKind::event;  // or attack
  Filter filter;
  std::size_t skip = 0;
  std::optional<storage::NodeId> actor;  // who did or suffered it; see Listing
  std::optional<storage::NodeId> place;
  std::string country;           // ISO 3166-1 alpha-3
  std::string type;              // PLOVER
  std::string mode;              // PLOVER
  std::string target;            // words of a target's name or wording
  std::string weapon;            // words of it
  std::uint32_t min_killed = 0;  // at least so many, by the report's best or lowest figure
  std::optional<v1::InitiatorStatus::Value> status;  // of an initiator
  bool any_modality = false;                         // else actual ones only
  bool contested = false;                            // only those that are
  // Else newest first. Looks at all events that match before the first is given.
  bool deadliest_first = false;
};

Listed list_events(const storage::Snapshot& snapshot, const EventQuestion& question,
                   const std::function<void(const v1::EventEntry&)>& visit);

}  // namespace casus::query

#endif  // CASUS_QUERY_EVENTS_H_

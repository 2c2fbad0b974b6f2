#ifndef CASUS_QUERY_NAMES_H_
#define CASUS_QUERY_NAMES_H_

// From what a person types to a node.

#include <string>
#include <string_view>
#include <vector>

#include "storage/snapshot.h"

namespace casus::query {

// Finds a node by key, by any name of an actor or place, by an article's id, or by the only key or
// name that starts so. Merged actors, or places, are one choice. An actor goes before a place of
// the same name (a country is both), an own name before an alias, a whole name before the beginning
// of one. `resolve_actor` finds actors only. Throws InputError if nothing fits, with the nearest
// names ("did you mean ..."), or if several do, with the choices.
storage::NodeId resolve(const storage::Snapshot& snapshot, std::string_view text);
storage::NodeId resolve_actor(const storage::Snapshot& snapshot, std::string_view text);
// An article by its id or key, or how one of these begins, which looks at every article. Throws
// InputError if nothing fits, or if several do, with the choices.
storage::NodeId resolve_article(const storage::Snapshot& snapshot, std::string_view text);

// The ISO 3166-1 alpha-3 code of the country that `text` names, as actor or place of the store;
// three letters that name none are a code themselves. Throws InputError for anything else.
std::string resolve_country(const storage::Snapshot& snapshot, std::string_view text);

// What a person would call the node: an actor's name, an article's title, a claim's text, a short
// description of an event or statement.
std::string display_name(const storage::Snapshot& snapshot, storage::NodeId id);

}  // namespace casus::query

#endif  // CASUS_QUERY_NAMES_H_

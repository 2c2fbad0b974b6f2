#ifndef CASUS_GRAPH_KEYS_H_
#define CASUS_GRAPH_KEYS_H_

// Stable text keys of nodes. They are the identity of a node in every export and never change with
// the order of ingestion.
//
//   article:3f2a9c1b7d40e5a1b2c3                the first 80 bits of XXH3-128 of the article's id
//   event:3f2a9c1b7d40e5a1b2c3/e1               article-scoped: the article's digits, then the
//   statement:.../s4  claim:.../c2              annotation's local key
//   actor:USA  actor:hamas                      an entry of the lexicon
//   actor:person:IRN:hossein-amirabdollahian    a name: kind, country (or "-"), slug
//   place:IRQ  place:IRQ:baghdad                a country by its ISO code; a place within it
//
// Thread-safe, no state.

#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/graph.pb.h"

namespace casus {

std::string article_key(std::string_view article_id);

// Scopes a local key of an annotation ("e1") to its article.
std::string event_key(std::string_view article_key, std::string_view local);
std::string statement_key(std::string_view article_key, std::string_view local);
std::string claim_key(std::string_view article_key, std::string_view local);

std::string lexicon_actor_key(std::string_view entry_id);
std::string named_actor_key(v1::ActorKind::Value kind, std::string_view country,
                            std::string_view name);
std::string country_place_key(std::string_view iso3);
std::string named_place_key(std::string_view country, std::string_view name);

// The key of the article whose event, statement or claim this is; empty if it is the key of none.
std::string article_of_item(std::string_view key);

// The kind that a key's prefix says; attacks are `event` and denials `statement` here. Unspecified
// if the text is no key.
v1::NodeKind::Value kind_of_key(std::string_view key);

// XXH3-128, in 32 hex digits, of everything an article holds but its key.
std::string content_hash(const v1::Article& article);

}  // namespace casus

#endif  // CASUS_GRAPH_KEYS_H_

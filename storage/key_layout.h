#ifndef CASUS_STORAGE_KEY_LAYOUT_H_
#define CASUS_STORAGE_KEY_LAYOUT_H_

// Keys and values of every table, as docs/storage-format.md describes them byte by byte. Private to
// storage. Decoding throws StoreError on bytes that are none. Thread-safe, no state.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/dates.h"
#include "graph/same_as.h"
#include "storage/claim_index.h"
#include "storage/snapshot.h"
#include "storage/store.h"

namespace casus::storage {

// The first byte of every key.
enum class Table : char {
  annotation = 'A',
  block = 'B',
  counter = 'C',
  node = 'D',
  edge = 'E',
  fingerprint = 'F',
  deed = 'G',
  token = 'H',
  id = 'I',
  label = 'J',
  kind = 'K',
  claim_link = 'L',
  meta = 'M',
  name = 'N',
  origin = 'O',
  correction = 'P',
  correction_scope = 'Q',
  relation = 'R',
  contribution = 'S',
  text = 'T',
  claim_row = 'V',
  word = 'W',
  reference = 'X',
  pair = 'Y',
};
inline constexpr std::string_view kTables = "ABCDEFGHIJKLMNOPQRSTVWXY";

inline constexpr std::size_t kChunkBytes = 64 << 10;
inline constexpr std::size_t kMaxKeyBytes = 64 << 10;

// The keys under `prefix` whose next three bytes are a day of the window, the newest first.
struct KeyRange {
  KeyRange(std::string_view prefix, const DayWindow& window);
  std::string begin;
  std::string end;
};

// M: what the store is.
std::string meta_key(std::string_view name);
inline constexpr std::string_view kMetaFormat = "format";          // u32
inline constexpr std::string_view kMetaAssembly = "assembly";      // u32
inline constexpr std::string_view kMetaNextId = "next id";         // u64
inline constexpr std::string_view kMetaRebuilding = "rebuilding";  // empty; see Store::rebuild

// C: how many nodes and edges of each kind there are.
std::string counter_key(v1::NodeKind::Value kind);
std::string counter_key(v1::EdgeKind::Value kind);

// An input that changes nothing, because the article is what was made of it, or is newer.
struct Origin {
  std::string name;  // as `Store::put` was told
  bool outdated = false;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// I: from a node's key to its id and kind; of an article also to its state and origins.
struct IdEntry {
  NodeId id = 0;
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  ArticleState state;           // articles only
  std::vector<Origin> origins;  // articles only; the newest last
};
std::string id_key(std::string_view node_key);
std::string encode(const IdEntry& entry);
IdEntry decode_id_entry(std::string_view value);

// O: from an origin to the key of its article.
std::string origin_key(std::string_view origin);

// D: nodes by id.
std::string node_record_key(NodeId id);
std::string encode_node(const v1::Node& node);
v1::Node decode_node(std::string_view value);
v1::NodeKind::Value decode_node_kind(std::string_view value);
std::string decode_node_key(std::string_view value);

// J: what actors and places are called, by id, in so little room that all of it stays in the cache.
std::string label_key(NodeId id);

// S: what articles say of a shared node, and how many of them say just that.
std::string contribution_prefix(NodeId id);
std::string contribution_key(NodeId id, std::string_view contribution);

// K: the nodes of articles by kind, newest first.
std::string kind_prefix(v1::NodeKind::Value kind);
std::string kind_key(v1::NodeKind::Value kind, Day day, std::string_view node_key);
Day decode_kind_day(std::string_view key);

// N, W: nodes by a piece of text, which the prefix ends with a zero byte. Names go on with the
// node's key, words with the claim's publication, newest first, and its id. A prefix also covers
// texts that go on after a zero byte: compare the length of an entry's key.
std::string name_prefix(std::string_view name);
std::string name_key(std::string_view name, std::string_view node_key);
std::string word_prefix(std::string_view word);
std::string word_key(std::string_view word, Day published, NodeId claim);

// H: actors by a token of graph/same_actor.h, which ends with a zero byte, then by key.
std::string token_prefix(std::string_view token);
std::string token_key(std::string_view token, std::string_view node_key);

// V: what an article says on a claim, by the actors that have a part in it, and all of it under
// actor 0; see claim_index.h.
std::string claim_row_prefix(NodeId actor);
std::string claim_row_prefix(NodeId actor, NodeId claim);
std::string claim_row_key(NodeId actor, NodeId claim, NodeId article);
// Who made the statements is in the row of actor 0 only.
std::string encode(const ClaimRow& row, NodeId actor);
ClaimRow decode_claim_row(std::string_view key, std::string_view value);

// L: the SAME_AS links of claims, from either end.
struct ClaimLink {
  NodeId claim = 0;
  NodeId other = 0;
  Day published;
};
std::string claim_link_table();
std::string claim_link_prefix(NodeId claim);
std::string claim_link_key(const ClaimLink& link);
std::string encode(const ClaimLink& link);
ClaimLink decode_claim_link(std::string_view key, std::string_view value);

// G: claims that somebody did an event, from the claim and from the event; see graph/deeds.h.
struct DeedRow {
  NodeId node = 0;   // the claim, or the event
  NodeId other = 0;  // the event, or the claim
  NodeId doer = 0;
  Day published;
};
std::string deed_table();
std::string deed_prefix(NodeId node);
std::string deed_key(const DeedRow& row);
std::string encode(const DeedRow& row);
DeedRow decode_deed(std::string_view key, std::string_view value);

// F: what the SAME_AS rule looks at, by group (see graph/same_as.h; here by its digest), then by
// day of publication, oldest first and undated last, then by node key.
inline constexpr std::size_t kGroupBytes = 16;
struct FingerprintEntry {
  std::string group;
  Day published;
  Fingerprint fingerprint;
  NodeId id = 0;
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
  std::string home;  // the group of what is alike; another than `group` if it was split off
};
std::string fingerprint_prefix(std::string_view group);
// Below every member of the group that was published on `from` or later; of all, if it is unknown.
std::string fingerprint_bound(std::string_view group, Day from);
std::string fingerprint_key(const FingerprintEntry& entry);
std::string encode(const FingerprintEntry& entry);
FingerprintEntry decode_fingerprint(std::string_view key, std::string_view value);

// B: groups by block token, which ends with a zero byte, then by the block's day, unknown first.
std::string block_bound(std::string_view token, Day day);
std::string block_key(const Filing::Block& block, std::string_view group);
// nullopt: the key is of a longer token that begins alike.
std::optional<std::string> group_of_block(std::string_view token, std::string_view key);

// E: edges in both directions.
std::string edge_table();
std::string edge_prefix(NodeId self, Direction direction, v1::EdgeKind::Value kind);
// All of the key but the other end's kind, seen from the edge's start.
std::string edge_out_prefix(const EdgeRef& ref);
std::string edge_key(const EdgeRef& ref);
EdgeRef decode_edge_key(std::string_view key);
// The same edge seen from its other end; `self_kind` is the kind of `ref.self`.
EdgeRef mirrored(const EdgeRef& ref, v1::NodeKind::Value self_kind);

// R: what an actor did or said to others, and others to it, newest first. Y: what one did or said
// to another. Both have the act as their value.
std::string relation_table();
std::string relation_prefix(NodeId self);
std::string relation_key(const RelationRef& ref, Direction direction);  // at its `from`, or `to`
std::string pair_table();
std::string pair_prefix(NodeId a, NodeId b);  // in whichever order
std::string pair_key(const RelationRef& ref);
RelationRef decode_relation(std::string_view key, std::string_view value);  // of either table

// X: articles that refer to an item of another, by that one's key, then by the item's, which ends
// with a zero byte. Kept whether or not the item is in the store.
struct Reference {
  std::string item;  // key
  NodeId article = 0;
};
std::string reference_table();
std::string reference_prefix(std::string_view article_key);
std::string reference_key(const Reference& reference);
Reference decode_reference_key(std::string_view key);

// P: what persons said, by number; Q: the same by the article, actor or place that it is about.
std::string correction_prefix();
std::string correction_key(std::uint64_t number);
std::string correction_scope_prefix(std::string_view scope);
std::string correction_scope_key(std::string_view scope, std::uint64_t number);

// A, T: the primary record, in chunks.
std::string annotation_prefix(NodeId article);
std::string annotation_key(NodeId article, std::uint32_t chunk);
std::string text_prefix(NodeId article);
std::string text_key(NodeId article, std::uint32_t chunk);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_KEY_LAYOUT_H_

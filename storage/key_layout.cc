#include "storage/key_layout.h"

#include <limits>
#include <utility>

#include "graph/keys.h"
#include "storage/coding.h"

namespace casus::storage {
namespace {

std::string table_key(Table table) { return std::string(1, static_cast<char>(table)); }

std::string with_id(Table table, NodeId id) {
  std::string key = table_key(table);
  append_u64(key, id);
  return key;
}

std::string with_text(Table table, std::string_view text) {
  std::string key = table_key(table);
  key.append(text).push_back('\0');
  return key;
}

std::string with_chunk(Table table, NodeId id, std::uint32_t chunk) {
  std::string key = with_id(table, id);
  append_u32(key, chunk);
  return key;
}

v1::NodeKind::Value read_node_kind(Reader& reader) {
  const int kind = reader.u8();
  if (kind == v1::NodeKind::unspecified || !v1::NodeKind::Value_IsValid(kind)) {
    throw StoreError(
        "The store is damaged: an entry has a node kind that does not exist. "
        "Run `casus check`.");
  }
  return static_cast<v1::NodeKind::Value>(kind);
}

v1::EdgeKind::Value read_edge_kind(Reader& reader) {
  const int kind = reader.u8();
  if (kind == v1::EdgeKind::unspecified || !v1::EdgeKind::Value_IsValid(kind)) {
    throw StoreError(
        "The store is damaged: an entry has an edge kind that does not exist. "
        "Run `casus check`.");
  }
  return static_cast<v1::EdgeKind::Value>(kind);
}

void append_edge_head(std::string& key, const EdgeRef& ref) {
  append_u32(key, descending(ref.day));
  append_u64(key, ref.other);
  append_u32(key, ascending(ref.published));
  append_u64(key, ref.article);
}

constexpr std::uint32_t kUndatedLast = 0xFFFFFFFF;

// Flags of a claim's row.
constexpr unsigned kOwnVoice = 1;
constexpr unsigned kAbout = 2;
constexpr unsigned kAddressed = 4;
constexpr unsigned kMade = 8;
constexpr unsigned kOfOwnArticle = 16;

}  // namespace

KeyRange::KeyRange(std::string_view prefix, const DayWindow& window) : begin(prefix), end(begin) {
  constexpr Day kLastDay{std::numeric_limits<std::int32_t>::max()};
  if (!bounded(window)) {
    end = after_prefix(prefix);
    return;
  }
  append_u32(begin, descending(window.until.known() ? window.until : kLastDay));
  // An unknown day lies after all known ones and in no window.
  append_u32(end, window.since.known() ? descending(window.since) + 1 : descending(Day{}));
}

std::string meta_key(std::string_view name) { return table_key(Table::meta).append(name); }

std::string counter_key(v1::NodeKind::Value kind) {
  std::string key = table_key(Table::counter);
  append_u8(key, 0);
  append_u8(key, static_cast<std::uint8_t>(kind));
  return key;
}

std::string counter_key(v1::EdgeKind::Value kind) {
  std::string key = table_key(Table::counter);
  append_u8(key, 1);
  append_u8(key, static_cast<std::uint8_t>(kind));
  return key;
}

std::string id_key(std::string_view node_key) { return table_key(Table::id).append(node_key); }

std::string encode(const IdEntry& entry) {
  std::string value;
  append_u64(value, entry.id);
  append_u8(value, static_cast<std::uint8_t>(entry.kind));
  if (entry.kind == v1::NodeKind::article) {
    append_bytes(value, entry.state.content_hash);
    append_bytes(value, entry.state.extractor_name);
    append_bytes(value, entry.state.extractor_version);
    append_bytes(value, entry.state.annotation_hash);
    for (const Origin& origin : entry.origins) {
      append_u8(value, origin.outdated ? 1 : 0);
      append_bytes(value, origin.name);
    }
  }
  return value;
}

IdEntry decode_id_entry(std::string_view value) {
  Reader reader(value);
  IdEntry entry;
  entry.id = reader.u64();
  entry.kind = read_node_kind(reader);
  if (entry.kind == v1::NodeKind::article) {
    entry.state.content_hash = reader.bytes();
    entry.state.extractor_name = reader.bytes();
    entry.state.extractor_version = reader.bytes();
    // Format 1 has none.
    if (!reader.rest().empty()) entry.state.annotation_hash = reader.bytes();
    while (!reader.rest().empty()) {
      const bool outdated = reader.u8() != 0;
      entry.origins.push_back({std::string(reader.bytes()), outdated});
    }
  }
  return entry;
}

std::string origin_key(std::string_view origin) { return table_key(Table::origin).append(origin); }

std::string node_record_key(NodeId id) { return with_id(Table::node, id); }

std::string encode_node(const v1::Node& node) {
  std::string value;
  append_u8(value, static_cast<std::uint8_t>(node.kind()));
  append_bytes(value, node.key());
  v1::Node rest = node;
  rest.clear_kind();
  rest.clear_key();
  rest.AppendToString(&value);
  return value;
}

v1::Node decode_node(std::string_view value) {
  Reader reader(value);
  const v1::NodeKind::Value kind = read_node_kind(reader);
  const std::string key(reader.bytes());
  v1::Node node;
  if (!node.ParseFromArray(reader.rest().data(), static_cast<int>(reader.rest().size()))) {
    throw StoreError("The store is damaged: the record of node " + key +
                     " cannot be read. Run `casus check`.");
  }
  node.set_kind(kind);
  node.set_key(key);
  return node;
}

v1::NodeKind::Value decode_node_kind(std::string_view value) {
  Reader reader(value);
  return read_node_kind(reader);
}

std::string decode_node_key(std::string_view value) {
  Reader reader(value);
  reader.u8();
  return std::string(reader.bytes());
}

std::string contribution_prefix(NodeId id) { return with_id(Table::contribution, id); }

std::string contribution_key(NodeId id, std::string_view contribution) {
  return contribution_prefix(id).append(contribution);
}

std::string kind_prefix(v1::NodeKind::Value kind) {
  std::string key = table_key(Table::kind);
  append_u8(key, static_cast<std::uint8_t>(kind));
  return key;
}

std::string kind_key(v1::NodeKind::Value kind, Day day, std::string_view node_key) {
  std::string key = kind_prefix(kind);
  append_u32(key, descending(day));
  return key.append(node_key);
}

Day decode_kind_day(std::string_view key) {
  Reader reader(key);
  reader.u8();
  reader.u8();
  return day_of_descending(reader.u32());
}

std::string name_prefix(std::string_view name) { return with_text(Table::name, name); }

std::string name_key(std::string_view name, std::string_view node_key) {
  return name_prefix(name).append(node_key);
}

std::string token_prefix(std::string_view token) { return with_text(Table::token, token); }

std::string token_key(std::string_view token, std::string_view node_key) {
  return token_prefix(token).append(node_key);
}

std::string word_prefix(std::string_view word) { return with_text(Table::word, word); }

std::string word_key(std::string_view word, Day published, NodeId claim) {
  std::string key = word_prefix(word);
  append_u32(key, descending(published));
  append_u64(key, claim);
  return key;
}

std::string claim_row_prefix(NodeId actor) { return with_id(Table::claim_row, actor); }

std::string claim_row_prefix(NodeId actor, NodeId claim) {
  std::string key = claim_row_prefix(actor);
  append_u64(key, claim);
  return key;
}

std::string claim_row_key(NodeId actor, NodeId claim, NodeId article) {
  std::string key = claim_row_prefix(actor, claim);
  append_u64(key, article);
  return key;
}

std::string encode(const ClaimRow& row) {
  std::string value;
  append_u32(value, ascending(row.published));
  const unsigned flags = (row.own_voice ? kOwnVoice : 0U) | (row.about ? kAbout : 0U) |
                         (row.addressed ? kAddressed : 0U) | (row.made ? kMade : 0U) |
                         (row.of_own_article ? kOfOwnArticle : 0U);
  append_u8(value, static_cast<std::uint8_t>(flags));
  for (const ClaimRow::Voice& voice : row.voices) {
    append_u8(value, voice.denies ? 1 : 0);
    append_u32(value, ascending(voice.day));
  }
  return value;
}

ClaimRow decode_claim_row(std::string_view key, std::string_view value) {
  ClaimRow row;
  Reader in_key(key);
  in_key.take(1 + sizeof(NodeId));
  row.claim = in_key.u64();
  Reader in_value(value);
  row.published = day_of_ascending(in_value.u32());
  const unsigned flags = in_value.u8();
  row.own_voice = (flags & kOwnVoice) != 0;
  row.about = (flags & kAbout) != 0;
  row.addressed = (flags & kAddressed) != 0;
  row.made = (flags & kMade) != 0;
  row.of_own_article = (flags & kOfOwnArticle) != 0;
  while (!in_value.rest().empty()) {
    const bool denies = in_value.u8() != 0;
    row.voices.push_back({denies, day_of_ascending(in_value.u32()), row.published});
  }
  return row;
}

std::string claim_link_table() { return table_key(Table::claim_link); }

std::string claim_link_prefix(NodeId claim) { return with_id(Table::claim_link, claim); }

std::string claim_link_key(const ClaimLink& link) {
  std::string key = claim_link_prefix(link.claim);
  append_u64(key, link.other);
  return key;
}

std::string encode(const ClaimLink& link) {
  std::string value;
  append_u32(value, ascending(link.published));
  return value;
}

ClaimLink decode_claim_link(std::string_view key, std::string_view value) {
  Reader in_key(key);
  in_key.u8();
  ClaimLink link;
  link.claim = in_key.u64();
  link.other = in_key.u64();
  link.published = day_of_ascending(Reader(value).u32());
  return link;
}

std::string deed_table() { return table_key(Table::deed); }

std::string deed_prefix(NodeId node) { return with_id(Table::deed, node); }

std::string deed_key(const DeedRow& row) {
  std::string key = deed_prefix(row.node);
  append_u64(key, row.other);
  return key;
}

std::string encode(const DeedRow& row) {
  std::string value;
  append_u64(value, row.doer);
  append_u32(value, ascending(row.published));
  return value;
}

DeedRow decode_deed(std::string_view key, std::string_view value) {
  Reader in_key(key);
  in_key.u8();
  Reader in_value(value);
  DeedRow row;
  row.node = in_key.u64();
  row.other = in_key.u64();
  row.doer = in_value.u64();
  row.published = day_of_ascending(in_value.u32());
  return row;
}

std::string fingerprint_prefix(std::string_view group) {
  return table_key(Table::fingerprint).append(group);
}

std::string fingerprint_bound(std::string_view group, Day from) {
  std::string key = fingerprint_prefix(group);
  append_u32(key, ascending(from));
  return key;
}

std::string fingerprint_key(const FingerprintEntry& entry) {
  std::string key = fingerprint_prefix(entry.group);
  append_u32(key, entry.published.known() ? ascending(entry.published) : kUndatedLast);
  return key.append(entry.fingerprint.node);
}

std::string encode(const FingerprintEntry& entry) {
  std::string value;
  append_u64(value, entry.id);
  append_u8(value, static_cast<std::uint8_t>(entry.kind));
  append_bytes(value, entry.fingerprint.article);
  value.append(entry.home);
  return value.append(entry.fingerprint.data);
}

FingerprintEntry decode_fingerprint(std::string_view key, std::string_view value) {
  FingerprintEntry entry;
  Reader in_key(key);
  in_key.u8();
  entry.group = in_key.take(kGroupBytes);
  const std::uint32_t published = in_key.u32();
  if (published != kUndatedLast) entry.published = day_of_ascending(published);
  entry.fingerprint.node = in_key.rest();
  Reader in_value(value);
  entry.id = in_value.u64();
  entry.kind = read_node_kind(in_value);
  entry.fingerprint.article = in_value.bytes();
  entry.home = in_value.take(kGroupBytes);
  entry.fingerprint.data = in_value.rest();
  return entry;
}

std::string block_bound(std::string_view token, Day day) {
  std::string key = with_text(Table::block, token);
  append_u32(key, ascending(day));
  return key;
}

std::string block_key(const Filing::Block& block, std::string_view group) {
  return block_bound(block.token, block.day).append(group);
}

std::optional<std::string> group_of_block(std::string_view token, std::string_view key) {
  const std::size_t head = 1 + token.size() + 1 + sizeof(std::uint32_t);
  if (key.size() != head + kGroupBytes) return std::nullopt;
  return std::string(key.substr(head));
}

std::string edge_table() { return table_key(Table::edge); }

std::string edge_prefix(NodeId self, Direction direction) {
  std::string key = with_id(Table::edge, self);
  append_u8(key, static_cast<std::uint8_t>(direction));
  return key;
}

std::string edge_prefix(NodeId self, Direction direction, v1::EdgeKind::Value kind) {
  std::string key = edge_prefix(self, direction);
  append_u8(key, static_cast<std::uint8_t>(kind));
  return key;
}

std::string edge_out_prefix(const EdgeRef& ref) {
  EdgeRef out = ref;
  if (ref.direction == Direction::in) std::swap(out.self, out.other);
  std::string key = edge_prefix(out.self, Direction::out, out.kind);
  append_edge_head(key, out);
  return key;
}

std::string encode(const EdgeKey& edge) {
  std::string key = edge_prefix(edge.ref.self, edge.ref.direction, edge.ref.kind);
  append_edge_head(key, edge.ref);
  append_u8(key, static_cast<std::uint8_t>(edge.ref.other_kind));
  append_u16(key, edge.ordinal);
  return key;
}

EdgeKey decode_edge_key(std::string_view key) {
  Reader reader(key);
  reader.u8();
  EdgeKey edge;
  edge.ref.self = reader.u64();
  edge.ref.direction = reader.u8() == 0 ? Direction::out : Direction::in;
  edge.ref.kind = read_edge_kind(reader);
  edge.ref.day = day_of_descending(reader.u32());
  edge.ref.other = reader.u64();
  edge.ref.published = day_of_ascending(reader.u32());
  edge.ref.article = reader.u64();
  edge.ref.other_kind = read_node_kind(reader);
  edge.ordinal = reader.u16();
  return edge;
}

EdgeRef mirrored(const EdgeRef& ref, v1::NodeKind::Value self_kind) {
  EdgeRef other = ref;
  std::swap(other.self, other.other);
  other.direction = ref.direction == Direction::out ? Direction::in : Direction::out;
  other.other_kind = self_kind;
  return other;
}

std::string relation_prefix(NodeId self, Direction direction) {
  std::string key = with_id(Table::relation, self);
  append_u8(key, static_cast<std::uint8_t>(direction));
  return key;
}

std::string relation_key(const RelationRef& ref, Direction direction) {
  const bool out = direction == Direction::out;
  std::string key = relation_prefix(out ? ref.from : ref.to, direction);
  append_u32(key, descending(ref.day));
  append_u64(key, out ? ref.to : ref.from);
  append_u64(key, ref.node);
  append_u32(key, ascending(ref.published));
  return key;
}

std::string pair_prefix(NodeId from, NodeId to) {
  std::string key = with_id(Table::pair, from);
  append_u64(key, to);
  return key;
}

std::string pair_key(const RelationRef& ref) {
  std::string key = pair_prefix(ref.from, ref.to);
  append_u32(key, descending(ref.day));
  append_u64(key, ref.node);
  append_u32(key, ascending(ref.published));
  return key;
}

RelationRef decode_relation(std::string_view key, std::string_view value) {
  Reader reader(key);
  const bool of_pair = reader.u8() == static_cast<std::uint8_t>(Table::pair);
  RelationRef ref;
  ref.from = reader.u64();
  bool out = true;
  if (of_pair) {
    ref.to = reader.u64();
    ref.day = day_of_descending(reader.u32());
  } else {
    out = reader.u8() == static_cast<std::uint8_t>(Direction::out);
    ref.day = day_of_descending(reader.u32());
    ref.to = reader.u64();
  }
  if (!out) std::swap(ref.from, ref.to);
  ref.node = reader.u64();
  ref.published = day_of_ascending(reader.u32());
  ref.act = Reader(value).u8();
  return ref;
}

std::string reference_table() { return table_key(Table::reference); }

std::string reference_prefix(std::string_view article_key) {
  return with_text(Table::reference, article_key);
}

std::string reference_key(const Reference& reference) {
  std::string key = reference_prefix(article_of_item(reference.item));
  key.append(reference.item).push_back('\0');
  append_u64(key, reference.article);
  return key;
}

Reference decode_reference_key(std::string_view key) {
  const std::size_t item = key.find('\0') + 1;
  const std::size_t end = key.find('\0', item);
  Reader tail(end == std::string_view::npos ? std::string_view() : key.substr(end + 1));
  return {std::string(key.substr(item, end - item)), tail.u64()};
}

std::string correction_prefix() { return table_key(Table::correction); }

std::string correction_key(std::uint64_t number) { return with_id(Table::correction, number); }

std::string correction_scope_prefix(std::string_view scope) {
  return with_text(Table::correction_scope, scope);
}

std::string correction_scope_key(std::string_view scope, std::uint64_t number) {
  std::string key = correction_scope_prefix(scope);
  append_u64(key, number);
  return key;
}

std::string annotation_prefix(NodeId article) { return with_id(Table::annotation, article); }

std::string annotation_key(NodeId article, std::uint32_t chunk) {
  return with_chunk(Table::annotation, article, chunk);
}

std::string text_prefix(NodeId article) { return with_id(Table::text, article); }

std::string text_key(NodeId article, std::uint32_t chunk) {
  return with_chunk(Table::text, article, chunk);
}

}  // namespace casus::storage

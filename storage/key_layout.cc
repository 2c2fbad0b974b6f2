#include "storage/key_layout.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/keys.h"
#include "storage/coding.h"

namespace casus::storage {
namespace {

std::string table_key(Table table) { return std::string(1, static_cast<char>(table)); }

std::string with_id(Table table, NodeId id) {
  std::string key = table_key(table);
  append_varint(key, id);
  return key;
}

// The primary record's keys have been the same in all formats, so that any can be rebuilt.
std::string with_number(Table table, std::uint64_t number) {
  std::string key = table_key(table);
  append_u64(key, number);
  return key;
}

std::string with_text(Table table, std::string_view text) {
  std::string key = table_key(table);
  key.append(text).push_back('\0');
  return key;
}

std::string with_chunk(Table table, NodeId id, std::uint32_t chunk) {
  std::string key = with_number(table, id);
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

v1::StatementKind::Value read_statement_kind(Reader& reader) {
  const int kind = reader.u8();
  if (!v1::StatementKind::Value_IsValid(kind)) {
    throw StoreError(
        "The store is damaged: an entry has a statement kind that does not exist. "
        "Run `casus check`.");
  }
  return static_cast<v1::StatementKind::Value>(kind);
}

// Direction and kind of an edge in one byte.
constexpr unsigned kInSlots = 128;
static_assert(v1::EdgeKind::Value_MAX < static_cast<int>(kInSlots));
std::uint8_t slot_of(Direction direction, v1::EdgeKind::Value kind) {
  return static_cast<std::uint8_t>((direction == Direction::in ? kInSlots : 0) +
                                   static_cast<unsigned>(kind));
}
v1::EdgeKind::Value edge_kind(unsigned number) {
  const int kind = static_cast<int>(number);
  if (kind == v1::EdgeKind::unspecified || !v1::EdgeKind::Value_IsValid(kind)) {
    throw StoreError(
        "The store is damaged: an entry has an edge kind that does not exist. "
        "Run `casus check`.");
  }
  return static_cast<v1::EdgeKind::Value>(kind);
}

void append_edge_head(std::string& key, const EdgeRef& ref) {
  append_descending(key, ref.day);
  append_varint(key, ref.other);
  append_ascending(key, ref.published);
  append_varint(key, ref.article);
}

// Flags of a claim's row.
constexpr unsigned kOwnVoice = 1;
constexpr unsigned kAbout = 2;
constexpr unsigned kAddressed = 4;
constexpr unsigned kMade = 8;
constexpr unsigned kOfOwnArticle = 16;

}  // namespace

KeyRange::KeyRange(std::string_view prefix, const DayWindow& window) : begin(prefix), end(begin) {
  if (!bounded(window)) {
    end = after_prefix(prefix);
    return;
  }
  append_descending(begin, window.until.known() ? window.until : kLastDay);
  // An unknown day lies after all known ones and in no window.
  append_u24(end, window.since.known() ? descending(window.since) + 1 : descending(Day{}));
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
  append_varint(value, entry.id);
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
  entry.id = reader.varint();
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

namespace {

// What the node's key says anyhow: its own key in its data, and the article that an item is of.
void set_what_key_says(v1::Node& node, const std::string& key, const std::string& article) {
  switch (node.data_case()) {
    case v1::Node::kArticle:
      node.mutable_article()->set_key(key);
      break;
    case v1::Node::kActor:
      node.mutable_actor()->set_key(key);
      break;
    case v1::Node::kPlace:
      node.mutable_place()->set_key(key);
      break;
    case v1::Node::kEvent:
      node.mutable_event()->set_key(key);
      break;
    case v1::Node::kStatement:
      node.mutable_statement()->set_key(key);
      break;
    case v1::Node::kClaim:
      node.mutable_claim()->set_key(key);
      break;
    case v1::Node::DATA_NOT_SET:
      break;
  }
  node.set_source(article);
  if (node.has_evidence()) node.mutable_evidence()->set_article(article);
}

}  // namespace

std::string encode_node(const v1::Node& node) {
  std::string value;
  append_u8(value, static_cast<std::uint8_t>(node.kind()));
  append_bytes(value, node.key());
  v1::Node rest = node;
  rest.clear_kind();
  rest.clear_key();
  set_what_key_says(rest, {}, {});
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
  set_what_key_says(node, key, article_of_item(key));
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

std::string label_key(NodeId id) { return with_id(Table::label, id); }

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
  append_descending(key, day);
  return key.append(node_key);
}

Day decode_kind_day(std::string_view key) {
  Reader reader(key);
  reader.u8();
  reader.u8();
  return reader.descending_day();
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
  append_descending(key, published);
  append_varint(key, claim);
  return key;
}

std::string claim_row_prefix(NodeId actor) { return with_id(Table::claim_row, actor); }

std::string claim_row_prefix(NodeId actor, NodeId claim) {
  std::string key = claim_row_prefix(actor);
  append_varint(key, claim);
  return key;
}

std::string claim_row_key(NodeId actor, NodeId claim, NodeId article) {
  std::string key = claim_row_prefix(actor, claim);
  append_varint(key, article);
  return key;
}

std::string encode(const ClaimRow& row, NodeId actor) {
  std::string value;
  append_ascending(value, row.published);
  const unsigned flags = (row.own_voice ? kOwnVoice : 0U) | (row.about ? kAbout : 0U) |
                         (row.addressed ? kAddressed : 0U) | (row.made ? kMade : 0U) |
                         (row.of_own_article ? kOfOwnArticle : 0U);
  append_u8(value, static_cast<std::uint8_t>(flags));
  for (const ClaimRow::Voice& voice : row.voices) {
    append_u8(value, voice.denies ? 1 : 0);
    append_ascending(value, voice.day);
    if (actor != 0) continue;
    append_varint(value, voice.statement);
    append_u8(value, static_cast<std::uint8_t>(voice.kind));
    append_varint(value, voice.speaker);
  }
  return value;
}

ClaimRow decode_claim_row(std::string_view key, std::string_view value) {
  ClaimRow row;
  Reader in_key(key);
  in_key.u8();
  const NodeId actor = in_key.varint();
  row.claim = in_key.varint();
  const NodeId article = in_key.varint();
  Reader in_value(value);
  row.published = in_value.ascending_day();
  const unsigned flags = in_value.u8();
  row.own_voice = (flags & kOwnVoice) != 0;
  row.about = (flags & kAbout) != 0;
  row.addressed = (flags & kAddressed) != 0;
  row.made = (flags & kMade) != 0;
  row.of_own_article = (flags & kOfOwnArticle) != 0;
  while (!in_value.rest().empty()) {
    ClaimRow::Voice& voice = row.voices.emplace_back();
    voice.denies = in_value.u8() != 0;
    voice.day = in_value.ascending_day();
    voice.published = row.published;
    voice.article = article;
    if (actor != 0) continue;
    voice.statement = in_value.varint();
    voice.kind = read_statement_kind(in_value);
    voice.speaker = in_value.varint();
  }
  return row;
}

std::string claim_link_table() { return table_key(Table::claim_link); }

std::string claim_link_prefix(NodeId claim) { return with_id(Table::claim_link, claim); }

std::string claim_link_key(const ClaimLink& link) {
  std::string key = claim_link_prefix(link.claim);
  append_varint(key, link.other);
  return key;
}

std::string encode(const ClaimLink& link) {
  std::string value;
  append_ascending(value, link.published);
  return value;
}

ClaimLink decode_claim_link(std::string_view key, std::string_view value) {
  Reader in_key(key);
  in_key.u8();
  ClaimLink link;
  link.claim = in_key.varint();
  link.other = in_key.varint();
  link.published = Reader(value).ascending_day();
  return link;
}

std::string deed_table() { return table_key(Table::deed); }

std::string deed_prefix(NodeId node) { return with_id(Table::deed, node); }

std::string deed_key(const DeedRow& row) {
  std::string key = deed_prefix(row.node);
  append_varint(key, row.other);
  return key;
}

std::string encode(const DeedRow& row) {
  std::string value;
  append_varint(value, row.doer);
  append_ascending(value, row.published);
  return value;
}

DeedRow decode_deed(std::string_view key, std::string_view value) {
  Reader in_key(key);
  in_key.u8();
  Reader in_value(value);
  DeedRow row;
  row.node = in_key.varint();
  row.other = in_key.varint();
  row.doer = in_value.varint();
  row.published = in_value.ascending_day();
  return row;
}

std::string fingerprint_prefix(std::string_view group) {
  return table_key(Table::fingerprint).append(group);
}

std::string fingerprint_bound(std::string_view group, Day from) {
  std::string key = fingerprint_prefix(group);
  append_ascending(key, from);
  return key;
}

std::string fingerprint_key(const FingerprintEntry& entry) {
  std::string key = fingerprint_prefix(entry.group);
  append_u24(key, entry.published.known() ? ascending(entry.published) : kDayMask);
  return key.append(entry.fingerprint.node);
}

std::string encode(const FingerprintEntry& entry) {
  std::string value;
  append_varint(value, entry.id);
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
  const std::uint32_t published = in_key.u24();
  if (published != kDayMask) entry.published = day_of_ascending(published);
  entry.fingerprint.node = in_key.rest();
  Reader in_value(value);
  entry.id = in_value.varint();
  entry.kind = read_node_kind(in_value);
  entry.fingerprint.article = in_value.bytes();
  entry.home = in_value.take(kGroupBytes);
  entry.fingerprint.data = in_value.rest();
  return entry;
}

std::string block_bound(std::string_view token, Day day) {
  std::string key = with_text(Table::block, token);
  append_ascending(key, day);
  return key;
}

std::string block_key(const Filing::Block& block, std::string_view group) {
  return block_bound(block.token, block.day).append(group);
}

std::optional<std::string> group_of_block(std::string_view token, std::string_view key) {
  const std::size_t head = 1 + token.size() + 1 + kDayBytes;
  if (key.size() != head + kGroupBytes) return std::nullopt;
  return std::string(key.substr(head));
}

std::string edge_table() { return table_key(Table::edge); }

std::string edge_prefix(NodeId self, Direction direction, v1::EdgeKind::Value kind) {
  std::string key = with_id(Table::edge, self);
  append_u8(key, slot_of(direction, kind));
  return key;
}

std::string edge_out_prefix(const EdgeRef& ref) {
  EdgeRef out = ref;
  if (ref.direction == Direction::in) std::swap(out.self, out.other);
  std::string key = edge_prefix(out.self, Direction::out, out.kind);
  append_edge_head(key, out);
  return key;
}

std::string edge_key(const EdgeRef& ref) {
  std::string key = edge_prefix(ref.self, ref.direction, ref.kind);
  append_edge_head(key, ref);
  append_u8(key, static_cast<std::uint8_t>(ref.other_kind));
  return key;
}

EdgeRef decode_edge_key(std::string_view key) {
  Reader reader(key);
  reader.u8();
  EdgeRef ref;
  ref.self = reader.varint();
  const unsigned slot = reader.u8();
  ref.direction = slot < kInSlots ? Direction::out : Direction::in;
  ref.kind = edge_kind(slot % kInSlots);
  ref.day = reader.descending_day();
  ref.other = reader.varint();
  ref.published = reader.ascending_day();
  ref.article = reader.varint();
  ref.other_kind = read_node_kind(reader);
  return ref;
}

EdgeRef mirrored(const EdgeRef& ref, v1::NodeKind::Value self_kind) {
  EdgeRef other = ref;
  std::swap(other.self, other.other);
  other.direction = ref.direction == Direction::out ? Direction::in : Direction::out;
  other.other_kind = self_kind;
  return other;
}

namespace {

void append_directed(std::string& key, NodeId id, Direction direction) {
  append_varint(key, id << 1 | (direction == Direction::in ? 1 : 0));
}

std::pair<NodeId, Direction> read_directed(Reader& reader) {
  const std::uint64_t directed = reader.varint();
  return {directed >> 1, (directed & 1) != 0 ? Direction::in : Direction::out};
}

}  // namespace

std::string relation_table() { return table_key(Table::relation); }

std::string relation_prefix(NodeId self) { return with_id(Table::relation, self); }

std::string relation_key(const RelationRef& ref, Direction direction) {
  const bool out = direction == Direction::out;
  std::string key = relation_prefix(out ? ref.from : ref.to);
  append_descending(key, ref.day);
  append_directed(key, out ? ref.to : ref.from, direction);
  append_varint(key, ref.node);
  append_ascending(key, ref.published);
  return key;
}

std::string pair_table() { return table_key(Table::pair); }

std::string pair_prefix(NodeId a, NodeId b) {
  std::string key = with_id(Table::pair, std::min(a, b));
  append_varint(key, std::max(a, b));
  return key;
}

std::string pair_key(const RelationRef& ref) {
  std::string key = pair_prefix(ref.from, ref.to);
  append_descending(key, ref.day);
  append_directed(key, ref.node, ref.from < ref.to ? Direction::out : Direction::in);
  append_ascending(key, ref.published);
  return key;
}

RelationRef decode_relation(std::string_view key, std::string_view value) {
  Reader reader(key);
  const bool of_pair = reader.u8() == static_cast<std::uint8_t>(Table::pair);
  RelationRef ref;
  ref.from = reader.varint();
  Direction direction = Direction::out;
  if (of_pair) {
    ref.to = reader.varint();
    ref.day = reader.descending_day();
    std::tie(ref.node, direction) = read_directed(reader);
  } else {
    ref.day = reader.descending_day();
    std::tie(ref.to, direction) = read_directed(reader);
    ref.node = reader.varint();
  }
  if (direction == Direction::in) std::swap(ref.from, ref.to);
  ref.published = reader.ascending_day();
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
  append_varint(key, reference.article);
  return key;
}

Reference decode_reference_key(std::string_view key) {
  const std::size_t item = key.find('\0') + 1;
  const std::size_t end = key.find('\0', item);
  Reader tail(end == std::string_view::npos ? std::string_view() : key.substr(end + 1));
  return {std::string(key.substr(item, end - item)), tail.varint()};
}

std::string correction_prefix() { return table_key(Table::correction); }

std::string correction_key(std::uint64_t number) { return with_number(Table::correction, number); }

std::string correction_scope_prefix(std::string_view scope) {
  return with_text(Table::correction_scope, scope);
}

std::string correction_scope_key(std::string_view scope, std::uint64_t number) {
  std::string key = correction_scope_prefix(scope);
  append_u64(key, number);
  return key;
}

std::string annotation_prefix(NodeId article) { return with_number(Table::annotation, article); }

std::string annotation_key(NodeId article, std::uint32_t chunk) {
  return with_chunk(Table::annotation, article, chunk);
}

std::string text_prefix(NodeId article) { return with_number(Table::text, article); }

std::string text_key(NodeId article, std::uint32_t chunk) {
  return with_chunk(Table::text, article, chunk);
}

}  // namespace casus::storage

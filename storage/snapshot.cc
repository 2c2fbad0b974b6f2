#include "storage/snapshot.h"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/names.h"
#include "storage/coding.h"
#include "storage/corrections.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

constexpr std::size_t kRecordsABatch = 256;

const std::string& present(const std::optional<std::string>& record, NodeId id) {
  if (record) return *record;
  throw StoreError("The store has no node " + std::to_string(id) +
                   ". If the id came from this snapshot, the store is damaged: run "
                   "`casus check`.");
}

std::string record_of(const EngineSnapshot& engine, NodeId id) {
  return present(engine.get(node_record_key(id)), id);
}

// Calls `visit` with each id and its record, in their order.
template <typename Visit>
void each_record(const EngineSnapshot& engine, std::span<const NodeId> ids, const Visit& visit) {
  std::vector<std::string> keys;
  while (!ids.empty()) {
    const auto batch = ids.first(std::min(kRecordsABatch, ids.size()));
    ids = ids.subspan(batch.size());
    keys.clear();
    for (const NodeId id : batch) keys.push_back(node_record_key(id));
    const std::vector<std::optional<std::string>> records = engine.multi_get(keys);
    for (std::size_t at = 0; at < batch.size(); ++at) visit(batch[at], records[at]);
  }
}

std::uint64_t counter(const EngineSnapshot& engine, const std::string& key) {
  const std::optional<std::string> value = engine.get(key);
  return value ? Reader(*value).u64() : 0;
}

// The prefix of the keys of all nodes of a kind.
std::string_view key_prefix(v1::NodeKind::Value kind) {
  switch (kind) {
    case v1::NodeKind::article:
      return "article:";
    case v1::NodeKind::actor:
      return "actor:";
    case v1::NodeKind::place:
      return "place:";
    case v1::NodeKind::claim:
      return "claim:";
    default:
      return {};
  }
}

std::string joined(const EngineSnapshot& engine, const std::string& prefix) {
  std::string bytes;
  for (const auto cursor = engine.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    bytes.append(cursor->value());
  }
  return bytes;
}

}  // namespace

Snapshot::Snapshot(std::shared_ptr<const EngineSnapshot> engine) : engine_(std::move(engine)) {}

std::optional<NodeId> Snapshot::find(std::string_view key) const {
  const std::optional<std::string> entry = engine_->get(id_key(key));
  if (!entry) return std::nullopt;
  return decode_id_entry(*entry).id;
}

std::optional<v1::NodeKind::Value> Snapshot::kind(NodeId id) const {
  const std::optional<std::string> record = engine_->get(node_record_key(id));
  if (!record) return std::nullopt;
  return decode_node_kind(*record);
}

std::optional<v1::Node> Snapshot::node(NodeId id) const {
  const std::optional<std::string> record = engine_->get(node_record_key(id));
  if (!record) return std::nullopt;
  return decode_node(*record);
}

std::optional<v1::Node> Snapshot::node(std::string_view key) const {
  const std::optional<NodeId> id = find(key);
  if (!id) return std::nullopt;
  return decode_node(record_of(*engine_, *id));
}

std::string Snapshot::key(NodeId id) const { return decode_node_key(record_of(*engine_, id)); }

std::vector<std::optional<v1::Node>> Snapshot::nodes(std::span<const NodeId> ids) const {
  std::vector<std::optional<v1::Node>> nodes;
  nodes.reserve(ids.size());
  each_record(*engine_, ids, [&](NodeId, const std::optional<std::string>& record) {
    nodes.push_back(record ? std::optional(decode_node(*record)) : std::nullopt);
  });
  return nodes;
}

std::vector<std::string> Snapshot::keys(std::span<const NodeId> ids) const {
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  each_record(*engine_, ids, [&](NodeId id, const std::optional<std::string>& record) {
    keys.push_back(decode_node_key(present(record, id)));
  });
  return keys;
}

std::vector<std::string> Snapshot::names(std::span<const NodeId> ids) const {
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  for (const NodeId id : ids) keys.push_back(label_key(id));
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (auto& name : engine_->multi_get(keys)) names.push_back(std::move(name).value_or(""));
  return names;
}

void Snapshot::each(v1::NodeKind::Value kind, const std::function<bool(NodeId)>& visit) const {
  const std::string_view keys = key_prefix(kind);
  const std::string prefix = keys.empty() ? kind_prefix(kind) : id_key(keys);
  for (const auto cursor = engine_->scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    // Both tables have the id at the head of the value.
    if (!visit(Reader(cursor->value()).varint())) return;
  }
}

void Snapshot::newest(v1::NodeKind::Value kind, const DayWindow& window,
                      const std::function<bool(NodeId, Day)>& visit) const {
  const KeyRange range(kind_prefix(kind), window);
  for (const auto cursor = engine_->scan(range.begin, range.end); cursor->valid(); cursor->next()) {
    if (!visit(Reader(cursor->value()).varint(), decode_kind_day(cursor->key()))) return;
  }
}

std::uint64_t Snapshot::count(v1::NodeKind::Value kind) const {
  std::uint64_t total = counter(*engine_, counter_key(kind));
  if (kind == v1::NodeKind::event) total += counter(*engine_, counter_key(v1::NodeKind::attack));
  if (kind == v1::NodeKind::statement) {
    total += counter(*engine_, counter_key(v1::NodeKind::denial));
  }
  return total;
}

std::uint64_t Snapshot::count(v1::EdgeKind::Value kind) const {
  return counter(*engine_, counter_key(kind));
}

std::vector<NodeId> Snapshot::named(std::string_view name) const {
  std::vector<NodeId> ids;
  const std::string normalised = normalise_name(name);
  if (normalised.empty()) return ids;
  const std::string prefix = name_prefix(normalised);
  for (const auto cursor = engine_->scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    ids.push_back(decode_id_entry(cursor->value()).id);
  }
  return ids;
}

std::vector<NodeId> Snapshot::with_prefix(std::string_view prefix, std::size_t limit) const {
  std::set<std::pair<std::string, NodeId>> found;
  const std::string keys = id_key(prefix);
  for (const auto cursor = engine_->scan(keys, after_prefix(keys));
       cursor->valid() && found.size() < limit; cursor->next()) {
    found.emplace(cursor->key().substr(1), decode_id_entry(cursor->value()).id);
  }
  const std::string normalised = normalise_name(prefix);
  if (!normalised.empty()) {
    std::string names = name_prefix(normalised);
    names.pop_back();  // the end of the name: any name that goes on is welcome
    for (const auto cursor = engine_->scan(names, after_prefix(names));
         cursor->valid() && found.size() < limit; cursor->next()) {
      const std::string_view key = cursor->key().substr(cursor->key().find('\0') + 1);
      found.emplace(key, decode_id_entry(cursor->value()).id);
    }
  }
  std::vector<NodeId> ids;
  ids.reserve(found.size());
  for (const auto& [key, id] : found) ids.push_back(id);
  return ids;
}

void Snapshot::corrections(std::string_view scope,
                           const std::function<bool(const v1::Correction&)>& visit) const {
  each_correction(*engine_, scope, visit);
}

std::optional<v1::ArticleAnnotation> Snapshot::annotation(std::string_view article_key) const {
  const std::optional<NodeId> id = find(article_key);
  if (!id || kind_of_key(article_key) != v1::NodeKind::article) return std::nullopt;
  return annotation(*id);
}

v1::ArticleAnnotation Snapshot::annotation(NodeId article) const {
  v1::ArticleAnnotation annotation;
  if (!annotation.ParseFromString(joined(*engine_, annotation_prefix(article)))) {
    const std::string id = annotation.article().id();  // as far as it goes
    throw StoreError("The store is damaged: the annotation of article " +
                     (id.empty() ? std::to_string(article) : "'" + id + "'") +
                     " cannot be read. Restore a backup; or let `casus rebuild` take it out, and "
                     "ingest the article again.");
  }
  annotation.mutable_article()->set_text(joined(*engine_, text_prefix(article)));
  return annotation;
}

std::string Snapshot::text(std::string_view article_key, std::uint32_t begin,
                           std::uint32_t end) const {
  const std::optional<NodeId> id = find(article_key);
  if (!id || begin >= end) return {};
  const auto first = static_cast<std::uint32_t>(begin / kChunkBytes);
  const auto last = static_cast<std::uint32_t>((end - 1) / kChunkBytes);
  std::string bytes;
  for (std::uint32_t chunk = first; chunk <= last; ++chunk) {
    const std::optional<std::string> piece = engine_->get(text_key(*id, chunk));
    if (!piece) break;
    bytes.append(*piece);
  }
  const std::size_t skip = std::min<std::size_t>(begin - first * kChunkBytes, bytes.size());
  return bytes.substr(skip, end - begin);
}

}  // namespace casus::storage

#include "storage/change.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/keys.h"
#include "storage/actor_links.h"
#include "storage/coding.h"
#include "storage/key_layout.h"
#include "storage/link_rows.h"
#include "storage/origins.h"

namespace casus::storage {
// A shared node before and after.
struct Change::Settled {
  NodeId id = 0;
  SharedContributions said_before;
  SharedContributions said_after;
  std::optional<v1::Node> before;
  std::optional<v1::Node> after;
};

Change::Change(const EngineSnapshot& snapshot, const Counters& counters, Leaders& leaders)
    : snapshot_(snapshot),
      old_corrections_(snapshot),
      corrections_(snapshot),
      before_counters_(counters),
      after_counters_(counters),
      links_(snapshot, old_corrections_, corrections_, leaders) {}

void Change::record(const v1::Correction& correction) {
  if (const auto old = corrections_.get(correction.number())) derive_rows(*old, before_);
  derive_rows(correction, after_);
  corrections_.put(correction);
}

void Change::touch(const std::string& shared_node) {
  if (const auto entry = snapshot_.get(id_key(shared_node))) {
    ids_.emplace(shared_node, decode_id_entry(*entry).id);
    shared_[shared_node];
    touched_.insert(shared_node);
  }
}

void Change::take_out(v1::ArticleAnnotation old) {
  const std::string article = article_key(old.article().id());
  Contribution contribution = contribution_of(std::move(old), old_corrections_.of(article));
  contribution.origins = origins_of(snapshot_, article);
  find_ids(contribution);
  derive_rows(contribution, ids_, before_);
  const OtherItems others = stored_items(snapshot_, contribution.delta.others);
  derive_rows(contribution, ids_, others, before_);
  links_.take_out(contribution, ids_);
  count(contribution, -1, after_counters_);
  count(contribution, others, -1, after_counters_);
  article_ = article;
  items_before_ = items_of(contribution);
  tally_shared(contribution, -1);
}

void Change::bring_in(v1::ArticleAnnotation annotation, std::vector<Origin> origins) {
  const std::string article = article_key(annotation.article().id());
  Contribution contribution = contribution_of(std::move(annotation), corrections_.of(article));
  contribution.origins = std::move(origins);
  find_ids(contribution);
  give_ids(contribution);
  derive_rows(contribution, ids_, after_);
  const OtherItems others = stored_items(snapshot_, contribution.delta.others);
  derive_rows(contribution, ids_, others, after_);
  links_.bring_in(contribution, ids_);
  count(contribution, 1, after_counters_);
  count(contribution, others, 1, after_counters_);
  article_ = article;
  items_after_ = items_of(contribution);
  tally_shared(contribution, 1);
}

void Change::bring_back(NodeId article, v1::ArticleAnnotation annotation) {
  ids_[article_key(annotation.article().id())] = article;
  record_rows(snapshot_, article, before_);
  bring_in(std::move(annotation), {});
}

Batch Change::finish() {
  settle_shared();
  settle_references();
  links_.derive_rows(before_, after_);
  // A link has its rows from both of its ends.
  for (std::vector<Row>* rows : {&before_, &after_}) {
    std::sort(rows->begin(), rows->end());
    rows->erase(std::unique(rows->begin(), rows->end()), rows->end());
  }
  after_counters_.edges[v1::EdgeKind::same_as] += links_among(after_) - links_among(before_);
  before_counters_.derive_rows(before_);
  after_counters_.derive_rows(after_);
  if (after_counters_.next_id != before_counters_.next_id) {
    Row row{meta_key(kMetaNextId), {}};
    append_u64(row.value, after_counters_.next_id);
    after_.push_back(std::move(row));
  }
  std::sort(before_.begin(), before_.end());
  std::sort(after_.begin(), after_.end());

  Batch batch;
  auto old = before_.begin();
  for (const Row& row : after_) {
    while (old != before_.end() && old->key < row.key) batch.erase((old++)->key);
    const bool unchanged = old != before_.end() && *old == row;
    if (old != before_.end() && old->key == row.key) ++old;
    if (unchanged) continue;
    require_storable(row);
    batch.put(row.key, row.value);
  }
  for (; old != before_.end(); ++old) batch.erase(old->key);
  return batch;
}

void Change::find_ids(const Contribution& contribution) {
  std::vector<std::string> names;
  std::vector<std::string> keys;
  const auto look_up = [&](const std::vector<v1::Node>& nodes) {
    for (const v1::Node& node : nodes) {
      if (ids_.count(node.key()) > 0) continue;
      names.push_back(node.key());
      keys.push_back(id_key(node.key()));
    }
  };
  look_up(contribution.delta.own);
  look_up(contribution.delta.shared);
  const std::vector<std::optional<std::string>> values = snapshot_.multi_get(keys);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (values[at]) ids_.emplace(names[at], decode_id_entry(*values[at]).id);
  }
}

void Change::give_ids(const Contribution& contribution) {
  for (const auto* nodes : {&contribution.delta.own, &contribution.delta.shared}) {
    for (const v1::Node& node : *nodes) {
      if (ids_.emplace(node.key(), after_counters_.next_id).second) ++after_counters_.next_id;
    }
  }
}

OtherItems Change::items_of(const Contribution& contribution) const {
  OtherItems items;
  for (const v1::Node& node : contribution.delta.own) {
    if (node.kind() != v1::NodeKind::article) {
      items[node.key()] = {ids_.at(node.key()), node.kind()};
    }
  }
  return items;
}

// What other articles say of the items of this one.
void Change::settle_references() {
  if (article_.empty()) return;
  std::set<NodeId> articles;
  const std::string prefix = reference_prefix(article_);
  for (const auto cursor = snapshot_.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    const Reference reference = decode_reference_key(cursor->key());
    if (items_before_.contains(reference.item) || items_after_.contains(reference.item)) {
      articles.insert(reference.article);
    }
  }
  for (const NodeId article : articles) {
    v1::ArticleAnnotation annotation = borrowed(snapshot_).annotation(article);
    const std::string key = article_key(annotation.article().id());
    const Contribution contribution =
        contribution_of(std::move(annotation), old_corrections_.of(key));
    find_ids(contribution);
    derive_rows(contribution, ids_, items_before_, before_);
    derive_rows(contribution, ids_, items_after_, after_);
    count(contribution, items_before_, -1, after_counters_);
    count(contribution, items_after_, 1, after_counters_);
  }
}

void Change::tally_shared(const Contribution& contribution, std::int64_t times) {
  for (const v1::Node& node : contribution.delta.shared) {
    for (std::string& piece : shared_contributions(node)) {
      shared_[node.key()][std::move(piece)] += times;
    }
  }
}

Change::Settled Change::settle(const std::string& key) {
  Settled node;
  node.id = ids_.at(key);
  node.said_before = stored_contributions(snapshot_, node.id);
  node.said_after = node.said_before;
  for (const auto& [contribution, more] : shared_[key]) {
    std::uint64_t& count = node.said_after[contribution];
    if (more < 0 && count < static_cast<std::uint64_t>(-more)) {
      throw StoreError("The store is damaged: fewer articles speak of " + key +
                       " than do. Run `casus check`.");
    }
    count += static_cast<std::uint64_t>(more);
    if (count == 0) node.said_after.erase(contribution);
  }
  node.before = shared_node(node.said_before, old_corrections_.aliases(key));
  node.after = shared_node(node.said_after, corrections_.aliases(key));
  return node;
}

void Change::settle_shared() {
  SharedNodes nodes(snapshot_);
  std::map<std::string, Settled> relinked;
  for (const auto& [key, tallies] : shared_) {
    Settled node = settle(key);
    if (!derive_settled(node) && !touched_.contains(key)) continue;
    nodes.put(node.id, key, node.after);
    relinked.emplace(key, std::move(node));
  }
  // Links change only where a record does, or where a correction speaks of a node.
  for (const auto& [key, node] : relinked) {
    if (node.before) stored_link_rows(snapshot_, node.id, node.before->kind(), before_);
    if (!node.after) continue;
    add_shared_links(corrections_, nodes, node.id, *node.after, LinksOf::all, after_);
  }
}

// Whether the record changes.
bool Change::derive_settled(const Settled& node) {
  derive_contribution_rows(node.id, node.said_before, before_);
  derive_contribution_rows(node.id, node.said_after, after_);
  if (node.before && node.after &&
      node.before->SerializeAsString() == node.after->SerializeAsString()) {
    return false;
  }
  for (const auto& [record, rows, count] :
       {std::tuple{&node.before, &before_, -1}, std::tuple{&node.after, &after_, 1}}) {
    if (!*record) continue;
    derive_shared_rows(node.id, **record, *rows);
    after_counters_.nodes[static_cast<std::size_t>((*record)->kind())] += count;
  }
  return true;
}

OtherItems stored_items(const EngineSnapshot& snapshot, const std::vector<std::string>& keys) {
  std::vector<std::string> names;
  names.reserve(keys.size());
  for (const std::string& key : keys) names.push_back(id_key(key));
  const std::vector<std::optional<std::string>> values = snapshot.multi_get(names);
  OtherItems items;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (!values[at]) continue;
    const IdEntry entry = decode_id_entry(*values[at]);
    items[keys[at]] = {entry.id, entry.kind};
  }
  return items;
}

SharedContributions stored_contributions(const EngineSnapshot& snapshot, NodeId id) {
  SharedContributions contributions;
  const std::string prefix = contribution_prefix(id);
  for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    contributions.emplace(cursor->key().substr(prefix.size()), Reader(cursor->value()).u64());
  }
  return contributions;
}

void require_storable(const Row& row) {
  if (row.key.size() <= kMaxKeyBytes && row.value.size() <= kMaxValueBytes) return;
  throw InputError(
      "The annotation makes a record of " + std::to_string(row.key.size() + row.value.size()) +
      " bytes, more than a store takes (" + std::to_string(kMaxKeyBytes) + " of key, " +
      std::to_string(kMaxValueBytes) + " of value). Shorten its names, aliases and titles.");
}

void record_rows(const EngineSnapshot& snapshot, NodeId article, std::vector<Row>& rows) {
  for (const std::string& prefix : {annotation_prefix(article), text_prefix(article)}) {
    for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      rows.push_back({std::string(cursor->key()), std::string(cursor->value())});
    }
  }
}

}  // namespace casus::storage

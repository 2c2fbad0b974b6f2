#include "storage/change.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

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

}  // namespace

Change::Change(const EngineSnapshot& snapshot, const Counters& counters)
    : snapshot_(snapshot),
      before_counters_(counters),
      after_counters_(counters),
      links_(snapshot) {}

void Change::take_out(const Contribution& old) {
  find_ids(old);
  derive_rows(old, ids_, before_);
  for (FingerprintEntry entry : old.fingerprints) {
    entry.id = ids_.at(entry.fingerprint.node);
    links_.take_out(entry);
  }
  count(old, -1, after_counters_);
  tally_shared(old, -1);
}

void Change::bring_in(const Contribution& contribution) {
  find_ids(contribution);
  give_ids(contribution);
  derive_rows(contribution, ids_, after_);
  for (FingerprintEntry entry : contribution.fingerprints) {
    entry.id = ids_.at(entry.fingerprint.node);
    links_.bring_in(entry);
  }
  count(contribution, 1, after_counters_);
  tally_shared(contribution, 1);
}

Batch Change::finish() {
  settle_shared();
  after_counters_.edges[v1::EdgeKind::same_as] += links_.derive_rows(before_, after_);
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

void Change::tally_shared(const Contribution& contribution, std::int64_t times) {
  for (const v1::Node& node : contribution.delta.shared) {
    for (std::string& piece : shared_contributions(node)) {
      shared_[node.key()][std::move(piece)] += times;
    }
  }
}

void Change::settle_shared() {
  for (const auto& [key, tallies] : shared_) {
    const NodeId id = ids_.at(key);
    const SharedContributions before = stored_contributions(snapshot_, id);
    SharedContributions after = before;
    for (const auto& [contribution, more] : tallies) {
      std::uint64_t& count = after[contribution];
      if (more < 0 && count < static_cast<std::uint64_t>(-more)) {
        throw StoreError("The store is damaged: fewer articles speak of " + key +
                         " than do. Run `casus check`.");
      }
      count += static_cast<std::uint64_t>(more);
      if (count == 0) after.erase(contribution);
    }
    if (before == after) continue;
    auto& nodes = after_counters_.nodes[static_cast<std::size_t>(kind_of_key(key))];
    if (before.empty()) ++nodes;
    if (after.empty()) --nodes;
    derive_shared_rows(id, before, before_);
    derive_shared_rows(id, after, after_);
  }
}

}  // namespace casus::storage

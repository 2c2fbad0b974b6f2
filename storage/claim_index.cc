#include "storage/claim_index.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "graph/error.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

// Adds what another article says on the claim.
void add(ClaimRow more, ClaimRow& row) {
  if (more.of_own_article) {
    row.of_own_article = true;
    row.published = more.published;
    row.own_voice = more.own_voice;
  }
  row.about |= more.about;
  row.addressed |= more.addressed;
  row.made |= more.made;
  row.voices.insert(row.voices.end(), more.voices.begin(), more.voices.end());
  std::stable_sort(row.voices.begin(), row.voices.end(), [](const auto& a, const auto& b) {
    return std::tie(a.day, a.denies, a.published) < std::tie(b.day, b.denies, b.published);
  });
}

NearCursor scan_table(const EngineSnapshot& engine, const std::string& table) {
  return NearCursor(engine.scan(table, after_prefix(table)));
}

}  // namespace

ClaimIndex::ClaimIndex(const Snapshot& snapshot)
    : engine_(snapshot.engine()),
      rows_(scan_table(engine_, claim_row_prefix(0))),
      links_(scan_table(engine_, claim_link_table())),
      deeds_(scan_table(engine_, deed_table())) {
  const std::string references = reference_table();
  referred_to_ = engine_.scan(references, after_prefix(references))->valid();
}

void ClaimIndex::of_actor(NodeId actor, const std::function<bool(const ClaimRow&)>& visit) const {
  const std::string prefix = claim_row_prefix(actor);
  const auto cursor = engine_.scan(prefix, after_prefix(prefix));
  while (cursor->valid()) {
    ClaimRow claim = decode_claim_row(cursor->key(), cursor->value());
    for (cursor->next(); cursor->valid(); cursor->next()) {
      ClaimRow more = decode_claim_row(cursor->key(), cursor->value());
      if (more.claim != claim.claim) break;
      add(std::move(more), claim);
    }
    if (referred_to_) {  // articles in which the actor has no part may speak on it
      std::optional<ClaimRow> whole = row(claim.claim);
      claim.published = whole ? whole->published : Day::unknown();
      claim.own_voice = whole && whole->own_voice;
      if (whole) claim.voices = std::move(whole->voices);
    }
    if (!visit(claim)) return;
  }
}

std::optional<ClaimRow> ClaimIndex::row(NodeId claim) const {
  const std::string prefix = claim_row_prefix(0, claim);
  std::optional<ClaimRow> row;
  for (rows_.seek(prefix); rows_.valid() && rows_.key().starts_with(prefix); rows_.next()) {
    ClaimRow more = decode_claim_row(rows_.key(), rows_.value());
    if (row) {
      add(std::move(more), *row);
    } else {
      row = std::move(more);
    }
  }
  return row;
}

void ClaimIndex::linked(NodeId claim, const std::function<void(NodeId, Day)>& visit) const {
  const std::string prefix = claim_link_prefix(claim);
  for (links_.seek(prefix); links_.valid() && links_.key().starts_with(prefix); links_.next()) {
    const ClaimLink link = decode_claim_link(links_.key(), links_.value());
    visit(link.other, link.published);
  }
}

void ClaimIndex::deeds(NodeId node, const std::function<void(const Deed&)>& visit) const {
  const std::string prefix = deed_prefix(node);
  for (deeds_.seek(prefix); deeds_.valid() && deeds_.key().starts_with(prefix); deeds_.next()) {
    const DeedRow row = decode_deed(deeds_.key(), deeds_.value());
    visit({row.other, row.doer, row.published});
  }
}

void ClaimIndex::with_word(std::string_view word, const WordVisitor& visit) const {
  const std::string prefix = word_prefix(word);
  for (const auto cursor = engine_.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    Reader reader(cursor->key().substr(prefix.size()));
    const Day published = reader.descending_day();
    visit(reader.varint(), published, Reader(cursor->value()).u8());
  }
}

}  // namespace casus::storage

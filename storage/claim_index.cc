#include "storage/claim_index.h"

#include <string>

#include "graph/error.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

constexpr std::uint32_t kFirstFormat = 3;

void require_index(const EngineSnapshot& engine) {
  const std::optional<std::string> format = engine.get(meta_key(kMetaFormat));
  if (!format || Reader(*format).u32() >= kFirstFormat) return;  // without one it is empty
  throw StoreError("The store has format " + std::to_string(Reader(*format).u32()) +
                   ", of an earlier version of casus, which kept no index of claims: derive it "
                   "again with `casus rebuild`.");
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
  require_index(engine_);
}

void ClaimIndex::of_actor(NodeId actor, const std::function<bool(const ClaimRow&)>& visit) const {
  const std::string prefix = claim_row_prefix(actor);
  for (const auto cursor = engine_.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    if (!visit(decode_claim_row(cursor->key(), cursor->value()))) return;
  }
}

std::optional<ClaimRow> ClaimIndex::row(NodeId claim) const {
  const std::string key = claim_row_key(0, claim);
  rows_.seek(key);
  if (!rows_.valid() || rows_.key() != key) return std::nullopt;
  return decode_claim_row(rows_.key(), rows_.value());
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
    const std::string_view rest = cursor->key().substr(prefix.size());
    if (rest.size() != kWordTailBytes) continue;  // of a longer text that begins so
    Reader reader(rest);
    const Day published = day_of_descending(reader.u32());
    visit(reader.u64(), published, Reader(cursor->value()).u8());
  }
}

}  // namespace casus::storage

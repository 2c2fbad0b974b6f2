#include "storage/corrections.h"

#include <algorithm>
#include <utility>

#include "graph/error.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

const std::string& scope_of(const v1::CorrectionEnd& end) {
  return end.article().empty() ? end.key() : end.article();
}

v1::Correction decode(std::string_view value, std::uint64_t number) {
  v1::Correction correction;
  if (!correction.ParseFromArray(value.data(), static_cast<int>(value.size())) ||
      correction.number() != number) {
    throw StoreError("The store is damaged: correction " + std::to_string(number) +
                     " cannot be read. Restore a backup.");
  }
  return correction;
}

std::uint64_t number_at_end(std::string_view key) {
  return Reader(key.substr(std::max<std::size_t>(key.size(), 8) - 8)).u64();
}

std::vector<std::uint64_t> numbers_of(const EngineSnapshot& snapshot, std::string_view scope) {
  std::vector<std::uint64_t> numbers;
  const std::string prefix = correction_scope_prefix(scope);
  for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    if (cursor->key().size() == prefix.size() + 8) numbers.push_back(number_at_end(cursor->key()));
  }
  return numbers;
}

}  // namespace

std::optional<v1::Correction> Corrections::get(std::uint64_t number) const {
  if (const auto found = put_.find(number); found != put_.end()) return found->second;
  const std::optional<std::string> value = snapshot_.get(correction_key(number));
  if (!value) return std::nullopt;
  return decode(*value, number);
}

// Numbers are dense, so that the end is found by asking for it.
std::uint64_t Corrections::last() const {
  const std::string end = after_prefix(correction_prefix());
  const auto cursor = snapshot_.scan(correction_prefix(), end);
  const auto any_from = [&](std::uint64_t number) {
    cursor->seek(correction_key(number));
    return cursor->valid();
  };
  std::uint64_t above = 1;
  while (any_from(above)) above *= 2;
  std::uint64_t at = above / 2;
  while (above - at > 1) {
    const std::uint64_t middle = at + (above - at) / 2;
    (any_from(middle) ? at : above) = middle;
  }
  return at;
}

void Corrections::put(const v1::Correction& correction) { put_[correction.number()] = correction; }

std::vector<v1::Correction> Corrections::in_effect(const std::string& scope) const {
  const std::vector<std::uint64_t> stored = numbers_of(snapshot_, scope);
  std::set<std::uint64_t> numbers(stored.begin(), stored.end());
  for (const auto& [number, correction] : put_) {
    if (scopes_of(correction).contains(scope)) numbers.insert(number);
  }
  std::vector<v1::Correction> corrections;
  for (const std::uint64_t number : numbers) {
    std::optional<v1::Correction> correction = get(number);
    if (!correction) {
      throw StoreError("The store is damaged: correction " + std::to_string(number) +
                       " is gone. Restore a backup, or run `casus rebuild`.");
    }
    const bool undone = correction->undone_by() != 0;
    if (undone || correction->kind() == v1::CorrectionKind::undo) continue;
    corrections.push_back(*std::move(correction));
  }
  return corrections;
}

ArticleCorrections Corrections::of(const std::string& article) const {
  ArticleCorrections said;
  for (v1::Correction& correction : in_effect(article)) {
    v1::CorrectionEnd& node = *correction.mutable_node();
    if (node.article() != article) continue;
    if (correction.kind() == v1::CorrectionKind::reject) said.rejected.push_back(std::move(node));
    if (correction.kind() == v1::CorrectionKind::split) said.split_off.push_back(std::move(node));
  }
  return said;
}

bool Corrections::any_about_items() const {
  const auto about_item = [](const auto& record) {
    return !record.second.node().article().empty();
  };
  if (std::any_of(put_.begin(), put_.end(), about_item)) return true;
  std::string prefix = correction_scope_prefix("article:");
  prefix.pop_back();  // scopes that go on
  return snapshot_.scan(prefix, after_prefix(prefix))->valid();
}

std::vector<std::string> Corrections::aliases(const std::string& node) const {
  std::set<std::string> names;
  for (const v1::Correction& correction : in_effect(node)) {
    if (correction.kind() == v1::CorrectionKind::alias) names.insert(correction.name());
  }
  return {names.begin(), names.end()};
}

std::map<std::string, v1::Correction> Corrections::pairs(const std::string& node) const {
  std::map<std::string, v1::Correction> last;
  for (v1::Correction& correction : in_effect(node)) {
    if (correction.other().key().empty()) continue;
    const bool first = correction.node().key() == node;
    const std::string other = first ? correction.other().key() : correction.node().key();
    last[other] = std::move(correction);
  }
  return last;
}

std::set<std::string> scopes_of(const v1::Correction& correction) {
  std::set<std::string> scopes{scope_of(correction.node()), scope_of(correction.other())};
  scopes.erase("");
  return scopes;
}

void derive_rows(const v1::Correction& correction, std::vector<Row>& rows) {
  rows.push_back({correction_key(correction.number()), correction.SerializeAsString()});
  for (const std::string& scope : scopes_of(correction)) {
    rows.push_back({correction_scope_key(scope, correction.number()), {}});
  }
}

void each_correction(const EngineSnapshot& snapshot, std::string_view scope,
                     const std::function<bool(const v1::Correction&)>& visit) {
  if (!scope.empty()) {
    const Corrections corrections(snapshot);
    for (const std::uint64_t number : numbers_of(snapshot, scope)) {
      const std::optional<v1::Correction> correction = corrections.get(number);
      if (correction && !visit(*correction)) return;
    }
    return;
  }
  const std::string prefix = correction_prefix();
  for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
       cursor->next()) {
    if (!visit(decode(cursor->value(), number_at_end(cursor->key())))) return;
  }
}

std::string merge_reason(const v1::Correction& correction) {
  std::string reason =
      "merged by " + correction.author() + " on " + correction.time().substr(0, 10);
  if (!correction.reason().empty()) reason += ": " + correction.reason();
  return reason;
}

}  // namespace casus::storage

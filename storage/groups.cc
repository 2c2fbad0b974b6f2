#include "storage/groups.h"

#include <algorithm>
#include <iterator>

namespace casus::storage {
namespace {

std::string table_of_fingerprints() { return fingerprint_prefix(""); }

std::optional<FingerprintEntry> member(std::string_view group, std::string_view key,
                                       std::string_view value) {
  if (!key.starts_with(fingerprint_prefix(group))) return std::nullopt;
  return decode_fingerprint(key, value);
}

}  // namespace

Groups::Groups(const EngineSnapshot& snapshot)
    : cursor_(snapshot.scan(table_of_fingerprints(), after_prefix(table_of_fingerprints()))) {}

void Groups::take_out(const FingerprintEntry& entry) { out_.insert(fingerprint_key(entry)); }

void Groups::bring_in(const FingerprintEntry& entry) {
  in_.emplace(fingerprint_key(entry), encode(entry));
}

bool Groups::contains(const FingerprintEntry& entry) const {
  const std::string key = fingerprint_key(entry);
  if (in_.count(key) > 0) return true;
  if (out_.count(key) > 0 || !is_stored(entry.group)) return false;
  cursor_->seek(key);
  return cursor_->valid() && cursor_->key() == key;
}

std::optional<FingerprintEntry> Groups::first(std::string_view group, Day from) const {
  return next(group, fingerprint_bound(group, from));
}

std::optional<FingerprintEntry> Groups::after(const FingerprintEntry& entry) const {
  return next(entry.group, fingerprint_key(entry) + '\0');
}

bool Groups::is_stored(std::string_view group) const {
  if (const auto known = stored_.find(group); known != stored_.end()) return known->second;
  const std::string prefix = fingerprint_prefix(group);
  cursor_->seek(prefix);
  const bool stored = cursor_->valid() && cursor_->key().starts_with(prefix);
  stored_.emplace(group, stored);
  return stored;
}

std::optional<FingerprintEntry> Groups::next(std::string_view group, std::string key) const {
  const auto added = in_.lower_bound(key);
  if (!is_stored(group)) {
    if (added == in_.end()) return std::nullopt;
    return member(group, added->first, added->second);
  }
  cursor_->seek(key);
  while (cursor_->valid() && out_.count(std::string(cursor_->key())) > 0) cursor_->next();
  const bool stored = cursor_->valid();
  if (added != in_.end() && (!stored || added->first <= cursor_->key())) {
    return member(group, added->first, added->second);
  }
  if (!stored) return std::nullopt;
  return member(group, cursor_->key(), cursor_->value());
}

std::optional<FingerprintEntry> Groups::before(const FingerprintEntry& entry) const {
  const std::string key = fingerprint_key(entry);
  auto added = in_.lower_bound(key);
  const bool any_added = added != in_.begin();
  if (any_added) --added;
  if (!is_stored(entry.group)) {
    if (!any_added) return std::nullopt;
    return member(entry.group, added->first, added->second);
  }
  cursor_->seek_before(key);
  while (cursor_->valid() && out_.count(std::string(cursor_->key())) > 0) {
    cursor_->seek_before(std::string(cursor_->key()));
  }
  const bool stored = cursor_->valid();
  if (any_added && (!stored || added->first >= cursor_->key())) {
    return member(entry.group, added->first, added->second);
  }
  if (!stored) return std::nullopt;
  return member(entry.group, cursor_->key(), cursor_->value());
}

}  // namespace casus::storage

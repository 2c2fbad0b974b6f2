#include "storage/verdicts.h"

#include <algorithm>
#include <utility>

#include "graph/corrections.h"
#include "storage/snapshot.h"

namespace casus::storage {

Verdicts::Verdicts(const EngineSnapshot& snapshot, const Corrections& corrections)
    : snapshot_(snapshot), corrections_(corrections) {}

bool Verdicts::any() {
  if (!any_) any_ = corrections_.any_about_items();
  return *any_;
}

void Verdicts::replace(const std::string& article, const v1::ArticleAnnotation& annotation) {
  if (any()) annotations_[article] = annotation;
}

bool Verdicts::decides(const FingerprintEntry& a, const FingerprintEntry& b) {
  return any() && (merged(a, b) || split_off(a, b) || split_off(b, a));
}

bool Verdicts::merged(const FingerprintEntry& a, const FingerprintEntry& b) {
  for (const v1::Correction& correction : about(a.fingerprint.article)) {
    if (correction.kind() != v1::CorrectionKind::merge) continue;
    const std::string node = key_of(correction.node());
    const std::string other = key_of(correction.other());
    if ((node == a.fingerprint.node && other == b.fingerprint.node) ||
        (node == b.fingerprint.node && other == a.fingerprint.node)) {
      return true;
    }
  }
  return false;
}

bool Verdicts::split_off(const FingerprintEntry& a, const FingerprintEntry& b) {
  for (const v1::Correction& correction : about(a.fingerprint.article)) {
    if (correction.kind() != v1::CorrectionKind::split) continue;
    const v1::CorrectionEnd& other = correction.other();
    const bool named = !other.alike().empty() && other.alike() == alike(b.fingerprint);
    const bool meant =
        named || (other.article() == b.fingerprint.article && key_of(other) == b.fingerprint.node);
    if (meant && key_of(correction.node()) == a.fingerprint.node) return true;
  }
  return false;
}

void Verdicts::each_merge(const std::string& article, const Visitor& visit) {
  if (!any()) return;
  std::map<std::pair<std::string, std::string>, const v1::Correction*> last;
  for (const v1::Correction& correction : about(article)) {
    if (correction.other().key().empty()) continue;
    const std::string node = key_of(correction.node());
    const std::string other = key_of(correction.other());
    if (node.empty() || other.empty() || node == other) continue;
    last[std::minmax(node, other)] = &correction;
  }
  for (const auto& [keys, correction] : last) {
    if (correction->kind() == v1::CorrectionKind::merge) {
      visit(keys.first, keys.second, *correction);
    }
  }
}

const std::vector<v1::Correction>& Verdicts::about(const std::string& article) {
  const auto [at, first] = about_.try_emplace(article);
  if (first) at->second = corrections_.in_effect(article);
  return at->second;
}

const std::optional<v1::ArticleAnnotation>& Verdicts::annotation(const std::string& article) {
  const auto [at, first] = annotations_.try_emplace(article);
  if (first) at->second = borrowed(snapshot_).annotation(article);
  return at->second;
}

std::string Verdicts::key_of(const v1::CorrectionEnd& end) {
  const std::optional<v1::ArticleAnnotation>& article = annotation(end.article());
  return article ? find_items(*article, {end}).front() : std::string();
}

}  // namespace casus::storage

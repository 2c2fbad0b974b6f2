#include "storage/complete.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "graph/assemble.h"
#include "graph/bounds.h"
#include "graph/corrections.h"
#include "graph/error.h"
#include "graph/fault.h"
#include "graph/instant.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/names.h"

namespace casus::storage {
namespace {

constexpr std::size_t kMaxAuthorBytes = 256;
constexpr std::size_t kMaxNameBytes = 256;
constexpr std::size_t kMaxReasonBytes = 4096;

void require_short(const std::string& text, std::size_t limit, std::string_view what) {
  if (text.size() <= limit) return;
  throw InputError(
      fmt::format("{} has {} bytes; at most {} are taken. Shorten it.", what, text.size(), limit));
}

void require_signed(const v1::Correction& asked) {
  FaultList faults(1);
  check_bounds(asked, {}, faults);
  const std::vector<Fault> found = std::move(faults).take();
  if (!found.empty()) throw InputError("The correction cannot be taken: " + found[0].text());
  if (asked.author().empty()) throw InputError("A correction needs an author. Say who makes it.");
  require_short(asked.author(), kMaxAuthorBytes, "The author's name");
  require_short(asked.reason(), kMaxReasonBytes, "The reason");
  if (asked.time().size() != 20 || asked.time().back() != 'Z' || !parse_instant(asked.time())) {
    throw InputError(
        fmt::format("The time of a correction is '{}'; expected one in UTC such as "
                    "2024-09-18T14:05:00Z.",
                    asked.time()));
  }
}

bool is_shared(const std::string& key) {
  const v1::NodeKind::Value kind = kind_of_key(key);
  return kind == v1::NodeKind::actor || kind == v1::NodeKind::place;
}

v1::CorrectionEnd end_of(const Snapshot& snapshot, const std::string& key) {
  const std::optional<v1::Node> node = snapshot.node(key);
  if (!node) {
    throw InputError(fmt::format(
        "Nothing in the store has the key '{}'. A correction is about a node that is there.", key));
  }
  if (node->kind() == v1::NodeKind::article) {
    throw InputError(fmt::format(
        "{} is an article; corrections are about what articles say. `casus retract` takes an "
        "article out.",
        key));
  }
  if (!is_shared(key)) {
    const auto annotation = snapshot.annotation(node->source());
    auto end = annotation ? correction_end(*annotation, key) : std::nullopt;
    if (end) return *std::move(end);
    throw StoreError(fmt::format(
        "The store is damaged: {} is not in the annotation that it came from. Run `casus check`.",
        key));
  }
  v1::CorrectionEnd end;
  end.set_key(key);
  end.set_kind(node->kind());
  end.set_words(node->has_place() ? node->place().name() : node->actor().name());
  return end;
}

void complete_alias(const Corrections& corrections, v1::Correction& record) {
  const std::string& key = record.node().key();
  if (!is_shared(key)) {
    throw InputError(fmt::format(
        "{} is neither an actor nor a place; only these have names that can be added to.", key));
  }
  if (normalise_name(record.name()).empty()) {
    throw InputError("A name needs a letter or a digit.");
  }
  require_short(record.name(), kMaxNameBytes, "The name");
  const std::vector<std::string> aliases = corrections.aliases(key);
  if (std::find(aliases.begin(), aliases.end(), record.name()) != aliases.end()) {
    throw InputError(
        fmt::format("{} has been given the name '{}' before; `casus history {}` says "
                    "by whom.",
                    key, record.name(), key));
  }
  if (aliases.size() >= kMaxAliases) {
    throw InputError(
        fmt::format("{} has been given {} names, and more are not kept. Undo one of them first.",
                    key, aliases.size()));
  }
}

void complete_pair(const v1::Correction& record) {
  const std::string& a = record.node().key();
  const std::string& b = record.other().key();
  if (a == b) throw InputError(fmt::format("Both ends are {}; name two nodes.", a));
  if (kind_of_key(a) != kind_of_key(b)) {
    throw InputError(
        fmt::format("{} and {} are of different kinds ({} and {}), and so never the "
                    "same.",
                    a, b, name_of(kind_of_key(a)), name_of(kind_of_key(b))));
  }
}

// So that the node is split from the copies of the other one too, in whichever article they are.
void note_alike(const Snapshot& snapshot, const Corrections& corrections, v1::Correction& record) {
  v1::CorrectionEnd& other = *record.mutable_other();
  if (other.article().empty()) return;
  const Contribution contribution =
      contribution_of(*snapshot.annotation(other.article()), corrections.of(other.article()));
  for (const FingerprintEntry& entry : contribution.fingerprints) {
    if (entry.fingerprint.node == other.key()) other.set_alike(alike(entry.fingerprint));
  }
}

void complete_undo(const Corrections& corrections, v1::Correction& record) {
  const std::optional<v1::Correction> target = corrections.get(record.undoes());
  if (!target) {
    throw InputError(
        fmt::format("There is no correction {}; `casus history` lists them.", record.undoes()));
  }
  if (target->kind() == v1::CorrectionKind::undo) {
    throw InputError(fmt::format(
        "Correction {} is an undo itself. To have again what it took back, correct once more.",
        target->number()));
  }
  if (target->undone_by() != 0) {
    throw InputError(fmt::format("Correction {} has been taken back before, by {}.",
                                 target->number(), target->undone_by()));
  }
  *record.mutable_node() = target->node();
  if (target->has_other()) *record.mutable_other() = target->other();
  record.set_name(target->name());
}

}  // namespace

v1::Correction complete(const Snapshot& snapshot, const Corrections& corrections,
                        v1::Correction asked) {
  require_signed(asked);
  v1::Correction record;
  record.set_number(corrections.last() + 1);
  record.set_kind(asked.kind());
  record.set_author(asked.author());
  record.set_time(asked.time());
  record.set_reason(asked.reason());
  const bool pair =
      asked.kind() == v1::CorrectionKind::merge || asked.kind() == v1::CorrectionKind::split;
  if (asked.kind() != v1::CorrectionKind::undo) {
    *record.mutable_node() = end_of(snapshot, asked.node().key());
  }
  if (pair) *record.mutable_other() = end_of(snapshot, asked.other().key());
  if (asked.kind() == v1::CorrectionKind::split) note_alike(snapshot, corrections, record);
  switch (asked.kind()) {
    case v1::CorrectionKind::alias:
      record.set_name(asked.name());
      complete_alias(corrections, record);
      break;
    case v1::CorrectionKind::merge:
    case v1::CorrectionKind::split:
      complete_pair(record);
      break;
    case v1::CorrectionKind::reject:
      if (is_shared(record.node().key())) {
        throw InputError(fmt::format(
            "{} is an actor or a place; only events, statements and claims can be rejected.",
            record.node().key()));
      }
      break;
    case v1::CorrectionKind::undo:
      record.set_undoes(asked.undoes());
      complete_undo(corrections, record);
      break;
    default:
      throw InputError("A correction needs a kind: alias, merge, split, reject or undo.");
  }
  return record;
}

}  // namespace casus::storage

#include "storage/store.h"

#include <utility>

#include "graph/assemble.h"
#include "graph/instant.h"
#include "graph/keys.h"
#include "graph/validate.h"
#include "storage/bulk_load.h"
#include "storage/change.h"
#include "storage/check.h"
#include "storage/coding.h"
#include "storage/complete.h"
#include "storage/corrections.h"
#include "storage/derive.h"
#include "storage/key_layout.h"
#include "storage/memory_engine.h"
#include "storage/origins.h"
#include "storage/rebuild.h"
#include "storage/rocksdb_engine.h"

namespace casus::storage {
namespace {

bool is_empty(const EngineSnapshot& snapshot) { return !snapshot.scan("", "")->valid(); }

// nullopt: the store does not say.
std::optional<std::uint32_t> meta_number(const EngineSnapshot& snapshot, std::string_view name) {
  const std::optional<std::string> value = snapshot.get(meta_key(name));
  if (!value) return std::nullopt;
  return Reader(*value).u32();
}

void require_known_format(const EngineSnapshot& snapshot) {
  const std::optional<std::uint32_t> format = meta_number(snapshot, kMetaFormat);
  if (!format) {
    throw InputError(
        "This is a database, but not one of casus: it has no format version. "
        "Name another directory.");
  }
  if (*format > kFormatVersion) {
    throw StoreError("The store has format " + std::to_string(*format) +
                     ", and this version of casus reads formats up to " +
                     std::to_string(kFormatVersion) + ". Use a newer version of casus.");
  }
}

// Why the store cannot be opened so; empty if it can.
std::string refusal(const EngineSnapshot& snapshot, bool writable) {
  if (snapshot.get(meta_key(kMetaRebuilding))) {
    return "The store is being rebuilt, or its rebuild was cut off. If none is under way, run "
           "`casus rebuild` again: nothing is lost.";
  }
  const std::uint32_t format = meta_number(snapshot, kMetaFormat).value_or(0);
  if (format < kOldestFormat) {
    return "The store has format " + std::to_string(format) +
           ", of an earlier version of casus; this one reads formats from " +
           std::to_string(kOldestFormat) + " on. `casus rebuild` makes it one of them.";
  }
  if (!writable) return {};
  const std::uint32_t rules = meta_number(snapshot, kMetaAssembly).value_or(0);
  if (format == kFormatVersion && rules == kAssemblyVersion) return {};
  return "The graph of this store has format " + std::to_string(format) +
         " and was derived by version " + std::to_string(rules) +
         " of the rules; this version of casus writes format " + std::to_string(kFormatVersion) +
         " by version " + std::to_string(kAssemblyVersion) +
         ": it can read the store, but not add to it. `casus rebuild` derives it again.";
}

PutOutcome foreseen(const Snapshot& snapshot, const v1::Article& article,
                    const v1::ExtractorInfo& extractor) {
  const std::string key = article_key(article.id());
  const std::optional<IdEntry> stored = article_entry(snapshot.engine(), key);
  if (!stored) return PutOutcome::added;
  if (stored->state.content_hash == casus::content_hash(article) &&
      stored->state.extractor_name == extractor.name() &&
      stored->state.extractor_version == extractor.version()) {
    return PutOutcome::unchanged;
  }
  const std::optional<v1::Node> node = snapshot.node(key);
  return node && is_older(article, node->article()) ? PutOutcome::outdated : PutOutcome::replaced;
}

PutOutcome foreseen(const Snapshot& snapshot, const v1::ArticleAnnotation& annotation) {
  const PutOutcome outcome = foreseen(snapshot, annotation.article(), annotation.extractor());
  if (outcome != PutOutcome::unchanged) return outcome;
  const auto stored = article_entry(snapshot.engine(), article_key(annotation.article().id()));
  const bool same = stored->state.annotation_hash == annotation_hash(annotation);
  return same ? outcome : PutOutcome::replaced;  // the same text, annotated otherwise
}

bool changes_nothing(PutOutcome outcome) {
  return outcome == PutOutcome::unchanged || outcome == PutOutcome::outdated;
}

Batch birth() {
  Batch batch;
  std::string number;
  append_u32(number, kFormatVersion);
  batch.put(meta_key(kMetaFormat), number);
  number.clear();
  append_u32(number, kAssemblyVersion);
  batch.put(meta_key(kMetaAssembly), number);
  return batch;
}

}  // namespace

struct Store::Impl {
  std::unique_ptr<Engine> engine;
  Sync sync = Sync::none;
  bool writable = true;
  std::size_t memory_bytes = 0;
  std::string refusal;  // why it must be rebuilt before it can be written
  Counters counters;
  Leaders leaders;

  void require_writable() const {
    if (!refusal.empty()) throw StoreError(refusal);
    require_open_for_writing();
  }
  void require_open_for_writing() const {
    if (writable) return;
    throw StoreError("The store was opened for reading only. Open it for writing to change it.");
  }

  // Writes the change, and only then takes over its counters.
  void commit(Change& change) {
    engine->write(change.finish(), sync);
    counters = change.counters();
  }

  // The input changes nothing, and needs not be read again.
  void remember(const EngineSnapshot& snapshot, const std::string& article, PutOutcome outcome,
                std::string_view origin) const {
    const Batch batch =
        add_origin(snapshot, article, {std::string(origin), outcome == PutOutcome::outdated});
    if (!batch.empty()) engine->write(batch, sync);
  }
};

std::string content_hash(const v1::Article& article) { return casus::content_hash(article); }

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(const std::filesystem::path& dir, const StoreOptions& options) {
  if (options.read_only && !store_exists(dir)) return on(make_memory_engine(), options);
  const std::size_t cache = options.memory_bytes / (options.read_only ? 1 : 2);
  return on(open_rocksdb_engine(dir, {options.read_only, cache}), options);
}

std::unique_ptr<Store> Store::on(std::unique_ptr<Engine> engine, const StoreOptions& options) {
  auto impl = std::make_unique<Impl>();
  const auto snapshot = engine->snapshot();
  const bool writable = !engine->read_only() && !options.read_only;
  if (!is_empty(*snapshot)) {
    require_known_format(*snapshot);
    impl->refusal = refusal(*snapshot, writable);
    if (!impl->refusal.empty() && !(writable && options.to_rebuild)) {
      throw StoreError(impl->refusal);
    }
  } else if (writable) {
    engine->write(birth(), Sync::flush);
  }
  if (impl->refusal.empty()) impl->counters = Counters::read(*snapshot);
  impl->sync = options.sync;
  impl->writable = writable;
  impl->memory_bytes = options.memory_bytes;
  impl->engine = std::move(engine);
  return std::unique_ptr<Store>(new Store(std::move(impl)));
}

PutOutcome Store::foresee(const v1::ArticleAnnotation& annotation) const {
  return foreseen(Snapshot(impl_->engine->snapshot()), annotation);
}

PutOutcome Store::foresee(const v1::Article& article, const v1::ExtractorInfo& extractor) const {
  return foreseen(Snapshot(impl_->engine->snapshot()), article, extractor);
}

PutOutcome Store::remember(const v1::Article& article, const v1::ExtractorInfo& extractor,
                           std::string_view origin) {
  impl_->require_writable();
  const Snapshot snapshot(impl_->engine->snapshot());
  const PutOutcome outcome = foreseen(snapshot, article, extractor);
  if (changes_nothing(outcome)) {
    impl_->remember(snapshot.engine(), article_key(article.id()), outcome, origin);
  }
  return outcome;
}

PutOutcome Store::put(const v1::ArticleAnnotation& annotation, std::string_view origin) {
  impl_->require_writable();
  validate(annotation);
  const Snapshot snapshot(impl_->engine->snapshot());
  const PutOutcome outcome = foreseen(snapshot, annotation);
  const std::string key = article_key(annotation.article().id());
  if (changes_nothing(outcome)) {
    impl_->remember(snapshot.engine(), key, outcome, origin);
    return outcome;
  }
  Change change(snapshot.engine(), impl_->counters, impl_->leaders);
  if (outcome == PutOutcome::replaced) change.take_out(*snapshot.annotation(key));
  change.bring_in(annotation, first_origins(snapshot.engine(), key, origin));
  impl_->commit(change);
  return outcome;
}

std::optional<Recognised> Store::recognise(std::string_view origin) const {
  return storage::recognise(*impl_->engine->snapshot(), origin);
}

std::optional<ArticleState> Store::state(std::string_view article_key) const {
  std::optional<IdEntry> entry = article_entry(*impl_->engine->snapshot(), article_key);
  if (!entry) return std::nullopt;
  return std::move(entry->state);
}

bool Store::retract(std::string_view article_key) {
  impl_->require_writable();
  const Snapshot snapshot(impl_->engine->snapshot());
  if (!article_entry(snapshot.engine(), article_key)) return false;
  Change change(snapshot.engine(), impl_->counters, impl_->leaders);
  change.take_out(*snapshot.annotation(article_key));
  impl_->commit(change);
  return true;
}

v1::Correction Store::correct(const v1::Correction& asked) {
  impl_->require_writable();
  const Snapshot snapshot(impl_->engine->snapshot());
  const Corrections corrections(snapshot.engine());
  const v1::Correction record = complete(snapshot, corrections, asked);
  Change change(snapshot.engine(), impl_->counters, impl_->leaders);
  change.record(record);
  if (record.kind() == v1::CorrectionKind::undo) {
    v1::Correction undone = *corrections.get(record.undoes());
    undone.set_undone_by(record.number());
    change.record(undone);
  }
  // A link has both its rows from the article of either end.
  const std::string& article = record.node().article();
  if (article.empty()) {
    for (const std::string& node : scopes_of(record)) change.touch(node);
  } else if (auto annotation = snapshot.annotation(article)) {
    change.take_out(*annotation);
    change.bring_in(*std::move(annotation), origins_of(snapshot.engine(), article));
  }
  impl_->commit(change);
  return record;
}

std::unique_ptr<BulkLoad> Store::bulk_load(const BulkLoadOptions& options) {
  impl_->require_writable();
  BulkLoadOptions given = options;
  if (given.memory_bytes == 0) given.memory_bytes = impl_->memory_bytes / 2;
  return std::make_unique<BulkLoad>(*this, *impl_->engine, impl_->counters, given);
}

std::shared_ptr<const Snapshot> Store::snapshot() const {
  return std::make_shared<const Snapshot>(impl_->engine->snapshot());
}

CheckReport Store::check(std::size_t limit, const ArticleProgress& progress) const {
  return check_store(*impl_->engine->snapshot(), limit, progress);
}

RebuildReport Store::rebuild(const ArticleProgress& progress) {
  impl_->require_open_for_writing();
  impl_->refusal = "The rebuild of this store failed. Run `casus rebuild` again.";
  impl_->leaders = {};  // ids change
  RebuildReport report = storage::rebuild(*impl_->engine, progress);
  impl_->counters = Counters::read(*impl_->engine->snapshot());
  impl_->refusal.clear();
  return report;
}

void Store::flush() {
  if (impl_->writable) impl_->engine->write(Batch(), Sync::flush);
}

void Store::compact() {
  impl_->require_writable();
  impl_->engine->compact();
}

std::uint64_t Store::bytes_on_disk() const { return impl_->engine->bytes_on_disk(); }

}  // namespace casus::storage

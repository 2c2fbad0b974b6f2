#include "storage/rebuild.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "graph/assemble.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/validate.h"
#include "storage/change.h"
#include "storage/coding.h"
#include "storage/corrections.h"
#include "storage/counters.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

constexpr std::size_t kRowsABatch = 1000;
constexpr std::string_view kPrimary = "AMPT";  // annotations, meta, corrections, texts; sorted

std::string number_value(std::uint32_t number) {
  std::string value;
  append_u32(value, number);
  return value;
}

class Rebuilding {
 public:
  Rebuilding(Engine& engine, const ArticleProgress& progress)
      : engine_(engine), progress_(progress) {}

  RebuildReport run() {
    begin();
    erase_derived();
    corrections();
    articles();
    end();
    return std::move(report_);
  }

 private:
  void begin() {
    Batch batch;
    batch.put(meta_key(kMetaRebuilding), "");
    engine_.write(batch, Sync::flush);
  }

  // All that lies between the primary tables, also what belongs to no table.
  void erase_derived() {
    std::string from;
    for (const char table : kPrimary) {
      engine_.erase_range(from, std::string(1, table));
      from = after_prefix(std::string(1, table));
    }
    engine_.erase_range(from, {});
  }

  void leave_out(std::string what) { report_.left_out.push_back(std::move(what)); }

  void corrections() {
    const auto snapshot = engine_.snapshot();
    Batch batch;
    const std::string prefix = correction_prefix();
    for (const auto cursor = snapshot->scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      v1::Correction correction;
      const bool readable = correction.ParseFromArray(cursor->value().data(),
                                                      static_cast<int>(cursor->value().size()));
      if (!readable || cursor->key() != correction_key(correction.number())) {
        leave_out("A correction cannot be read" +
                  (correction.author().empty() ? "" : "; " + correction.author() + " made it") +
                  ".");
        batch.erase(cursor->key());
      } else {
        std::vector<Row> rows;
        derive_rows(correction, rows);
        for (const Row& row : rows) batch.put(row.key, row.value);
      }
      if (batch.operations().size() >= kRowsABatch) write(batch);
    }
    write(batch);
  }

  void write(Batch& batch) {
    engine_.write(batch, Sync::none);
    batch.clear();
  }

  void articles() {
    const auto before = engine_.snapshot();
    std::uint64_t total = 0;
    NodeId last = 0;
    for (auto id = next_article(*before, 0); id; id = next_article(*before, *id)) {
      ++total;
      last = *id;
    }
    Counters counters;
    counters.next_id = std::max(stored_next_id(*before), last + 1);
    std::uint64_t done = 0;
    for (auto id = next_article(*before, 0); id; id = next_article(*before, *id)) {
      article(*id, counters);
      if (progress_) progress_(++done, total);
    }
  }

  // Ids that were given are not given again, if the store still knows which.
  static NodeId stored_next_id(const EngineSnapshot& snapshot) {
    const std::optional<std::string> value = snapshot.get(meta_key(kMetaNextId));
    return value && value->size() == sizeof(NodeId) ? Reader(*value).u64() : 1;
  }

  // The next article of which there is an annotation or a text.
  static std::optional<NodeId> next_article(const EngineSnapshot& snapshot, NodeId after) {
    std::optional<NodeId> next;
    for (const auto& prefix : {annotation_prefix, text_prefix}) {
      const std::string table = prefix(0).substr(0, 1);
      const auto cursor = snapshot.scan(prefix(after + 1), after_prefix(table));
      if (!cursor->valid() || cursor->key().size() < prefix(0).size()) continue;
      const NodeId id = Reader(cursor->key().substr(1)).u64();
      if (!next || id < *next) next = id;
    }
    return next;
  }

  void article(NodeId id, Counters& counters) {
    const auto snapshot = engine_.snapshot();
    Change change(*snapshot, counters, leaders_);
    v1::ArticleAnnotation annotation;
    try {
      annotation = Snapshot(snapshot).annotation(id);
      validate(annotation);
      if (snapshot->get(id_key(article_key(annotation.article().id())))) {
        throw StoreError("it is stored twice");
      }
      change.bring_back(id, std::move(annotation));
      engine_.write(change.finish(), Sync::none);
      counters = change.counters();
      ++report_.articles;
    } catch (const Error& error) {
      drop(*snapshot, id, error.what());
    }
  }

  void drop(const EngineSnapshot& snapshot, NodeId id, const std::string& why) {
    std::vector<Row> rows;
    record_rows(snapshot, id, rows);
    leave_out("An annotation of " + article_name(snapshot, id) +
              " cannot be used, and was taken out; ingest the article again. " + why);
    Batch batch;
    for (const Row& row : rows) batch.erase(row.key);
    write(batch);
  }

  // What can be read of an annotation that is damaged further on.
  static std::string article_name(const EngineSnapshot& snapshot, NodeId id) {
    v1::ArticleAnnotation annotation;
    const std::optional<std::string> head = snapshot.get(annotation_key(id, 0));
    if (head && annotation.ParsePartialFromString(*head)) return annotation.article().id();
    return annotation.article().id().empty() ? "an article that is not known"
                                             : annotation.article().id();
  }

  void end() {
    Batch batch;
    const auto snapshot = engine_.snapshot();
    const std::string table = meta_key({});
    for (const auto cursor = snapshot->scan(table, after_prefix(table)); cursor->valid();
         cursor->next()) {
      if (cursor->key() != meta_key(kMetaNextId)) batch.erase(cursor->key());
    }
    batch.put(meta_key(kMetaFormat), number_value(kFormatVersion));
    batch.put(meta_key(kMetaAssembly), number_value(kAssemblyVersion));
    engine_.write(batch, Sync::flush);
    engine_.compact();
  }

  Engine& engine_;
  const ArticleProgress& progress_;
  Leaders leaders_;
  RebuildReport report_;
};

}  // namespace

RebuildReport rebuild(Engine& engine, const ArticleProgress& progress) {
  return Rebuilding(engine, progress).run();
}

}  // namespace casus::storage

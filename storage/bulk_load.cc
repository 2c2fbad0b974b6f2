#include "storage/bulk_load.h"

#include <xxhash.h>

#include <algorithm>
#include <future>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/validate.h"
#include "storage/actor_links.h"
#include "storage/annotation_file.h"
#include "storage/change.h"
#include "storage/coding.h"
#include "storage/corrections.h"
#include "storage/counters.h"
#include "storage/derive.h"
#include "storage/key_layout.h"
#include "storage/row_sorter.h"

namespace casus::storage {
namespace {

constexpr std::size_t kBatch = 256;  // records whose nodes and edges are made at a time

// No row of such a record can be larger than a store takes, so that what may be refused is refused
// when it comes.
constexpr std::size_t kSmallRecordBytes = 4 << 10;

std::uint64_t digest(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

// The items of the records taken in, by their keys: told by digests, a few bytes each.
class LoadedItems {
 public:
  void add(const std::string& article, const Contribution& contribution, const Ids& ids) {
    Record record{items_.size(), 0};
    for (const v1::Node& node : contribution.delta.own) {
      if (node.kind() == v1::NodeKind::article) continue;
      items_.push_back({digest(node.key()), ids.at(node.key()), node.kind()});
      ++record.count;
    }
    articles_.emplace(digest(article), record);
  }

  std::optional<OtherItem> find(const std::string& key) const {
    const auto record = articles_.find(digest(article_of_item(key)));
    if (record == articles_.end()) return std::nullopt;
    const std::uint64_t wanted = digest(key);
    for (std::size_t i = 0; i < record->second.count; ++i) {
      const Item& item = items_[record->second.first + i];
      if (item.key == wanted) return OtherItem{item.id, item.kind};
    }
    return std::nullopt;
  }

 private:
  struct Record {
    std::size_t first = 0;
    std::uint32_t count = 0;
  };
  struct Item {
    std::uint64_t key;
    NodeId id;
    v1::NodeKind::Value kind;
  };
  std::unordered_map<std::uint64_t, Record> articles_;
  std::vector<Item> items_;
};

}  // namespace

class BulkLoad::Impl {
 public:
  Impl(Store& store, Engine& engine, Counters& counters, const BulkLoadOptions& options)
      : store_(store),
        engine_(engine),
        stored_(engine.snapshot()),
        snapshot_(stored_),
        corrections_(*stored_),
        store_counters_(counters),
        counters_(counters),
        sorter_(engine.scratch(), options.memory_bytes),
        aside_(engine.scratch()),
        waiting_(engine.scratch()) {
    has_corrections_ = holds_any(correction_prefix());
    has_references_ = holds_any(reference_table());
    is_empty_ = !holds_any(id_key({}));
  }

  std::optional<PutOutcome> add(const v1::ArticleAnnotation& annotation) {
    validate(annotation);
    const std::string article = article_key(annotation.article().id());
    if (!is_empty_) {
      const PutOutcome outcome = store_.foresee(annotation);
      if (outcome == PutOutcome::unchanged || outcome == PutOutcome::outdated) {
        return outcome;
      }
      if (outcome == PutOutcome::replaced) return set_aside(annotation);
    }
    if (annotation.article().dataset().empty() || came_.contains(digest(article)) ||
        spoken_of(article)) {
      return set_aside(annotation);
    }
    queue(annotation);
    came_.insert(digest(article));
    return PutOutcome::added;
  }

  void finish(const std::function<void(PutOutcome)>& outcome) {
    drain();
    settle_references();
    settle_shared();
    settle_counters();
    std::string_view key;
    std::optional<std::string_view> value;
    engine_.bulk_load([&](std::string& next_key, std::optional<std::string>& next_value) {
      if (!sorter_.next(key, value)) return false;
      next_key.assign(key);
      next_value = value ? std::optional<std::string>(*value) : std::nullopt;
      return true;
    });
    store_counters_ = counters_;
    aside_.rewind();
    v1::ArticleAnnotation annotation;
    while (aside_.next(annotation)) {
      const PutOutcome came_to = store_.put(annotation);
      if (outcome) outcome(came_to);
    }
  }

  std::uint64_t added() const { return came_.size(); }

 private:
  struct Shared {
    NodeId id = 0;
    bool is_new = false;
    std::unordered_map<std::string, std::uint64_t> pieces;  // and how many records say each
  };

  bool holds_any(const std::string& table) const {
    return stored_->scan(table, after_prefix(table))->valid();
  }

  std::nullopt_t set_aside(const v1::ArticleAnnotation& annotation) {
    aside_.add(annotation);
    return std::nullopt;
  }

  // Whether persons, or articles of the store, have said something of it before it came.
  bool spoken_of(const std::string& article) const {
    return (has_corrections_ && holds_any(correction_scope_prefix(article))) ||
           (has_references_ && holds_any(reference_prefix(article)));
  }

  Shared& shared(const std::string& key) {
    const auto [at, inserted] = shared_.try_emplace(key);
    if (inserted) {
      const std::optional<NodeId> known = is_empty_ ? std::nullopt : snapshot_.find(key);
      at->second.is_new = !known;
      at->second.id = known ? *known : counters_.next_id++;
    }
    return at->second;
  }

  // The shared nodes of a record, in its order; and their ids.
  std::vector<Shared*> name_shared(const Contribution& contribution, Ids& ids) {
    std::vector<Shared*> named;
    named.reserve(contribution.delta.shared.size());
    for (const v1::Node& node : contribution.delta.shared) {
      named.push_back(&shared(node.key()));
      ids.emplace(node.key(), named.back()->id);
    }
    return named;
  }

  // Nodes and edges are made of a batch on one thread, while another takes in the one before it.
  void queue(const v1::ArticleAnnotation& annotation) {
    if (annotation.ByteSizeLong() > kSmallRecordBytes) {
      drain();
      take_in(contribution_of(annotation, {}));
      return;
    }
    next_.push_back(annotation);
    if (next_.size() == kBatch) start_next();
  }

  using Contributions = std::vector<Contribution>;

  void start_next() {
    std::future<Contributions> made =
        std::async(std::launch::async, [annotations = std::exchange(next_, {})]() mutable {
          Contributions made;
          made.reserve(annotations.size());
          for (v1::ArticleAnnotation& annotation : annotations) {
            made.push_back(contribution_of(std::move(annotation), {}));
          }
          return made;
        });
    std::swap(made, made_);
    if (taken_in_.valid()) taken_in_.get();
    if (!made.valid()) return;
    taken_in_ = std::async(std::launch::async, [this, made = std::move(made)]() mutable {
      for (const Contribution& contribution : made.get()) take_in(contribution);
    });
  }

  // Until all that came is taken in.
  void drain() {
    start_next();
    start_next();
    taken_in_.get();
  }

  void take_in(const Contribution& contribution) {
    const std::string& article = contribution.article;
    Ids ids;
    const std::vector<Shared*> named = name_shared(contribution, ids);
    const NodeId first = counters_.next_id;
    give_own_ids(contribution, first, ids);
    counters_.next_id += contribution.delta.own.size();
    items_.add(article, contribution, ids);

    OtherItems others;
    bool complete = true;
    for (const std::string& key : contribution.delta.others) {
      if (const auto item = find(key)) {
        others.emplace(key, *item);
      } else {
        complete = false;
      }
    }
    rows_.clear();
    derive_rows(contribution, ids, rows_);
    derive_rows(contribution, ids, others, rows_);
    for (const Row& row : rows_) require_storable(row);
    sort_rows();
    count(contribution, 1, counters_);
    count(contribution, others, 1, counters_);
    for (std::size_t i = 0; i < named.size(); ++i) {
      for (std::string& piece : shared_contributions(contribution.delta.shared[i])) {
        ++named[i]->pieces[std::move(piece)];
      }
    }
    if (!complete) {
      // What it refers to may still come; its id then is none of those given so far.
      waiting_.add(contribution.annotation);
      waiting_ids_.push_back({first, counters_.next_id});
    }
  }

  std::optional<OtherItem> find(const std::string& key) const {
    if (auto item = items_.find(key)) return item;
    if (is_empty_) return std::nullopt;
    const OtherItems stored = stored_items(*stored_, {key});
    return stored.empty() ? std::nullopt : std::optional(stored.begin()->second);
  }

  static void give_own_ids(const Contribution& contribution, NodeId first, Ids& ids) {
    for (const v1::Node& node : contribution.delta.own) ids[node.key()] = first++;
  }

  void sort_rows() {
    for (const Row& row : rows_) sorter_.add(row.key, row.value);
    rows_.clear();
  }

  // What refers to records that came after it.
  void settle_references() {
    waiting_.rewind();
    v1::ArticleAnnotation annotation;
    for (std::size_t i = 0; waiting_.next(annotation); ++i) {
      const Contribution contribution = contribution_of(std::move(annotation), {});
      OtherItems others;
      for (const std::string& key : contribution.delta.others) {
        const auto item = find(key);
        if (item && item->id >= waiting_ids_[i].next) others.emplace(key, *item);
      }
      Ids ids;
      name_shared(contribution, ids);
      give_own_ids(contribution, waiting_ids_[i].first, ids);
      derive_rows(contribution, ids, others, rows_);
      count(contribution, others, 1, counters_);
      sort_rows();
    }
  }

  void settle_shared() {
    SharedNodes nodes(*stored_);
    std::vector<std::pair<NodeId, v1::Node>> changed;
    std::vector<Row> before;
    for (const auto& [key, said] : shared_) {
      SharedContributions said_before;
      if (!said.is_new) said_before = stored_contributions(*stored_, said.id);
      SharedContributions said_after = said_before;
      for (const auto& [piece, count] : said.pieces) said_after[piece] += count;
      const std::vector<std::string> aliases = corrections_.aliases(key);
      const auto was = shared_node(said_before, aliases);
      const auto is = shared_node(said_after, aliases);
      derive_contribution_rows(said.id, said_after, rows_);
      if (was && was->SerializeAsString() == is->SerializeAsString()) continue;
      if (was) {
        derive_shared_rows(said.id, *was, before);
        stored_link_rows(*stored_, said.id, was->kind(), before);
      } else {
        ++counters_.nodes[static_cast<std::size_t>(is->kind())];
      }
      derive_shared_rows(said.id, *is, rows_);
      nodes.put(said.id, key, is);
      changed.emplace_back(said.id, *is);
    }
    for (const auto& [id, node] : changed) {
      add_shared_links(corrections_, nodes, id, node, LinksOf::all, rows_);
    }
    for (std::vector<Row>* rows : {&before, &rows_}) {
      std::sort(rows->begin(), rows->end());
      rows->erase(std::unique(rows->begin(), rows->end()), rows->end());
    }
    counters_.edges[v1::EdgeKind::same_as] += links_among(rows_) - links_among(before);
    const auto key_less = [](const Row& a, const Row& b) { return a.key < b.key; };
    for (const Row& row : before) {
      if (!std::binary_search(rows_.begin(), rows_.end(), row, key_less)) {
        sorter_.add(row.key, std::nullopt);
      }
    }
    sort_rows();
  }

  void settle_counters() {
    if (came_.empty()) return;
    counters_.derive_rows(rows_);
    Row next{meta_key(kMetaNextId), {}};
    append_u64(next.value, counters_.next_id);
    rows_.push_back(std::move(next));
    sort_rows();
  }

  // The ids of a waiting record's own nodes begin with `first`; those given by then end at `next`.
  struct Given {
    NodeId first = 0;
    NodeId next = 0;
  };

  Store& store_;
  Engine& engine_;
  const std::shared_ptr<const EngineSnapshot> stored_;  // before the load
  const Snapshot snapshot_;
  const Corrections corrections_;
  Counters& store_counters_;
  Counters counters_;
  RowSorter sorter_;
  AnnotationFile aside_;
  AnnotationFile waiting_;
  std::vector<Given> waiting_ids_;
  LoadedItems items_;
  std::unordered_set<std::uint64_t> came_;   // digests of the articles that are or will be taken in
  std::vector<v1::ArticleAnnotation> next_;  // a batch that grows
  std::unordered_map<std::string, Shared> shared_;
  std::vector<Row> rows_;
  bool has_corrections_ = false;
  bool has_references_ = false;
  bool is_empty_ = false;
  // Last, so that they end before what they work on.
  std::future<Contributions> made_;  // the batch before the next
  std::future<void> taken_in_;       // the one before that
};

BulkLoad::BulkLoad(Store& store, Engine& engine, Counters& counters, const BulkLoadOptions& options)
    : impl_(std::make_unique<Impl>(store, engine, counters, options)) {}
BulkLoad::~BulkLoad() = default;

std::optional<PutOutcome> BulkLoad::add(const v1::ArticleAnnotation& annotation) {
  return impl_->add(annotation);
}
void BulkLoad::finish(const std::function<void(PutOutcome)>& outcome) { impl_->finish(outcome); }
std::uint64_t BulkLoad::added() const { return impl_->added(); }

}  // namespace casus::storage

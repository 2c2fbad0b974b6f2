#include "storage/expected_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "graph/assemble.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/validate.h"
#include "storage/actor_links.h"
#include "storage/change.h"
#include "storage/coding.h"
#include "storage/corrections.h"
#include "storage/counters.h"
#include "storage/key_layout.h"
#include "storage/links.h"
#include "storage/origins.h"
#include "storage/verdicts.h"

namespace casus::storage {
namespace {

class Expectation {
 public:
  Expectation(const EngineSnapshot& snapshot, const RowSink& sink, const FindingSink& find)
      : snapshot_(snapshot),
        corrections_(snapshot),
        verdicts_(snapshot, corrections_),
        sink_(sink),
        find_(find) {}

  std::uint64_t run(const ArticleProgress& progress) {
    std::uint64_t articles = 0;
    std::uint64_t said = 0;
    guarded("The store", [&] {
      Counters stored = Counters::read(snapshot_);
      next_id_ = stored.next_id;
      said = static_cast<std::uint64_t>(stored.nodes[v1::NodeKind::article]);
    });
    const std::string prefix = id_key("article:");
    for (const auto cursor = snapshot_.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      ++articles;
      const std::string key(cursor->key().substr(1));
      guarded(key, [&] { article(key); });
      if (progress) progress(articles, said);
    }
    guarded("The corrections", [&] { corrections(); });
    guarded("The store", [&] {
      shared_nodes();
      std::vector<Row> rows;
      counters_.derive_rows(rows);
      give(rows);
    });
    return articles;
  }

 private:
  template <typename Work>
  void guarded(const std::string& what, const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      find_(what + ": " + error.what());
    }
  }

  void give(const std::vector<Row>& rows) {
    for (const Row& row : rows) sink_(row, 1);
  }

  void article(const std::string& key) {
    std::optional<v1::ArticleAnnotation> annotation = borrowed(snapshot_).annotation(key);
    validate(*annotation);
    Contribution contribution = contribution_of(*std::move(annotation), corrections_.of(key));
    if (contribution.article != key) {
      find_(key + " holds the annotation of " + contribution.article + ".");
      return;
    }
    // Which inputs gave the article only the article knows.
    contribution.origins = origins_of(snapshot_, key);
    const Ids ids = ids_of(contribution);
    std::vector<Row> rows;
    derive_rows(contribution, ids, rows);
    const OtherItems others = stored_items(snapshot_, contribution.delta.others);
    derive_rows(contribution, ids, others, rows);
    links(contribution, ids, rows);
    give(rows);
    count(contribution, 1, counters_);
    count(contribution, others, 1, counters_);
    for (const v1::Node& node : contribution.delta.shared) {
      for (const std::string& piece : shared_contributions(node)) {
        sink_({contribution_key(ids.at(node.key()), piece), {}}, 1);
      }
    }
  }

  // Without an id a node's rows get 0, and are all reported as missing.
  NodeId id_of(const std::string& key) const {
    const std::optional<std::string> value = snapshot_.get(id_key(key));
    return value ? decode_id_entry(*value).id : 0;
  }

  Ids ids_of(const Contribution& contribution) {
    Ids ids;
    for (const auto* nodes : {&contribution.delta.own, &contribution.delta.shared}) {
      for (const v1::Node& node : *nodes) {
        const NodeId id = id_of(node.key());
        ids[node.key()] = id;
        if (id >= next_id_) {
          find_(node.key() + " has id " + std::to_string(id) + ", but ids from " +
                std::to_string(next_id_) + " on are said to be free.");
        }
      }
    }
    return ids;
  }

  void corrections() {
    each_correction(snapshot_, {}, [this](const v1::Correction& correction) {
      std::vector<Row> rows;
      derive_rows(correction, rows);
      give(rows);
      const bool undo = correction.kind() == v1::CorrectionKind::undo;
      const std::uint64_t mate = undo ? correction.undoes() : correction.undone_by();
      if (mate == 0) return true;
      const std::optional<v1::Correction> other = corrections_.get(mate);
      if (!other || (undo ? other->undone_by() : other->undoes()) != correction.number()) {
        find_("Correction " + std::to_string(correction.number()) + " and correction " +
              std::to_string(mate) + " do not agree on which takes back which.");
      }
      return true;
    });
  }

  void links(const Contribution& contribution, const Ids& ids, std::vector<Row>& rows) {
    for (FingerprintEntry entry : contribution.fingerprints) {
      entry.id = ids.at(entry.fingerprint.node);
      counters_.edges[v1::EdgeKind::same_as] +=
          derive_link_rows(snapshot_, verdicts_, leaders_, entry, rows);
    }
    counters_.edges[v1::EdgeKind::same_as] +=
        derive_merge_rows(snapshot_, verdicts_, contribution.article, rows);
  }

  // From the contributions as they are stored, which are checked against the articles.
  void shared_nodes() {
    NodeId id = 0;
    SharedContributions contributions;
    const SharedNodes stored(snapshot_);
    const auto settle = [&] {
      if (contributions.empty()) return;
      v1::Node said;
      if (!said.ParseFromString(contributions.begin()->first)) said.Clear();
      const v1::Node node = *shared_node(contributions, corrections_.aliases(said.key()));
      std::vector<Row> rows;
      derive_shared_rows(id, node, rows);
      counters_.edges[v1::EdgeKind::same_as] +=
          add_shared_links(corrections_, stored, id, node, LinksOf::larger_keys, rows);
      ++counters_.nodes[static_cast<std::size_t>(node.kind())];
      give(rows);
      contributions.clear();
    };
    const std::string table(1, static_cast<char>(Table::contribution));
    for (const auto cursor = snapshot_.scan(table, after_prefix(table)); cursor->valid();
         cursor->next()) {
      Reader key(cursor->key());
      key.u8();
      const NodeId next = key.varint();
      if (next != id) guarded("Node " + std::to_string(id), settle);
      contributions.emplace(key.rest(), Reader(cursor->value()).u64());
      id = next;
    }
    guarded("Node " + std::to_string(id), settle);
  }

  const EngineSnapshot& snapshot_;
  const Corrections corrections_;
  Verdicts verdicts_;
  Leaders leaders_;
  const RowSink& sink_;
  const FindingSink& find_;
  Counters counters_;
  NodeId next_id_ = 0;
};

}  // namespace

std::uint64_t expected_rows(const EngineSnapshot& snapshot, const RowSink& sink,
                            const FindingSink& find, const ArticleProgress& progress) {
  return Expectation(snapshot, sink, find).run(progress);
}

}  // namespace casus::storage

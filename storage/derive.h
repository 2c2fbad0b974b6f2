#ifndef CASUS_STORAGE_DERIVE_H_
#define CASUS_STORAGE_DERIVE_H_

// From an annotation to the rows that it alone puts into the store. The writer stores the rows, a
// retraction takes the same rows away, and a check compares them with what is there. Private to
// storage. Pure functions.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"
#include "graph/assemble.h"
#include "graph/same_as.h"
#include "storage/counters.h"
#include "storage/key_layout.h"
#include "storage/snapshot.h"
#include "storage/store.h"

namespace casus::storage {

struct Row {
  std::string key;
  std::string value;
  friend bool operator==(const Row&, const Row&) = default;
  friend bool operator<(const Row& a, const Row& b) {
    return std::tie(a.key, a.value) < std::tie(b.key, b.value);
  }
};

// One article as the store sees it.
struct Contribution {
  std::string article;  // key
  ArticleState state;
  std::vector<Origin> origins;       // to be filled in
  v1::ArticleAnnotation annotation;  // with its article's text
  std::string record;                // the annotation without it, as it is stored
  GraphDelta delta;
  std::vector<FingerprintEntry> fingerprints;  // without ids
};

// What persons said of items of one article, in effect.
struct ArticleCorrections {
  std::vector<v1::CorrectionEnd> rejected;
  std::vector<v1::CorrectionEnd> split_off;  // from others: see verdicts.h
};

// `annotation` must be valid. What is rejected adds nothing, but stays in the annotation.
Contribution contribution_of(v1::ArticleAnnotation annotation, const ArticleCorrections& said);

// What the rule sees of an item, as a digest in hex: copies have the same.
std::string alike(const Fingerprint& fingerprint);

// XXH3-128, in hex, of what the extractor said, itself included, but not of the article.
std::string annotation_hash(const v1::ArticleAnnotation& annotation);

// Ids of nodes by their keys.
using Ids = std::unordered_map<std::string, NodeId>;

// Items of other articles, by key, that are in the store.
struct OtherItem {
  NodeId id = 0;
  v1::NodeKind::Value kind = v1::NodeKind::unspecified;
};
using OtherItems = std::unordered_map<std::string, OtherItem>;

// The article's record, text, origins, own nodes, edges (but SAME_AS), references and indices (but
// what links.h derives), in no order; nothing that ends at an item of another article. `ids` must
// hold every node of the delta; an edge to a node that is none of them throws InputError.
void derive_rows(const Contribution& contribution, const Ids& ids, std::vector<Row>& rows);
// What ends at these items: edges, and what is said on claims.
void derive_rows(const Contribution& contribution, const Ids& ids, const OtherItems& others,
                 std::vector<Row>& rows);

// Own nodes and edges of the contribution, counted as above.
void count(const Contribution& contribution, std::int64_t times, Counters& counters);
void count(const Contribution& contribution, const OtherItems& others, std::int64_t times,
           Counters& counters);

// The day of an edge for EdgeRef::day: when it held or happened, by its first day.
Day edge_day(const v1::Edge& edge);

// What an article says of a shared node, without what belongs to the article alone, in bytes: up to
// three pieces, each a Node that holds a part of the fields. merge_shared looks at each field for
// itself, so the pieces merge to what the whole nodes would; but of pieces there are few that
// differ, where there would be one whole for each combination of role and aliases.
std::vector<std::string> shared_contributions(const v1::Node& node);

// A shared node of which articles say `contributions`, each so many of them, and to which persons
// gave `aliases`. nullopt if there are no contributions.
using SharedContributions = std::map<std::string, std::uint64_t>;
std::optional<v1::Node> shared_node(const SharedContributions& contributions,
                                    const std::vector<std::string>& aliases);

// The contributions as rows; and the record of the node, its id, its names and its tokens.
void derive_contribution_rows(NodeId id, const SharedContributions& contributions,
                              std::vector<Row>& rows);
void derive_shared_rows(NodeId id, const v1::Node& node, std::vector<Row>& rows);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_DERIVE_H_

#include "storage/derive.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "graph/corrections.h"
#include "graph/deeds.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/names.h"
#include "graph/same_actor.h"
#include "storage/claim_rows.h"
#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

std::string digest(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  static_assert(sizeof(canonical.digest) == kGroupBytes);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

Day parsed(const std::string& date) { return parse_day(date).value_or(Day::unknown()); }

// Collects the rows of one contribution.
class Derivation {
 public:
  Derivation(const Contribution& contribution, const Ids& ids, std::vector<Row>& rows)
      : contribution_(contribution), ids_(ids), rows_(rows), article_(id(contribution.article)) {
    for (const v1::Node& node : contribution.delta.own) kinds_[node.key()] = node.kind();
    for (const v1::Node& node : contribution.delta.shared) kinds_[node.key()] = node.kind();
  }
  // Of what ends at these items of other articles only.
  Derivation(const Contribution& contribution, const Ids& ids, const OtherItems& others,
             std::vector<Row>& rows)
      : Derivation(contribution, ids, rows) {
    others_ = &others;
    for (const auto& [key, item] : others) kinds_[key] = item.kind;
  }

  void record() {
    chunks(contribution_.record, annotation_key);
    chunks(contribution_.annotation.article().text(), text_key);
  }

  void own_nodes() {
    for (const v1::Node& node : contribution_.delta.own) {
      const NodeId node_id = id(node.key());
      IdEntry entry{node_id, node.kind(), {}, {}};
      if (node.kind() == v1::NodeKind::article) {
        entry.state = contribution_.state;
        entry.origins = contribution_.origins;
      }
      add(id_key(node.key()), encode(entry));
      add(node_record_key(node_id), encode_node(node));
      for (const v1::NodeKind::Value kind :
           {v1::NodeKind::article, v1::NodeKind::event, v1::NodeKind::attack,
            v1::NodeKind::statement, v1::NodeKind::denial, v1::NodeKind::claim}) {
        if (!is_a(node.kind(), kind)) continue;
        std::string value;
        append_varint(value, node_id);
        add(kind_key(kind, order_day(node), node.key()), std::move(value));
      }
    }
  }

  void origins() {
    for (const Origin& origin : contribution_.origins) {
      add(origin_key(origin.name), contribution_.article);
    }
  }

  void edges() {
    for (const v1::Edge& edge : contribution_.delta.edges) {
      if (!wanted(edge)) continue;
      EdgeRef ref;
      ref.kind = edge.kind();
      ref.self = id(edge.from());
      ref.other = id(edge.to());
      ref.other_kind = kinds_[edge.to()];
      ref.day = edge_day(edge);
      ref.published = parsed(edge.published());
      ref.article = article_;
      value_ = edge;  // without what the key says
      value_.clear_kind();
      value_.clear_from();
      value_.clear_to();
      value_.clear_published();
      value_.mutable_evidence()->clear_article();
      add(edge_key(ref), value_.SerializeAsString());
      add(edge_key(mirrored(ref, kinds_[edge.from()])), {});
    }
  }

  void words(const ClaimRows& all) {
    for (const v1::Node& node : contribution_.delta.own) {
      if (node.kind() != v1::NodeKind::claim) continue;
      const ClaimRow& row = all.at(node.key()).at(std::string());
      std::string heard;
      append_u8(heard, static_cast<std::uint8_t>(row.heard()));
      const std::vector<std::string> words = normalised_words(node.claim().text());
      for (const std::string& word : std::set<std::string>(words.begin(), words.end())) {
        add(word_key(word, row.published, id(node.key())), heard);
      }
    }
  }

  void claims() {
    const ClaimRows all =
        claim_rows(contribution_.delta, [this](const std::string& key) { return id(key); });
    if (others_ == nullptr) words(all);
    for (const auto& [claim, rows] : all) {
      if (!wanted(claim)) continue;
      for (auto [actor, row] : rows) {
        row.claim = id(claim);
        const NodeId part = actor.empty() ? 0 : id(actor);
        add(claim_row_key(part, row.claim, article_), encode(row, part));
      }
    }
  }

  void references() {
    for (const std::string& item : contribution_.delta.others) {
      add(reference_key({item, article_}), {});
    }
  }

  // Who did an event, as claims have it.
  void deeds() {
    const Day published = parsed(contribution_.annotation.article().published());
    for (const Deed& deed : casus::deeds(contribution_.delta)) {
      const NodeId claim = id(deed.claim);
      const NodeId event = id(deed.event);
      for (const auto& [node, other] : {std::pair{claim, event}, std::pair{event, claim}}) {
        const DeedRow row{node, other, id(deed.doer), published};
        add(deed_key(row), encode(row));
      }
    }
  }

  void relations() {
    for (const RelationRow& row : contribution_.delta.relations) {
      const RelationRef ref{id(row.from), id(row.to),    id(row.node),
                            row.day,      row.published, row.act};
      for (const std::string& key :
           {relation_key(ref, Direction::out), relation_key(ref, Direction::in), pair_key(ref)}) {
        std::string value;
        append_u8(value, ref.act);
        add(key, std::move(value));
      }
    }
  }

  void fingerprints() {
    for (FingerprintEntry entry : contribution_.fingerprints) {
      entry.id = id(entry.fingerprint.node);
      add(fingerprint_key(entry), encode(entry));
    }
  }

 private:
  bool is_of_another(const std::string& key) const {
    const auto& others = contribution_.delta.others;
    return std::binary_search(others.begin(), others.end(), key);
  }
  bool wanted(const std::string& end) const {
    return others_ == nullptr ? !is_of_another(end) : others_->contains(end);
  }
  bool wanted(const v1::Edge& edge) const {
    if (others_ == nullptr) return wanted(edge.from()) && wanted(edge.to());
    return wanted(edge.from()) || wanted(edge.to());
  }

  NodeId id(const std::string& key) const {
    if (others_ != nullptr) {
      if (const auto other = others_->find(key); other != others_->end()) return other->second.id;
    }
    const auto found = ids_.find(key);
    if (found == ids_.end()) {
      throw InputError("The annotation of " + contribution_.article + " refers to " + key +
                       ", which it does not list. List every actor, place, event and claim that "
                       "others refer to.");
    }
    return found->second;
  }

  void add(std::string key, std::string value) {
    rows_.push_back({std::move(key), std::move(value)});
  }

  void chunks(std::string_view bytes, std::string (*key)(NodeId, std::uint32_t)) {
    for (std::uint32_t chunk = 0; chunk * kChunkBytes < bytes.size(); ++chunk) {
      add(key(article_, chunk), std::string(bytes.substr(chunk * kChunkBytes, kChunkBytes)));
    }
  }

  const Contribution& contribution_;
  const Ids& ids_;
  std::vector<Row>& rows_;
  v1::Edge value_;                      // whose memory the next one uses
  const OtherItems* others_ = nullptr;  // all that is wanted, if there are any
  NodeId article_;
  std::unordered_map<std::string_view, v1::NodeKind::Value> kinds_;
};

}  // namespace

namespace {

// Two items of one article that are alike in all are two: each goes into a group of its own, with
// the first, or second, ... of other articles. One that a person split off goes alone.
std::vector<FingerprintEntry> filed(const Contribution& contribution,
                                    const std::set<std::string>& alone) {
  std::map<std::string_view, v1::NodeKind::Value> kinds;
  for (const v1::Node& node : contribution.delta.own) kinds[node.key()] = node.kind();
  const Day published = parsed(contribution.annotation.article().published());
  std::map<std::string, std::uint32_t> ordinals;
  std::vector<FingerprintEntry> entries;
  for (Fingerprint& fingerprint :
       fingerprints(contribution.delta, contribution.annotation.article())) {
    std::string group = filing(fingerprint).group;
    const std::uint32_t ordinal = ordinals[group]++;
    append_u32(group, ordinal);
    const std::string home = digest(group);
    const std::string own =
        alone.contains(fingerprint.node) ? digest(group + fingerprint.node) : home;
    const v1::NodeKind::Value kind = kinds[fingerprint.node];
    entries.push_back({own, published, std::move(fingerprint), 0, kind, home});
  }
  return entries;
}

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return out;
}

}  // namespace

std::string annotation_hash(const v1::ArticleAnnotation& annotation) {
  v1::ArticleAnnotation said = annotation;
  said.clear_article();
  return hex(digest(said.SerializeAsString()));
}

namespace {

// What is hashed and what is stored of an annotation, made without a copy of it.
void serialise(v1::ArticleAnnotation& annotation, Contribution& contribution) {
  std::unique_ptr<v1::Article> article(annotation.release_article());
  contribution.state.annotation_hash = hex(digest(annotation.SerializeAsString()));
  std::string text;
  text.swap(*article->mutable_text());
  annotation.set_allocated_article(article.release());
  contribution.record = annotation.SerializeAsString();
  annotation.mutable_article()->mutable_text()->swap(text);
}

}  // namespace

std::string origin_of(std::string_view bytes) { return hex(digest(bytes)); }

std::string alike(const Fingerprint& fingerprint) { return hex(digest(filing(fingerprint).group)); }

Contribution contribution_of(v1::ArticleAnnotation annotation, const ArticleCorrections& said) {
  Contribution contribution;
  contribution.article = article_key(annotation.article().id());
  contribution.state = {content_hash(annotation.article()),
                        annotation.extractor().name(),
                        annotation.extractor().version(),
                        {}};
  serialise(annotation, contribution);
  contribution.delta = said.rejected.empty()
                           ? assemble(annotation)
                           : assemble(without_rejected(annotation, said.rejected));
  std::set<std::string> alone;
  for (const v1::CorrectionEnd& end : said.split_off) {
    alone.insert(find_items(annotation, {end}).front());
  }
  contribution.annotation = std::move(annotation);
  contribution.fingerprints = filed(contribution, alone);
  return contribution;
}

void derive_rows(const Contribution& contribution, const Ids& ids, std::vector<Row>& rows) {
  Derivation derivation(contribution, ids, rows);
  derivation.record();
  derivation.own_nodes();
  derivation.origins();
  derivation.edges();
  derivation.claims();
  derivation.relations();
  derivation.deeds();
  derivation.references();
  derivation.fingerprints();
}

void derive_rows(const Contribution& contribution, const Ids& ids, const OtherItems& others,
                 std::vector<Row>& rows) {
  if (others.empty()) return;
  Derivation derivation(contribution, ids, others, rows);
  derivation.edges();
  derivation.claims();
}

void count(const Contribution& contribution, std::int64_t times, Counters& counters) {
  for (const v1::Node& node : contribution.delta.own) {
    counters.nodes[static_cast<std::size_t>(node.kind())] += times;
  }
  const auto& others = contribution.delta.others;
  const auto is_of_another = [&others](const std::string& key) {
    return std::binary_search(others.begin(), others.end(), key);
  };
  for (const v1::Edge& edge : contribution.delta.edges) {
    if (is_of_another(edge.from()) || is_of_another(edge.to())) continue;
    counters.edges[static_cast<std::size_t>(edge.kind())] += times;
  }
}

void count(const Contribution& contribution, const OtherItems& others, std::int64_t times,
           Counters& counters) {
  for (const v1::Edge& edge : contribution.delta.edges) {
    if (!others.contains(edge.from()) && !others.contains(edge.to())) continue;
    counters.edges[static_cast<std::size_t>(edge.kind())] += times;
  }
}

Day edge_day(const v1::Edge& edge) {
  const Day earliest = parsed(edge.date().earliest());
  return earliest.known() ? earliest : parsed(edge.date().latest());
}

std::vector<std::string> shared_contributions(const v1::Node& node) {
  v1::Node rest = node;
  rest.clear_evidence();
  rest.clear_source();
  rest.clear_published();
  if (rest.has_place()) rest.mutable_place()->clear_evidence();
  if (!rest.has_actor()) return {rest.SerializeAsString()};

  v1::Actor& actor = *rest.mutable_actor();
  actor.clear_evidence();
  v1::Node piece;
  piece.set_key(node.key());
  piece.set_kind(node.kind());
  std::vector<std::string> pieces;
  if (!actor.role().empty() || !actor.affiliation().empty()) {
    piece.mutable_actor()->set_role(actor.role());
    piece.mutable_actor()->set_affiliation(actor.affiliation());
    pieces.push_back(piece.SerializeAsString());
  }
  if (!actor.aliases().empty()) {
    piece.mutable_actor()->Clear();
    *piece.mutable_actor()->mutable_aliases() = actor.aliases();
    pieces.push_back(piece.SerializeAsString());
  }
  actor.clear_role();
  actor.clear_affiliation();
  actor.clear_aliases();
  pieces.push_back(rest.SerializeAsString());
  return pieces;
}

std::optional<v1::Node> shared_node(const SharedContributions& contributions,
                                    const std::vector<std::string>& aliases) {
  if (contributions.empty()) return std::nullopt;
  std::vector<v1::Node> nodes;
  std::vector<std::uint64_t> counts;
  for (const auto& [contribution, count] : contributions) {
    if (!nodes.emplace_back().ParseFromString(contribution)) {
      throw StoreError(
          "The store is damaged: what an article says of an actor or place cannot be "
          "read. Run `casus check`.");
    }
    counts.push_back(count);
  }
  return merge_shared(nodes, counts, aliases);
}

void derive_contribution_rows(NodeId id, const SharedContributions& contributions,
                              std::vector<Row>& rows) {
  for (const auto& [contribution, count] : contributions) {
    std::string value;
    append_u64(value, count);
    rows.push_back({contribution_key(id, contribution), std::move(value)});
  }
}

void derive_shared_rows(NodeId id, const v1::Node& node, std::vector<Row>& rows) {
  const std::string entry = encode(IdEntry{id, node.kind(), {}, {}});
  rows.push_back({id_key(node.key()), entry});
  rows.push_back({node_record_key(id), encode_node(node)});
  rows.push_back({label_key(id), node.has_actor() ? node.actor().name() : node.place().name()});
  std::set<std::string> names;
  const auto add_names = [&names](const auto& named) {
    names.insert(normalise_name(named.name()));
    for (const std::string& alias : named.aliases()) names.insert(normalise_name(alias));
  };
  if (node.has_actor()) add_names(node.actor());
  if (node.has_place()) add_names(node.place());
  names.erase("");
  for (const std::string& name : names) rows.push_back({name_key(name, node.key()), entry});
  if (!node.has_actor()) return;
  for (const std::string& token : actor_tokens(actor_identity(node))) {
    std::string value;
    append_varint(value, id);
    rows.push_back({token_key(token, node.key()), std::move(value)});
  }
}

}  // namespace casus::storage

#include "storage/links.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "storage/coding.h"

namespace casus::storage {
namespace {

// Rows of links, each once.
class LinkRows {
 public:
  explicit LinkRows(std::vector<Row>& rows) : rows_(rows) {}

  void add(const FingerprintEntry& a, const FingerprintEntry& b) {
    // Always the same way round, so that not even a rounding error depends on who came first.
    const bool in_order = a.fingerprint.node < b.fingerprint.node;
    const FingerprintEntry& from = in_order ? a : b;
    const FingerprintEntry& to = in_order ? b : a;
    if (!seen_.emplace(from.id, to.id).second) return;
    const std::optional<Link> link = same_as(from.fingerprint, to.fingerprint);
    if (!link) return;
    EdgeKey key;
    key.ref.kind = v1::EdgeKind::same_as;
    key.ref.self = from.id;
    key.ref.other = to.id;
    key.ref.other_kind = to.kind;
    // It holds from when both were published; never, as far as is known, if one has no date.
    const bool dated = from.published.known() && to.published.known();
    key.ref.published = dated ? std::max(from.published, to.published) : Day::unknown();
    v1::Edge edge;
    edge.set_score(link->score);
    edge.set_reason(link->reason);
    rows_.push_back({encode(key), edge.SerializeAsString()});
    key.ref = mirrored(key.ref, from.kind);
    rows_.push_back({encode(key), {}});
    ++count_;
  }

  std::int64_t count() const { return count_; }

 private:
  std::vector<Row>& rows_;
  std::set<std::pair<NodeId, NodeId>> seen_;
  std::int64_t count_ = 0;
};

// The member that stands for a group towards another.
std::optional<FingerprintEntry> earliest(const Groups& groups, std::string_view group,
                                         const Filing& filing, const Filing& towards) {
  const bool within_news = filing.any_day && towards.news.known();
  return groups.first(group, within_news ? Day{towards.news.value - kNewsDays} : Day::unknown());
}

void add_link(const Groups& groups, std::string_view group, const Filing& filing,
              std::string_view other_group, const Filing& other, LinkRows& rows) {
  if (filing.group == other.group) return;  // alike in one article, and so two
  const auto a = earliest(groups, group, filing, other);
  const auto b = earliest(groups, other_group, other, filing);
  if (a && b) rows.add(*a, *b);
}

void add_chain_link(const Groups& groups, const FingerprintEntry& entry, LinkRows& rows) {
  if (const auto next = groups.after(entry)) rows.add(entry, *next);
}

void add_block_rows(const Filing& filing, std::string_view group, std::vector<Row>& rows) {
  std::set<std::string> keys;
  for (const Filing::Block& block : filing.blocks) keys.insert(block_key(block, group));
  for (const std::string& key : keys) rows.push_back({key, {}});
}

// Stored groups under a token whose blocks lie in [since, until].
void add_groups(const EngineSnapshot& snapshot, std::string_view token, Day since, Day until,
                std::set<std::string>& groups) {
  const auto cursor =
      snapshot.scan(block_bound(token, since), block_bound(token, Day{until.value + 1}));
  for (; cursor->valid(); cursor->next()) {
    if (auto group = group_of_block(token, cursor->key())) groups.insert(*std::move(group));
  }
}

// Stored groups that `entry` must be compared with, and perhaps some more.
void add_partners(const EngineSnapshot& snapshot, const FingerprintEntry& entry,
                  const Filing& filing, std::set<std::string>& groups) {
  for (const auto& [token, day] : filing.blocks) {
    add_groups(snapshot, token, Day::unknown(), Day::unknown(), groups);
    const Day middle = filing.any_day ? entry.published : day;
    if (!middle.known()) continue;
    add_groups(snapshot, token, Day{middle.value - kNewsDays}, Day{middle.value + kNewsDays},
               groups);
  }
}

// Whether `entry` is there, and stands for its group towards some other.
bool leads(const Groups& groups, const FingerprintEntry& entry, const Filing& filing) {
  if (!groups.contains(entry)) return false;
  const auto before = groups.before(entry);
  return !before || (filing.any_day && before->published != entry.published);
}

}  // namespace

LinkChange::LinkChange(const EngineSnapshot& snapshot)
    : snapshot_(snapshot), before_(snapshot), after_(snapshot) {}

void LinkChange::take_out(const FingerprintEntry& entry) {
  after_.take_out(entry);
  touched_[entry.group].push_back(entry);
}

void LinkChange::bring_in(const FingerprintEntry& entry) {
  after_.bring_in(entry);
  touched_[entry.group].push_back(entry);
}

// One side of a change: the groups as they are on it, and the rows that follow from them.
struct LinkChange::Side {
  const Groups& groups;
  std::vector<Row>& rows;
  LinkRows links;
};

// What follows an entry may change, and what follows its neighbour before it, which is another one
// before the change and after it.
void LinkChange::derive_chain(const FingerprintEntry& entry, Side& side) const {
  for (const Groups* groups : {&before_, &after_}) {
    const auto previous = groups->before(entry);
    if (previous && side.groups.contains(*previous)) {
      add_chain_link(side.groups, *previous, side.links);
    }
  }
  if (side.groups.contains(entry)) add_chain_link(side.groups, entry, side.links);
}

// Groups whose link to this one may change.
std::set<std::string> LinkChange::partners(
    const std::string& group, const Filing& filing,
    const std::map<std::string, std::set<std::string>>& touched_by_token) const {
  std::set<std::string> partners;
  for (const FingerprintEntry& entry : touched_.at(group)) {
    if (!leads(before_, entry, filing) && !leads(after_, entry, filing)) continue;
    add_partners(snapshot_, entry, filing, partners);
    for (const Filing::Block& block : filing.blocks) {
      const std::set<std::string>& touched = touched_by_token.at(block.token);
      partners.insert(touched.begin(), touched.end());
    }
  }
  partners.erase(group);
  return partners;
}

std::int64_t LinkChange::derive_rows(std::vector<Row>& before, std::vector<Row>& after) const {
  std::map<std::string, Filing> filings;
  std::map<std::string, std::set<std::string>> touched_by_token;
  for (const auto& [group, entries] : touched_) {
    const Filing& filing = filings[group] = casus::filing(entries.front().fingerprint);
    for (const Filing::Block& block : filing.blocks) touched_by_token[block.token].insert(group);
  }

  Side sides[] = {{before_, before, LinkRows(before)}, {after_, after, LinkRows(after)}};
  for (const auto& [group, entries] : touched_) {
    const Filing& filing = filings.at(group);
    for (Side& side : sides) {
      for (const FingerprintEntry& entry : entries) derive_chain(entry, side);
      if (side.groups.first(group, Day::unknown())) add_block_rows(filing, group, side.rows);
    }
    for (const std::string& partner : partners(group, filing, touched_by_token)) {
      if (filings.count(partner) == 0) {
        const auto member = before_.first(partner, Day::unknown());
        if (!member) continue;  // a token without its group: `check` says so
        filings[partner] = casus::filing(member->fingerprint);
      }
      for (Side& side : sides) {
        add_link(side.groups, group, filing, partner, filings.at(partner), side.links);
      }
    }
  }
  return sides[1].links.count() - sides[0].links.count();
}

std::int64_t derive_link_rows(const EngineSnapshot& snapshot, const FingerprintEntry& entry,
                              std::vector<Row>& rows) {
  const Groups groups(snapshot);
  LinkRows links(rows);
  add_chain_link(groups, entry, links);
  const auto first = groups.first(entry.group, Day::unknown());
  if (first && first->fingerprint.node == entry.fingerprint.node) {
    const Filing filing = casus::filing(entry.fingerprint);
    add_block_rows(filing, entry.group, rows);
    std::set<std::string> partners;
    add_partners(snapshot, entry, filing, partners);
    for (const std::string& partner : partners) {
      const auto member = groups.first(partner, Day::unknown());
      if (!member || partner == entry.group) continue;
      const Filing other = casus::filing(member->fingerprint);
      // Of a pair one answers: the one that has the day that the other is bound by, or the smaller.
      const bool answers = filing.any_day != other.any_day ? other.any_day : entry.group < partner;
      if (answers) add_link(groups, entry.group, filing, partner, other, links);
    }
  }
  return links.count();
}

}  // namespace casus::storage

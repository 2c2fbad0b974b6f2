#include "storage/links.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/keys.h"
#include "storage/coding.h"
#include "storage/link_rows.h"
#include "storage/same_groups.h"

namespace casus::storage {
namespace {

LinkEnd end_of(const FingerprintEntry& entry) {
  return {entry.id, entry.fingerprint.node, entry.kind, entry.published};
}

LinkEnd end_of(NodeId id, const v1::Node& node) {
  return {id, node.key(), node.kind(), parse_day(node.published()).value_or(Day::unknown())};
}

// Rows of links by the rule, each once.
class LinkRows {
 public:
  LinkRows(Verdicts& verdicts, std::vector<Row>& rows) : verdicts_(verdicts), rows_(rows) {}

  void add(const FingerprintEntry& a, const FingerprintEntry& b) {
    // Always the same way round, so that not even a rounding error depends on who came first.
    const bool in_order = a.fingerprint.node < b.fingerprint.node;
    const FingerprintEntry& from = in_order ? a : b;
    const FingerprintEntry& to = in_order ? b : a;
    if (!seen_.emplace(from.id, to.id).second) return;
    const std::optional<Link> link = same_as(from.fingerprint, to.fingerprint);
    if (!link || verdicts_.decides(from, to)) return;
    append_link(end_of(from), end_of(to), *link, rows_);
    ++count_;
  }

  std::int64_t count() const { return count_; }

 private:
  Verdicts& verdicts_;
  std::vector<Row>& rows_;
  std::set<std::pair<NodeId, NodeId>> seen_;
  std::int64_t count_ = 0;
};

// Calls `visit` with the two ends of every merge of the article whose ends `find` finds.
void each_merged_pair(
    Verdicts& verdicts, const std::string& article,
    const std::function<std::optional<LinkEnd>(const std::string& key)>& find,
    const std::function<void(const LinkEnd&, const LinkEnd&, const Link&)>& visit) {
  verdicts.each_merge(article, [&](const std::string& node, const std::string& other,
                                   const v1::Correction& correction) {
    const std::optional<LinkEnd> a = find(node);
    const std::optional<LinkEnd> b = find(other);
    if (a && b) visit(*a, *b, Link{1, merge_reason(correction)});
  });
}

std::optional<LinkEnd> stored_end(const EngineSnapshot& snapshot, const std::string& key) {
  const Snapshot nodes = borrowed(snapshot);
  const std::optional<NodeId> id = nodes.find(key);
  const std::optional<v1::Node> node = id ? nodes.node(*id) : std::nullopt;
  if (!node) return std::nullopt;
  return end_of(*id, *node);
}

// The member that stands for a group towards another.
std::optional<FingerprintEntry> earliest(const Groups& groups, std::string_view group,
                                         const Filing& filing, const Filing& towards) {
  const bool within_news = filing.any_day && towards.news.known();
  return groups.first(group, within_news ? Day{towards.news.value - kNewsDays} : Day::unknown());
}

// How the members of a group are filed, and the group of what is alike.
struct Filed : Filing {
  explicit Filed(const FingerprintEntry& member)
      : Filing(filing(member.fingerprint)), home(member.home) {}
  std::string home;
};

void add_link(const Groups& groups, std::string_view group, const Filed& filing,
              std::string_view other_group, const Filed& other, LinkRows& rows) {
  // Alike in one article, and so two; but for what was split off from its own group.
  if (filing.group == other.group && filing.home != other.home) return;
  const auto a = earliest(groups, group, filing, other);
  const auto b = earliest(groups, other_group, other, filing);
  if (a && b) rows.add(*a, *b);
}

void add_chain_link(const Groups& groups, const FingerprintEntry& entry, LinkRows& rows) {
  if (const auto next = groups.after(entry)) rows.add(entry, *next);
}

void add_block_rows(const Filing& filing, std::string_view group, std::vector<Row>& rows) {
  std::set<std::string> keys;
  for (const Filing::Block& block : filing.blocks) {
    if (block.files) keys.insert(block_key(block, group));
  }
  for (const std::string& key : keys) rows.push_back({key, {}});
}

// Stored groups under a token whose blocks lie in [since, until].
void add_groups(const EngineSnapshot& snapshot, std::string_view token, Day since, Day until,
                std::vector<std::string>& groups) {
  const auto cursor =
      snapshot.scan(block_bound(token, since), block_bound(token, Day{until.value + 1}));
  for (; cursor->valid(); cursor->next()) {
    if (auto group = group_of_block(token, cursor->key())) groups.push_back(*std::move(group));
  }
}

void sort_each_once(std::vector<std::string>& groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

// Calls `visit` with the tokens, and the days under them, of the groups that `entry` must be
// compared with; some of these groups are too far from it.
template <typename Visit>
void each_neighbourhood(const FingerprintEntry& entry, const Filing& filing, const Visit& visit) {
  for (const Filing::Block& block : filing.blocks) {
    if (!block.looks) continue;
    visit(block.token, Day::unknown(), Day::unknown());
    const Day middle = filing.any_day ? entry.published : block.day;
    if (!middle.known()) continue;
    visit(block.token, Day{middle.value - kNewsDays}, Day{middle.value + kNewsDays});
  }
}

// Whether `entry` is there, and stands for its group towards some other.
bool leads(const Groups& groups, const FingerprintEntry& entry, const Filing& filing) {
  if (!groups.contains(entry)) return false;
  const auto before = groups.before(entry);
  return !before || (filing.any_day && before->published != entry.published);
}

}  // namespace

LinkChange::LinkChange(const EngineSnapshot& snapshot, const Corrections& before,
                       const Corrections& after, Leaders& leaders)
    : snapshot_(snapshot),
      leaders_(leaders),
      before_(snapshot),
      after_(snapshot),
      verdicts_before_(snapshot, before),
      verdicts_after_(snapshot, after) {}

void LinkChange::take_out(const Contribution& contribution, const Ids& ids) {
  for (FingerprintEntry entry : contribution.fingerprints) {
    entry.id = ids.at(entry.fingerprint.node);
    after_.take_out(entry);
    touched_[entry.group].push_back(entry);
  }
  each_merged_pair(
      verdicts_before_, contribution.article,
      [&](const std::string& key) { return stored_end(snapshot_, key); },
      [&](const LinkEnd& a, const LinkEnd& b, const Link& link) {
        append_link(a, b, link, merges_before_);
      });
}

void LinkChange::bring_in(const Contribution& contribution, const Ids& ids) {
  for (FingerprintEntry entry : contribution.fingerprints) {
    entry.id = ids.at(entry.fingerprint.node);
    after_.bring_in(entry);
    touched_[entry.group].push_back(entry);
  }
  verdicts_after_.replace(contribution.article, contribution.annotation);
  std::map<std::string_view, const v1::Node*> own;
  for (const v1::Node& node : contribution.delta.own) own[node.key()] = &node;
  // The keys of an article's items go on from the digits of its own key.
  const std::string digits = contribution.article.substr(contribution.article.find(':') + 1) + '/';
  each_merged_pair(
      verdicts_after_, contribution.article,
      [&](const std::string& key) -> std::optional<LinkEnd> {
        if (const auto at = own.find(key); at != own.end()) return end_of(ids.at(key), *at->second);
        if (key.find(':' + digits) != std::string::npos) return std::nullopt;  // rejected
        return stored_end(snapshot_, key);
      },
      [&](const LinkEnd& a, const LinkEnd& b, const Link& link) {
        append_link(a, b, link, merges_after_);
      });
}

// One side of a change: the groups as they are on it, and the rows that follow from them.
struct LinkChange::Side {
  const Groups& groups;
  std::vector<Row>& rows;
  LinkRows links;
  SameGroups& same;
};

// How groups are filed, touched or not.
class LinkChange::Known {
 public:
  explicit Known(const Groups& stored) : stored_(stored) {}

  void add(const std::string& group, const FingerprintEntry& member) {
    filings_.try_emplace(group, member);
  }
  // nullptr for a token without its group: `check` says so.
  const Filed* find(const std::string& group) {
    if (const auto known = filings_.find(group); known != filings_.end()) return &known->second;
    const auto member = stored_.first(group, Day::unknown());
    if (!member) return nullptr;
    return &filings_.emplace(group, Filed(*member)).first->second;
  }

 private:
  const Groups& stored_;
  std::map<std::string, Filed> filings_;
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

// Whether an article that does not change has a member. A group has one member of an article.
bool LinkChange::has_others(const std::string& group) const {
  const std::string& article = touched_.at(group).front().fingerprint.article;
  const auto first = before_.first(group, Day::unknown());
  if (!first) return false;
  return first->fingerprint.article != article || before_.after(*first).has_value();
}

const std::vector<std::string>& LinkChange::filed(const std::string& token, Day since, Day until) {
  const auto [at, inserted] = filed_.try_emplace({token, since, until});
  std::vector<std::string>& groups = at->second;
  if (!inserted) return groups;
  add_groups(snapshot_, token, since, until, groups);
  const std::set<std::string>& joined = joined_[token];
  std::erase_if(groups, [&](const std::string& group) {
    return touched_.contains(group) && !joined.contains(group);
  });
  return groups;
}

// What is filed, or will be, where these entries of a group look; each once.
std::vector<std::string> LinkChange::around(const std::vector<FingerprintEntry>& entries,
                                            const Filing& filing, bool joined) {
  std::vector<std::string> groups;
  const auto add = [&](const auto& some) { groups.insert(groups.end(), some.begin(), some.end()); };
  for (const FingerprintEntry& entry : entries) {
    each_neighbourhood(entry, filing, [&](const std::string& token, Day since, Day until) {
      add(filed(token, since, until));
    });
  }
  if (entries.empty()) return groups;
  for (const Filing::Block& block : filing.blocks) {
    if (block.looks) add((joined ? touched_by_token_ : joined_)[block.token]);
  }
  sort_each_once(groups);
  return groups;
}

// Groups whose link to this one may change.
std::vector<std::string> LinkChange::partners(const std::string& group, const Filing& filing) {
  std::vector<FingerprintEntry> leading;
  for (const FingerprintEntry& entry : touched_.at(group)) {
    if (leads(before_, entry, filing) || leads(after_, entry, filing)) leading.push_back(entry);
  }
  std::vector<std::string> partners = around(leading, filing, joined_groups_.contains(group));
  std::erase(partners, group);
  return partners;
}

// Links of a group, and between two others that it joins, or joined.
void LinkChange::derive_joined(const std::string& group, const std::vector<std::string>& partners,
                               Known& known, Side (&sides)[2]) {
  std::set<std::string> near;   // the same as it, before the change or after it
  std::set<std::string> later;  // and after it in time
  for (Side& side : sides) {
    const SameGroups::One& one = side.same.of(group);
    const std::vector<const SameGroups::One*> same = side.same.same_as_one(one, partners);
    for (const SameGroups::One* partner : same) {
      near.insert(partner->group);
      if (one.before(*partner)) later.insert(partner->group);
      if (!side.same.joined(same, one, *partner)) side.links.add(one.first(), partner->first());
    }
  }
  if (later.size() < 2) return;
  near.insert(group);
  for (Side& side : sides) {
    side.same.each_unjoined(
        side.same.there(near), side.same.there(later),
        [&](const SameGroups::One& one) {
          const Filed* filing = known.find(one.group);
          return filing == nullptr ? std::vector<std::string>()
                                   : around({one.first()}, *filing, true);
        },
        [&](const SameGroups::One& a, const SameGroups::One& b) {
          side.links.add(a.first(), b.first());
        });
  }
}

void LinkChange::derive_rows(std::vector<Row>& before, std::vector<Row>& after) {
  before.insert(before.end(), merges_before_.begin(), merges_before_.end());
  after.insert(after.end(), merges_after_.begin(), merges_after_.end());
  Known known(before_);
  for (const auto& [group, entries] : touched_) {
    known.add(group, entries.front());
    const Filed& filing = *known.find(group);
    const bool joined = has_others(group);
    if (joined) joined_groups_.insert(group);
    for (const Filing::Block& block : filing.blocks) {
      if (!block.files) continue;
      touched_by_token_[block.token].insert(group);
      if (joined) joined_[block.token].insert(group);
    }
  }

  SameGroups same_before(before_, verdicts_before_, leaders_);
  SameGroups same_after(after_, verdicts_after_, same_before,
                        [this](const std::string& group) { return touched_.contains(group); });
  Side sides[] = {{before_, before, LinkRows(verdicts_before_, before), same_before},
                  {after_, after, LinkRows(verdicts_after_, after), same_after}};
  for (const auto& [group, entries] : touched_) {
    const Filed& filing = *known.find(group);
    for (Side& side : sides) {
      for (const FingerprintEntry& entry : entries) derive_chain(entry, side);
      if (side.groups.first(group, Day::unknown())) add_block_rows(filing, group, side.rows);
    }
    const std::vector<std::string> candidates = partners(group, filing);
    derive_joined(group, candidates, known, sides);
    for (const std::string& partner : candidates) {
      for (Side& side : sides) {
        const auto& leader = side.same.of(partner).leader;
        if (!leader || leader->any_day == filing.any_day) continue;
        if (const Filed* other = known.find(partner)) {
          add_link(side.groups, group, filing, partner, *other, side.links);
        }
      }
    }
  }
  for (const auto& [group, entries] : touched_) leaders_.forget(group);
}

std::int64_t derive_link_rows(const EngineSnapshot& snapshot, Verdicts& verdicts, Leaders& leaders,
                              const FingerprintEntry& entry, std::vector<Row>& rows) {
  const Groups groups(snapshot);
  LinkRows links(verdicts, rows);
  add_chain_link(groups, entry, links);
  const auto first = groups.first(entry.group, Day::unknown());
  if (first && first->fingerprint.node == entry.fingerprint.node) {
    const Filed filing(entry);
    add_block_rows(filing, entry.group, rows);
    std::vector<std::string> partners;
    each_neighbourhood(entry, filing, [&](const std::string& token, Day since, Day until) {
      add_groups(snapshot, token, since, until, partners);
    });
    sort_each_once(partners);
    SameGroups known(groups, verdicts, leaders);
    const SameGroups::One& one = known.of(entry.group);
    const std::vector<const SameGroups::One*> same = known.same_as_one(one, partners);
    for (const SameGroups::One* partner : same) {
      const bool answers = entry.group < partner->group;
      if (answers && !known.joined(same, one, *partner)) links.add(entry, partner->first());
    }
    for (const std::string& partner : partners) {
      const auto& leader = known.of(partner).leader;
      // Of such a pair the one answers that has the day that the other is bound by.
      if (!leader || filing.any_day || !leader->any_day) continue;
      add_link(groups, entry.group, filing, partner, Filed(leader->entry), links);
    }
  }
  return links.count();
}

std::int64_t derive_merge_rows(const EngineSnapshot& snapshot, Verdicts& verdicts,
                               const std::string& article, std::vector<Row>& rows) {
  std::int64_t count = 0;
  const std::string digits = ':' + article.substr(article.find(':') + 1) + '/';
  each_merged_pair(
      verdicts, article, [&](const std::string& key) { return stored_end(snapshot, key); },
      [&](const LinkEnd& a, const LinkEnd& b, const Link& link) {
        if (std::min(a.key, b.key).find(digits) == std::string::npos) return;
        append_link(a, b, link, rows);
        ++count;
      });
  return count;
}

}  // namespace casus::storage

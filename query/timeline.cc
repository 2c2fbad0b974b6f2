#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/kinds.h"
#include "query/articles.h"
#include "query/cluster.h"
#include "query/involved.h"
#include "query/key_order.h"
#include "query/questions.h"
#include "query/summary.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

bool is_statement(const Item& item) { return is_a(item.kind, v1::NodeKind::statement); }

// Events and statements of `a`, or of both; newest first.
std::vector<Item> items_of(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b, Day as_of) {
  std::vector<Item> items = items_of_actor(snapshot, a, as_of);
  std::erase_if(items, [](const Item& item) { return item.kind == v1::NodeKind::claim; });
  if (!b) return items;
  std::unordered_set<NodeId> of_b;
  for (const Item& item : items_of_actor(snapshot, *b, as_of)) of_b.insert(item.node);
  std::erase_if(items, [&](const Item& item) { return !of_b.contains(item.node); });
  return items;
}

// Drops what lies outside of the filter; gives how many for want of a day.
std::size_t drop_others(const Filter& filter, std::vector<Item>& items) {
  std::size_t undated = 0;
  std::erase_if(items, [&](const Item& item) {
    const bool without_day = (filter.as_of.known() && !item.published.known()) ||
                             (bounded(filter.window) && !item.day.known());
    if (without_day) ++undated;
    return without_day || !published_by(item.published, filter.as_of) ||
           !filter.window.contains(item.day);
  });
  return undated;
}

// An accusation is a statement and also the event ACCUSE: such events are shown as the statement.
class SpokenEvents {
 public:
  SpokenEvents(const Snapshot& snapshot, const std::vector<Item>& items) : snapshot_(snapshot) {
    for (const Item& item : items) {
      if (is_statement(item)) statements_[item.article].push_back(item.node);
    }
  }

  bool contains(const Item& item, const std::string& key) {
    const auto found = statements_.find(item.article);
    if (found == statements_.end()) return false;
    auto [at, inserted] = events_.try_emplace(item.article);
    if (inserted) {
      for (const NodeId id : found->second) {
        if (const auto node = snapshot_.node(id)) at->second.insert(node->statement().event());
      }
    }
    return at->second.contains(key);
  }

 private:
  const Snapshot& snapshot_;
  std::unordered_map<NodeId, std::vector<NodeId>> statements_;          // by article
  std::unordered_map<NodeId, std::unordered_set<std::string>> events_;  // keys, by article
};

void add_party(const Snapshot& snapshot, const std::string& actor, const std::string& text,
               google::protobuf::RepeatedPtrField<v1::NodeRef>& to) {
  const std::string name = actor.empty() ? text : name_of_key(snapshot, actor);
  if (name.empty()) return;
  auto& party = *to.Add();
  party.set_key(actor);
  party.set_name(name);
}

void add_parties(const Snapshot& snapshot, const v1::Node& node, v1::TimelineEntry& entry) {
  if (node.has_event()) {
    for (const auto& initiator : node.event().initiators()) {
      add_party(snapshot, initiator.actor(), initiator.text(), *entry.mutable_actors());
    }
    for (const auto& target : node.event().targets()) {
      add_party(snapshot, target.actor(), target.text(), *entry.mutable_targets());
    }
    return;
  }
  const auto& statement = node.statement();
  add_party(snapshot, statement.speaker(), statement.speaker_text(), *entry.mutable_actors());
  add_party(snapshot, statement.addressee(), "", *entry.mutable_targets());
}

v1::TimelineEntry entry_of(const Snapshot& snapshot, const v1::Node& node, Quotes& quotes) {
  v1::TimelineEntry entry;
  const bool event = node.has_event();
  if (event ? node.event().has_date() : node.statement().has_date()) {
    *entry.mutable_date() = event ? node.event().date() : node.statement().date();
  }
  entry.set_type(type_of(node));
  entry.set_key(node.key());
  entry.set_kind(node.kind());
  add_parties(snapshot, node, entry);
  entry.set_modality(node.event().modality());
  entry.set_summary(event ? event_summary(snapshot, node.event())
                          : statement_summary(snapshot, node));
  *entry.mutable_quote() = quotes.quote(node);
  return entry;
}

// An event or statement with all that is the same, of what the question is about.
struct Happening {
  Day day;
  v1::Node first;  // report
  std::vector<NodeId> reports;
  std::vector<std::string> articles;  // keys; of reports that do not name the actor too
};

class Chronicle {
 public:
  Chronicle(const Snapshot& snapshot, std::vector<Item> items, const Filter& filter,
            std::string_view kind)
      : snapshot_(snapshot),
        items_(std::move(items)),
        filter_(filter),
        kind_(kind),
        spoken_(snapshot, items_) {
    for (const Item& item : items_) days_.emplace(item.node, item.day);
  }

  Timeline run() {
    std::size_t at = 0;
    for (; at < items_.size() && !enough(items_[at].day); ++at) take(items_[at]);
    Timeline timeline;
    for (; at < items_.size(); ++at) timeline.left_out += open(items_[at].node) ? 1 : 0;

    std::sort(found_.begin(), found_.end(), [](const Happening& a, const Happening& b) {
      return a.day != b.day ? a.day < b.day : key_before(a.first.key(), b.first.key());
    });
    if (filter_.limit != 0 && found_.size() > filter_.limit) {
      const auto kept = found_.end() - static_cast<std::ptrdiff_t>(filter_.limit);
      std::for_each(found_.begin(), kept,
                    [&](const Happening& old) { timeline.left_out += old.reports.size(); });
      found_.erase(found_.begin(), kept);
    }
    Quotes quotes(snapshot_);
    for (const Happening& happening : found_) {
      auto& entry = timeline.entries.emplace_back(entry_of(snapshot_, happening.first, quotes));
      Articles articles(quotes);
      for (const auto& key : happening.articles) articles.add(key);
      articles.put_ids(*entry.mutable_articles());
    }
    return timeline;
  }

 private:
  // Whether so many happened after `day` that nothing as old as that is wanted. A happening is met
  // at its newest report, and stands at its first: it is never newer than where it is met.
  bool enough(Day day) {
    if (filter_.limit == 0 || found_.size() < filter_.limit) return false;
    const auto newer = std::count_if(found_.begin(), found_.end(),
                                     [&](const Happening& h) { return h.day > day; });
    return static_cast<std::size_t>(newer) >= filter_.limit;
  }

  bool open(NodeId node) const { return !done_.contains(node); }

  void take(const Item& item) {
    if (!open(item.node)) return;
    done_.insert(item.node);
    auto node = snapshot_.node(item.node);
    if (!node || (!kind_.empty() && type_of(*node) != kind_)) return;
    if (node->has_event() && spoken_.contains(item, node->key())) return;

    Happening happening{item.day, {}, {}, {}};
    for (auto& member : cluster_as_of(snapshot_, item.node, filter_.as_of).members) {
      happening.articles.push_back(member.node.source());
      const auto known = days_.find(member.id);
      if (known == days_.end()) continue;
      done_.insert(member.id);
      happening.reports.push_back(member.id);
      if (happening.reports.size() == 1 || reported_before(member.node, happening.first)) {
        happening.first = std::move(member.node);
        happening.day = known->second;
      }
    }
    found_.push_back(std::move(happening));
  }

  const Snapshot& snapshot_;
  std::vector<Item> items_;
  const Filter& filter_;
  const std::string_view kind_;
  SpokenEvents spoken_;
  std::unordered_map<NodeId, Day> days_;
  std::unordered_set<NodeId> done_;
  std::vector<Happening> found_;
};

}  // namespace

Timeline timeline(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b, const Filter& filter,
                  std::string_view kind) {
  auto items = items_of(snapshot, a, b, filter.as_of);
  const std::size_t undated = drop_others(filter, items);
  Timeline answer = Chronicle(snapshot, std::move(items), filter, kind).run();
  answer.undated = undated;
  return answer;
}

}  // namespace casus::query

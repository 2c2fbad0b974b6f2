#include "query/events.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/names.h"
#include "query/cluster.h"
#include "query/contest.h"
#include "query/key_order.h"
#include "query/names.h"
#include "query/quotes.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

std::uint32_t figure(const v1::Count& count) {
  return count.has_best() ? count.best() : count.low();
}

class Matcher {
 public:
  Matcher(const Snapshot& snapshot, const EventQuestion& question, Contest& contest)
      : snapshot_(snapshot),
        question_(question),
        target_(normalise_name(question.target)),
        weapon_(normalise_name(question.weapon)),
        contest_(contest) {}

  bool operator()(const v1::Node& node) {
    const v1::Event& event = node.event();
    return (question_.any_modality || event.modality() == v1::Modality::actual) &&
           (question_.type.empty() || event.type() == question_.type) &&
           (question_.mode.empty() || event.mode() == question_.mode) &&
           (question_.weapon.empty() || holds_words(event.weapon(), weapon_)) &&
           figure(event.killed()) >= question_.min_killed && has_status(event) && hits(event) &&
           (!question_.contested || contested(node));
  }

 private:
  bool contested(const v1::Node& node) {
    const auto id = snapshot_.find(node.key());
    return id && contest_.over(*id, node);
  }

  bool has_status(const v1::Event& event) const {
    if (!question_.status) return true;
    return std::any_of(event.initiators().begin(), event.initiators().end(),
                       [&](const v1::Initiator& who) { return who.status() == *question_.status; });
  }

  bool hits(const v1::Event& event) const {
    if (question_.target.empty()) return true;
    return std::any_of(event.targets().begin(), event.targets().end(), [&](const auto& target) {
      if (holds_words(target.text(), target_)) return true;
      const auto id = target.actor().empty() ? std::nullopt : snapshot_.find(target.actor());
      return id && holds_words(display_name(snapshot_, *id), target_);
    });
  }

  const Snapshot& snapshot_;
  const EventQuestion& question_;
  const std::string target_;
  const std::string weapon_;
  Contest& contest_;
};

class Entries {
 public:
  Entries(const Snapshot& snapshot, Contest& contest, Day as_of)
      : snapshot_(snapshot), contest_(contest), as_of_(as_of), quotes_(snapshot) {}

  v1::EventEntry of(NodeId id, const v1::Node& node) {
    v1::EventEntry entry;
    entry.set_key(node.key());
    entry.set_kind(node.kind());
    *entry.mutable_event() = node.event();
    entry.set_source(node.source());
    entry.set_published(node.published());
    entry.set_cameo_root(node.cameo_root());
    *entry.mutable_evidence() = node.evidence();
    Cluster cluster = cluster_as_of(snapshot_, id, as_of_);
    std::sort(cluster.members.begin(), cluster.members.end(),
              [](const auto& a, const auto& b) { return reported_before(a.node, b.node); });
    for (const ClusterMember& member : cluster.members) {
      add(member.node, *entry.add_reports());
      if (!entry.contested()) entry.set_contested(contest_.over(member.id, member.node));
    }
    return entry;
  }

 private:
  void add(const v1::Node& node, v1::EventReport& report) {
    const v1::Quote& source = quotes_.source(node.source());
    report.set_key(node.key());
    report.set_article(source.article());
    report.set_outlet(source.outlet());
    report.set_published(node.published());
    if (node.event().has_killed()) *report.mutable_killed() = node.event().killed();
    if (node.event().has_injured()) *report.mutable_injured() = node.event().injured();
  }

  const Snapshot& snapshot_;
  Contest& contest_;
  const Day as_of_;
  Quotes quotes_;
};

// The most that a report says; what is listed newest first stays so among equals.
Listed list_deadliest(const Snapshot& snapshot, const EventQuestion& question, Listing listing,
                      Entries& entries, const std::function<void(const v1::EventEntry&)>& visit) {
  listing.filter.limit = 0;
  listing.skip = 0;
  std::vector<std::pair<std::uint32_t, NodeId>> found;
  list(snapshot, listing, [&](NodeId id, const v1::Node& node) {
    std::uint32_t most = figure(node.event().killed());
    for (const auto& report : snapshot.nodes(snapshot.cluster(id, question.filter.as_of))) {
      if (report) most = std::max(most, figure(report->event().killed()));
    }
    found.emplace_back(most, id);
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::size_t begin = std::min(question.skip, found.size());
  const std::size_t limit = question.filter.limit;
  const std::size_t left = found.size() - begin;
  const std::size_t end = begin + (limit == 0 ? left : std::min(left, limit));
  for (std::size_t i = begin; i < end; ++i) {
    if (const auto node = snapshot.node(found[i].second)) visit(entries.of(found[i].second, *node));
  }
  return {end - begin, end < found.size()};
}

}  // namespace

Listed list_events(const Snapshot& snapshot, const EventQuestion& question,
                   const std::function<void(const v1::EventEntry&)>& visit) {
  Contest contest(snapshot, question.filter.as_of);
  Matcher matcher(snapshot, question, contest);
  Entries entries(snapshot, contest, question.filter.as_of);
  Listing listing;
  listing.kind = question.kind;
  listing.filter = question.filter;
  listing.skip = question.skip;
  listing.actor = question.actor;
  listing.place = question.place;
  listing.country = question.country;
  listing.joined = true;
  listing.matches = [&](const v1::Node& node) { return matcher(node); };
  if (question.deadliest_first) return list_deadliest(snapshot, question, listing, entries, visit);
  return list(snapshot, listing,
              [&](NodeId id, const v1::Node& node) { visit(entries.of(id, node)); });
}

}  // namespace casus::query
